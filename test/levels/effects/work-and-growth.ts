/** Effects of levels 10 to 12 and of the long day. */

import { visible } from "../../../src/sim/index.ts";
import { databasePricePerMonth, databaseScaling } from "../../../src/sim/scenario/capacities.ts";
import {
  bonusNight,
  type Effect,
  noCache,
  noCdn,
  noTools,
  oneMachineDies,
  type Seen,
  workersRest,
  yes,
} from "./playing.ts";

export const workAndGrowth: readonly Effect[] = [
  // 10 Message queue
  {
    level: 10,
    facts: [179],
    sees: "p95 of the pages during the burst",
    times: 10,
    rises: (on) => [on("lesson").p95(205, 258), on("bigger").p95(215, 258)],
  },
  {
    level: 10,
    facts: [180],
    sees: "jobs lost in the broker's restart",
    times: 1_000,
    rises: (on) => [on("lesson").of("lostJobs") + 1, on("B").of("lostJobs")],
  },
  {
    level: 10,
    facts: [181],
    sees: "the depth of the queue before and at the end of the burst",
    times: 50,
    rises: (on) => [
      on("lesson").mean("queue.depth", 150, 195) + 1,
      on("lesson").mean("queue.depth", 250, 260),
    ],
  },
  {
    level: 10,
    facts: [182],
    sees: "CPU of the web tier: publishing against doing",
    times: 1.3,
    rises: (on) => [
      on("lesson", { "web.count": 18 }).mean("web.cpu", 50, 190),
      on("bigger").mean("web.cpu", 50, 190),
    ],
  },
  {
    level: 10,
    facts: [183],
    sees: "the queue is worked off after the burst",
    times: 5,
    rises: (on) => [
      on("lesson").mean("queue.depth", 500, 590) + 1,
      on("lesson").mean("queue.depth", 255, 275),
    ],
  },
  {
    level: 10,
    facts: [184],
    sees: "a minute without workers: photos come later",
    times: 1.2,
    rises: (on) => [
      on("lesson", { "queue.kind": "durable" }).mean("queue.depth", 100, 160) + 1,
      on("lesson", {}, workersRest).mean("queue.depth", 100, 160),
    ],
  },
  {
    level: 10,
    facts: [184],
    sees: "and the pages do not notice",
    rises: (on) => [on("lesson", {}, workersRest).p95(105, 155), 1.1 * on("lesson").p95(105, 155)],
  },
  {
    level: 10,
    facts: [185],
    sees: "photos are ready sooner with more workers",
    times: 1.1,
    rises: (on) => [on("E").of("photoReadyP95Sec"), on("lesson").of("photoReadyP95Sec")],
  },
  {
    level: 10,
    facts: [185],
    sees: "while the web tier stays as it is",
    rises: (on) => [Math.abs(on("E").mean("web.cpu") - on("lesson").mean("web.cpu")), 0.01],
  },
  {
    level: 10,
    facts: [186],
    sees: "jobs published and done later",
    rises: (on) => [10_000, Math.min(on("lesson").of("publishedJobs"), on("lesson").of("doneJobs"))],
  },
  {
    level: 10,
    facts: [188],
    sees: "photos done twice, with steps and without",
    rises: (on) => [
      on("lesson", { "queue.steps": true }).of("duplicateJobs"),
      on("lesson").of("duplicateJobs"),
    ],
  },
  {
    level: 10,
    facts: [190],
    sees: "poison photos parked among the dead letters",
    rises: (on) => [on("D").of("parkedJobs"), on("lesson").of("parkedJobs")],
  },
  // 11 Observability
  {
    level: 11,
    facts: [193],
    sees: "errors of the one bad server, with a log and without",
    times: 2,
    rises: (on) => [
      on("lesson").lost("web", "box-errs"),
      on("lesson", { "tools.logs": "none" }).lost("web", "box-errs"),
    ],
  },
  {
    level: 11,
    facts: [194],
    sees: "the same, when each host is watched by itself",
    times: 2,
    rises: (on) => [on("lesson").lost("web", "box-errs"), on("A").lost("web", "box-errs")],
  },
  {
    level: 11,
    facts: [195],
    sees: "seconds until the log names the server",
    rises: (on) => [on("lesson").noted("fault-found", "one-server-errs", "afterSec"), 90],
  },
  {
    level: 11,
    facts: [195],
    sees: "the log on the bill, sampled and full",
    times: 50,
    rises: (on) => [on("lesson").bill("logs"), on("C").bill("logs")],
  },
  {
    level: 11,
    facts: [197],
    sees: "requests that met a full disk",
    rises: (on) => [on("A").lost("replicas", "disk-full"), on("naive").lost("replicas", "disk-full")],
  },
  {
    level: 11,
    facts: [198],
    sees: "the fog lifts from gauges of whole tiers",
    rises: (on) =>
      yes(!visible(on("A").design, "cache.hitRatio") && visible(on("lesson").design, "cache.hitRatio")),
  },
  {
    level: 11,
    facts: [199],
    sees: "orders, without and with a business metric",
    times: 1.1,
    rises: (on) => [on("B").of("ordersShare"), on("lesson").of("ordersShare")],
  },
  {
    level: 11,
    facts: [200],
    sees: "users who met the bad build, with a canary and with rollback only",
    times: 5,
    rises: (on) => [on("lesson").lost("web", "bad-build"), on("D").lost("web", "bad-build")],
  },
  {
    level: 11,
    facts: [201],
    sees: "time to repair, by a machine and by hand",
    times: 1.3,
    rises: (on) => [
      on("D").of("timeToRepairSecMean"),
      on("D", { "tools.ci": "none" }).of("timeToRepairSecMean"),
    ],
  },
  // 12 Database scaling
  {
    level: 12,
    facts: [210],
    sees: "what the primary can do after a resize",
    times: 1.5,
    rises: (on) => [
      on("start", { "db.size": 16 }).mean("db.canPerSec", 20, 90),
      on("start").mean("db.canPerSec", 20, 90),
    ],
  },
  {
    level: 12,
    facts: [213],
    sees: "the largest primary is asked for more than it can do",
    times: 1.05,
    rises: (on) => [on("start").mean("db.canPerSec", 160, 240), on("start").mean("db.askedPerSec", 160, 240)],
  },
  {
    level: 12,
    facts: [214],
    sees: "requests lost when one machine of the data tier dies",
    times: 3,
    rises: (on) => [
      on("lesson", {}, oneMachineDies).sum("failed", 60, 90),
      on("start", {}, oneMachineDies).sum("failed", 60, 90),
    ],
  },
  {
    level: 12,
    facts: [215],
    sees: "dollars per work in the price list",
    times: 1.2,
    rises: () => [
      (databasePricePerMonth[2] as number) / (databaseScaling.cores[2] as number),
      (databasePricePerMonth[32] as number) / (databaseScaling.cores[32] as number),
    ],
  },
  {
    level: 12,
    facts: [217],
    sees: "the busiest of eight shards has about an eighth of the work",
    rises: (on) => [Math.abs(on("lesson").of("hotShardShare") - 0.125), 0.02],
  },
  {
    level: 12,
    facts: [219, 220],
    sees: "hashed user ids spread evenly, dates of sign-up do not",
    times: 2,
    rises: (on) => [
      on("lesson").of("hotShardShare"),
      on("lesson", { "shards.key": "signup" }).of("hotShardShare"),
    ],
  },
  {
    level: 12,
    facts: [224],
    sees: "the busiest shard by country",
    times: 2,
    rises: (on) => [on("lesson").of("hotShardShare"), on("A").of("hotShardShare")],
  },
  {
    level: 12,
    facts: [223, 227],
    sees: "requests that had to ask more than one shard",
    rises: (on) => [
      on("lesson").of("crossShardShare"),
      on("lesson", { "shards.feed": false }).of("crossShardShare"),
    ],
  },
  {
    level: 12,
    facts: [225],
    sees: "keys moved for a ninth shard, ring and modulo",
    times: 5,
    rises: (on) => [on("lesson").of("movedKeysShare"), on("D").of("movedKeysShare")],
  },
  {
    level: 12,
    facts: [226],
    sees: "the gauge of the hot shard beside the mean of all",
    times: 1.3,
    rises: (on) => [
      on("C").mean("shards.utilization", 300, 440),
      on("C").mean("hotShard.utilization", 300, 440),
    ],
  },
  // 13 The long day
  {
    level: 13,
    facts: [233],
    sees: "people logged out, with a shared store and without",
    rises: (on) => [
      on("lesson").of("lostSessionsShare"),
      on("lesson", { "sessions.store": "local", "@korea.sessions.store": "local" }).of("lostSessionsShare"),
    ],
  },
  {
    level: 4,
    facts: [234],
    sees: "availability when a balancer node dies, with one and with two",
    times: 1.05,
    rises: (on) => [
      on("lesson", { "lb.interval": 10, "lb.retry": true }, bonusNight).of("availability"),
      on("lesson", { "lb.interval": 10, "lb.retry": true, "lb.nodes": 2 }, bonusNight).of("availability"),
    ],
  },
  {
    level: 13,
    facts: [235],
    sees: "what the shards have to do without a cache",
    times: 2,
    rises: (on) => [
      on("lesson").mean("shards.utilization"),
      on("lesson", noCache).mean("shards.utilization"),
    ],
  },
  {
    level: 6,
    facts: [235],
    sees: "the day without a cache",
    times: 5,
    rises: (on) => [on("start").of("availability"), on("lesson").of("availability")],
  },
  {
    level: 13,
    facts: [236],
    sees: "requests lost when a region goes dark",
    times: 3,
    rises: (on) => [on("lesson").lost("dns", "site-down"), on("start").lost("dns", "site-down")],
  },
  {
    level: 13,
    facts: [237],
    sees: "page load of those far away",
    times: 1.1,
    rises: (on) => [on("lesson").of("korea.pageLoadP95Ms"), on("lesson", noCdn).of("korea.pageLoadP95Ms")],
  },
  {
    level: 13,
    facts: [238],
    sees: "the fullest shard of the day, with half as many shards",
    times: 1.3,
    rises: (on) => [
      on("lesson").of("hotShardUtilizationMax"),
      on("lesson", { "shards.count": 4, "@korea.shards.count": 4 }).of("hotShardUtilizationMax"),
    ],
  },
  {
    level: 13,
    facts: [239],
    sees: "how far a bad build reaches, in services and in one piece",
    times: 1.5,
    rises: (on) => {
      const reach = (seen: Seen) => seen.lost("web", "bad-build") + seen.lost("web@korea", "bad-build");
      return [
        reach(on("lesson", { "tools.smoke": false, "tools.ci": "none" })),
        reach(on("lesson", { "tools.smoke": false, "tools.ci": "none", "services.split": false })),
      ];
    },
  },
  {
    level: 13,
    facts: [240],
    sees: "seconds until a fault is mended, with tools and without",
    times: 3,
    rises: (on) => [
      on("lesson").of("timeToRepairSecMean") + 1,
      on("lesson", noTools).of("timeToRepairSecMean"),
    ],
  },
];
