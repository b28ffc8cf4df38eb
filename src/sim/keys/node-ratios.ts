/** What a node answers after so many requests, and how much it then holds; found again and again, so remembered. */
import { missesPerEnd } from "./hot-key.ts";
import { askedShare, type CacheModel, type Popularity } from "./popularity.ts";

/** Changes of what a solution rests on that are worth a new one. */
export const material = 0.004;
/** Ratios remembered: one for each node and sale, in the order in which they are asked for. */
const slots = 64;

/** What a ratio rests on beside the requests seen. Mutable: the caller keeps one. */
export interface Regeneration {
  /** Requests that come while an entry is computed again. */
  requests: number;
  /** Entries that fit. */
  capacity: number;
}

export class NodeRatios {
  /** Entries held, as found last. */
  held = 0;

  readonly #popularity: Popularity;
  readonly #model: CacheModel;
  #leases: boolean;
  /** How many of the most popular entries are always there. */
  readonly #prefetched: number;
  readonly #seen = new Float64Array(slots).fill(Number.NaN);
  readonly #hits = new Float64Array(slots);
  readonly #held = new Float64Array(slots);
  readonly #version = new Int32Array(slots).fill(-1);
  #versionNow = 0;

  constructor(popularity: Popularity, model: CacheModel, leases: boolean, prefetched: number) {
    this.#popularity = popularity;
    this.#model = model;
    this.#leases = leases;
    this.#prefetched = prefetched;
  }

  /** From now on only one of those who miss a key together computes it. */
  lease(): void {
    this.#leases = true;
    this.forget();
  }

  /** Forgets what rested on another solution. */
  forget(): void {
    this.#versionNow++;
  }

  /**
   * Hit ratio after so many answered requests, with what happens while an entry is computed again: without a lease the
   * readers of the key miss until the first of them is back, with one they are given the entry that is being replaced.
   */
  find(slot: number, seen: number, { requests: waiting, capacity }: Regeneration): number {
    const at = slot & (slots - 1);
    if (this.#version[at] !== this.#versionNow || differs(seen, this.#seen[at]!, material)) {
      const { keyShare, keyCount, classes } = this.#popularity;
      const { hitByClass } = this.#model;
      let hits = 0;
      let held = 0;
      let rank = 0;
      for (let i = 0; i < classes; i++) {
        const p = keyShare[i]!;
        const n = keyCount[i]!;
        rank += n;
        if (rank <= this.#prefetched) {
          hits += n * p;
          held += n;
          continue;
        }
        const warm = seen === Number.POSITIVE_INFINITY ? 1 : askedShare(p * seen);
        const steady = hitByClass[i]!;
        let hit = warm < steady ? warm : steady;
        const together = p * waiting;
        if (this.#leases) hit = (hit + (1 - hit) * together) / (1 + (1 - hit) * together);
        else hit /= hit + (1 - hit) * missesPerEnd(together);
        hits += n * p * hit;
        held += n * warm;
      }
      this.#seen[at] = seen;
      this.#version[at] = this.#versionNow;
      this.#hits[at] = Math.fround(Math.min(1, hits));
      this.#held[at] = Math.fround(Math.min(held, capacity));
    }
    this.held = this.#held[at]!;
    return this.#hits[at]!;
  }
}

/** Whether a differs from b by more than a share of it; an endless number differs from every other. */
export function differs(a: number, b: number, share: number): boolean {
  if (a === b) return false;
  return !(Math.abs(a - b) <= share * Math.abs(b) && Math.abs(b) < Number.POSITIVE_INFINITY);
}

/** Answers to what was asked since a node was empty and to what was under way, each after `lag` requests on average. */
export function answered(asked: number, lag: number, underWay: number): number {
  if (lag <= 0 || asked === Number.POSITIVE_INFINITY) return asked;
  return Math.max(0, asked + (underWay - lag) * (1 - Math.exp(-asked / lag)));
}
