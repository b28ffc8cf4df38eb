/**
 * The reference sheet: what parts can do, what they cost a month, how long things take. Derived from
 * public figures (named beside each); prices are list-like, US, and move. One file, so that the whole
 * game can be re-tuned in one place.
 */
import type { RegionName } from "../design/design.ts";

/**
 * Work that a box of n vCPU does when all are busy, in vCPU: n^0.9. Cores contend for memory, locks and caches
 * (pgbench read-write grows ×12 from 2 to 32 vCPU, price ×16). Rounded so that no platform's pow shows.
 */
export const effectiveCores: Readonly<Record<number, number>> = {
  1: 1,
  2: 1.866,
  4: 3.482,
  8: 6.498,
  16: 12.126,
  32: 22.627,
};

/** Price of a box a month, by vCPU: linear at every size (c5 and m5 families), the nano box apart. */
export const boxPricePerMonth: Readonly<Record<number, number>> = {
  1: 15,
  2: 70,
  4: 140,
  8: 280,
  16: 561,
  32: 1_121,
};

/** Managed relational boxes cost ×1.78 the same machine (db.m5 against m5); the nano follows t3's ×1.63. */
export const databasePricePerMonth: Readonly<Record<number, number>> = {
  0: 0,
  1: 62,
  2: 125,
  4: 250,
  8: 499,
  16: 999,
  32: 1_997,
};

/** Fixed monthly prices of the other parts, in dollars. */
export const pricePerMonth = {
  domain: 1,
  /** A key-value node; game value. */
  keyValueNode: 60,
  /** cache.m4.large, 6 GB usable. Other sizes by memory. */
  cacheNode: 114,
  /** An application load balancer with a little traffic. */
  balancerNode: 25,
  /** Two cache nodes, replicated. */
  sessionPair: 228,
  sessionNode: 114,
  /** SQS at about 100 jobs a second. */
  queue: 130,
  /** A shard kept for one account: db box, 16 vCPU. */
  dedicatedShard: 999,
  logsSampled: 105,
  /** Full logging is metered by ingest; see logPricePerGb. */
  hostMetrics: 75,
  tierMetrics: 150,
  businessMetrics: 60,
  rollback: 80,
  canary: 200,
  backupsShare: 0.1,
} as const;

/** CPU time on one vCPU, in seconds. Stack Exchange spent 18.4 ms a request over all servers (2013). */
export const webCpuSec = {
  dynamic: 0.02,
  /** A cache hit spares parsing and assembling rows. */
  hit: 0.01,
  /** A static file over TLS (nginx: 5–40 k a core; a busy app server does far fewer). */
  asset: 0.002,
  publish: 0.003,
  /** Crop, sharpen, blur: about four times one resize with sharp (0.1 core-seconds). */
  photo: 0.4,
  session: 0.0005,
  log: 0.0005,
  /** One more lookup made by the application itself, to join what a store without joins keeps apart. */
  lookup: 0.005,
  /** Sending somebody back to the login page. */
  turnAway: 0.002,
} as const;

/** Rows that the feed joins: one lookup each where the store cannot join (the "N + 1 queries" of a list of 20). */
export const joinLookups = 20;

/** Time of one operation on one vCPU, in seconds; Stack Exchange averaged 1.67 ms a query. */
export const databaseSec = {
  cheapRead: 0.002,
  expensiveRead: 0.012,
  /** The post of a celebrity with its like count and newest comments; between the two. */
  hotRead: 0.004,
  write: 0.005,
  /** Applying one write on a replica. */
  replay: 0.001,
  /** A lookup of session state. */
  session: 0.002,
  /** One row takes 500 updates a second: a lock of 2 ms, as three statements over a LAN hold it, whatever the cores. */
  rowLock: 0.002,
} as const;

/** Other services' times, in seconds, and limits, per second. */
export const serviceSec = {
  balancer: 0.0005,
  cache: 0.0005,
  keyValue: 0.001,
  sessionStore: 0.0005,
  lan: 0.0005,
} as const;

export const ratePerSecMax = {
  balancerNode: 25_000,
  cacheNode: 100_000,
  keyValueReads: 5_000,
  keyValueWrites: 2_000,
  sessionPair: 20_000,
  queue: 5_000,
  rowUpdates: 500,
} as const;

