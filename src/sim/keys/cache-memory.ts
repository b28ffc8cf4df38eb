/**
 * What a cluster of cache nodes holds over time, and so what share of the reads it answers. Keys are spread over
 * the nodes by hash; each node's share of the keys has a history of its own (a restart empties one of them).
 *
 * The state is one number per node: how many requests it remembers. LRU keeps a key when it was asked for within
 * the last n requests, so after a restart n grows from zero, and when others push in (a crawler) it shrinks:
 * Che's approximation, followed in time. Time to live and changes cap each key's ratio at its stationary value.
 */
import { cacheServiceSec } from "../scenario/capacities.ts";
import { RequestHistory } from "./cache-history.ts";
import type { MemoryLoad, MemorySettings } from "./cache-load.ts";
import { roomAfterLoss, roomBesideCrawler } from "./cache-room.ts";
import { agedShare, olderShare, type Sale } from "./cache-staleness.ts";
import { answered, differs, material, NodeRatios, type Regeneration } from "./node-ratios.ts";
import { CacheModel, type CachePlan, type Popularity, popularityOf } from "./popularity.ts";

/** Share of the changed objects' entries that are older than the change which counts as still serving the old. */
const noticeable = 0.005;

export class CacheMemory {
  /** Share of reads answered from memory in this step. */
  hitRatio = 0;
  /** Share of reads answered with an old value in this step. */
  staleShare = 0;
  /** Entries pushed out by others, per second. */
  evictionsPerSec = 0;
  /** Entries held over entries that fit. */
  usedShare = 0;
  /** Longest time after a sale during which more than one entry in two hundred of what it changed was still the old. */
  staleSecMax = 0;
  /** Nodes that are there, counting those that are starting. */
  alive: number;
  /** How many of them, the first ones, are not back yet from a restart. The caller sets it before `look`. */
  starting = 0;
  /** Part of the step for which they are away. */
  startingShare = 1;

  #settings: MemorySettings;
  readonly #popularity: Popularity;
  readonly #model: CacheModel;
  readonly #plan: CachePlan;
  /** Requests to the cluster that each node's share of the keys remembers. */
  readonly #seen: Float64Array;
  /** Of them, those whose answers were under way when the node came back from a restart. */
  readonly #underWay: Float64Array;
  readonly #emptiedAtSec: Float64Array;
  readonly #isLost: Uint8Array;
  readonly #sales: Sale[] = [];
  readonly #ratios: NodeRatios;
  #absentShare = 0;
  readonly #regeneration: Regeneration = { requests: 0, capacity: Number.NaN };
  /** Figures of the node looked at last. */
  #nodeHits = 0;
  #nodeHeld = 0;
  #nodeStale = 0;
  readonly #history: RequestHistory;
  #timeSec = 0;
  #stepSec = 1;

  /** @param steps of the run, at most */
  constructor(objects: number, zipf: number, settings: MemorySettings, steps: number) {
    this.#settings = settings;
    this.#popularity = popularityOf(objects, zipf);
    this.#model = new CacheModel(this.#popularity);
    this.#ratios = new NodeRatios(this.#popularity, this.#model, settings.leases, settings.prefetched ?? 0);
    this.#plan = { policy: settings.policy, capacity: Number.NaN, ttlRequests: Number.NaN };
    this.alive = settings.nodes;
    this.#seen = new Float64Array(settings.nodes).fill(Number.POSITIVE_INFINITY);
    this.#underWay = new Float64Array(settings.nodes);
    this.#emptiedAtSec = new Float64Array(settings.nodes).fill(-cacheServiceSec);
    this.#isLost = new Uint8Array(settings.nodes);
    this.#history = new RequestHistory(steps);
  }

  /** Says which step comes now; before anything that happens in it. */
  begin(timeSec: number, dtSec: number): void {
    this.#timeSec = timeSec;
    this.#stepSec = dtSec;
  }

