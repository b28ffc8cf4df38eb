/** What the memory of a cluster of cache nodes is told: how it is set once, what it does in every step. */
import type { EvictionPolicy } from "./popularity.ts";

/** How the cluster is built and set. */
export interface MemorySettings {
  readonly nodes: number;
  readonly entriesPerNode: number;
  readonly policy: EvictionPolicy;
  /** Age at which an entry is dropped, in seconds; Infinity is never. */
  readonly ttlSec: number;
  /** Whether a change removes the changed key. */
  readonly invalidates: boolean;
  /** Whether only one of those who miss a key together computes it again. */
  readonly leases: boolean;
  /** How many of the most popular entries are filled before anybody asks and renewed before they expire. */
  readonly prefetched?: number;
}

/** What a step does to the cluster. Mutable: the caller keeps one. */
export interface MemoryLoad {
  /** Reads that ask the cluster, per second. */
  readsPerSec: number;
  /** Objects that change, per second, drawn evenly from all. */
  changesPerSec: number;
  /** Cold objects read once each, per second. */
  crawledPerSec: number;
  /** Mean time from a miss to the new entry, in seconds. */
  regenerateSec: number;
  /** Share of the misses whose entry was really computed. */
  filledShare: number;
  /** Objects there are now, over objects at the start. */
  growth: number;
}
