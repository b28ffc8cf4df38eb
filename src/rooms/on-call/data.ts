/**
 * All cases. They come in families that share a system, a wall and what can be done, so that nothing but the gauges
 * tells a case from its lookalikes.
 */
import {
  type Curve,
  mixed,
  patientClients,
  photoData,
  type RequestKind,
  type Scenario,
  type ScenarioEvent,
} from "../../sim/index.ts";
import type { Case } from "./case.ts";
import { dayTicks } from "./watched.ts";

type Shares = Readonly<Partial<Record<RequestKind, number>>>;
const calm: Shares = { page: 0.76, feed: 0.14, own: 0.05, write: 0.05 };
const quiet: Shares = { page: 0.85, feed: 0.14, own: 0.005, write: 0.005 };

/** A day at so many requests a second, on which nobody but the player mends anything. */
function day(
  rate: number | Curve,
  events: readonly ScenarioEvent[],
  more: Partial<Scenario> = {},
  shares: Shares = calm,
): Scenario {
  const curve: Curve = typeof rate === "number" ? [[0, rate]] : rate;
  return {
    ticks: dayTicks,
    tickSec: 1,
    streams: mixed(curve, shares, { us: 1 }, 0.3),
    data: { ...photoData, objectKb: 2 },
    clients: patientClients,
    events,
    unattended: true,
    ...more,
  };
}

/** The day with one more stream, the last: a job of the system's own, or photos. */
function also(scenario: Scenario, kind: RequestKind, curve: Curve): Scenario {
  return { ...scenario, streams: [...scenario.streams, { kind, curve, regions: { us: 1 }, mobileShare: 0 }] };
}

/** A rate that rises within a minute from a time on. */
const rising = (from: number, to: number, atSec: number): Curve => [
  [0, from],
  [atSec, from],
  [atSec + 60, to],
];

/** Every case has one fault, whatever it is. */
const fault = { label: "fault" } as const;
/** Longer than any day. */
const forGood = 1_000_000;

const noErrors = { signal: "errorShare", atMost: 0.01 } as const;
const fine = [noErrors, { signal: "latencyP95Ms", atMost: 150 }] as const;

/** What the cases of a family share. */
type Family = Omit<
  Case,
  "id" | "day" | "place" | "cause" | "mends" | "lookalike" | "precedent" | "mendsWithinSec"
>;
type Member = Omit<Case, keyof Family> & Partial<Family>;
const family = (common: Family, members: readonly Member[]): Case[] =>
  members.map((member) => ({ ...common, ...member }));

const copies = family(
  {
    design: "dns · lb 2 interval=10s retry · web 14×8 · db 16 + 3×4 zones=AB",
    promised: [...fine, { signal: "staleOwnShare", atMost: 0.02 }],
    gauges: [
      "web.cpu",
      "web.slots",
      "db.utilization",
      "db.askedPerSec",
      "replicas.utilization",
      "replicas.lagMs",
    ],
    places: ["web", "db", "replicas"],
    causes: ["slow-copy", "backfill", "too-much-traffic", "long-query"],
    changes: ["replace-copy", "pause-job", "add-web", "restart-web", "fail-over"],
  },
  [
    {
      id: "slow-copy",
      day: (atSec) =>
        also(
          day(16_000, [{ ...fault, what: "slow", tier: "replica", boxes: 1, speed: 0.15, atSec }]),
          "write",
          [[0, 200]],
        ),
      place: "replicas",
      cause: "slow-copy",
      mends: ["replace-copy"],
      lookalike: "backfill",
    },
    {
      id: "backfill",
      day: (atSec) => also(day(16_000, []), "write", rising(200, 17_000, atSec)),
      place: "db",
      cause: "backfill",
      mends: ["pause-job"],
      lookalike: "slow-copy",
      precedent: { company: "GitLab", date: "2017-01-31" },
    },
  ],
);

