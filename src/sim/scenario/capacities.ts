/**
 * The reference sheet: what parts can do, what they cost a month, how long things take. Derived from
 * public figures (named beside each); prices are list-like, US, and move. One file, so that the whole
 * game can be re-tuned in one place.
 */
import type { RegionName } from "../design/design.ts";

/** How a kind of machine grows with its cores. */
export interface CoreScaling {
  /** k busy cores do k^exponent of work: each slows the others down a little. */
  readonly exponent: number;
  /** Work of a box of n vCPU when all are busy, in vCPU: n^exponent, rounded so that no platform's pow shows. */
  readonly cores: Readonly<Record<number, number>>;
}

/**
 * Web boxes and workers: a process a core and nothing shared but kernel and memory, so that they grow almost
 * linearly (nginx and HAProxy: 31,000 requests a second and core on 64 cores, 33,000–55,000 on one).
 */
export const statelessScaling: CoreScaling = {
  exponent: 0.98,
  cores: { 1: 1, 2: 1.972, 4: 3.891, 8: 7.674, 16: 15.137, 32: 29.857 },
};

/**
 * A database's cores contend for its locks, its log and its shared memory (pgbench read-write grows ×12 from 2 to
 * 32 vCPU, the price ×16). The all-in-one box bends alike: its database's memory and locks are the box's own.
 */
