/**
 * A cache of real keys: every entry with when it was filled and how old its value is, in the order in which its node
 * would push it out. Keys are spread over the nodes by hash; what a crawler reads has keys of its own.
 */
import { capacities } from "../sim/index.ts";
import type { Popular } from "./popular.ts";
import type { Prng } from "./prng.ts";

const { cacheServiceSec, lostInvalidationShare } = capacities;

export interface CacheSettings {
  readonly nodes: number;
  readonly entriesPerNode: number;
  /** "lfu" keeps the most popular keys there are: an oracle. */
  readonly policy: "lru" | "fifo" | "lfu";
  readonly ttlSec: number;
  readonly invalidates: boolean;
  readonly leases: boolean;
}

/** Reads replayed before the run, so that what was drawn at its start has met them. */
const warmUpReads = 1_000_000;

/** What a look finds. */
export const found = { nothing: 0, value: 1, lease: 2, busy: 3 } as const;

export class Cache {
  lookups = 0;
  hits = 0;
  staleHits = 0;
  /** Old values that came back after their key had changed, and were kept. */
  putBack = 0;
  /** The token of the lease given out last. */
  lease = 0;
  /** Whether the value given out last was old. */
  wasStale = false;
  readonly #settings: CacheSettings;
  readonly #prng: Prng;
  readonly #popular: Popular;
  /** Key → neighbours in its node's order; the nodes' own ends are the last entries. */
  readonly #before: Int32Array;
  readonly #after: Int32Array;
  readonly #isHere: Uint8Array;
  /** Whether an ended entry's value could still be given out under a lease; the token of the lease that is out, 0 when none is. */
  readonly #isEnded: Uint8Array;
  readonly #leases: Int32Array;
  readonly #filledSec: Float64Array;
  /** Of which time the value is; when the object last changed. */
  readonly #asOfSec: Float64Array;
  readonly #changedSec: Float64Array;
  readonly #keys: number;
  readonly #held: Int32Array;
  readonly #isAway: Uint8Array;
  /** The nodes that keep keys, those of a lost zone excepted. */
  #alive: number[];

  /** @param more keys beyond those that are read by popularity: one hot object, and a crawler's */
  constructor(settings: CacheSettings, popular: Popular, more: number, prng: Prng) {
    this.#settings = settings;
    this.#prng = prng;
    this.#popular = popular;
    const keys = popular.shares.length + more;
    this.#keys = keys;
    this.#before = new Int32Array(keys + settings.nodes);
    this.#after = new Int32Array(keys + settings.nodes);
    for (let n = keys; n < keys + settings.nodes; n++) this.#before[n] = this.#after[n] = n;
    this.#isHere = new Uint8Array(keys);
    this.#isEnded = new Uint8Array(keys);
    this.#leases = new Int32Array(keys);
    this.#filledSec = new Float64Array(keys);
    this.#asOfSec = new Float64Array(keys);
    this.#changedSec = new Float64Array(keys).fill(Number.NEGATIVE_INFINITY);
    this.#held = new Int32Array(settings.nodes);
    this.#isAway = new Uint8Array(settings.nodes);
    this.#alive = Array.from({ length: settings.nodes }, (_, n) => n);
  }

  get hitRatio(): number {
    return this.lookups > 0 ? this.hits / this.lookups : 0;
  }

  get staleShare(): number {
    return this.lookups > 0 ? this.staleHits / this.lookups : 0;
  }