const waiting = family(
  {
    design: "dns · lb 2 interval=10s retry · web 6×8 pool=64 target=60 min=4 max=6 boot=60s · db 16",
    promised: fine,
    gauges: ["web.cpu", "web.slots", "web.boxes", "web.askedPerSec", "db.utilization", "db.askedPerSec"],
    places: ["web", "lb", "db"],
    causes: ["long-query", "scaler-at-max", "eager-checks", "retry-storm", "bad-build"],
    changes: ["stop-query", "raise-max", "restart-web", "loosen-checks", "limit-retries", "roll-back"],
  },
  [
    {
      id: "long-query",
      day: (atSec) => day(12_000, [{ ...fault, what: "report", cpuShare: 0.97, atSec }]),
      place: "db",
      cause: "long-query",
      mends: ["stop-query"],
      lookalike: "scaler-at-max",
    },
    {
      id: "scaler-at-max",
      day: (atSec) => day(rising(14_000, 24_000, atSec), []),
      place: "web",
      cause: "scaler-at-max",
      mends: ["raise-max"],
      lookalike: "long-query",
      precedent: { company: "Slack", date: "2021-01-04" },
    },
    {
      id: "eager-checks",
      design: "dns · lb 2 interval=1s misses=1 retry · web 6×8 target=80 min=6 max=6 boot=120s · db 16",
      day: (atSec) =>
        day(
          12_000,
          Array.from({ length: 80 }, (_, i) => {
            const from = atSec + 15 * i;
            return {
              ...fault,
              what: "crash",
              tier: "web",
              boxes: 1,
              atSec: from,
              untilSec: from + 2,
            } as const;
          }),
        ),
      place: "lb",
      cause: "eager-checks",
      mends: ["loosen-checks"],
      lookalike: "scaler-at-max",
    },
    {
      id: "retry-storm",
      design: "dns · lb 2 interval=10s · web 8×8 · db 16",
      gauges: ["web.cpu", "web.slots", "web.askedPerSec", "inVain", "db.utilization", "db.askedPerSec"],
      day: (atSec) =>
        day(
          22_000,
          [{ ...fault, what: "slow", tier: "web", boxes: 8, speed: 0.3, atSec, untilSec: atSec + 30 }],
          { clients: { ...patientClients, attempts: 4 } },
        ),
      place: "web",
      cause: "retry-storm",
      // A restart empties the lines, and half a minute without answers lets the retries run out.
      mends: ["limit-retries", "restart-web"],
      lookalike: "scaler-at-max",
      precedent: { company: "Amazon DynamoDB", date: "2015-09-20" },
    },
  ],
);

const memories = family(
  {
    design: "dns · lb 2 interval=10s retry · web 10×8 · cache 3 ttl=1h · db 4 + 1×4",
    promised: fine,
    gauges: [
      "web.cpu",
      "cache.hitRatio",
      "cache.memoryUsed",
      "cache.evictionsPerSec",
      "db.utilization",
      "replicas.utilization",
    ],
    places: ["web", "cache", "db", "replicas"],
    causes: ["cold-cache", "crawler", "stampede", "stale-cache", "too-much-traffic"],
    changes: ["shed-half", "block-crawler", "lease", "purge-cache", "add-web"],
  },
  [
    {
      id: "cold-cache",
      day: (atSec) =>
        day(34_000, [{ ...fault, what: "cache-restart", nodes: 3, atSec }], {
          clients: { ...patientClients, attempts: 3 },
        }),
      place: "cache",
      cause: "cold-cache",
      mends: ["shed-half"],
      lookalike: "crawler",
      precedent: { company: "Slack", date: "2022-02-22" },
    },
    {
      id: "crawler",
      day: (atSec) =>
        day(34_000, [{ ...fault, what: "crawl", objects: 60_000_000, atSec, untilSec: atSec + 1_300 }]),
      place: "cache",
      cause: "crawler",
      mends: ["block-crawler"],
      lookalike: "cold-cache",
    },
    {
      id: "stampede",
      design: "dns · lb 2 interval=10s retry · web 14×8 · cache 3 ttl=1h invalidate · db 4 + 1×4",
      day: (atSec) =>
        day(34_000, [
          {
            ...fault,
            what: "celebrity",
            readsPerSec: 26_000,
            likesPerSec: 900,
            atSec,
            untilSec: forGood,
          },
        ]),
      place: "cache",
      cause: "stampede",
      mends: ["lease"],
      lookalike: "cold-cache",
      precedent: { company: "Facebook", date: "2010-09-23" },
    },
    {
      id: "stale-cache",
      design: "dns · lb 2 interval=10s retry · web 10×8 · cache 3 ttl=30m · db 4 + 4×4",
      promised: [...fine, { signal: "staleShare", atMost: 0.05 }],
      day: (atSec) => day(20_000, [{ ...fault, what: "sale", share: 0.4, atSec }], {}, quiet),
      place: "cache",
      cause: "stale-cache",
      mends: ["purge-cache"],
      lookalike: "stampede",
    },
  ],
);

const errors = family(
  {
    design: "dns · lb 2 interval=10s retry · web 8×8 · db 8 + 4×4",
    promised: fine,
    gauges: [
      "web.cpu",
      "web.lostShare",
      "worstBoxErrorShare",
      "replicas.lostShare",
      "db.disk",
      "db.utilization",
    ],
    places: ["web", "db", "replicas"],
    causes: ["gray-box", "bad-build", "full-disk", "too-much-traffic"],
    changes: ["replace-box", "roll-back", "clear-disk", "replace-copy", "restart-web", "add-web"],
  },
  [
    {
      id: "gray-box",
      day: (atSec) =>
        day(20_000, [{ ...fault, what: "gray", tier: "web", boxes: 1, errorShare: 0.5, atSec }]),
      place: "web",
      cause: "gray-box",
      mends: ["replace-box"],
      lookalike: "bad-build",
    },
    {
      id: "bad-build",
      day: (atSec) => day(20_000, [{ ...fault, what: "bad-build", errorShare: 0.06, atSec }]),
      place: "web",
      cause: "bad-build",
      mends: ["roll-back"],
      lookalike: "gray-box",
      precedent: { company: "CrowdStrike", date: "2024-07-19" },
    },
    {
      id: "full-disk",
      day: (atSec) => day(20_000, [{ ...fault, what: "disk-fills", atSec: atSec - 60, untilSec: atSec }]),
      place: "replicas",
      cause: "full-disk",
      mends: ["clear-disk"],
      lookalike: "gray-box",
      precedent: { company: "Toyota", date: "2023-08-28" },
    },
  ],
);

