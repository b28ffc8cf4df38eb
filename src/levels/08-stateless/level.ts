import { type Level, needing, pick, toggle } from "../../game/index.ts";
import {
  type Curve,
  type Design,
  design,
  mixed,
  patientClients,
  photoData,
  type Scenario,
  type ScenarioEvent,
} from "../../sim/index.ts";

const hour = 3_600;
/** One day: a low at three in the morning, a long afternoon, and a crowd between one and two. */
const dayWith = (crowdPerSec: number): Curve => [
  [0, 20_000],
  [3 * hour, 8_000],
  [6 * hour, 15_000],
  [10 * hour, 48_000],
  [12 * hour, 60_000],
  [13 * hour, 60_000],
  [13 * hour + 60, crowdPerSec],
  [14 * hour, crowdPerSec],
  [14 * hour + 60, 60_000],
  [18 * hour, 60_000],
  [21 * hour, 40_000],
  [24 * hour, 20_000],
];

const streamsOf = (crowdPerSec: number) =>
  mixed(dayWith(crowdPerSec), { page: 0.76, feed: 0.19, write: 0.05 }, { us: 1 }, 0.3);

const storeNodeDies = (atSec: number): ScenarioEvent => ({
  label: "session-store-node-dies",
  what: "crash",
  tier: "sessions",
  boxes: 1,
  atSec,
  untilSec: atSec + 600,
});

const scenario: Scenario = {
  ticks: 1_440,
  tickSec: 60,
  streams: streamsOf(81_000),
  data: photoData,
  clients: { ...patientClients, sessionSec: 1_800 },
  events: [
    { label: "flash-crowd", what: "news", atSec: 13 * hour, untilSec: 14 * hour },
    { label: "night-scale-in", what: "news", atSec: 21 * hour },
  ],
  drawn: [
    {
      oneOf: [
        {
          label: "web-box-dies",
          what: "crash",
          tier: "web",
          boxes: 1,
          atSec: 11 * hour + 1_200,
          untilSec: 11 * hour + 2_400,
        },
      ],
      laterSec: 1_200,
    },
    // In the middle of the crowd, or on a long afternoon.
    { oneOf: [storeNodeDies(13 * hour + 600), storeNodeDies(15 * hour)], laterSec: 1_800 },
  ],
};

/** The same day, and the crowd is larger than anybody has seen. */
const bonus: Scenario = { ...scenario, streams: streamsOf(108_000) };

const scales = (d: Design) => d.sites[0].web.target > 0;
const rest = "cache 4 zones=2 invalidate · db 4 + 9×4 zones=AB · kv 1";
const balancer = "lb 2 interval=10s retry";

export const level: Level = {
  id: "08-stateless",
  number: 8,
  announces: "kinds",
  scenario,
  start: design(`dns · ${balancer} sticky · web 10×8 · ${rest}`),
  shop: [
    toggle("lb.sticky"),
    pick("sessions.store", ["local", "pair", "sql", "node"]),
    pick("web.count", [10, 12, 14, 15, 17, 20]),
    pick("web.target", [0, 50, 60, 70, 80, 90]),
    needing(pick("web.min", [0, 3, 4, 6, 8]), "autoscaling", scales),
    needing(pick("web.max", [0, 16, 20, 24, 30]), "autoscaling", scales),
  ],
  budget: 7_150,
  goals: [
    { indicator: "availability", atLeast: 0.999 },
    { indicator: "lostSessionsShare", atMost: 0.005 },
  ],
  stars: {
    two: {
      goals: [{ indicator: "costPerMonth", atMost: 6_850 }],
      design: design(`dns · ${balancer} · web 10×8 target=70 min=4 max=24 · sessions pair · ${rest}`),
    },
    three: {
      audit: true,
      goals: [{ indicator: "availability", atLeast: 0.999 }],
      scenario: bonus,
      design: design(`dns · ${balancer} · web 10×8 target=60 min=4 max=24 · sessions pair · ${rest}`),
      task: {
        kind: "choice",
        id: "stateless-http",
        options: ["each-request", "connection", "address"],
        answer: "each-request",
      },
    },
  },
  prediction: {
    kind: "choice",
    options: ["none", "few", "one-in-ten", "many"],
    truth: {
      run: ({ report }) => {
        const share = report.indicators.lostSessionsShare ?? 0;
        return share === 0 ? "none" : share < 0.02 ? "few" : share < 0.2 ? "one-in-ten" : "many";
      },
    },
  },
  concept: ({ sites: [home] }) => home.sessions.store !== "local",
  lesson: design(`dns · ${balancer} · web 10×8 target=60 min=4 max=24 · sessions pair · ${rest}`),
  alsoPasses: design(`dns · ${balancer} · web 10×8 target=70 min=4 max=24 · sessions pair · ${rest}`),
  biggerBox: design(`dns · ${balancer} sticky · web 20×8 · ${rest}`),
  wrongAnswers: [
    {
      letter: "naive",
      design: design(`dns · ${balancer} sticky · web 10×8 target=60 min=4 max=24 · ${rest}`),
      fails: { misses: ["availability", "lostSessionsShare"] },
    },
    {
      letter: "A",
      design: design(`dns · ${balancer} sticky · web 17×8 · ${rest}`),
      fails: { overBudget: true, misses: ["lostSessionsShare"] },
    },
    {
      letter: "B",
      design: design(`dns · ${balancer} · web 17×8 · sessions pair · ${rest}`),
      fails: { overBudget: true },
    },
    {
      letter: "C",
      design: design(`dns · ${balancer} · web 10×8 target=90 min=4 max=24 · sessions pair · ${rest}`),
      fails: { misses: ["availability"], saturates: "web" },
    },
    {
      letter: "D",
      design: design(`dns · ${balancer} · web 10×8 target=70 min=4 max=24 · sessions sql · ${rest}`),
      fails: { misses: ["availability"], saturates: "db" },
    },
  ],
};
