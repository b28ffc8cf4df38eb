/**
 * What each level's case draws, asks and is answered by. The designs named here pass whatever is drawn, before the twist
 * and after it: a test runs them all.
 */
import type { GoalIndicator } from "../../game/index.ts";
import type { LevelId } from "../../levels/index.ts";
import type { UsefulQuestion } from "./clarifications.ts";
import type { EstimateName } from "./estimates.ts";
import type { LevelTwist } from "./twists.ts";

/** One level's cases. */
export interface CaseRule {
  /** Factors on the level's traffic, each with a design that carries it, in one-line notation. */
  readonly models: readonly (readonly [traffic: number, line: string])[];
  /** The share of writes, where it varies. */
  readonly writeShares?: readonly number[];
  /** The share of users away from most, where it varies. */
  readonly sharesAway?: readonly number[];
  /** Bounds of goals that vary; the others stay. */
  readonly goals: Readonly<Partial<Record<GoalIndicator, readonly number[]>>>;
  /** What is worth asking. */
  readonly asks: readonly UsefulQuestion[];
  readonly estimates: readonly EstimateName[];
  readonly twists: readonly LevelTwist[];
}

const always = ["calls", "peak", "writes", "availability", "budget"] as const;
const rates = ["mean-rate", "peak-rate", "peak-writes"] as const;
const pair = "lb 2 interval=10s retry";

const out = (web: string, db: number) => `dns · web ${web} · db ${db} · kv 1`;
const replicated = (web: number, data: string) => `dns · ${pair} · web ${web}×8 · ${data} · kv 1`;
const withCache = (web: number, cache: string, replicas: number) =>
  `dns · ${pair} · web ${web}×8 · ${cache} · db 4 + ${replicas}×4 zones=AB · kv 1`;
const fiveMin = "cache 4 zones=2 ttl=5m invalidate";
const stateless = "sessions pair · cache 4 zones=2 invalidate";
const atEdge = (web: number, cdn: string) =>
  `dns · ${cdn} · ${pair} · web ${web}×8 · cache 4 zones=2 invalidate · db 4 + 6×4 zones=AB · kv 1`;
const versioned = "cdn static versioned fallback";
const scaled = (web: string) => `dns · ${pair} · web ${web} · ${stateless} · db 4 + 9×4 zones=AB · kv 1`;
const regions = (us: number, korea: number, sync = "async") =>
  `dns geo ttl=10s · sync ${sync} · tools deploy=staggered smoke · ${pair} · web ${us}×8 · ${stateless} · db 4 + 6×4 zones=AB · kv 1 · @korea · ${pair} · web ${korea}×8 · ${stateless} · db 0 + 6×4 zones=AB`;
const queued = (web: number, queue: string) =>
  `dns · ${pair} · web ${web}×8 · ${stateless} · db 4 + 6×4 zones=AB · kv 1 · queue durable attempts=3 dead${queue}`;
const observed = (tools: string) =>
  `dns · tools ${tools} · ${pair} · web 15×16 · ${stateless} · db 8 + 8×8 zones=AB · kv 1 · queue durable attempts=3 dead steps · workers 6×8 max=14`;
const sharded = (shards: string) =>
  `dns · lb 4 interval=10s retry · web 18×32 local=2s · sessions pair · cache 8 zones=2 invalidate · kv 1 · shards ${shards} feed`;
const site = (web: number) =>
  `${pair} · web ${web}×8 local=2s · ${stateless} · shards 8×4 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14`;
const whole = (us: number, korea: number) =>
  `dns geo ttl=10s · cdn static versioned fallback · sync async · tools logs=sampled metrics=tiers business ci=canary deploy=automated · services · kv 2 · ${site(us)} · @korea · ${site(korea)}`;

