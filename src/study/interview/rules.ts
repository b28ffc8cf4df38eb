/**
 * What each level's case draws, asks and is answered by. The designs named here pass whatever is drawn: a test runs
 * them all.
 */
import type { GoalIndicator } from "../../game/index.ts";
import type { LevelId } from "../../levels/index.ts";
import type { UsefulQuestion } from "./clarifications.ts";
import type { EstimateName } from "./estimates.ts";

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
}

const always = ["calls", "peak", "writes", "availability", "budget"] as const;
const rates = ["mean-rate", "peak-rate", "peak-writes"] as const;

export const caseRules: Readonly<Record<LevelId, CaseRule>> = {
  "01-single-server": {
    models: [
      [0.7, "dns · box 2"],
      [1, "dns · box 2"],
    ],
    goals: { latencyP95Ms: [60, 80, 100] },
    asks: [...always, "latency", "events", "photos"],
    estimates: [...rates, "busy-cores", "storage-year"],
  },
  "02-database": {
    models: [
      [0.7, "dns · web 1×4 · db 2 · kv 1"],
      [1, "dns · web 1×4 · db 2 · kv 1"],
    ],
    goals: { latencyP95Ms: [60, 80, 100] },
    asks: [...always, "latency", "events", "loss", "photos"],
    estimates: [...rates, "busy-cores", "storage-year"],
  },
  "03-scaling": {
    models: [
      [0.7, "dns · web 6×8 · db 8 · kv 1"],
      [1, "dns · web 6×8 · db 8 · kv 1"],
    ],
    goals: { latencyP95Ms: [60, 80, 100] },
    asks: [...always, "latency", "events", "photos"],
    estimates: [...rates, "servers", "storage-year"],
  },
  "04-load-balancer": {
    models: [
      [0.7, "dns · lb 2 interval=10s retry · web 8×8 · db 8 · kv 1"],
      [1, "dns · lb 2 interval=10s retry · web 8×8 · db 8 · kv 1"],
    ],
    goals: { latencyP95Ms: [60, 80, 100] },
    asks: [...always, "latency", "events", "loss", "photos"],
    estimates: [...rates, "servers", "storage-year"],
  },
  "05-replication": {
    models: [[1, "dns · lb 2 interval=10s retry · web 8×8 · db 4 + 6×4 zones=AB · kv 1"]],
    goals: { latencyP95Ms: [60, 80, 100] },
    asks: [...always, "latency", "events", "loss", "photos"],
    estimates: [...rates, "servers", "storage-year"],
  },
  "06-cache": {
    models: [
      [
        1,
        "dns · lb 2 interval=10s retry · web 10×8 · cache 4 zones=2 ttl=5m invalidate · db 4 + 8×4 zones=AB · kv 1",
      ],
    ],
    goals: { latencyP95Ms: [60, 80, 100] },
    asks: [...always, "latency", "staleness", "events", "data"],
    estimates: [...rates, "servers", "hot-memory"],
  },
  "07-cdn": {
    models: [
      [
        1,
        "dns · cdn static versioned fallback · lb 2 interval=10s retry · web 10×8 · cache 4 zones=2 invalidate · db 4 + 6×4 zones=AB · kv 1",
      ],
    ],
    goals: { worstRegionPageLoadP95Ms: [1_000, 1_200] },
    asks: [...always, "latency", "staleness", "regions", "events"],
    estimates: [...rates, "servers", "egress"],
  },
  "08-stateless": {
    models: [
      [
        1,
        "dns · lb 2 interval=10s retry · web 10×8 target=60 min=4 max=24 · sessions pair · cache 4 zones=2 invalidate · db 4 + 9×4 zones=AB · kv 1",
      ],
    ],
    goals: {},
    asks: [...always, "loss", "events", "data"],
    estimates: [...rates, "servers", "hot-memory"],
  },
  "09-data-centers": {
    models: [
      [
        1,
        "dns geo ttl=30s · sync async · tools deploy=staggered smoke · lb 2 interval=10s retry · web 15×8 · sessions pair · cache 4 zones=2 invalidate · db 4 + 6×4 zones=AB · kv 1 · @korea · lb 2 interval=10s retry · web 15×8 · sessions pair · cache 4 zones=2 invalidate · db 0 + 6×4 zones=AB",
      ],
    ],
    goals: {},
    asks: [...always, "latency", "loss", "regions", "events"],
    estimates: [...rates, "servers", "egress"],
  },
  "10-message-queue": {
    models: [
      [
        1,
        "dns · lb 2 interval=10s retry · web 8×8 · sessions pair · cache 4 zones=2 invalidate · db 4 + 6×4 zones=AB · kv 1 · queue durable attempts=3 dead · workers 6×8 max=14",
      ],
    ],
    goals: {},
    asks: ["calls", "peak", "writes", "budget", "latency", "loss", "ready", "events", "photos"],
    estimates: [...rates, "servers", "storage-year"],
  },
  "11-observability": {
    models: [
      [
        1,
        "dns · tools logs=sampled metrics=tiers business ci=canary · lb 2 interval=10s retry · web 15×16 · sessions pair · cache 4 zones=2 invalidate · db 8 + 8×8 zones=AB · kv 1 · queue durable attempts=3 dead steps · workers 6×8 max=14",
      ],
    ],
    goals: {},
    asks: [...always, "loss", "events", "data"],
    estimates: [...rates, "servers", "hot-memory"],
  },
  "12-database-scaling": {
    models: [
      [
        1,
        "dns · lb 4 interval=10s retry · web 18×32 local=2s · sessions pair · cache 8 zones=2 invalidate · kv 1 · shards 8×8 replicas=1 salt=64 counter feed",
      ],
    ],
    goals: {},
    asks: [...always, "latency", "events", "data"],
    estimates: [...rates, "servers", "hot-memory"],
  },
  "celebrity-lab": {
    models: [
      [
        1,
        "dns · lb 4 interval=10s retry · web 18×32 local=2s · sessions pair · cache 8 zones=2 invalidate · kv 1 · shards 8×8 replicas=1 salt=64 counter feed",
      ],
    ],
    goals: {},
    asks: [...always, "latency", "events", "data"],
    estimates: [...rates, "servers", "hot-memory"],
  },
  finale: {
    models: [
      [
        1,
        "dns geo ttl=10s · cdn static versioned fallback · sync async · tools logs=sampled metrics=tiers business ci=canary deploy=automated · services · kv 2 · lb 2 interval=10s retry · web 28×8 local=2s · sessions pair · cache 4 zones=2 invalidate · shards 8×4 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14 · @korea · lb 2 interval=10s retry · web 28×8 local=2s · sessions pair · cache 4 zones=2 invalidate · shards 8×4 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14",
      ],
    ],
    goals: {},
    asks: [...always, "loss", "regions", "events", "photos"],
    estimates: [...rates, "servers", "storage-year", "egress"],
  },
};
