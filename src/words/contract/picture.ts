/** The words in the picture of a design, and of its description for those who listen to it. */
import type { Design, Reason, RegionName, Site } from "../../sim/index.ts";

/** The kinds of parts that stand in a picture. */
export type PictureKind =
  | "users"
  | "dns"
  | "cdn"
  | "lb"
  | "box"
  | "web"
  | "sessions"
  | "cache"
  | "db"
  | "replicas"
  | "shards"
  | "kv"
  | "queue"
  | "workers";

/** What stands where something is missing. */
export type GhostKind = "name" | "rack" | "data";

type ByValue<T extends string> = Readonly<Record<T, string>>;

/** What the picture says of a part in a few cells. A value may be a change: "4→8". */
export interface FactWords {
  ttl(value: string): string;
  check(value: string): string;
  readonly geo: string;
  readonly assets: ByValue<Design["cdn"]["assets"]>;
  readonly fallback: string;
  readonly versioned: string;
  readonly purge: string;
  readonly prefetch: string;
  readonly sticky: string;
  readonly policies: ByValue<Site["lb"]["policy"]>;
  readonly retry: string;
  readonly public: string;
  readonly webAndData: string;
  readonly backups: string;
  scale(bounds: { readonly min: string; readonly max: string; readonly target: string }): string;
  readonly sqlSessions: string;
  local(seconds: string): string;
  pool(requests: string): string;
  readonly stores: ByValue<Site["sessions"]["store"]>;
  keeps(value: string): string;
  readonly invalidates: string;
  readonly ordersOnly: string;
  zones(value: string): string;
  readonly lease: string;
  readonly evictions: ByValue<Site["cache"]["evict"]>;
  readonly autoPromote: string;
  readonly recovery: string;
  readonly ownReads: string;
  /** Where replicas stand. */
  inZones(value: string): string;
  readonly copies: ByValue<Site["db"]["copy"]>;
  by(key: string): string;
  readonly keys: ByValue<Site["shards"]["key"]>;
  shardCopies(value: string): string;
  readonly placements: ByValue<Site["shards"]["place"]>;
  salt(value: string): string;
  readonly ownShard: string;
  readonly counter: string;
  readonly likes: ByValue<Site["shards"]["likes"]>;
  readonly feedCopy: string;
  readonly holds: ByValue<Site["kv"]["holds"]>;
  readonly queues: ByValue<Site["queue"]["kind"]>;
  acknowledged(value: string): string;
  readonly acknowledgements: ByValue<Site["queue"]["ack"]>;
  tries(value: string): string;
  readonly deadLetters: string;
  readonly steps: string;
  upTo(value: string): string;
}

/** What stands beside the path. */
export interface QuietWords {
  readonly sync: ByValue<Exclude<Design["sync"]["mode"], "none">>;
  readonly services: string;
  readonly logs: ByValue<Exclude<Design["tools"]["logs"], "none">>;
  readonly business: string;
  readonly metrics: ByValue<Exclude<Design["tools"]["metrics"], "none">>;
  readonly ci: ByValue<Exclude<Design["tools"]["ci"], "none">>;
  readonly traces: string;
  readonly deploy: ByValue<Exclude<Design["tools"]["deploy"], "manual">>;
  readonly smoke: string;
  /** Bytes that are billed. */
  readonly traffic: string;
  gone(parts: readonly string[]): string;
}

/** A part while the system runs, for the ear. */
export interface SpokenFigures {
  readonly down: string;
  readonly unseen: string;
  boxes(count: number): string;
  /** The busiest of several boxes that differ, by its number. */
  busiest(found: { readonly number: number; readonly of: number; readonly share: number }): string;
  flow(perSec: number): string;
  busy(share: number): string;
  /** Of its work, the share that is done for clients that have gone. */
  inVain(share: number): string;
  hitRatio(ratio: number): string;
  waiting(count: number): string;
  depth(count: number): string;
  behind(sec: number): string;
  /** The one that leads stands in another region now. */
  leadsIn(region: RegionName): string;
  losing(found: { readonly perSec: number; readonly reason?: Reason }): string;
}

export interface PictureWords {
  /** Names have at most 9 cells. */
  readonly parts: Readonly<Record<PictureKind, { readonly name: string; readonly long: string }>>;
  readonly ghosts: Readonly<
    Record<GhostKind, { readonly name: string; readonly value: string; readonly long: string }>
  >;
  readonly edges: {
    readonly miss: string;
    readonly copy: string;
    readonly reads: string;
    readonly writes: string;
    readonly jobs: string;
    readonly publish: string;
    readonly static: string;
  };
  /** A part that was not there before. */
  readonly fresh: string;
  readonly live: {
    readonly hit: string;
    readonly queue: string;
    /** So many messages deep. */
    readonly deep: string;
    readonly lag: string;
    readonly down: string;
    /** A site that nobody reaches. */
    readonly dark: string;
    /** The same with the time at which it is back, if it will be. */
    darkUntil(time: string | undefined): string;
    /** So many boxes of those bought are alive. */
    of(alive: number, bought: number): string;
    /** The share of the keys that has moved to a new shard. */
    moved(share: number): string;
    rebuilding(boxes: number): string;
    readonly promoted: string;
    /** Of a primary that has lost the lead to another site: at most 9 cells. */
    leadsIn(region: RegionName): string;
  };
  /** Why requests fail, by the simulator's reason, in at most 8 cells. */
  readonly reasons: Readonly<Partial<Record<Reason, string>>>;
  readonly sites: Readonly<Record<RegionName, string>>;
  readonly facts: FactWords;
  readonly quiet: QuietWords;
  /** A part in a sentence: what it is, where there are two sites in which, what it does now. */
  sentence(found: {
    readonly kind: PictureKind;
    readonly region?: RegionName;
    readonly facts: readonly string[];
    readonly isSingle: boolean;
    readonly now: readonly string[];
  }): string;
  /** What is missing, and what happens there. */
  ghostSentence(found: { readonly kind: GhostKind; readonly now: readonly string[] }): string;
  /** What stands beside the path. */
  also(facts: readonly string[]): string;
  readonly spoken: SpokenFigures;
}