const shards = family(
  {
    design: "dns · lb 2 interval=10s retry · web 40×8 · shards 8×4 feed",
    promised: [
      { signal: "errorShare", atMost: 0.06 },
      { signal: "latencyP95Ms", atMost: 150 },
    ],
    gauges: [
      "web.cpu",
      "web.slots",
      "shards.utilization",
      "shards.utilizationOf1",
      "hotShard.utilization",
      "hotShard.askedPerSec",
    ],
    places: ["lb", "web", "shards"],
    causes: ["hot-shard", "slow-shard", "too-much-traffic", "bad-build"],
    changes: ["shed-crowd", "replace-shard", "add-web", "restart-web", "roll-back"],
  },
  [
    {
      id: "hot-shard",
      day: (atSec) =>
        day(40_000, [
          { ...fault, what: "celebrity", readsPerSec: 1_200, likesPerSec: 3_000, atSec, untilSec: forGood },
        ]),
      place: "shards",
      cause: "hot-shard",
      mends: ["shed-crowd"],
      lookalike: "slow-shard",
      precedent: { company: "Foursquare", date: "2010-10-04" },
    },
    {
      id: "slow-shard",
      day: (atSec) => day(40_000, [{ ...fault, what: "slow", tier: "shard", boxes: 1, speed: 0.15, atSec }]),
      place: "shards",
      cause: "slow-shard",
      mends: ["replace-shard"],
      lookalike: "hot-shard",
    },
  ],
);

const lines = family(
  {
    design: "dns · lb 2 interval=10s retry · web 5×8 · db 8 + 2×4 · queue durable · workers 4×2",
    promised: [noErrors, { signal: "queue.ageSec", atMost: 30 }],
    gauges: [
      "web.cpu",
      "queue.depth",
      "queue.parked",
      "workers.utilization",
      "workers.askedPerSec",
      "workers.canPerSec",
    ],
    places: ["web", "queue", "workers"],
    causes: ["poison", "too-few-workers", "bad-build", "long-query"],
    changes: ["park-message", "add-workers", "roll-back", "restart-web", "stop-query"],
  },
  [
    {
      id: "poison",
      day: (atSec) =>
        also(day(8_000, [{ ...fault, what: "poison", messages: 14, atSec }]), "photo", [[0, 30]]),
      place: "queue",
      cause: "poison",
      mends: ["park-message"],
      lookalike: "too-few-workers",
      precedent: { company: "Google Cloud", date: "2025-06-12" },
    },
    {
      id: "too-few-workers",
      day: (atSec) => also(day(8_000, []), "photo", rising(30, 120, atSec)),
      place: "workers",
      cause: "too-few-workers",
      mends: ["add-workers"],
      lookalike: "poison",
    },
  ],
);

const sites = family(
  {
    design: "dns · lb 2 interval=10s retry · web 8×8 · db 8 + 6×4 zones=AB promote=manual",
    promised: [noErrors],
    gauges: ["site.up", "web.cpu", "web.boxes", "db.up", "db.utilization", "replicas.utilization"],
    places: ["dns", "web", "db", "replicas"],
    causes: ["dead-site-named", "lost-zone", "bad-build", "too-much-traffic"],
    changes: ["reconnect", "fail-over", "restart-web", "add-web", "roll-back"],
  },
  [
    {
      id: "lost-zone",
      day: (atSec) => day(16_000, [{ ...fault, what: "flood", zone: "A", atSec, untilSec: forGood }]),
      place: "db",
      cause: "lost-zone",
      mends: ["fail-over"],
      mendsWithinSec: 120,
      lookalike: "dead-site-named",
      precedent: { company: "Amazon Web Services", date: "2012-06-29" },
    },
    {
      id: "dead-site-named",
      design:
        "dns geo ttl=1h check=10 · sync async · lb 2 interval=10s retry · web 8×8 · db 8 + 3×4 · @korea · lb 2 · web 8×8 · db 0 + 3×4",
      gauges: ["site.up", "site@korea.up", "web.cpu", "web.boxes", "db.up", "db.utilization"],
      day: (atSec) =>
        day(16_000, [{ ...fault, what: "region-outage", region: "korea", atSec, untilSec: forGood }], {
          streams: mixed([[0, 16_000]], calm, { us: 0.9, korea: 0.1 }, 0.3),
        }),
      place: "dns",
      cause: "dead-site-named",
      mends: ["reconnect"],
      lookalike: "lost-zone",
      precedent: { company: "Facebook", date: "2021-10-04" },
    },
  ],
);

/** All of them: the seed picks. */
export const cases: readonly Case[] = [
  ...copies,
  ...waiting,
  ...memories,
  ...errors,
  ...shards,
  ...lines,
  ...sites,
];
