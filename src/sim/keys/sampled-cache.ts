/**
 * A cache that evicts as Redis does (evict.c, 7.0): by a few entries drawn at random, the worst of which wait in a pool
 * of candidates; by a clock of whole seconds (LRU) or a decaying counter of eight bits (LFU).
 */
import { Draws } from "../chance/draws.ts";
import { hash32 } from "../chance/random.ts";

export type SampledPolicy = "sampled-lru" | "sampled-lfu";

/** Entries drawn at each eviction (`maxmemory-samples`), and candidates kept between evictions. */
const samples = 5;
const poolMax = 16;
/** `lfu-log-factor`: a counter of c above the initial one grows with a chance of 1 ÷ (10 c + 1). */
const logFactor = 10;
const counterFirst = 5;
const counterMax = 255;
/** `lfu-decay-time`: a counter falls by one in each so many seconds. */
const decaySec = 60;

export class SampledCache {
  readonly #policy: SampledPolicy;
  readonly #capacity: number;
  readonly #perSec: number;
  /** By key: its place among the entries, −1 when it is not there; when it was last asked for, in whole clock ticks. */
  readonly #slotOf: Int32Array;
  readonly #usedAt: Int32Array;
  readonly #counter: Uint8Array;
  readonly #slots: Int32Array;
  /** Candidates for eviction and how much they deserve it, the most deserving last. */
  readonly #pool: number[] = [];
  readonly #poolWorth: number[] = [];
  #held = 0;
  #requests = 0;
  readonly #draws: Draws;

  /** @param ratePerSec requests a second, which turn its clock */
  constructor(policy: SampledPolicy, keys: number, capacity: number, ratePerSec: number, seed: number) {
    this.#policy = policy;
    this.#capacity = Math.min(keys, Math.floor(capacity));
    this.#perSec = ratePerSec;
    this.#slotOf = new Int32Array(keys).fill(-1);
    this.#usedAt = new Int32Array(keys);
    this.#counter = new Uint8Array(keys);
    this.#slots = new Int32Array(this.#capacity);
    this.#draws = new Draws(hash32(seed, keys, capacity));
  }

  /** One request for a key: true on a hit; a miss fills the cache. */
  request(key: number): boolean {
    const sec = this.#requests++ / this.#perSec;
    const isHit = this.#slotOf[key]! >= 0;
    if (!isHit) {
      if (this.#held === this.#capacity) this.#evict(sec);
      this.#slotOf[key] = this.#held;
      this.#slots[this.#held++] = key;
      this.#counter[key] = counterFirst;
    } else if (this.#policy === "sampled-lfu") this.#count(key, sec);
    this.#usedAt[key] = this.#clock(sec);
    return isHit;
  }

  #clock(sec: number): number {
    return Math.floor(this.#policy === "sampled-lfu" ? sec / decaySec : sec);
  }

  #decayed(key: number, sec: number): number {
    return Math.max(0, this.#counter[key]! - (this.#clock(sec) - this.#usedAt[key]!));
  }

  #count(key: number, sec: number): void {
    const counter = this.#decayed(key, sec);
    const grows =
      counter < counterMax &&
      this.#draws.uniform() < 1 / (Math.max(0, counter - counterFirst) * logFactor + 1);
    this.#counter[key] = grows ? counter + 1 : counter;
  }

  /** How much an entry deserves to go: the whole seconds since it was asked for, or how seldom it is. */
  #worth(key: number, sec: number): number {
    if (this.#policy === "sampled-lfu") return counterMax - this.#decayed(key, sec);
    return this.#clock(sec) - this.#usedAt[key]!;
  }

  #evict(sec: number): void {
    const pool = this.#pool;
    const worths = this.#poolWorth;
    for (;;) {
      for (let i = 0; i < samples; i++) {
        const key = this.#slots[Math.floor(this.#draws.uniform() * this.#held)]!;
        const worth = this.#worth(key, sec);
        if (pool.length === poolMax && worth <= worths[0]!) continue;
        if (pool.includes(key)) continue;
        if (pool.length === poolMax) {
          pool.shift();
          worths.shift();
        }
        let at = 0;
        while (at < worths.length && worths[at]! < worth) at++;
        pool.splice(at, 0, key);
        worths.splice(at, 0, worth);
      }
      while (pool.length > 0) {
        const key = pool.pop()!;
        worths.pop();
        if (this.#slotOf[key]! < 0) continue;
        this.#drop(key);
        return;
      }
    }
  }

  #drop(key: number): void {
    const slot = this.#slotOf[key]!;
    const moved = this.#slots[--this.#held]!;
    this.#slots[slot] = moved;
    this.#slotOf[moved] = slot;
    this.#slotOf[key] = -1;
  }
}