  /** Empties the first `nodes` nodes. Returns the share of the keys that were in them. */
  restart(nodes: number): number {
    let emptied = 0;
    for (let i = 0; i < this.#seen.length && emptied < nodes; i++) {
      if (this.#isLost[i] === 1) continue;
      this.#empty(i);
      emptied++;
    }
    return this.alive > 0 ? emptied / this.alive : 0;
  }

  /** Takes every node in one of `zones` zones (0…) away: its keys move to the others, which do not have them. */
  loseZone(zone: number, zones: number): number {
    const before = this.alive;
    for (let i = zone; i < this.#seen.length; i += zones) {
      if (this.#isLost[i] === 1) continue;
      this.#isLost[i] = 1;
      this.alive--;
      this.#empty(i);
    }
    return before > 0 ? (before - this.alive) / before : 0;
  }

  /** Puts a lost zone's nodes back, empty: their keys return to them. */
  regainZone(zone: number, zones: number): void {
    for (let i = zone; i < this.#seen.length; i += zones) {
      if (this.#isLost[i] === 0) continue;
      this.#isLost[i] = 0;
      this.alive++;
      this.#empty(i);
    }
  }

  /** A share of all objects changes at once. */
  change(share: number): void {
    if (share > 0) this.#sales.push({ share: Math.min(1, share), atSec: this.#timeSec, seen: 0 });
  }

  #empty(node: number): void {
    this.#seen[node] = 0;
    this.#underWay[node] = 0;
    this.#emptiedAtSec[node] = this.#timeSec;
  }

  /** Finds `hitRatio` and the other figures for the step; what is remembered stays. */
  look(load: MemoryLoad): void {
    this.#history.expect(load.readsPerSec);
    if (this.alive === 0) {
      this.hitRatio = 0;
      this.staleShare = 0;
      this.evictionsPerSec = 0;
      this.usedShare = 0;
      return;
    }
    this.#solve(load);
    this.#weigh(load);
  }

  /** Takes the step: what was asked for is remembered. */
  advance(load: MemoryLoad): void {
    const asked = load.readsPerSec * this.#stepSec;
    this.#history.add(asked, load.crawledPerSec * this.#stepSec);
    const filled = asked * load.filledShare;
    const memory = this.#model.characteristicRequests;
    let starting = this.starting;
    for (let i = 0; i < this.#seen.length; i++) {
      const isStarting = starting > 0 && this.#isLost[i] === 0;
      if (isStarting) starting--;
      const kept = isStarting ? filled * (1 - this.startingShare) : filled;
      // Those who missed it while it was away come back with answers once it is there.
      if (isStarting)
        this.#underWay[i] = Math.min(
          this.#underWay[i]! + filled * this.startingShare,
          this.#regeneration.requests * load.filledShare,
        );
      this.#seen[i] = Math.min(this.#seen[i]! + kept, memory);
    }
    for (const sale of this.#sales) sale.seen += filled;
  }

  /** Rate at which one object changes, per second. */
  #changeRate(load: MemoryLoad): number {
    return load.changesPerSec / (this.#popularity.keys * load.growth);
  }

  /** Mean life of an entry that nothing pushes out, in seconds: ends by age or, when changes remove it, by change. */
  #lifeSec(load: MemoryLoad): number {
    const { ttlSec, invalidates } = this.#settings;
    const rate = invalidates ? this.#changeRate(load) : 0;
    if (rate * ttlSec < 1e-9) return ttlSec;
    return Math.fround((ttlSec === Number.POSITIVE_INFINITY ? 1 : -Math.expm1(-rate * ttlSec)) / rate);
  }

  /** Entries for the keys: what neither a crawler nor keys from lost nodes have taken. */
  #roomForKeys(load: MemoryLoad): number {
    const { entriesPerNode, policy } = this.#settings;
    const nodes = this.#seen.length;
    let moved = 0;
    if (this.alive < nodes) {
      const half = this.#halfStep(load);
      for (let i = 0; i < nodes; i++)
        if (this.#isLost[i] === 1) moved += this.#model.heldWithin(policy, this.#seen[i]! + half);
    }
    const room = roomAfterLoss(entriesPerNode, nodes, this.alive, load.growth * moved);
    return roomBesideCrawler(this.#model, policy, this.#history, room, load.growth);
  }

  /** Requests answered in the first half of a step. */
  #halfStep({ readsPerSec, filledShare }: MemoryLoad): number {
    return readsPerSec * filledShare * this.#stepSec * 0.5;
  }

  #solve(load: MemoryLoad): void {
    const { policy } = this.#settings;
    const plan = this.#plan;
    const capacity = this.#roomForKeys(load);
    const life = this.#lifeSec(load);
    const ttl =
      life === Number.POSITIVE_INFINITY
        ? life
        : this.#history.requestsWithin(life, this.#timeSec, this.#stepSec);
    const slack = policy === "lfu" ? 0 : material;
    if (!differs(capacity, plan.capacity, slack) && !differs(ttl, plan.ttlRequests, slack)) return;
    plan.capacity = capacity;
    this.#regeneration.capacity = capacity;
    plan.ttlRequests = ttl;
    this.#model.solve(plan);
    this.#ratios.forget();
    const memory = this.#model.characteristicRequests;
    const { keyShare, keyCount, classes } = this.#popularity;
    let absent = 0;
    for (let i = 0; i < classes; i++) {
      const p = keyShare[i]!;
      absent += keyCount[i]! * p * (policy === "fifo" ? 1 / (1 + p * memory) : Math.exp(-p * memory));
    }
    this.#absentShare = policy === "lfu" ? 0 : Math.fround(absent);
  }

