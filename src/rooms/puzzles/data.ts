/** The puzzles. Every figure that they promise is proven from here: `play prove puzzles`. */
import { count, needing, type Offer, pick, toggle } from "../../game/index.ts";
import type { LevelId } from "../../levels/index.ts";
import { type Design, design } from "../../sim/index.ts";

/** A wasteful design on a level's day, with the shop in which it is cut down. */
export interface WasteRule {
  readonly id: string;
  readonly level: LevelId;
  readonly start: Design;
  readonly shop: readonly Offer[];
  /** The cheapest design known that solves it. */
  readonly answer: Design;
  /** Tempting cuts that do not: redundancy is taken first. */
  readonly naive: readonly Design[];
}

const balanced = (d: Design) => d.sites[0].lb.nodes > 0;
const cached = (d: Design) => d.sites[0].cache.nodes > 0;
const queued = (d: Design) => d.sites[0].queue.kind !== "none";
const sharded = (d: Design) => d.sites[0].shards.count > 0;

export const wasteRules: readonly WasteRule[] = [
  {
    id: "after-the-advert",
    level: "03-scaling",
    start: design("dns · lb 2 interval=10s retry · web 12×8 · db 16 · kv 1"),
    shop: [
      count("lb.nodes", 0, 2),
      needing(pick("lb.interval", [30, 10, 5]), "a-balancer", balanced),
      needing(toggle("lb.retry"), "a-balancer", balanced),
      count("web.count", 2, 12),
      pick("web.size", [2, 4, 8, 16]),
      pick("db.size", [4, 8, 16]),
    ],
    answer: design("dns · lb 2 interval=10s retry · web 10×4 · db 8 · kv 1"),
    naive: [design("dns · web 9×4 · db 8 · kv 1")],
  },
  {
    id: "idle-boxes",
    level: "04-load-balancer",
    start: design("dns · lb 2 interval=10s retry · web 14×8 · db 16 · kv 1"),
    shop: [
      count("lb.nodes", 0, 2),
      needing(pick("lb.interval", [30, 10, 5]), "a-balancer", balanced),
      needing(toggle("lb.retry"), "a-balancer", balanced),
      count("web.count", 3, 14),
      pick("web.size", [4, 8, 16]),
      pick("db.size", [4, 8, 16]),
    ],
    answer: design("dns · lb 2 interval=10s retry · web 12×4 · db 8 · kv 1"),
    naive: [
      design("dns · lb 1 interval=10s retry · web 12×4 · db 8 · kv 1"),
      design("dns · web 12×4 · db 8 · kv 1"),
    ],
  },
  {
    id: "too-many-copies",
    level: "05-replication",
    start: design("dns · lb 2 interval=10s retry · web 12×8 · db 16 + 8×4 zones=AB copy=semi · kv 1"),
    shop: [
      pick("web.count", [7, 8, 9, 10, 12]),
      pick("db.size", [4, 8, 16]),
      count("db.replicas", 0, 8),
      pick("db.replicaSize", [2, 4, 8]),
      pick("db.zones", ["A", "AB", "B"]),
      pick("db.copy", ["async", "semi"]),
    ],
    answer: design("dns · lb 2 interval=10s retry · web 8×8 · db 8 + 4×2 zones=B copy=semi · kv 1"),
    naive: [
      design("dns · lb 2 interval=10s retry · web 7×8 · db 8 + 4×2 zones=B copy=semi · kv 1"),
      design("dns · lb 2 interval=10s retry · web 8×8 · db 16 · kv 1"),
    ],
  },
  {
    id: "a-full-cache",
    level: "06-cache",
    start: design(
      "dns · lb 2 interval=10s retry · web 16×8 · cache 6 zones=2 ttl=5m invalidate · db 8 + 8×8 zones=AB · kv 1",
    ),
    shop: [
      pick("cache.nodes", [0, 1, 2, 4, 6]),
      needing(pick("cache.memory", [1, 2, 6]), "a-cache", cached),
      needing(count("cache.zones", 1, 2), "a-cache", cached),
      pick("web.count", [8, 9, 10, 12, 16]),
      pick("db.size", [4, 8]),
      pick("db.replicas", [2, 4, 6, 8]),
      pick("db.replicaSize", [2, 4, 8]),
    ],
    answer: design(
      "dns · lb 2 interval=10s retry · web 10×8 · cache 2 memory=1 zones=2 ttl=5m invalidate · db 4 + 8×4 zones=AB · kv 1",
    ),
    naive: [
      design(
        "dns · lb 2 interval=10s retry · web 10×8 · cache 1 ttl=5m invalidate · db 4 + 8×4 zones=AB · kv 1",
      ),
      design(
        "dns · lb 2 interval=10s retry · web 10×8 · cache 2 zones=2 ttl=5m invalidate · db 4 + 4×4 zones=AB · kv 1",
      ),
    ],
  },
  {
    id: "workers-that-wait",
    level: "10-message-queue",
    start: design(
      "dns · lb 2 interval=10s retry · web 16×8 · sessions pair · cache 8 zones=2 invalidate · db 8 + 8×4 zones=AB · kv 1 · queue durable attempts=3 dead · workers 18×8",
    ),
    shop: [
      pick("web.count", [7, 8, 10, 12, 16]),
      pick("cache.nodes", [1, 2, 4, 8]),
      pick("db.size", [4, 8]),
      pick("db.replicas", [2, 4, 6, 8]),
      pick("queue.kind", ["none", "memory", "durable"]),
      needing(pick("workers.count", [0, 2, 4, 6, 10, 18]), "a-queue", queued),
      needing(pick("workers.max", [0, 10, 14, 18]), "a-queue", queued),
    ],
    answer: design(
      "dns · lb 2 interval=10s retry · web 7×8 · sessions pair · cache 2 zones=2 invalidate · db 4 + 6×4 zones=AB · kv 1 · queue durable attempts=3 dead · workers 6×8 max=10",
    ),
    naive: [
      design(
        "dns · lb 2 interval=10s retry · web 7×8 · sessions pair · cache 2 zones=2 invalidate · db 4 + 2×4 zones=AB · kv 1 · queue durable attempts=3 dead · workers 6×8 max=14",
      ),
      design(
        "dns · lb 2 interval=10s retry · web 7×8 · sessions pair · cache 2 zones=2 invalidate · db 4 + 6×4 zones=AB · kv 1 · queue memory attempts=3 dead · workers 6×8 max=10",
      ),
    ],
  },
  {
    id: "one-more-shard",
    level: "12-database-scaling",
    start: design(
      "dns · lb 4 interval=10s retry · web 30×32 local=2s · sessions pair · cache 12 zones=2 invalidate · kv 1 · shards 12×16 replicas=1 salt=64 counter feed",
    ),
    shop: [
      pick("lb.nodes", [2, 3, 4]),
      pick("web.count", [15, 18, 22, 30]),
      pick("cache.nodes", [1, 4, 8, 12]),
      pick("shards.count", [4, 8, 12]),
      needing(pick("shards.size", [4, 8, 16]), "shards", sharded),
      needing(pick("shards.replicas", [0, 1]), "shards", sharded),
    ],
    answer: design(
      "dns · lb 3 interval=10s retry · web 15×32 local=2s · sessions pair · cache 4 zones=2 invalidate · kv 1 · shards 8×8 replicas=1 salt=64 counter feed",
    ),
    naive: [
      design(
        "dns · lb 3 interval=10s retry · web 15×32 local=2s · sessions pair · cache 4 zones=2 invalidate · kv 1 · shards 12×8 salt=64 counter feed",
      ),
      design(
        "dns · lb 3 interval=10s retry · web 15×32 local=2s · sessions pair · cache 1 zones=2 invalidate · kv 1 · shards 8×8 replicas=1 salt=64 counter feed",
      ),
    ],
  },
];

