/**
 * Which keys are asked for, and what a cache of a given size makes of it. Time is counted in requests to the
 * cache: a key with share p is asked for at rate p per request. Seconds enter only as `ratePerSec × seconds`.
 *
 * Sources: Che, Tung, Wang, Hierarchical Web Caching Systems (2002); Fricker, Robert, Roberts, A versatile and
 * accurate approximation for LRU cache performance (2012); Martina, Garetto, Leonardi (2014) for FIFO.
 */

const CLASS_COUNT = 60;
const HEAD_COUNT = 24;

/**
 * Zipf popularity of N keys: the key of rank r has a share proportional to r^−s. The first keys stand alone, the
 * rest are grouped in geometric classes whose keys count as equally popular (about 60 in all; the hit ratios are
 * within 0.001 of the sum over all keys).
 */
export class Popularity {
  readonly keys: number;
  readonly zipf: number;
  /** Classes from the most popular to the least. */
  readonly classes: number;
  /** Share of the requests that goes to one key of the class. */
  readonly keyShare: Float64Array;
  /** Keys in the class. */
  readonly keyCount: Float64Array;
  /** Characteristic times found so far, by how many entries fit: every run of a search asks for the same few. */
  readonly #times = { lru: new Map<number, number>(), fifo: new Map<number, number>() };

  constructor(keys: number, zipf: number) {
    this.keys = Math.max(1, Math.floor(keys));
    this.zipf = zipf;
    const starts = classStarts(this.keys);
    this.classes = starts.length - 1;
    this.keyShare = new Float64Array(this.classes);
    this.keyCount = new Float64Array(this.classes);
    const total = zipfSum(1, this.keys, zipf);
    for (let i = 0; i < this.classes; i++) {
      const first = starts[i]!;
      const count = starts[i + 1]! - first;
      this.keyCount[i] = count;
      this.keyShare[i] = Math.fround(zipfSum(first, first + count - 1, zipf) / total / count);
    }
  }

  /**
   * Che's characteristic time of a cache that fewer entries fit into than there are keys, in requests; Infinity where no
   * time is long enough to fill it.
   */
  characteristicRequests(policy: "lru" | "fifo", capacity: number): number {
    const known = this.#times[policy];
    let time = known.get(capacity);
    if (time === undefined) {
      time = this.#characteristic(policy === "lru", capacity);
      if (known.size >= timesMax) known.clear();
      known.set(capacity, time);
    }
    return time;
  }

  /**
   * Newton's method on ln(entries held) against ln t: the curve is increasing and concave there and starts
   * below, so the steps climb to the root from the left and never pass it.
   */
  #characteristic(isLru: boolean, capacity: number): number {
    const { keyShare, keyCount, classes } = this;
    const target = Math.log(capacity);
    let time = capacity;
    for (let step = 0; step < 60; step++) {
      let held = 0;
      let slope = 0;
      for (let i = 0; i < classes; i++) {
        const p = keyShare[i]!;
        const n = keyCount[i]!;
        if (isLru) {
          const gone = Math.exp(-p * time);
          held += n * (1 - gone);
          slope += n * p * gone;
        } else {
          const stay = 1 / (1 + p * time);
          held += n * (1 - stay);
          slope += n * p * stay * stay;
        }
      }
      const gap = target - Math.log(held);
      if (Math.abs(gap) < 1e-6) break;
      const rise = gap / ((slope * time) / held);
      // Barely fewer entries than keys: no time is long enough.
      if (!(rise < 50) || time > 1e15) return Number.POSITIVE_INFINITY;
      time *= Math.exp(Math.min(rise, 5));
    }
    return Math.fround(time);
  }
}

/** Of capacities that change from step to step no more are remembered. */
const timesMax = 256;

const known = new Map<string, Popularity>();
const knownMax = 32;

/** The popularity of so many keys, worked out once: a search asks for the same one thousands of times. */
export function popularityOf(keys: number, zipf: number): Popularity {
  const name = `${keys} ${zipf}`;
  let popularity = known.get(name);
  if (!popularity) {
    popularity = new Popularity(keys, zipf);
    if (known.size >= knownMax) known.clear();
    known.set(name, popularity);
  }
  return popularity;
}

/** First rank of each class, and one past the last. */
function classStarts(keys: number): number[] {
  const starts: number[] = [];
  for (let rank = 1; rank <= Math.min(keys, HEAD_COUNT); rank++) starts.push(rank);
  if (keys > HEAD_COUNT) {
    const groups = CLASS_COUNT - HEAD_COUNT;
    const ratio = (keys + 1) / (HEAD_COUNT + 1);
    for (let i = 0; i < groups; i++) {
      const rank = Math.round((HEAD_COUNT + 1) * ratio ** (i / groups));
      if (rank > starts[starts.length - 1]! && rank <= keys) starts.push(rank);
    }
  }
  starts.push(keys + 1);
  return starts;
}