  /** Adds up the nodes' shares of the keys, and within them what sales removed. */
  #weigh(load: MemoryLoad): void {
    const { invalidates } = this.#settings;
    const rate = load.readsPerSec;
    const regenerating = rate * load.regenerateSec;
    if (differs(regenerating, this.#regeneration.requests, 0.1)) {
      this.#regeneration.requests = regenerating;
      this.#ratios.forget();
    }
    const memory = this.#model.characteristicRequests;
    const nodes = this.#seen.length;
    const half = this.#halfStep(load);
    let soldShare = 0;
    if (invalidates) for (const sale of this.#sales) soldShare = Math.min(1, soldShare + sale.share);
    let hits = 0;
    let held = 0;
    let stale = 0;
    let full = 0;
    let slot = 0;
    let starting = this.starting;
    for (let i = 0; i < nodes; i++) {
      let there = 1;
      if (starting > 0 && this.#isLost[i] === 0) {
        starting--;
        there = 1 - this.startingShare;
        if (there <= 0) continue;
      }
      const seen = Math.min(memory, this.#seen[i]! + half);
      // Nodes with one history are worked out once.
      const isLikeLast =
        slot > 0 &&
        this.#seen[i] === this.#seen[i - 1] &&
        this.#emptiedAtSec[i] === this.#emptiedAtSec[i - 1];
      if (!isLikeLast) slot = this.#weighNode(load, i, slot, seen, half, soldShare);
      hits += there * this.#nodeHits;
      held += there * this.#nodeHeld;
      stale += there * this.#nodeStale;
      full += seen >= memory ? there : 0;
    }
    this.hitRatio = Math.min(1, hits / nodes);
    this.staleShare = Math.min(this.hitRatio, stale / nodes);
    const capacity = this.#settings.entriesPerNode * this.alive;
    // The plan is kept while it is right to four parts in a thousand, so the rest may come out below nothing.
    const crawled = Math.max(0, capacity - this.#plan.capacity * load.growth);
    this.usedShare = capacity > 0 ? Math.min(1, ((held / nodes) * load.growth + crawled) / capacity) : 0;
    const pushing = memory === Number.POSITIVE_INFINITY ? 0 : full / nodes;
    this.evictionsPerSec = pushing * (rate * this.#absentShare * load.filledShare + load.crawledPerSec);
    this.#trackSales();
  }

  /** From now on only one of those who miss an entry together computes it again. */
  lease(): void {
    this.#settings = { ...this.#settings, leases: true };
    this.#ratios.lease();
  }

  /** Works out one node; takes memo slots from `slot` on and returns the next free one. */
  #weighNode(
    load: MemoryLoad,
    node: number,
    slot: number,
    seen: number,
    half: number,
    soldShare: number,
  ): number {
    const { leases, invalidates } = this.#settings;
    const lag = leases ? 0 : this.#regeneration.requests;
    const underWay = this.#underWay[node]!;
    let next = slot;
    let hits = this.#ratios.find(next++, answered(seen, lag, underWay), this.#regeneration) * (1 - soldShare);
    let held = this.#ratios.held * (1 - soldShare);
    if (invalidates)
      for (const sale of this.#sales) {
        const since = Math.min(seen, sale.seen + half);
        hits +=
          sale.share *
          this.#ratios.find(next++, answered(since, lag, since < seen ? 0 : underWay), this.#regeneration);
        held += sale.share * this.#ratios.held;
      }
    this.#nodeHits = hits;
    this.#nodeHeld = held;
    this.#nodeStale = hits * this.#agedShare(load, node) + this.#soldStale(hits, node);
    return next;
  }

  /** Share of a node's hits that changes have made old one by one. */
  #agedShare(load: MemoryLoad, node: number): number {
    const { ttlSec, invalidates } = this.#settings;
    const sinceEmpty = this.#timeSec - this.#emptiedAtSec[node]!;
    return agedShare(this.#changeRate(load), Math.min(ttlSec, sinceEmpty), invalidates);
  }

  /** Share of the changed objects' entries on a node that are older than the sale. */
  #olderShare(sale: Sale, node: number): number {
    if (this.#emptiedAtSec[node]! >= sale.atSec) return 0;
    const { ttlSec, invalidates } = this.#settings;
    return olderShare(this.#timeSec + this.#stepSec / 2 - sale.atSec, ttlSec, invalidates);
  }

  #soldStale(hits: number, node: number): number {
    let stale = 0;
    for (const sale of this.#sales) stale += sale.share * hits * this.#olderShare(sale, node);
    return stale;
  }

  #trackSales(): void {
    for (const sale of this.#sales) {
      let older = 0;
      for (let i = 0; i < this.#seen.length; i++) older += this.#olderShare(sale, i);
      if (older / this.#seen.length <= noticeable) continue;
      const until = Math.min(this.#settings.ttlSec, this.#timeSec + this.#stepSec - sale.atSec);
      this.staleSecMax = Math.max(this.staleSecMax, until);
    }
  }
}