  #nodeOf(key: number): number {
    const alive = this.#alive;
    const hash = Math.imul(Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) ^ (key << 7), 0x297a2d39) >>> 0;
    return alive[Math.floor((hash / 4_294_967_296) * alive.length)]!;
  }

  /** Whether anything can be asked at all. */
  isAway(key: number): boolean {
    return this.#alive.length === 0 || this.#isAway[this.#nodeOf(key)] === 1;
  }

  /** A read asks for a key. */
  look(key: number, nowSec: number): number {
    const { ttlSec, policy, leases } = this.#settings;
    this.lookups++;
    if (this.isAway(key)) return found.nothing;
    if (this.#isHere[key] === 1) {
      if (nowSec - this.#filledSec[key]! < ttlSec) {
        if (policy === "lru") this.#renew(key);
        return this.#give(key);
      }
      this.#drop(key);
      this.#isEnded[key] = 1;
    }
    if (!leases) return found.nothing;
    if (this.#leases[key] === 0) {
      this.#leases[key] = ++this.lease;
      return found.lease;
    }
    return this.#isEnded[key] === 1 ? this.#give(key) : found.busy;
  }

  /** Whether a key is kept, and its value is from before a time. */
  isFromBefore(key: number, beforeSec: number, nowSec: number): boolean {
    const isAlive = this.#isHere[key] === 1 && nowSec - this.#filledSec[key]! < this.#settings.ttlSec;
    return isAlive && this.#asOfSec[key]! < beforeSec;
  }

  #give(key: number): number {
    this.hits++;
    this.wasStale = this.#asOfSec[key]! < this.#changedSec[key]!;
    if (this.wasStale) this.staleHits++;
    return found.value;
  }

  /** What a miss brought back is kept; with leases only when its lease still holds. */
  fill(key: number, asOfSec: number, nowSec: number, lease: number): void {
    if (this.#settings.leases) {
      if (this.#leases[key] !== lease) return;
      this.#leases[key] = 0;
    }
    if (this.isAway(key)) return;
    if (asOfSec < this.#changedSec[key]! && this.#settings.invalidates) this.putBack++;
    this.#keep(key, asOfSec, nowSec);
  }

  #keep(key: number, asOfSec: number, nowSec: number): void {
    const { entriesPerNode, policy } = this.#settings;
    const node = this.#nodeOf(key);
    if (policy === "lfu" && key >= entriesPerNode * this.#alive.length && key < this.#popular.shares.length)
      return;
    this.#asOfSec[key] = asOfSec;
    this.#filledSec[key] = nowSec;
    this.#isEnded[key] = 0;
    if (this.#isHere[key] === 1) {
      if (policy === "lru") this.#renew(key);
      return;
    }
    if (this.#held[node]! >= entriesPerNode) {
      const last = this.#before[this.#keys + node]!;
      this.#drop(last);
      this.#isEnded[last] = 0;
    }
    this.#isHere[key] = 1;
    this.#held[node]!++;
    this.#link(key, this.#keys + node);
  }

  /** The holder of a lease comes back without a value: another may have it. */
  giveUpLease(key: number, lease: number): void {
    if (this.#leases[key] === lease) this.#leases[key] = 0;
  }

  /** A crawler reads a cold object of its own. */
  crawl(key: number, nowSec: number): void {
    if (this.#settings.policy !== "lfu" && !this.isAway(key)) this.#keep(key, nowSec, nowSec);
  }

  /** An object changes in the store; what is kept of it is old from now on. */
  change(key: number, nowSec: number): void {
    this.#changedSec[key] = nowSec;
  }

  /** Word of a change arrives. */
  invalidate(key: number): void {
    if (!this.#settings.invalidates || this.#prng.uniform() < lostInvalidationShare) return;
    this.#leases[key] = 0;
    if (this.#isHere[key] === 0) return;
    this.#drop(key);
    this.#isEnded[key] = 1;
  }

  /** Empties a node; while `away` it neither answers nor keeps anything. */
  restart(node: number, away: boolean): void {
    const end = this.#keys + node;
    for (let key = this.#after[end]!; key !== end; key = this.#after[key]!) this.#isHere[key] = 0;
    this.#before[end] = this.#after[end] = end;
    this.#held[node] = 0;
    this.#isAway[node] = away ? 1 : 0;
    for (let key = 0; key < this.#keys; key++) if (this.#isEnded[key] === 1) this.#isEnded[key] = 0;
  }

  /** The node answers again. */
  comeBack(node: number): void {
    this.#isAway[node] = 0;
  }

  /** A zone's nodes are gone; the others take their keys. */
  loseZone(zone: number, zones: number): void {
    for (let node = zone; node < this.#settings.nodes; node += zones) this.restart(node, true);
    this.#spread(this.#alive.filter((node) => node % zones !== zone));
  }

  /** A zone's nodes are back, empty, and take their keys again. */
  regainZone(zone: number, zones: number): void {
    const back: number[] = [];
    for (let node = zone; node < this.#settings.nodes; node += zones) {
      this.comeBack(node);
      back.push(node);
    }
    this.#spread([...new Set([...this.#alive, ...back])].sort((a, b) => a - b));
  }

  /** Keys move with the number of nodes: what is kept elsewhere than its new place is never found again. */
  #spread(alive: number[]): void {
    for (let key = 0; key < this.#keys; key++) if (this.#isHere[key] === 1) this.#isEnded[key] = 0;
    this.#alive = alive;
    for (const node of this.#alive) {
      const end = this.#keys + node;
      for (let key = this.#after[end]!; key !== end; ) {
        const next = this.#after[key]!;
        if (this.#nodeOf(key) !== node) this.#drop(key, node);
        key = next;
      }
    }
  }

  /**
   * Fills the cache as if it had long been in service at a rate of reads and of changes: each key was last asked for
   * an exponential time ago and is there with its stationary chance; the most recent ones fit. Then plays some reads.
   */
  warm(readsPerSec: number, changesPerSec: number): void {
    const { ttlSec, invalidates, policy, entriesPerNode, nodes } = this.#settings;
    const { shares } = this.#popular;
    const prng = this.#prng;
    const lifeSec = Math.min(ttlSec, cacheServiceSec);
    const changeRate = changesPerSec / shares.length;
    const endRate = invalidates ? changeRate : 0;
    const meanLife = endRate > 0 ? -Math.expm1(-endRate * lifeSec) / endRate : lifeSec;
    const room = entriesPerNode * nodes;
    const order: number[] = [];
    const fromSec = -warmUpReads / readsPerSec;
    const lastSec = new Float64Array(shares.length);
    for (let key = 0; key < shares.length; key++) {
      const rate = shares[key]! * readsPerSec;
      // Changes without invalidation leave the entry; it is only older than they are.
      if (changeRate > 0) this.#changedSec[key] = fromSec - prng.exponential() / changeRate;
      if (prng.uniform() * (1 + rate * meanLife) > rate * meanLife) continue;
      const age = ageWithin(prng, lifeSec, endRate);
      const asked = policy === "lru" ? Math.min(age, prng.exponential() / rate) : age;
      this.#filledSec[key] = fromSec - age;
      this.#asOfSec[key] = fromSec - age;
      // With invalidation only those are old whose word was lost.
      if (invalidates)
        this.#changedSec[key] =
          prng.uniform() < lostInvalidationShare * changeRate * age ? fromSec : fromSec - age;
      lastSec[key] = asked;
      order.push(key);
    }
    const kept = Int32Array.from(order).sort((a, b) => lastSec[a]! - lastSec[b]!);
    const fits = policy === "lfu" ? kept.length : Math.min(kept.length, room);
    for (let i = fits - 1; i >= 0; i--) {
      const key = kept[i]!;
      this.#keep(key, this.#asOfSec[key]!, this.#filledSec[key]!);
    }
    const changes = changesPerSec / readsPerSec;
    for (let i = 0; i < warmUpReads; i++) {
      const nowSec = fromSec + i / readsPerSec;
      const key = this.#popular.draw(prng);
      const result = this.look(key, nowSec);
      if (result === found.nothing || result === found.lease) this.fill(key, nowSec, nowSec, this.lease);
      if (prng.uniform() >= changes) continue;
      const changed = Math.floor(prng.uniform() * shares.length);
      this.change(changed, nowSec);
      this.invalidate(changed);
    }
    this.lookups = this.hits = this.staleHits = this.putBack = 0;
  }

  #renew(key: number): void {
    const end = this.#keys + this.#nodeOf(key);
    if (this.#after[end] === key) return;
    this.#unlink(key);
    this.#link(key, end);
  }

  #drop(key: number, node = this.#nodeOf(key)): void {
    this.#unlink(key);
    this.#isHere[key] = 0;
    this.#held[node]!--;
  }

  #unlink(key: number): void {
    const before = this.#before[key]!;
    const after = this.#after[key]!;
    this.#after[before] = after;
    this.#before[after] = before;
  }

  /** Puts a key at the front of a node's order. */
  #link(key: number, end: number): void {
    const first = this.#after[end]!;
    this.#after[end] = key;
    this.#before[key] = end;
    this.#after[key] = first;
    this.#before[first] = key;
  }
}

/** Age of an entry that lives up to `lifeSec` and ends at `rate` before. */
function ageWithin(prng: Prng, lifeSec: number, rate: number): number {
  const u = prng.uniform();
  return rate * lifeSec > 1e-9 ? -Math.log1p(u * Math.expm1(-rate * lifeSec)) / rate : u * lifeSec;
}
