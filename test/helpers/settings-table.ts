/** For every setting a design and a scenario in which it must matter, and which way the report must then move. */
import {
  type Happening,
  type Indicator,
  photoData,
  type Scenario,
  type ScenarioEvent,
  type SettingPath,
  type SettingValue,
} from "../../src/sim/index.ts";
import { calm } from "./scenarios.ts";

export interface Row {
  readonly setting: SettingPath;
  readonly from: SettingValue;
  readonly to: SettingValue;
  /** The design around the setting, in notation. */
  readonly design: string;
  readonly scenario: Scenario;
  readonly indicator: Indicator;
  readonly moves: "up" | "down";
}

type Rates = Parameters<typeof calm>[0];
type Happened = Happening & { readonly atSec: number; readonly untilSec?: number };

/** A calm day with some events. */
function day(rates: Rates, events: readonly Happened[] = [], changes: Partial<Scenario> = {}): Scenario {
  return calm(rates, 600, {
    events: events.map((event) => ({ label: event.what, ...event }) as ScenarioEvent),
    ...changes,
  });
}

/** The same users, some of them in Korea. */
function across(scenario: Scenario, korea = 0.4): Scenario {
  return {
    ...scenario,
    streams: scenario.streams.map((stream) => ({ ...stream, regions: { us: 1 - korea, korea } })),
  };
}

function withSessions(scenario: Scenario, sessionSec: number): Scenario {
  return { ...scenario, clients: { ...scenario.clients, sessionSec } };
}

/** Traffic that climbs for five minutes and stays. */
function climb(to: number): Scenario {
  const scenario = day({ page: 10 });
  return {
    ...scenario,
    streams: scenario.streams.map((stream) => ({
      ...stream,
      curve: [
        [0, 1_000],
        [300, to],
      ] as const,
    })),
  };
}

const web = "dns · lb 2 · web 6×8 · db 16 + 3×8 zones=AB";
const far =
  "dns geo ttl=30s · sync async · lb 2 · web 8×8 · db 8 + 2×8 zones=AB · @korea · lb 2 · web 8×8 · db 0 + 2×8 zones=AB";
const edge = "dns · cdn static · lb 2 · web 9×8 · db 16 + 3×8";
const cached = "dns · lb 2 · web 9×8 · cache 2 memory=2 · db 8 + 3×8";
const scaled = "dns · lb 2 · web 2×4 target=60 min=2 max=20 · db 16 + 4×8";
const sharded = "dns · lb 4 · web 40×16 · cache 2 · shards 4×4";
const jobs = "dns · lb 2 · web 6×8 · db 8 · queue durable attempts=3 dead · workers 3×4";
const tools = "lb 2 · web 15×8 · cache 3 invalidate · db 8 + 3×8 zones=AB";

const outage: Happened = { what: "region-outage", region: "us", atSec: 200, untilSec: 400 };
const boxDies: Happened = { what: "crash", tier: "web", boxes: 1, atSec: 200, untilSec: 400 };
const primaryDies: Happened = { what: "crash", tier: "primary", boxes: 1, atSec: 200 };
const badBuild: Happened = { what: "bad-build", errorShare: 0.2, atSec: 120 };
const noOrders: Happened = { what: "bad-build", errorShare: 0.3, silent: true, atSec: 120 };
const gray: Happened = { what: "gray", tier: "web", boxes: 1, errorShare: 0.3, atSec: 200 };
const diskFills: Happened = { what: "disk-fills", atSec: 120, untilSec: 240 };
const deploy: Happened = { what: "deploy", atSec: 120 };
const rebrand: Happened = { what: "rebrand", atSec: 200 };
const flood: Happened = { what: "flood", zone: "A", atSec: 200 };
const crawler: Happened = { what: "crawl", objects: 10_000_000, atSec: 200, untilSec: 400 };
const celebrity: Happened = {
  what: "celebrity",
  readsPerSec: 30_000,
  likesPerSec: 12_000,
  atSec: 200,
  untilSec: 500,
};
const poison: Happened = { what: "poison", messages: 40, atSec: 100, untilSec: 160 };
const workerDies: Happened = { what: "crash", tier: "workers", boxes: 2, atSec: 200, untilSec: 260 };

const mix = { page: 7_600, feed: 1_900, write: 400, order: 100 };

