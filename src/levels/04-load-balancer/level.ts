import { count, type Level, needing, pick, toggle } from "../../game/index.ts";
import { type Curve, design, mixed, patientClients, photoData, type Scenario } from "../../sim/index.ts";

const requestsPerSec: Curve = [
  [0, 12_000],
  [320, 14_000],
  [320, 20_000],
];

const scenario: Scenario = {
  ticks: 600,
  tickSec: 1,
  streams: mixed(requestsPerSec, { page: 0.88, write: 0.12 }, { us: 1 }, 0.3),
  data: photoData,
  clients: patientClients,
  events: [
    { label: "server-dies", what: "crash", tier: "web", boxes: 1, atSec: 200 },
    { label: "viral", what: "news", atSec: 320 },
    { label: "port-scan", what: "scan", boxes: 1, atSec: 420 },
  ],
};

/** The same night, and a balancer node dies as well; before that one server works at a fraction of its speed. */
const bonus: Scenario = {
  ...scenario,
  events: [
    ...scenario.events,
    { label: "slow-server", what: "slow", tier: "web", boxes: 1, speed: 0.2, atSec: 240, untilSec: 300 },
    { label: "balancer-dies", what: "crash", tier: "lb", boxes: 1, atSec: 450, untilSec: 510 },
  ],
};

const balanced = "a-balancer";

export const level: Level = {
  id: "04-load-balancer",
  number: 4,
  announces: "when",
  scenario,
  start: design("dns · web 6×8 · db 8 · kv 1"),
  shop: [
    count("lb.nodes", 0, 2),
    needing(pick("lb.interval", [30, 10, 5]), balanced, (d) => d.sites[0].lb.nodes > 0),
    needing(toggle("lb.retry"), balanced, (d) => d.sites[0].lb.nodes > 0),
    needing(
      pick("lb.policy", ["round-robin", "random", "two", "least"]),
      balanced,
      (d) => d.sites[0].lb.nodes > 0,
    ),
    needing(toggle("lb.public"), balanced, (d) => d.sites[0].lb.nodes > 0),
    count("web.count", 2, 14),
    pick("web.size", [4, 8, 16, 32]),
    pick("db.size", [4, 8, 16]),
  ],
  budget: 3_400,
  goals: [
    { indicator: "latencyP95Ms", atMost: 60 },
    { indicator: "availability", atLeast: 0.985 },
    { indicator: "breachedBoxes", atMost: 0 },
  ],
  stars: {
    two: {
      goals: [{ indicator: "availability", atLeast: 0.996 }],
      design: design("dns · lb 1 interval=10s · web 8×8 · db 8 · kv 1"),
    },
    three: {
      audit: true,
      goals: [
        { indicator: "availability", atLeast: 0.993 },
        { indicator: "latencyP99Ms", atMost: 100 },
      ],
      scenario: bonus,
      design: design("dns · lb 2 policy=least interval=10s retry · web 8×8 · db 8 · kv 1"),
    },
  },
  prediction: {
    kind: "choice",
    options: ["not-at-all", "seconds", "a-minute", "to-the-end"],
    truth: {
      run: ({ losses }) => {
        const dead = losses.find(({ place, reason }) => place === "web" && reason === "box-down");
        const sec = dead?.perStep.filter((requests) => requests > 0).length ?? 0;
        return sec === 0 ? "not-at-all" : sec < 45 ? "seconds" : sec < 120 ? "a-minute" : "to-the-end";
      },
    },
  },
  concept: ({ sites: [home] }) => home.lb.nodes > 0,
  lesson: design("dns · lb 1 · web 8×8 · db 8 · kv 1"),
  alsoPasses: design("dns · lb 2 interval=10s retry · web 8×8 · db 8 · kv 1"),
  biggerBox: design("dns · web 3×32 · db 8 · kv 1"),
  wrongAnswers: [
    {
      letter: "naive",
      design: design("dns · web 8×8 · db 8 · kv 1"),
      fails: { misses: ["availability"], by: { place: "web", reason: "box-down" } },
    },
    {
      letter: "A",
      design: design("dns · lb 1 · web 6×8 · db 8 · kv 1"),
      fails: { misses: ["availability"], saturates: "web" },
    },
    {
      letter: "B",
      design: design("dns · lb 1 · web 2×32 · db 8 · kv 1"),
      fails: { misses: ["availability"], saturates: "web" },
    },
    {
      letter: "C",
      design: design("dns · lb 1 public · web 8×8 · db 8 · kv 1"),
      fails: { misses: ["breachedBoxes"] },
    },
    {
      letter: "D",
      design: design("dns · lb 1 · web 8×8 · db 4 · kv 1"),
      fails: { misses: ["availability"], saturates: "db" },
    },
  ],
};