/** Σ r^−s for r from first to last: summed outright when short, by Euler and Maclaurin when long. */
function zipfSum(first: number, last: number, s: number): number {
  let sum = 0;
  const direct = Math.min(last, Math.max(first + 31, 64));
  for (let r = first; r <= direct; r++) sum += r ** -s;
  if (direct >= last) return sum;
  const a = direct + 1;
  const integral = Math.abs(1 - s) < 1e-9 ? Math.log(last / a) : (last ** (1 - s) - a ** (1 - s)) / (1 - s);
  const ends = (a ** -s + last ** -s) / 2;
  return sum + integral + ends + (s * (a ** (-s - 1) - last ** (-s - 1))) / 12;
}

export type EvictionPolicy = "lru" | "fifo" | "lfu";

/** What a cache is asked to hold. Mutable: the caller may keep one. */
export interface CachePlan {
  policy: EvictionPolicy;
  /** Entries that fit. */
  capacity: number;
  /** Requests per second × time to live; Infinity without a TTL. An entry's age counts from when it was filled. */
  ttlRequests: number;
}

/** The hit ratio of one cache over one popularity. Reused from tick to tick: solving allocates nothing. */
export class CacheModel {
  /** Hit ratio of the keys of each class. */
  readonly hitByClass: Float64Array;
  /** Stationary hit ratio over all requests. */
  hitRatio = 0;
  /** Che's characteristic time in requests: an entry not asked for during it is evicted. */
  characteristicRequests = 0;
  readonly #popularity: Popularity;

  constructor(popularity: Popularity) {
    this.#popularity = popularity;
    this.hitByClass = new Float64Array(popularity.classes);
  }

  /**
   * Solves the stationary cache and returns its hit ratio. With t the characteristic time, T the TTL (both in
   * requests) and p the share of a key:
   * - lru: t from `Σ (1 − e^{−pt}) = C`; hits of one stay of the key in the cache `E = q/(1−q)` with
   *   `q = 1 − e^{−pt}`, which with a TTL becomes `q/(1−q)·(1 − e^{−(1−q)T/g})`, g the mean gap between requests
   *   that hit (and `pT` exactly when T ≤ t); hit ratio `E/(1+E)`;
   * - fifo: t from `Σ E/(1+E) = C` with `E = pt`; a TTL caps t at T;
   * - lfu: the C most popular keys stay for good: `E = pT`.
   */
  solve(plan: CachePlan): number {
    const popularity = this.#popularity;
    const { keyShare, keyCount, classes } = popularity;
    const ttl = Math.max(0, plan.ttlRequests);
    const capacity = Math.max(0, plan.capacity);
    const { policy } = plan;
    const isLru = policy === "lru";
    let time: number;
    if (capacity === 0) time = 0;
    else if (capacity >= popularity.keys || policy === "lfu") time = Number.POSITIVE_INFINITY;
    else time = popularity.characteristicRequests(policy, capacity);
    this.characteristicRequests = time;

    let total = 0;
    let ranksLeft = capacity;
    for (let i = 0; i < classes; i++) {
      const p = keyShare[i]!;
      const n = keyCount[i]!;
      let hit = isLru ? lruHit(p, time, ttl) : agedHit(p, Math.min(time, ttl));
      if (policy === "lfu") {
        hit *= Math.min(1, ranksLeft / n);
        ranksLeft = Math.max(0, ranksLeft - n);
      }
      // Rounded, so that a last-bit difference of exp between two engines does not reach a report.
      hit = Math.fround(hit);
      this.hitByClass[i] = hit;
      total += n * p * hit;
    }
    this.hitRatio = Math.min(1, total);
    return this.hitRatio;
  }

  /** Keys that a cache which never fills up would hold of the last so many requests. */
  heldWithin(policy: EvictionPolicy, requests: number): number {
    const { keyShare, keyCount, classes } = this.#popularity;
    let held = 0;
    for (let i = 0; i < classes; i++) {
      const asked = keyShare[i]! * requests;
      held += keyCount[i]! * (policy === "fifo" ? asked / (1 + asked) : askedShare(asked));
    }
    return held;
  }
}

/** e^−38 is less than what 1 can be told apart from: nobody is left who has not been asked for. */
const surely = 38;

/** 1 − e^−x: the share of keys asked for at least once, of those that x requests are expected for. */
export function askedShare(expected: number): number {
  return expected >= surely ? 1 : 1 - Math.exp(-expected);
}

function lruHit(p: number, time: number, ttl: number): number {
  if (time === 0 || ttl === 0 || p === 0) return 0;
  if (ttl <= time) return ttl === Number.POSITIVE_INFINITY ? 1 : (p * ttl) / (1 + p * ttl);
  const gone = Math.exp(-p * time);
  const q = 1 - gone;
  if (ttl === Number.POSITIVE_INFINITY) return q;
  // Requests too rare to tell 1 − e^{−x} from x: their gaps are spread evenly over the characteristic time.
  const gap = p * time < 1e-4 ? time / 2 : 1 / p - (gone > 0 ? (time * gone) / (1 - gone) : 0);
  const hits = gone < 1e-12 ? p * ttl : (q / (1 - q)) * -Math.expm1((-(1 - q) * ttl) / gap);
  return hits / (1 + hits);
}

function agedHit(p: number, age: number): number {
  if (age === Number.POSITIVE_INFINITY) return 1;
  const hits = p * age;
  return hits / (1 + hits);
}