/** Workers (threads) of a web box, per vCPU, when nobody chose otherwise: Node's and Java's servers come with 100–200. */
export const poolPerCore = 128;
/** Connections that a web box lets wait, per vCPU (nginx's listen backlog is 511 a worker process). */
export const listenPerCore = 512;
/** Operations that may wait at a database, per vCPU; more are refused (RDS: a connection a 12 MB, of 4 GB a vCPU). */
export const waitingPerCore = 340;
/** Requests of one visit: sixty calls a day in two visits. */
export const requestsPerSession = 30;

/** 6 GB hold about 1.5 million objects of 4 KB. */
export const cacheObjectsPerGb = 250_000;

/** Time constants, in seconds. */
export const delaySec = {
  boot: 90,
  processRestart: 15,
  replicaRebuild: 120,
  /** 30 s detection + 10 s promotion (Patroni's ttl; RDS 35–120 s). */
  detectPrimary: 30,
  promote: 10,
  promoteByHand: 300,
  balancerFailover: 3,
  /** A dead box refuses nothing: a connection to it is given up after so long. */
  connectTimeout: 0.25,
  replicationHome: 0.3,
  replicationAway: 0.4,
  edgeRoundTrip: 0.02,
  ownRegionRoundTrip: 0.03,
  zoneRoundTrip: 0.001,
  dnsLookup: 0.02,
} as const;

/** Round trips between regions, in seconds: measured averages from Virginia and Ireland. */
const regionPairs: Readonly<Record<string, number>> = {
  "us europe": 0.085,
  "us asia": 0.17,
  "us korea": 0.178,
  "europe asia": 0.225,
  "europe korea": 0.242,
  "asia korea": 0.06,
};

/** Round trip between a client's region and a site's, in seconds; symmetric; 30 ms within a region. */
export function roundTripSec(from: RegionName, to: RegionName): number {
  if (from === to) return delaySec.ownRegionRoundTrip;
  return regionPairs[`${from} ${to}`] ?? regionPairs[`${to} ${from}`] ?? delaySec.ownRegionRoundTrip;
}

/** Dollars per GB, first tiers of public lists; cheaper beyond each bound (in GB a month). */
export const egressPerGb: readonly (readonly [upToGb: number, price: number])[] = [
  [10_000, 0.09],
  [50_000, 0.085],
  [150_000, 0.07],
  [Number.POSITIVE_INFINITY, 0.05],
];
export const cdnPerGb: readonly (readonly [upToGb: number, price: number])[] = [
  [10_000, 0.085],
  [50_000, 0.08],
  [150_000, 0.06],
  [Number.POSITIVE_INFINITY, 0.04],
];
export const logPricePerGb = 0.5;
/** Log per request at full verbosity, in KB. */
export const logKb = 2;
/** Purges beyond the first thousand paths, dollars each. */
export const purgePrice = 0.005;

/** Seconds a metered rate is paid for in a month: average ÷ peak 0.4, over 2.63 million seconds. */
export const meteredSecPerMonth = 0.4 * 2_630_000;

/** How workers and queues behave, in seconds unless said otherwise. */
export const jobs = {
  /** Launch to first job: 29 s measured boot (EC2), then the service starts; it joins no balancer's pool. */
  bootSec: 45,
  /** A message taken and not acknowledged is shown again after so long (SQS's default). */
  visibilitySec: 30,
  /** Scaling asks for boxes that would empty the line within this time (AWS: backlog per instance). */
  drainSec: 30,
  /** Boxes leave when fewer were enough for this long. */
  scaleInSec: 60,
  /** The scaler's average of the arrival rate. */
  windowSec: 60,
  /** Crop, sharpen, blur. */
  steps: 3,
  /** CPU to record one finished step of a workflow; as dear as publishing. */
  stepRecordSec: 0.003,
  /** Messages the broker lets wait to be accepted. */
  publishBacklog: 10_000,
} as const;

/** What shards cost beyond a plain database's work. */
export const sharding = {
  /** Looking up one of the sub-keys of a salted counter, on one vCPU: one row of the bundle that a cheap read is. */
  subKeySec: 0.0002,
  /** Entering a new post into the copied feeds of another shard, on one vCPU; nobody waits for it. */
  feedInsertSec: 0.001,
  /** Reading or writing one object that moves to another shard, on one vCPU: as dear as replaying a write. */
  moveSec: 0.001,
  /** Data that one shard may give away, and take in, while it serves: what careful operators allow its disk. */
  moveKbPerSec: 8_000,
  /** A summed counter is brought up to date so often. */
  counterSec: 1,
  /** Requests that may wait for one row. */
  waitingPerRow: 1_024,
} as const;