// biome-ignore format: a table reads best with one row a line
export const rows: readonly Row[] = [
  { setting: "dns.domain", from: false, to: true, design: "dns off · box 4", scenario: day({ page: 200 }), indicator: "availability", moves: "up" },
  { setting: "dns.geo", from: false, to: true, design: far, scenario: across(day(mix)), indicator: "korea.latencyP50Ms", moves: "down" },
  { setting: "dns.ttl", from: 10, to: 300, design: far, scenario: across(day(mix, [outage])), indicator: "availability", moves: "down" },
  { setting: "dns.check", from: 10, to: 60, design: far, scenario: across(day(mix, [outage])), indicator: "availability", moves: "down" },

  { setting: "cdn.assets", from: "none", to: "static", design: edge, scenario: across(day({ ...mix, asset: 30_000 })), indicator: "pageLoadP95Ms", moves: "down" },
  { setting: "cdn.assets", from: "static", to: "archive", design: edge, scenario: day({ ...mix, asset: 30_000 }), indicator: "edgeHitRatio", moves: "down" },
  { setting: "cdn.ttl", from: 10, to: 3_600, design: edge, scenario: day({ ...mix, asset: 3_000 }), indicator: "edgeHitRatio", moves: "up" },
  { setting: "cdn.versioned", from: false, to: true, design: edge, scenario: day({ ...mix, asset: 30_000 }, [rebrand]), indicator: "staleAssetSecMax", moves: "down" },
  { setting: "cdn.purge", from: false, to: true, design: edge, scenario: day({ ...mix, asset: 30_000 }, [rebrand]), indicator: "staleAssetSecMax", moves: "down" },
  { setting: "cdn.fallback", from: false, to: true, design: edge, scenario: day({ page: 3_000, asset: 3_000 }, [{ what: "cdn-outage", atSec: 200, untilSec: 300 }]), indicator: "availability", moves: "up" },
  { setting: "cdn.prefetch", from: false, to: true, design: `${edge.replace("static", "static versioned")}`, scenario: day({ ...mix, asset: 3_000 }, [rebrand]), indicator: "edgeHitRatio", moves: "up" },

  { setting: "sync.mode", from: "none", to: "async", design: far, scenario: across(day(mix, [outage])), indicator: "availability", moves: "up" },
  { setting: "sync.mode", from: "async", to: "sync", design: far, scenario: across(day(mix)), indicator: "writeP99Ms", moves: "up" },

  { setting: "tools.logs", from: "none", to: "sampled", design: `dns · ${tools}`, scenario: day(mix, [gray]), indicator: "timeToDetectSecMean", moves: "down" },
  { setting: "tools.logs", from: "sampled", to: "full", design: `dns · ${tools}`, scenario: day({ page: 600 }, [gray]), indicator: "timeToDetectSecMean", moves: "down" },
  { setting: "tools.metrics", from: "none", to: "hosts", design: `dns · ${tools}`, scenario: day(mix, [diskFills]), indicator: "timeToDetectSecMean", moves: "down" },
  { setting: "tools.metrics", from: "hosts", to: "tiers", design: `dns · ${tools}`, scenario: day(mix, [badBuild]), indicator: "timeToDetectSecMean", moves: "down" },
  { setting: "tools.business", from: false, to: true, design: `dns · ${tools}`, scenario: day(mix, [noOrders]), indicator: "ordersShare", moves: "up" },
  { setting: "tools.traces", from: false, to: true, design: `dns · ${tools}`, scenario: day(mix, [gray]), indicator: "timeToDetectSecMean", moves: "down" },
  { setting: "tools.ci", from: "none", to: "rollback", design: `dns · ${tools}`, scenario: day(mix, [badBuild]), indicator: "timeToRepairSecMean", moves: "down" },
  { setting: "tools.ci", from: "rollback", to: "canary", design: `dns · tools logs=sampled · ${tools}`, scenario: day(mix, [badBuild]), indicator: "availability", moves: "up" },
  { setting: "tools.deploy", from: "manual", to: "automated", design: far, scenario: across(day(mix, [deploy])), indicator: "versionSkewErrors", moves: "down" },
  { setting: "tools.deploy", from: "automated", to: "staggered", design: far, scenario: across(day(mix, [badBuild])), indicator: "availability", moves: "up" },
  { setting: "tools.smoke", from: false, to: true, design: far.replace("sync async", "sync async · tools deploy=automated"), scenario: across(day(mix, [deploy])), indicator: "versionSkewErrors", moves: "down" },
  { setting: "services.split", from: false, to: true, design: `dns · ${tools}`, scenario: day(mix, [badBuild]), indicator: "availability", moves: "up" },

  { setting: "box.size", from: 2, to: 8, design: "dns", scenario: day({ page: 1_000 }), indicator: "availability", moves: "up" },

  { setting: "lb.nodes", from: 1, to: 2, design: web, scenario: day(mix, [{ what: "crash", tier: "lb", boxes: 1, atSec: 200, untilSec: 300 }]), indicator: "availability", moves: "up" },
  { setting: "lb.policy", from: "round-robin", to: "random", design: web, scenario: day({ page: 18_000 }), indicator: "latencyP99Ms", moves: "up" },
  { setting: "lb.policy", from: "random", to: "two", design: web, scenario: day({ page: 18_000 }), indicator: "latencyP99Ms", moves: "down" },
  { setting: "lb.policy", from: "two", to: "least", design: web.replace("6×8", "30×1"), scenario: day({ page: 11_500 }), indicator: "latencyP99Ms", moves: "down" },
  { setting: "lb.interval", from: 5, to: 60, design: web, scenario: day(mix, [boxDies]), indicator: "availability", moves: "down" },
  { setting: "lb.misses", from: 1, to: 5, design: web, scenario: day(mix, [boxDies]), indicator: "availability", moves: "down" },
  { setting: "lb.retry", from: false, to: true, design: web, scenario: day(mix, [boxDies]), indicator: "availability", moves: "up" },
  { setting: "lb.sticky", from: false, to: true, design: web, scenario: withSessions(day(mix), 600), indicator: "availability", moves: "up" },
  { setting: "lb.public", from: false, to: true, design: web, scenario: day(mix, [{ what: "scan", boxes: 1, atSec: 200 }]), indicator: "breachedBoxes", moves: "up" },

  { setting: "web.count", from: 3, to: 9, design: web, scenario: day({ page: 15_000 }), indicator: "availability", moves: "up" },
  { setting: "web.size", from: 2, to: 8, design: web, scenario: day({ page: 15_000 }), indicator: "availability", moves: "up" },
  { setting: "web.pool", from: 32, to: 2_048, design: web, scenario: day({ page: 3_000, write: 2_000 }, [{ what: "slow", tier: "primary", boxes: 1, speed: 0.02, atSec: 100 }]), indicator: "availability", moves: "up" },
  { setting: "web.target", from: 0, to: 60, design: scaled, scenario: climb(15_000), indicator: "availability", moves: "up" },
  { setting: "web.min", from: 2, to: 8, design: scaled, scenario: climb(15_000), indicator: "availability", moves: "up" },
  { setting: "web.max", from: 4, to: 20, design: scaled, scenario: climb(15_000), indicator: "availability", moves: "up" },
  { setting: "web.cooldown", from: 30, to: 600, design: scaled, scenario: climb(15_000), indicator: "availability", moves: "down" },
  { setting: "web.window", from: 30, to: 300, design: scaled, scenario: climb(15_000), indicator: "availability", moves: "down" },
  { setting: "web.boot", from: 30, to: 300, design: scaled, scenario: climb(15_000), indicator: "availability", moves: "down" },
  { setting: "web.local", from: 0, to: 5, design: "dns · lb 2 · web 9×8 · db 8 + 3×8", scenario: day(mix, [celebrity]), indicator: "availability", moves: "up" },

  { setting: "sessions.store", from: "local", to: "pair", design: web, scenario: withSessions(day(mix), 600), indicator: "availability", moves: "up" },
  { setting: "sessions.store", from: "pair", to: "node", design: web, scenario: withSessions(day(mix, [{ what: "crash", tier: "sessions", boxes: 1, atSec: 200, untilSec: 230 }]), 600), indicator: "sessionsLost", moves: "up" },
  { setting: "sessions.store", from: "pair", to: "sql", design: web.replace("db 16", "db 4"), scenario: withSessions(day({ page: 18_000 }), 600), indicator: "availability", moves: "down" },

  { setting: "cache.nodes", from: 1, to: 6, design: cached, scenario: day({ page: 20_000, feed: 4_000 }), indicator: "hitRatio", moves: "up" },
  { setting: "cache.memory", from: 1, to: 6, design: cached, scenario: day({ page: 20_000, feed: 4_000 }), indicator: "hitRatio", moves: "up" },
  { setting: "cache.ttl", from: 5, to: 3_600, design: cached, scenario: day(mix), indicator: "hitRatio", moves: "up" },
  { setting: "cache.evict", from: "fifo", to: "lru", design: "dns · lb 2 · web 9×8 · cache 1 memory=1 · db 8 + 3×8", scenario: day({ page: 20_000 }), indicator: "hitRatio", moves: "up" },
  { setting: "cache.evict", from: "lru", to: "lfu", design: cached, scenario: day({ page: 25_000 }, [crawler]), indicator: "hitRatio", moves: "up" },
  { setting: "cache.invalidate", from: false, to: true, design: cached, scenario: day(mix), indicator: "staleReadShare", moves: "down" },
  { setting: "cache.lease", from: false, to: true, design: "dns · lb 2 · web 9×8 · cache 3 ttl=5s · db 4", scenario: day({ page: 15_000 }, [{ what: "slow", tier: "primary", boxes: 1, speed: 0.05, atSec: 30, untilSec: 500 }], { data: { ...photoData, objects: 500 } }), indicator: "hitRatio", moves: "up" },
  { setting: "cache.zones", from: 1, to: 2, design: cached.replace("db 8 + 3×8", "db 16 + 6×8 zones=B"), scenario: day(mix, [flood]), indicator: "hitRatio", moves: "up" },
  { setting: "cache.only", from: false, to: true, design: cached, scenario: day(mix, [{ what: "cache-restart", nodes: 1, atSec: 200, untilSec: 215 }]), indicator: "ordersLost", moves: "up" },

  { setting: "db.size", from: 1, to: 8, design: "dns · lb 2 · web 9×8", scenario: day({ write: 4_000 }), indicator: "availability", moves: "up" },
  { setting: "db.replicas", from: 1, to: 6, design: "dns · lb 2 · web 20×8 · db 4", scenario: day({ page: 40_000 }), indicator: "availability", moves: "up" },
  { setting: "db.replicaSize", from: 1, to: 8, design: "dns · lb 2 · web 20×8 · db 4 + 2×4", scenario: day({ page: 30_000 }), indicator: "availability", moves: "up" },
  { setting: "db.zones", from: "A", to: "AB", design: web.replace(" zones=AB", ""), scenario: day(mix, [flood]), indicator: "availability", moves: "up" },
  { setting: "db.zones", from: "A", to: "B", design: web.replace(" zones=AB", ""), scenario: day(mix, [flood]), indicator: "availability", moves: "up" },
  { setting: "db.copy", from: "async", to: "semi", design: web, scenario: day(mix, [primaryDies]), indicator: "lostWrites", moves: "down" },
  { setting: "db.copy", from: "semi", to: "sync", design: web, scenario: day(mix, [{ what: "crash", tier: "replica", boxes: 1, atSec: 200 }]), indicator: "availability", moves: "down" },
  { setting: "db.fresh", from: false, to: true, design: web, scenario: day({ ...mix, own: 500 }), indicator: "staleOwnReadShare", moves: "down" },
  { setting: "db.promote", from: "auto", to: "manual", design: web, scenario: day(mix, [primaryDies]), indicator: "availability", moves: "down" },
  { setting: "db.recovery", from: false, to: true, design: web, scenario: day(mix, [primaryDies]), indicator: "recoveredWrites", moves: "up" },
  { setting: "db.backups", from: false, to: true, design: "dns · lb 2 · web 6×8 · db 16", scenario: { ...day(mix, [primaryDies]), ticks: 3_000 }, indicator: "availability", moves: "up" },

  { setting: "kv.nodes", from: 1, to: 4, design: "dns · lb 2 · web 9×8 · kv 1", scenario: day({ log: 60_000 }), indicator: "logsStoredShare", moves: "up" },
  { setting: "kv.holds", from: "logs", to: "everything", design: "dns · lb 2 · web 9×8 · kv 2", scenario: day({ page: 3_000 }), indicator: "availability", moves: "up" },

  { setting: "shards.count", from: 2, to: 8, design: sharded, scenario: day({ page: 10_000, write: 15_000 }), indicator: "availability", moves: "up" },
  { setting: "shards.size", from: 1, to: 8, design: sharded, scenario: day({ page: 10_000, write: 10_000 }), indicator: "availability", moves: "up" },
  { setting: "shards.replicas", from: 0, to: 1, design: sharded, scenario: day({ page: 10_000, write: 2_000 }, [{ what: "crash", tier: "shard", boxes: 1, atSec: 200, untilSec: 500 }]), indicator: "availability", moves: "up" },
  { setting: "shards.key", from: "user", to: "country", design: sharded, scenario: day({ page: 10_000, write: 15_000 }), indicator: "availability", moves: "down" },
  { setting: "shards.key", from: "user", to: "signup", design: sharded, scenario: day({ page: 10_000, write: 15_000 }), indicator: "availability", moves: "down" },
  { setting: "shards.place", from: "ring", to: "modulo", design: sharded, scenario: day({ page: 10_000, write: 2_000 }, [{ what: "add-shard", atSec: 200 }]), indicator: "movedKeysShare", moves: "up" },
  { setting: "shards.dedicated", from: false, to: true, design: "dns · lb 4 · web 40×16 · shards 4×4", scenario: day({ page: 5_000, write: 6_000 }, [{ ...celebrity, likesPerSec: 0 } as Happened]), indicator: "latencyP95Ms", moves: "down" },
  { setting: "shards.salt", from: 1, to: 16, design: sharded, scenario: day({ page: 5_000, write: 2_000 }, [celebrity]), indicator: "availability", moves: "up" },
  { setting: "shards.likes", from: "rows", to: "memory", design: sharded, scenario: day({ page: 5_000, write: 2_000 }, [celebrity]), indicator: "availability", moves: "up" },
  { setting: "shards.likes", from: "memory", to: "stream", design: sharded.replace("16 · cache", "16 local=2s · cache"), scenario: day({ page: 5_000, write: 2_000 }, [celebrity, { what: "cache-restart", nodes: 1, atSec: 300 }]), indicator: "lostWrites", moves: "down" },
  { setting: "shards.counter", from: false, to: true, design: "dns · lb 4 · web 40×16 · shards 8×8 salt=16", scenario: day({ page: 5_000, write: 2_000 }, [celebrity]), indicator: "latencyP99Ms", moves: "down" },
  { setting: "shards.feed", from: false, to: true, design: "dns · lb 4 · web 40×16 · shards 4×4", scenario: day({ page: 5_000, feed: 7_000, write: 1_000 }), indicator: "availability", moves: "up" },

  { setting: "queue.kind", from: "none", to: "memory", design: jobs, scenario: day({ page: 6_000, photo: 320 }), indicator: "latencyP99Ms", moves: "down" },
  { setting: "queue.kind", from: "memory", to: "durable", design: jobs, scenario: day({ photo: 120 }, [{ what: "restart", tier: "queue", durationSec: 20, atSec: 200 }]), indicator: "lostJobs", moves: "down" },
  { setting: "queue.ack", from: "done", to: "receipt", design: jobs, scenario: day({ photo: 80 }, [workerDies]), indicator: "lostJobs", moves: "up" },
  { setting: "queue.attempts", from: 0, to: 3, design: jobs, scenario: day({ photo: 60 }, [poison]), indicator: "workersBurntShare", moves: "down" },
  { setting: "queue.dead", from: false, to: true, design: jobs, scenario: day({ photo: 60 }, [poison]), indicator: "lostJobs", moves: "down" },
  { setting: "queue.steps", from: false, to: true, design: jobs, scenario: day({ photo: 80 }, [workerDies]), indicator: "resumedJobs", moves: "up" },

  { setting: "workers.count", from: 2, to: 8, design: jobs, scenario: day({ photo: 200 }), indicator: "waitingJobs", moves: "down" },
  { setting: "workers.size", from: 2, to: 8, design: jobs, scenario: day({ photo: 200 }), indicator: "waitingJobs", moves: "down" },
  { setting: "workers.max", from: 0, to: 12, design: jobs, scenario: day({ photo: 200 }), indicator: "waitingJobs", moves: "down" },
];