/** A design that passes its level, and the one fault that breaks it for the least. */
export interface RedTeamRule {
  readonly id: string;
  readonly level: LevelId;
  /** In one-line notation. */
  readonly line: string;
  /** When a fault strikes that is bought. */
  readonly atSec: number;
  /** The cheapest fault that breaks it, by its id. */
  readonly cheapest: string;
  /** Faults that look as if they would, and do not. */
  readonly tempting: readonly string[];
}

const front = "dns · lb 2 policy=least interval=10s retry";

export const redTeamRules: readonly RedTeamRule[] = [
  {
    id: "eleven-boxes",
    level: "03-scaling",
    line: "dns · web 11×4 · db 8 · kv 1",
    atSec: 200,
    cheapest: "web-slow-300",
    tempting: ["web-dies-120", "primary-slow-30"],
  },
  {
    id: "behind-a-balancer",
    level: "04-load-balancer",
    line: `${front} · web 8×8 · db 8 · kv 1`,
    atSec: 340,
    cheapest: "report-30",
    tempting: ["web-dies-300", "balancer-dies-300"],
  },
  {
    id: "four-small-copies",
    level: "05-replication",
    line: `${front} · web 8×8 · db 8 + 4×2 zones=B copy=semi fresh recovery · kv 1`,
    atSec: 200,
    cheapest: "report-300",
    tempting: ["replica-dies-300", "primary-dies-30"],
  },
  {
    id: "six-copies",
    level: "05-replication",
    line: `${front} · web 8×8 · db 4 + 6×4 zones=AB copy=semi fresh · kv 1`,
    atSec: 200,
    cheapest: "replica-slow-300",
    tempting: ["report-300", "replica-dies-300", "primary-dies-300"],
  },
  {
    id: "cached",
    level: "06-cache",
    line: `${front} · web 10×8 · cache 4 zones=2 ttl=5m invalidate · db 4 + 8×4 zones=AB · kv 1`,
    atSec: 180,
    cheapest: "replica-slow-120",
    tempting: ["all-changes", "cache-restarts", "primary-dies-300"],
  },
  {
    id: "behind-a-queue",
    level: "10-message-queue",
    line: `${front} · web 8×8 · sessions pair · cache 4 zones=2 invalidate · db 4 + 6×4 zones=AB · kv 1 · queue durable attempts=3 dead steps · workers 6×8 max=14`,
    atSec: 210,
    cheapest: "poison",
    tempting: ["worker-dies-300", "zone-b-300"],
  },
];
