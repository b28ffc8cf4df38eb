import { Draws } from "../chance/draws.ts";
import { hash32, mix32 } from "../chance/random.ts";
import type { EvictionPolicy } from "./popularity.ts";

/** Draws ranks 0…N−1 with Zipf weights in constant time by Walker's alias method (1977). */
export class ZipfTrace {
  readonly #accept: Float64Array;
  readonly #alias: Int32Array;
  readonly #draws: Draws;

  constructor(keys: number, zipf: number, seed: number) {
    this.#draws = new Draws(hash32(seed, keys, 0x7a69));
    const weights = new Float64Array(keys);
    let total = 0;
    for (let i = 0; i < keys; i++) {
      const weight = Math.fround((i + 1) ** -zipf);
      weights[i] = weight;
      total += weight;
    }
    this.#accept = new Float64Array(keys);
    this.#alias = new Int32Array(keys);
    // Zipf weights decrease, so the rich are a prefix and the poor the rest: two pointers make the alias table.
    for (let i = 0; i < keys; i++) weights[i]! *= keys / total;
    let rich = 0;
    let poor = keys - 1;
    while (rich < poor) {
      this.#accept[poor] = weights[poor]!;
      this.#alias[poor] = rich;
      weights[rich]! -= 1 - weights[poor]!;
      poor--;
      // A rich key that has given away its surplus is poor itself, and draws on the next.
      while (rich < poor && weights[rich]! < 1) {
        this.#accept[rich] = weights[rich]!;
        this.#alias[rich] = rich + 1;
        weights[rich + 1]! -= 1 - weights[rich]!;
        rich++;
      }
    }
    this.#accept[rich] = 1;
    this.#alias[rich] = rich;
  }

  /** The next rank, 0 = most popular. */
  next(): number {
    const state = this.#draws.step();
    const slot = Math.floor((mix32(state) / 4294967296) * this.#accept.length);
    const toss = mix32(state ^ 0x6a09e667) / 4294967296;
    return toss < this.#accept[slot]! ? slot : this.#alias[slot]!;
  }
}

/** A real cache over keys 0…N−1: a doubly linked list in typed arrays, newest first. Time is counted in requests. */
export class ExactCache {
  readonly #older: Int32Array;
  readonly #newer: Int32Array;
  readonly #filledAt: Float64Array;
  readonly #policy: EvictionPolicy;
  readonly #capacity: number;
  readonly #ttlRequests: number;
  #newest = -1;
  #oldest = -1;
  #held = 0;
  #clock = 0;

  constructor(
    policy: EvictionPolicy,
    keys: number,
    capacity: number,
    ttlRequests = Number.POSITIVE_INFINITY,
  ) {
    this.#policy = policy;
    this.#capacity = Math.min(keys, Math.max(0, Math.floor(capacity)));
    this.#ttlRequests = ttlRequests;
    this.#older = new Int32Array(keys);
    this.#newer = new Int32Array(keys);
    this.#filledAt = new Float64Array(keys).fill(Number.NaN);
  }

  /** Entries held, the expired ones included: they go when they are asked for or evicted. */
  get size(): number {
    return this.#held;
  }

  /** One request for a key: true on a hit; a miss fills the cache. LFU knows the ranks and keeps the first ones. */
  request(key: number): boolean {
    const now = this.#clock++;
    const filled = this.#filledAt[key]!;
    const isHeld = !Number.isNaN(filled);
    const isFresh = isHeld && now - filled <= this.#ttlRequests;
    if (this.#capacity === 0 || (this.#policy === "lfu" && key >= this.#capacity)) return false;
    if (isFresh) {
      if (this.#policy === "lru" && key !== this.#newest) {
        this.#unlink(key);
        this.#link(key);
      }
      return true;
    }
    if (isHeld) this.#unlink(key);
    else {
      if (this.#held === this.#capacity) this.#drop(this.#oldest);
      this.#held++;
    }
    this.#filledAt[key] = now;
    this.#link(key);
    return false;
  }

  /** A write: the key's copy is dropped. */
  invalidate(key: number): void {
    const filled = this.#filledAt[key]!;
    if (!Number.isNaN(filled)) this.#drop(key);
  }

  #drop(key: number): void {
    this.#unlink(key);
    this.#filledAt[key] = Number.NaN;
    this.#held--;
  }

  #link(key: number): void {
    this.#older[key] = this.#newest;
    this.#newer[key] = -1;
    if (this.#newest >= 0) this.#newer[this.#newest] = key;
    else this.#oldest = key;
    this.#newest = key;
  }

  #unlink(key: number): void {
    const older = this.#older[key]!;
    const newer = this.#newer[key]!;
    if (newer >= 0) this.#older[newer] = older;
    else this.#newest = older;
    if (older >= 0) this.#newer[older] = newer;
    else this.#oldest = newer;
  }
}
