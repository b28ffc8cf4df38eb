/** Effects of levels 5 and 6. */
import { dayOf, type Effect, levelOf, mostlyWrites, only, quietDay, readsOnly, yes } from "./playing.ts";

/** Zone A, the primary's, is the one that floods. */
const floodA = dayOf("flood-a");

export const dataCopies: readonly Effect[] = [
  // 5 Replication
  {
    level: 5,
    facts: [62],
    sees: "availability of a run with a flood, without and with copies",
    times: 1.5,
    rises: (on) => [on("start", {}, floodA).of("availability"), on("lesson", {}, floodA).of("availability")],
  },
  {
    level: 5,
    facts: [65],
    sees: "the primary is asked for a tenth of the traffic: the writes",
    rises: (on) => [on("lesson").mean("db.askedPerSec", 50, 95), 0.15 * on("lesson").mean("offered", 50, 95)],
  },
  {
    level: 5,
    facts: [66, 89],
    sees: "the trace of a write goes to the primary, not to a replica",
    rises: (on) =>
      yes(
        on("lesson", {}, only("write")).stop("db", 50) > 0 &&
          on("lesson", {}, only("write")).stop("replicas", 50) === 0,
      ),
  },
  {
    level: 5,
    facts: [67],
    sees: "the replicas' lag",
    rises: (on) => [2.5, on("lesson").mean("replicas.lagMs", 50, 95)],
  },
  {
    level: 5,
    facts: [67],
    sees: "every replica is asked for all writes besides its reads",
    rises: (on) => [
      on("lesson").mean("offered", 50, 95) * 0.9,
      on("lesson").mean("replicas.askedPerSec", 50, 95),
    ],
  },
  {
    level: 5,
    facts: [68, 88],
    sees: "the trace of a read ends at a replica",
    rises: (on) =>
      yes(
        on("lesson", {}, only("page")).stop("replicas", 50) > 0 &&
          on("lesson", {}, only("page")).stop("db", 50) === 0,
      ),
  },
  {
    level: 5,
    facts: [69],
    sees: "nine in ten requests of the traffic read",
    times: 8,
    rises: () => {
      const rate = (kinds: string[]) =>
        levelOf(5)
          .scenario.streams.filter(({ kind }) => kinds.includes(kind))
          .reduce((sum, { curve }) => sum + (curve[0]?.[1] ?? 0), 0);
      return [rate(["write"]), rate(["page", "own", "feed"])];
    },
  },
  {
    level: 5,
    facts: [70],
    sees: "availability with one replica and with three",
    times: 1.2,
    rises: (on) => [on("B").of("availability"), on("lesson").of("availability")],
  },
  {
    level: 5,
    facts: [71],
    sees: "reads that all replicas together can do",
    times: 1.25,
    rises: (on) => [
      on("lesson", { "db.replicas": 4 }).mean("replicas.canPerSec", 20, 95),
      on("lesson").mean("replicas.canPerSec", 20, 95),
    ],
  },
  {
    level: 5,
    facts: [72],
    sees: "writes lost in the flood, with copies in another zone and without",
    times: 100,
    rises: (on) => [on("lesson", {}, floodA).of("lostWrites"), on("A", {}, floodA).of("lostWrites")],
  },
  {
    level: 5,
    facts: [73],
    sees: "availability when all copies drown together",
    times: 1.5,
    rises: (on) => [on("A", {}, floodA).of("availability"), on("lesson", {}, floodA).of("availability")],
  },
  {
    level: 5,
    facts: [74],
    sees: "reads answered while there is no primary",
    rises: (on) => [
      on("A", {}, floodA).sum("answered", 355, 385),
      on("lesson", {}, floodA).sum("answered", 355, 385),
    ],
  },
  {
    level: 5,
    facts: [75],
    sees: "the primary's load when the only replica is gone",
    times: 5,
    rises: (on) => [on("B").mean("db.askedPerSec", 50, 95), on("B").mean("db.askedPerSec", 110, 210)],
  },
  {
    level: 5,
    facts: [76],
    sees: "and when it is back",
    times: 5,
    rises: (on) => [on("B").mean("db.askedPerSec", 240, 340), on("B").mean("db.askedPerSec", 110, 210)],
  },
  {
    level: 5,
    facts: [77],
    sees: "the bars of the other replicas when one is gone",
    times: 1.2,
    rises: (on) => [
      on("lesson").mean("replicas.utilization", 50, 95),
      on("lesson").mean("replicas.utilization", 110, 210),
    ],
  },
  {
    level: 5,
    facts: [78],
    sees: "and when it has been replaced",
    times: 1.1,
    rises: (on) => [
      on("lesson").mean("replicas.utilization", 240, 340),
      on("lesson").mean("replicas.utilization", 110, 210),
    ],
  },
  {
    level: 5,
    facts: [79],
    sees: "seconds without a primary: until the promotion, or to the end",
    times: 4,
    rises: (on) => [on("lesson", {}, floodA).of("primaryDownSec"), on("A", {}, floodA).of("primaryDownSec")],
  },
  {
    level: 5,
    facts: [80],
    sees: "the new primary takes the writes",
    rises: (on) => [
      on("lesson", {}, floodA).mean("db.askedPerSec", 355, 385),
      on("lesson", {}, floodA).mean("db.askedPerSec", 400, 590),
    ],
  },
  {
    level: 5,
    facts: [81],
    sees: "replicas at work: one fewer after the promotion, then as many as before",
    times: 1.2,
    rises: (on) => [
      on("lesson", {}, floodA).mean("replicas.up", 400, 500),
      on("lesson", {}, floodA).mean("replicas.up", 530, 590),
    ],
  },
  {
    level: 5,
    facts: [82],
    sees: "writes lost: lag × rate, or none when one copy has confirmed",
    rises: (on) => [
      on("lesson", { "db.copy": "semi" }, floodA).of("lostWrites"),
      on("lesson", {}, floodA).of("lostWrites"),
    ],
  },
  {
    level: 5,
    facts: [83],
    sees: "writes brought back by the scripts",
    rises: (on) => [
      on("lesson", {}, floodA).of("recoveredWrites"),
      on("lesson", { "db.recovery": true }, floodA).of("recoveredWrites"),
    ],
  },
  {
    level: 5,
    facts: [85],
    sees: "first stop of the trace: the name",
    rises: (on) => yes(on("lesson").stop("dns", 50) === 1),
  },
  {
    level: 5,
    facts: [86],
    sees: "then the balancer",
    rises: (on) => [on("lesson").stop("dns", 50), on("lesson").stop("lb", 50)],
  },
  {
    level: 5,
    facts: [87],
    sees: "then a web server",
    rises: (on) => [on("lesson").stop("lb", 50), on("lesson").stop("web", 50)],
  },
  // 6 Cache
  {
    level: 6,
    facts: [90],
    sees: "p95 with a cache and without",
    times: 10,
    rises: (on) => [on("lesson").of("latencyP95Ms"), on("start").of("latencyP95Ms")],
  },
  {
    level: 6,
    facts: [92],
    sees: "the feed's answer time",
    times: 2,
    rises: (on) => [on("lesson").kind("feed", "meanMs"), on("naive").kind("feed", "p95Ms")],
  },
  {
    level: 6,
    facts: [93],
    sees: "the hit ratio of a cache that has just restarted, and two minutes later",
    times: 1.05,
    rises: (on) => [
      on("A", {}, floodA).mean("cache.hitRatio", 141, 147),
      on("A", {}, floodA).mean("cache.hitRatio", 200, 239),
    ],
  },
  {
    level: 6,
    facts: [94],
    sees: "reads that reach the replicas",
    times: 3,
    rises: (on) => [
      on("lesson", {}, readsOnly).mean("replicas.askedPerSec"),
      on("naive", {}, readsOnly).mean("replicas.askedPerSec"),
    ],
  },
  {
    level: 6,
    facts: [95],
    sees: "milliseconds at a cache in the same zone and of a feed at a replica, in the trace",
    times: 1.5,
    rises: (on) => [
      on("lesson", { "cache.zones": 1 }, only("feed")).hopMs("cache", 100),
      on("lesson", {}, only("feed"), 5).hopMs("replicas", 100),
    ],
  },
  {
    level: 6,
    facts: [96],
    sees: "the cache has its own gauge, which falls with its own nodes",
    times: 1.5,
    rises: (on) => [
      on("lesson", {}, quietDay).mean("cache.utilization"),
      on("lesson", { "cache.nodes": 2 }, quietDay).mean("cache.utilization"),
    ],
  },
  {
    level: 6,
    facts: [99],
    sees: "the hit ratio when data changes more often than it is read",
    times: 1.3,
    rises: (on) => [on("lesson", {}, mostlyWrites).of("hitRatio"), on("lesson", {}, quietDay).of("hitRatio")],
  },
  {
    level: 6,
    facts: [100, 102],
    sees: "orders lost when the cache alone had them",
    rises: (on) => [on("lesson").of("ordersLost"), on("D").of("ordersLost")],
  },
  {
    level: 6,
    facts: [101],
    sees: "the hit ratio when the only node is lost",
    times: 3,
    rises: (on) => [
      on("A", {}, floodA).mean("cache.hitRatio", 45, 135),
      on("A", {}, floodA).mean("cache.hitRatio", 20, 39),
    ],
  },
  {
    level: 6,
    facts: [103, 104],
    sees: "the hit ratio by the time to live",
    times: 2,
    rises: (on) => [
      on("B", {}, quietDay).of("hitRatio"),
      on("lesson", { "cache.ttl": 3_600 }, quietDay).of("hitRatio"),
    ],
  },
  {
    level: 6,
    facts: [105],
    sees: "how old a price was still read",
    rises: (on) => [on("lesson").of("staleSecMax"), on("C").of("staleSecMax")],
  },
  {
    level: 6,
    facts: [106],
    sees: "stale reads with and without invalidation",
    times: 3,
    rises: (on) => [
      on("lesson").of("staleReadShare"),
      on("lesson", { "cache.invalidate": false }).of("staleReadShare"),
    ],
  },
  {
    level: 6,
    facts: [107],
    sees: "a few stale reads are left in spite of it: lost invalidations",
    rises: (on) => [0, on("lesson").of("staleReadShare")],
  },
  {
    level: 6,
    facts: [108],
    sees: "the hit ratio while a zone is lost, of one node and of four in two zones",
    times: 1.5,
    rises: (on) => [
      on("A", {}, floodA).mean("cache.hitRatio", 45, 135),
      on("lesson", {}, floodA).mean("cache.hitRatio", 45, 135),
    ],
  },
  {
    level: 6,
    facts: [110],
    sees: "p95 with room to spare and without",
    times: 1.2,
    rises: (on) => [on("lesson").of("latencyP95Ms"), on("E").of("latencyP95Ms")],
  },
  {
    level: 6,
    facts: [111],
    sees: "evictions a second, in a roomy cache and in a full one",
    rises: (on) => [
      on("lesson").peak("cache.evictionsPerSec", 0, 190),
      on("E").peak("cache.evictionsPerSec", 0, 190),
    ],
  },
  {
    level: 6,
    facts: [112, 113],
    sees: "the hit ratio by what goes first when it is full",
    times: 1.01,
    rises: (on) => [
      on("lesson", { "cache.memory": 1, "cache.evict": "fifo" }).of("hitRatio"),
      on("lesson", { "cache.memory": 1 }).of("hitRatio"),
    ],
  },
];
