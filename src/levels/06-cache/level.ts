import { count, type Level, needing, pick, toggle } from "../../game/index.ts";
import { type Curve, type Design, design, mixed, patientClients, photoData } from "../../sim/index.ts";

const requestsPerSec: Curve = [
  [0, 34_000],
  [300, 41_500],
];

const cached = (d: Design) => d.sites[0].cache.nodes > 0;
const code = "a-cache";
const rest = "dns · lb 2 interval=10s retry · web 8×8";
const data = "db 4 + 6×4 zones=AB · kv 1";
const better = "dns · lb 2 interval=10s retry · web 10×8";
const behind = "db 4 + 8×4 zones=AB · kv 1";

export const level: Level = {
  id: "06-cache",
  number: 6,
  announces: "kinds",
  scenario: {
    ticks: 600,
    tickSec: 1,
    // One read in five is the home feed.
    streams: mixed(requestsPerSec, { page: 0.76, feed: 0.19, write: 0.04, order: 0.01 }, { us: 1 }, 0.3),
    // What is kept of a page with its captions, counts and names.
    data: { ...photoData, objectKb: 2 },
    clients: patientClients,
    events: [
      {
        label: "hot-photo",
        what: "celebrity",
        readsPerSec: 9_000,
        likesPerSec: 900,
        atSec: 240,
        untilSec: 290,
      },
      { label: "sale", what: "sale", share: 0.05, atSec: 350 },
      { label: "crawler", what: "crawl", objects: 4_000_000, atSec: 450, untilSec: 550 },
    ],
    drawn: [
      {
        oneOf: [
          { label: "flood-a", what: "flood", zone: "A", atSec: 40, untilSec: 140 },
          { label: "flood-b", what: "flood", zone: "B", atSec: 40, untilSec: 140 },
        ],
        laterSec: 30,
      },
    ],
  },
  start: design(`${rest} · ${data}`),
  shop: [
    pick("cache.nodes", [0, 1, 2, 4, 6]),
    needing(pick("cache.memory", [1, 2, 6]), code, cached),
    needing(pick("cache.ttl", [5, 60, 300, 3_600, Number.POSITIVE_INFINITY]), code, cached),
    needing(pick("cache.evict", ["lru", "fifo", "lfu"]), code, cached),
    needing(toggle("cache.invalidate"), code, cached),
    needing(toggle("cache.lease"), code, cached),
    needing(count("cache.zones", 1, 2), code, cached),
    needing(toggle("cache.only"), code, cached),
    pick("web.count", [8, 9, 10, 16]),
    pick("db.replicas", [4, 6, 8]),
  ],
  budget: 6_000,
  goals: [
    { indicator: "latencyP95Ms", atMost: 60 },
    { indicator: "availability", atLeast: 0.99 },
    { indicator: "staleSecMax", atMost: 180 },
    { indicator: "ordersLost", atMost: 0 },
  ],
  stars: {
    two: {
      goals: [{ indicator: "staleReadShare", atMost: 0.001 }],
      design: design(`${better} · cache 4 zones=2 ttl=5m invalidate · ${behind}`),
    },
    three: {
      audit: true,
      // Memory to spare, in either zone and for a crawler, and a time to live that is not too short.
      goals: [{ indicator: "hitRatio", atLeast: 0.62 }],
      design: design(`${better} · cache 4 zones=2 ttl=5m invalidate · ${behind}`),
      task: {
        kind: "choice",
        id: "lru-or-fifo",
        options: ["a-few-points", "half-the-hits", "nothing"],
        answer: "a-few-points",
      },
    },
  },
  prediction: {
    kind: "number",
    speaksOf: cached,
    truth: { run: ({ report }) => 100 * (report.indicators.hitRatio ?? Number.NaN) },
    withinFactor: 1.15,
  },
  concept: cached,
  lesson: design(`${better} · cache 4 zones=2 ttl=5m invalidate · ${behind}`),
  alsoPasses: design(`${better} · cache 2 zones=2 ttl=1m · ${behind}`),
  biggerBox: design("dns · lb 2 interval=10s retry · web 16×8 · db 4 + 8×4 zones=AB · kv 1"),
  wrongAnswers: [
    {
      letter: "naive",
      design: design("dns · lb 2 interval=10s retry · web 16×8 · db 4 + 8×4 zones=AB · kv 1"),
      fails: { overBudget: true },
    },
    {
      letter: "A",
      design: design(`${better} · cache 1 ttl=5m invalidate · ${behind}`),
      fails: { misses: ["availability"] },
    },
    {
      letter: "B",
      design: design(`${better} · cache 4 zones=2 ttl=5s invalidate · ${behind}`),
      fails: { misses: ["latencyP95Ms"], saturates: "web" },
    },
    {
      letter: "C",
      design: design(`${better} · cache 4 zones=2 ttl=never · ${behind}`),
      fails: { misses: ["staleSecMax"] },
    },
    {
      letter: "C",
      design: design(`${better} · cache 4 zones=2 ttl=never invalidate · ${behind}`),
      fails: { misses: ["staleSecMax"] },
    },
    {
      letter: "C",
      design: design(`${better} · cache 4 zones=2 ttl=1h invalidate · ${behind}`),
      fails: { misses: ["staleSecMax"] },
    },
    {
      letter: "D",
      design: design(`${better} · cache 4 zones=2 ttl=5m invalidate only · ${behind}`),
      fails: { misses: ["ordersLost"] },
    },
    {
      letter: "E",
      design: design(
        `dns · lb 2 interval=10s retry · web 9×8 · cache 2 memory=1 zones=2 ttl=5m invalidate lease · ${behind}`,
      ),
      fails: { misses: ["latencyP95Ms"], saturates: "web" },
    },
    {
      letter: "F",
      design: design(`${better} · cache 4 ttl=5m invalidate · ${behind}`),
      fails: { misses: ["availability"] },
    },
  ],
};