export const caseRules: Readonly<Record<LevelId, CaseRule>> = {
  "01-single-server": {
    models: [
      [0.7, "dns · box 2"],
      [1, "dns · box 2"],
      [1.2, "dns · box 4"],
    ],
    writeShares: [0.1, 0.15, 0.2],
    goals: { latencyP95Ms: [60, 80, 100] },
    asks: [...always, "latency", "events", "photos"],
    estimates: [...rates, "busy-cores", "storage-year"],
    twists: [
      { name: "more-users", answers: ["dns · box 4"] },
      { name: "five-times-the-writes", answers: ["dns · box 4"] },
      { name: "smaller-budget", answers: ["dns · box 1", "dns · box 1", "dns · box 2"] },
    ],
  },
  "02-database": {
    models: [
      [0.7, "dns · web 1×4 · db 2 · kv 1"],
      [1, "dns · web 1×4 · db 2 · kv 1"],
      [1.4, "dns · web 2×4 · db 4 · kv 1"],
    ],
    writeShares: [0.1, 0.15, 0.2],
    goals: { latencyP95Ms: [60, 80, 100] },
    asks: [...always, "latency", "events", "loss", "photos"],
    estimates: [...rates, "busy-cores", "storage-year"],
    twists: [
      {
        name: "more-users",
        answers: [
          "dns · web 2×4 · db 4 · kv 1",
          "dns · web 2×4 · db 4 · kv 2",
          "dns · web 2×8 · db 4 · kv 2",
        ],
      },
      { name: "five-times-the-writes", answers: ["dns · web 2×4 · db 4 · kv 1"] },
    ],
  },
  "03-scaling": {
    models: [
      [0.6, out("8×4", 4)],
      [0.8, out("10×4", 8)],
      [1, out("6×8", 8)],
    ],
    writeShares: [0.08, 0.12, 0.2],
    goals: { latencyP95Ms: [60, 80, 100] },
    asks: [...always, "latency", "events", "photos"],
    estimates: [...rates, "servers", "storage-year"],
    twists: [
      { name: "more-users", answers: [out("12×4", 8), out("8×8", 16), out("10×8", 16)] },
      { name: "five-times-the-writes", answers: [out("8×8", 16), out("10×8", 16), out("12×8", 16)] },
      {
        name: "one-nine-more",
        goals: [{ indicator: "availability", atLeast: 0.975 }],
        answers: [out("11×4", 4), out("12×4", 8)],
      },
      { name: "smaller-budget", answers: [out("8×2", 4), out("7×4", 4)] },
    ],
  },
  "04-load-balancer": {
    models: [
      [0.6, replicated(6, "db 8")],
      [0.8, replicated(7, "db 8")],
      [1, replicated(8, "db 8")],
    ],
    writeShares: [0.08, 0.12, 0.16],
    goals: { latencyP95Ms: [60, 80, 100] },
    asks: [...always, "latency", "events", "loss", "photos"],
    estimates: [...rates, "servers", "storage-year"],
    twists: [
      {
        name: "more-users",
        answers: [replicated(8, "db 8"), replicated(10, "db 16"), replicated(12, "db 16")],
      },
      {
        name: "five-times-the-writes",
        answers: [replicated(9, "db 16"), replicated(11, "db 16"), replicated(14, "db 16")],
      },
      {
        name: "one-nine-more",
        goals: [{ indicator: "availability", atLeast: 0.996 }],
        answers: [replicated(6, "db 8"), replicated(7, "db 8"), replicated(8, "db 8")],
      },
      { name: "smaller-budget", answers: [replicated(4, "db 4"), replicated(5, "db 4")] },
    ],
  },
  "05-replication": {
    models: [
      [0.6, replicated(8, "db 4 + 5×4 zones=AB")],
      [0.8, replicated(8, "db 4 + 5×4 zones=AB")],
      [1, replicated(8, "db 4 + 6×4 zones=AB")],
    ],
    writeShares: [0.06, 0.1],
    goals: { latencyP95Ms: [60, 80, 100], lostWrites: [20, 50] },
    asks: [...always, "latency", "events", "loss", "photos"],
    estimates: [...rates, "servers", "storage-year"],
    twists: [
      {
        name: "nothing-lost",
        goals: [{ indicator: "lostWrites", atMost: 0 }],
        answers: [5, 5, 6].map((n) => replicated(8, `db 4 + ${n}×4 zones=AB copy=semi`)),
      },
      {
        name: "never-stale",
        goals: [{ indicator: "staleOwnReadShare", atMost: 0.0005 }],
        answers: [4, 5, 6].map((n) => replicated(8, `db 4 + ${n}×4 zones=AB fresh`)),
      },
    ],
  },
  "06-cache": {
    models: [
      [0.65, withCache(8, fiveMin, 6)],
      [0.75, withCache(9, fiveMin, 8)],
      [0.85, withCache(10, fiveMin, 8)],
    ],
    writeShares: [0.03, 0.05],
    goals: { latencyP95Ms: [60, 80, 100], staleSecMax: [180, 240] },
    asks: [...always, "latency", "staleness", "loss", "events", "data"],
    estimates: [...rates, "servers", "hot-memory"],
    twists: [
      {
        name: "never-stale",
        goals: [{ indicator: "staleReadShare", atMost: 0.001 }],
        answers: [withCache(8, fiveMin, 6), withCache(9, fiveMin, 8), withCache(10, fiveMin, 8)],
      },
      {
        name: "more-users",
        answers: [
          withCache(10, fiveMin, 8),
          withCache(16, fiveMin, 8),
          withCache(16, "cache 6 zones=2 ttl=5m invalidate", 8),
        ],
      },
    ],
  },
  "07-cdn": {
    models: [
      [0.6, atEdge(8, versioned)],
      [0.8, atEdge(9, versioned)],
      [1, atEdge(10, versioned)],
    ],
    sharesAway: [0.3, 0.45],
    goals: { worstRegionPageLoadP95Ms: [1_000, 1_200] },
    asks: [...always, "latency", "staleness", "regions", "events"],
    estimates: [...rates, "servers", "egress"],
    twists: [
      {
        name: "never-stale",
        goals: [{ indicator: "staleAssetSecMax", atMost: 0 }],
        answers: [8, 9, 10].map((web) => atEdge(web, versioned)),
      },
      { name: "users-far-away", answers: [8, 9, 10].map((web) => atEdge(web, versioned)) },
      { name: "more-users", answers: [10, 12, 16].map((web) => atEdge(web, versioned)) },
    ],
  },
  "08-stateless": {
    models: [
      [0.6, scaled("10×8 target=60 min=4 max=16")],
      [0.8, scaled("10×8 target=60 min=4 max=20")],
      [1, scaled("10×8 target=60 min=4 max=24")],
    ],
    writeShares: [0.03, 0.05],
    goals: {},
    asks: [...always, "loss", "events", "data"],
    estimates: [...rates, "servers", "hot-memory"],
    twists: [
      {
        name: "one-nine-more",
        goals: [{ indicator: "availability", atLeast: 0.9995 }],
        answers: [16, 20, 24].map((max) => scaled(`10×8 target=60 min=4 max=${max}`)),
      },
      { name: "more-users", answers: [20, 24, 30].map((max) => scaled(`10×8 target=60 min=4 max=${max}`)) },
    ],
  },
  "09-data-centers": {
    models: [
      [0.6, regions(10, 10)],
      [0.8, regions(12, 12)],
      [1, regions(15, 15)],
    ],
    sharesAway: [0.3, 0.45],
    goals: { latencyP99Ms: [300, 400] },
    asks: [...always, "latency", "loss", "regions", "events"],
    estimates: [...rates, "servers", "egress"],
    twists: [
      { name: "users-far-away", answers: [regions(10, 12), regions(12, 15), regions(15, 18)] },
      {
        name: "nothing-lost",
        goals: [
          { indicator: "lostWrites", atMost: 0 },
          { indicator: "latencyP99Ms", atMost: 600 },
        ],
        answers: [10, 12, 15].map((web) => regions(web, web, "sync")),
      },
      {
        name: "one-nine-more",
        goals: [{ indicator: "availability", atLeast: 0.95 }],
        answers: [10, 12, 15].map((web) => regions(web, web)),
      },
    ],
  },
  "10-message-queue": {
    models: [
      [0.6, queued(8, " · workers 4×8 max=10")],
      [0.8, queued(8, " · workers 6×8 max=14")],
      [1, queued(8, " · workers 6×8 max=14")],
    ],
    writeShares: [0.03, 0.05],
    goals: { latencyP95Ms: [60, 80, 100], photoReadyP95Sec: [70, 90] },
    asks: ["calls", "peak", "writes", "budget", "latency", "loss", "ready", "events", "photos"],
    estimates: [...rates, "servers", "storage-year"],
    twists: [
      {
        name: "done-once",
        goals: [{ indicator: "duplicateJobs", atMost: 0 }],
        answers: [queued(8, " steps · workers 4×8 max=10"), queued(8, " steps · workers 6×8 max=14")],
      },
      {
        name: "ready-sooner",
        goals: [{ indicator: "photoReadyP95Sec", atMost: 50 }],
        answers: [
          queued(8, " · workers 6×8 max=14"),
          queued(8, " · workers 8×8 max=18"),
          queued(8, " · workers 10×8 max=18"),
        ],
      },
      {
        name: "more-users",
        answers: [
          queued(8, " · workers 6×8 max=14"),
          queued(10, " · workers 10×8 max=18"),
          queued(12, " · workers 10×8 max=18"),
        ],
      },
    ],
  },
  "11-observability": {
    models: [
      [0.8, observed("logs=sampled metrics=tiers business ci=canary")],
      [1, observed("logs=sampled metrics=tiers business ci=canary")],
    ],
    goals: { ordersShare: [0.95, 0.96] },
    asks: [...always, "loss", "events", "data"],
    estimates: [...rates, "servers", "hot-memory"],
    twists: [
      {
        name: "found-sooner",
        goals: [{ indicator: "timeToDetectSecMean", atMost: 25 }],
        answers: [observed("logs=sampled metrics=tiers business traces ci=canary")],
      },
    ],
  },
  "12-database-scaling": {
    models: [
      [0.8, sharded("8×8 replicas=1 salt=64 counter")],
      [1, sharded("8×8 replicas=1 salt=64 counter")],
    ],
    writeShares: [0.2, 0.25],
    goals: { writeP99Ms: [50, 70] },
    asks: [...always, "latency", "events", "data"],
    estimates: [...rates, "servers", "hot-memory"],
    twists: [
      {
        name: "one-nine-more",
        goals: [{ indicator: "availability", atLeast: 0.985 }],
        answers: [sharded("8×8 replicas=1 salt=64 counter")],
      },
    ],
  },
  "celebrity-lab": {
    models: [
      [0.8, sharded("8×8 replicas=1 salt=64 counter")],
      [1, sharded("8×8 replicas=1 salt=64 counter")],
    ],
    writeShares: [0.2, 0.25],
    goals: { latencyP95Ms: [60, 80, 100], writeP99Ms: [50, 70] },
    asks: [...always, "latency", "events", "data"],
    estimates: [...rates, "servers", "hot-memory"],
    twists: [
      {
        name: "nothing-lost",
        goals: [{ indicator: "lostWrites", atMost: 0 }],
        answers: [sharded("8×8 replicas=1 salt=64 counter")],
      },
      {
        name: "one-nine-more",
        goals: [{ indicator: "availability", atLeast: 0.99 }],
        answers: [sharded("8×8 replicas=1 salt=64 counter")],
      },
    ],
  },
  finale: {
    models: [
      [0.8, whole(28, 28)],
      [1, whole(28, 28)],
    ],
    sharesAway: [0.3, 0.45],
    goals: { ordersShare: [0.85, 0.865] },
    asks: [...always, "loss", "regions", "events", "photos"],
    estimates: [...rates, "servers", "storage-year", "egress"],
    twists: [
      { name: "users-far-away", answers: [whole(28, 28)] },
      { name: "smaller-budget", answers: [whole(14, 14)] },
    ],
  },
};
