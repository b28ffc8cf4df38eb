import { count, type Level, needing, pick, toggle } from "../../game/index.ts";
import { type Curve, type Design, design, mixed, patientClients, photoData } from "../../sim/index.ts";

const requestsPerSec: Curve = [
  [0, 34_000],
  [300, 42_000],
];

const cached = (d: Design) => d.sites[0].cache.nodes > 0;
const code = "a-cache";
const rest = "dns · lb 2 interval=10s retry · web 8×8";
const data = "db 4 + 6×4 zones=AB · kv 1";

export const level: Level = {
  id: "06-cache",
  number: 6,
  scenario: {
    ticks: 600,
    tickSec: 1,
    // One read in five is the home feed.
    streams: mixed(requestsPerSec, { page: 0.76, feed: 0.19, write: 0.04, order: 0.01 }, { us: 1 }, 0.3),
    data: photoData,
    clients: patientClients,
    events: [
      { label: "cache-restart", what: "cache-restart", nodes: 1, atSec: 200, untilSec: 215 },
      { label: "sale", what: "sale", share: 0.05, atSec: 350 },
      { label: "crawler", what: "crawl", objects: 4_000_000, atSec: 450, untilSec: 550 },
    ],
  },
  start: design(`${rest} · ${data}`),
  shop: [
    count("cache.nodes", 0, 6),
    needing(pick("cache.memory", [1, 2, 4, 6]), code, cached),
    needing(pick("cache.ttl", [5, 60, 300, 3_600, Number.POSITIVE_INFINITY]), code, cached),
    needing(pick("cache.evict", ["lru", "fifo", "lfu"]), code, cached),
    needing(toggle("cache.invalidate"), code, cached),
    needing(count("cache.zones", 1, 2), code, cached),
    needing(toggle("cache.only"), code, cached),
    pick("web.count", [8, 9, 10, 12, 16]),
    pick("db.replicas", [4, 5, 6, 8]),
  ],
  budget: 5_000,
  goals: [
    { indicator: "latencyP95Ms", atMost: 60 },
    { indicator: "availability", atLeast: 0.99 },
    { indicator: "staleSecMax", atMost: 60 },
    { indicator: "ordersLost", atMost: 0 },
  ],
  stars: {
    two: {
      // Neither the restart nor the crawler may be felt: memory to spare, and more than one node.
      goals: [{ indicator: "latencyP99Ms", atMost: 60 }],
      design: design(`${rest} · cache 4 zones=2 invalidate · ${data}`),
    },
    three: {
      goals: [{ indicator: "staleReadShare", atMost: 0.005 }],
      design: design(`${rest} · cache 4 zones=2 invalidate · ${data}`),
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
  lesson: design(`${rest} · cache 4 zones=2 invalidate · ${data}`),
  alsoPasses: design(`${rest} · cache 6 memory=4 zones=2 invalidate evict=fifo · ${data}`),
  biggerBox: design(`dns · lb 2 interval=10s retry · web 16×8 · db 4 + 8×4 zones=AB · kv 1`),
  wrongAnswers: [
    {
      letter: "naive",
      design: design("dns · lb 2 interval=10s retry · web 16×8 · db 4 + 8×4 zones=AB · kv 1"),
      fails: { overBudget: true },
    },
    {
      letter: "A",
      design: design(`${rest} · cache 1 invalidate · ${data}`),
      fails: { misses: ["availability"] },
    },
    {
      letter: "B",
      design: design(`${rest} · cache 3 zones=2 ttl=5s invalidate · ${data}`),
      fails: { misses: ["latencyP95Ms", "availability"] },
    },
    {
      letter: "C",
      design: design(`${rest} · cache 3 zones=2 ttl=never · ${data}`),
      fails: { misses: ["staleSecMax"] },
    },
    {
      letter: "D",
      design: design(`${rest} · cache 3 zones=2 invalidate only · ${data}`),
      fails: { misses: ["ordersLost"] },
    },
    {
      letter: "E",
      design: design(`${rest} · cache 2 memory=1 zones=2 ttl=1m invalidate · ${data}`),
      fails: { misses: ["latencyP95Ms"] },
    },
  ],
};