export const databaseScaling: CoreScaling = {
  exponent: 0.9,
  cores: { 1: 1, 2: 1.866, 4: 3.482, 8: 6.498, 16: 12.126, 32: 22.627 },
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

/**
 * Fixed monthly prices of the other parts, in dollars. What keeps state is bought as a managed service, like the
 * databases; balancers are boxes that run HAProxy or nginx.
 */
export const pricePerMonth = {
  domain: 1,
  /** A key-value node: 2 vCPU with a disk, at the premium of a managed database. */
  keyValueNode: 125,
  /** cache.m4.large: 2 vCPU, 6 GB usable. Other sizes by memory. */
  cacheNode: 114,
  /** A balancer node: a box of 4 vCPU. */
  balancerNode: 140,
  /** Two nodes of 4 vCPU (cache.m4.xlarge), one the copy of the other. */
  sessionPair: 456,
  sessionNode: 228,
  /** SQS at about 320 jobs a second, three requests each. */
  queue: 400,
  /** A shard kept for one account: db box, 16 vCPU. */
  dedicatedShard: 999,
  /** 32 partitions of 1,000 records a second (Kinesis, $11 each) and a box of 2 vCPU that adds them up. */
  stream: 420,
  /** One request in a hundred of 100,000 a second; see logPricePerGb. */
  logsSampled: 1_050,
  /** One request in a thousand of 100,000 a second, at $5 a million recorded (AWS X-Ray), in the hours of full traffic. */
  traces: 525,
  /** Full logging is metered by ingest; see logPricePerGb. */
  hostMetrics: 75,
  tierMetrics: 150,
  businessMetrics: 60,
  rollback: 80,
  canary: 200,
  backupsShare: 0.1,
} as const;

/**
 * CPU time on one vCPU, in seconds. Lean services take 0.5 to 3 ms a page, a heavy framework with an ORM ten times as
 * much; Stack Exchange took 7.7 ms from request to answer in 2016, most of it waiting.
 */
export const webCpuSec = {
  dynamic: 0.002,
  /** A cache hit spares parsing and assembling rows. */
  hit: 0.001,
  /** A static file over TLS (nginx: 5–40 k a core). */
  asset: 0.000_2,
  publish: 0.000_3,
  /** One resize with sharp: 36–39 a second on 4 vCPU, measured. */
  photo: 0.1,
  session: 0.000_05,
  /** An upload of `rowsPerUpload` usage events: reading some 15 KB of JSON. */
  log: 0.000_5,
  /** A row of a batch that the application asks for itself, to join what a store without joins keeps apart. */
  lookup: 0.000_02,
  /** Sending somebody back to the login page. */
  turnAway: 0.000_2,
} as const;

/** Rows that the feed joins; where the store cannot join, the application asks for them all in one more call. */
export const joinLookups = 20;

/** Usage events that an app collects before it sends them; they are stored by one insert. */
export const rowsPerUpload = 100;

/**
 * Time of one operation on one vCPU, in seconds. PostgreSQL 15 took 0.03 (prepared) to 0.12 ms for a point read, 0.2
 * for a feed of ten, 0.11 for an insert with a commit of its own, 0.4 for a hundred rows in one insert; four to six
 * times that leaves room for networks, pools, more indexes, colder memory and less careful queries.
 */
export const databaseSec = {
  cheapRead: 0.000_2,
  expensiveRead: 0.001_2,
  /** The post of a celebrity with its like count and newest comments; between the two. */
  hotRead: 0.000_4,
  write: 0.000_5,
  /** One insert of `rowsPerUpload` rows, 0.02 ms each. */
  batch: 0.002,
  /** Applying one write on a replica. */
  replay: 0.000_1,
  /** A lookup of session state: a point read. */
  session: 0.000_2,
  /**
   * One row takes about 1,000 updates a second, whatever the cores: one for each flush of the log to a network disk
   * (measured with a flush of 1.4 ms and group commit: 949 with 8 clients, 1,068 with 32).
   */
  rowLock: 0.001,
} as const;

/** Variability (cv²) of the time for which one row is locked: it is about as long every time. */
export const rowLockCv2 = 0.1;

/** Other services' times, in seconds, and limits, per second. */
export const serviceSec = {
  balancer: 0.0005,
  cache: 0.0005,
  keyValue: 0.001,
  sessionStore: 0.0005,
  lan: 0.0005,
} as const;

/** What one node does. Stores in memory: 50,000 operations a second and vCPU (Redis: 81–134 thousand on one core). */
export const ratePerSecMax = {
  /** 4 vCPU; HAProxy took 31,000 requests a second and core. */
  balancerNode: 125_000,
  /** 2 vCPU. */
  cacheNode: 100_000,
  /** 2 vCPU with a disk: 25,000 reads or 10,000 writes a second and vCPU (ScyllaDB's rule is 12,500 of both). */
  keyValueReads: 50_000,
  keyValueWrites: 20_000,
  /** Keys of a batch, that share the way, the parsing and the flush. */
  keyValueBatchedKeys: 200_000,
  /** 4 vCPU: one answers, the other is its copy. */
  sessionPair: 200_000,
  queue: 5_000,
  rowUpdates: 1_000,
} as const;

/** Workers (threads) of a web box, per vCPU, when nobody chose otherwise: Java's servers come with 200 a process. */
export const poolPerCore = 128;
/** Connections that a web box lets wait, per vCPU: Linux keeps 4,096 for a listening socket (`somaxconn`), a process a core. */
export const listenPerCore = 4_096;
/** Operations that may wait at a database, per vCPU; more are refused (RDS: a connection a 12 MB, of 4 GB a vCPU). */
export const waitingPerCore = 340;
/** What may wait at one node of the other parts; more is refused. */
export const waitingPerNode = { balancer: 10_000, keyValue: 2_048, sessions: 10_000 } as const;
/** Operations that a key-value node works on at a time: 50 × 1 ms is 50,000 reads a second. */
export const keyValueLanes = 50;
/** Requests of one visit: sixty calls a day in two visits. */
export const requestsPerSession = 30;

/** Memory of a cache's GB for objects, in KB; what a store adds to each object counts as part of it. */
export const cacheKbPerGb = 1_000_000;
/** Invalidations that get lost on the way: the old entry lives on until its TTL ends it (game value). */
export const lostInvalidationShare = 0.01;
/** Age of an entry that never expires, in seconds: a cluster was in service for a day before the run. */
export const cacheServiceSec = 86_400;

/** Share of its CPU that building a copy takes of what it is read from; several sources share it. */
export const rebuildCpuShare = 0.2;
/** Users look at their own last write after so many seconds on average (exponential). */
export const ownReadAgeSec = 2;

/**
 * How much dearer the database's work is on a box for everything while a report evicts the memory that it shares with
 * the web server: pages come from disk. Events that are only appended find their page in memory all the same.
 */
export const evictedFactor = 2;
/** Web boxes leave only under this share of their target's utilization, so that the pool does not flap. */
export const scaleInShare = 0.9;

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
  /**
   * Until clients give an edge up and ask the sites: a script's timeout or a few failed connections (game value; a
   * change of DNS takes minutes).
   */
  edgeGivenUp: 5,
  /** Until a copy in the same region has received a write: 1–5 ms. */
  replicationHome: 0.003,
  /** What shipping to another region adds to half a round trip. */
  replicationAway: 0.005,
  edgeRoundTrip: 0.02,
  ownRegionRoundTrip: 0.03,
  zoneRoundTrip: 0.001,
  dnsLookup: 0.02,
  /** Tokens of a retry budget older than this are worth nothing (Finagle's keeps ten seconds). */
  retryReserve: 10,
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

/** Until a copy in another region has received a write, in seconds. */
export function shippingAwaySec(from: RegionName, to: RegionName): number {
  return roundTripSec(from, to) / 2 + delaySec.replicationAway;
}

/** Dollars per GB of public lists; cheaper beyond each bound (in GB a month). */
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
  [500_000, 0.04],
  [1_024_000, 0.03],
  [5_120_000, 0.025],
  [Number.POSITIVE_INFINITY, 0.02],
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
  stepRecordSec: 0.000_3,
  /** Messages the broker lets wait to be accepted. */
  publishBacklog: 10_000,
} as const;

/** What shards cost beyond a plain database's work. */
export const sharding = {
  /** Looking up one of the sub-keys of a salted counter, on one vCPU: one row of the bundle that a cheap read is. */
  subKeySec: 0.000_02,
  /** Entering a new post into the copied feeds of another shard, on one vCPU; nobody waits for it. */
  feedInsertSec: 0.000_1,
  /** Reading or writing one object that moves to another shard, on one vCPU: as dear as replaying a write. */
  moveSec: 0.000_1,
  /** Data that one shard may give away, and take in, while it serves: what careful operators allow its disk. */
  moveKbPerSec: 8_000,
  /** A summed counter is brought up to date so often; so is a count kept in memory or added up from a stream. */
  counterSec: 1,
  /** Until a stream has a record on several machines. */
  appendSec: 0.005,
  /** Requests that may wait for one row. */
  waitingPerRow: 1_024,
  /** The shard kept for one account is one box of this size, without a copy. */
  dedicatedVcpu: 16,
} as const;

/**
 * Prints of which there is one each, all equally wanted, and how long an application takes from reading that one is
 * there to writing that it is sold: two queries and what lies between them (game values).
 */
export const singlePrints = { onSale: 100, checkToSaleSec: 0.005 } as const;
