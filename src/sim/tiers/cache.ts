/**
 * The cache: nodes that keep what was read, beside the database. The web tier asks it when its own memory has no answer (`route.hitShare`
 * of `page` and `feed` reads is an answer from memory); what it does not hold goes to the database.
 * What only one person reads (`own`) and what changes data is not kept. docs/model/cache.md has the formulas.
 */

import { Hop, type Route } from "../engine/flow.ts";
import type { Happenings } from "../engine/happenings.ts";
import type { SiteAtWork } from "../engine/site.ts";
import { isWithin } from "../engine/time.ts";
import { newLoad, type Tier, type TierModel, type World } from "../engine/world.ts";
import type { MemoryLoad } from "../keys/cache-load.ts";
import type { CacheMemory } from "../keys/cache-memory.ts";
import { hotKeyHitRatio, hotKeyStaleShare, leasedHotKey } from "../keys/hot-key.ts";
import type { Indicators } from "../names/indicators.ts";
import type { ActOf } from "../scenario/acts.ts";
import { delaySec, pricePerMonth, ratePerSecMax, serviceSec, sharding } from "../scenario/capacities.ts";
import { secBehind, workBehind } from "./common/behind.ts";
import { carriedOutPerSec } from "./common/carried-out.ts";
import { hotNodeOf } from "./common/hot-node.ts";
import { NoCache } from "./common/no-cache.ts";
import { siteMemory } from "./common/site-memory.ts";

const gbOfPricedNode = 6;
/** Operations that may wait at a node; its clients take a longer wait for a miss. */
const waitingMax = 1_000;
const secondsOfDay = 86_400;
/** Weight of the newest step in the smoothed time to compute an entry again. */
const smoothing = 0.3;
/** Longest time to compute an entry again that is believed, in seconds. */
const regenerateSecMax = 30;

export const cache: TierModel = {
  name: "cache",
  scope: "site",
  bill: (_design, { cache: { nodes, memory } }) =>
    nodes > 0 ? [{ id: "cache", perMonth: (nodes * memory * pricePerMonth.cacheNode) / gbOfPricedNode }] : [],
  build: (world, site) => (site.design.cache.nodes > 0 ? new CacheTier(world, site) : new NoCache()),
};

class CacheTier implements Tier {
  readonly #memory: CacheMemory;
  readonly #load: MemoryLoad = {
    readsPerSec: 0,
    changesPerSec: 0,
    crawledPerSec: 0,
    regenerateSec: 0,
    filledShare: 1,
    growth: 1,
  };
  readonly #station;
  readonly #queue = newLoad();
  readonly #reads: Route[];
  /** Where the hops behind the cache begin on each of `reads`. */
  readonly #behind: number[];
  readonly #changers: Route[];
  /** Of them, the share that was carried out in the last step: what is refused later on makes nothing invalid. */
  readonly #doneShare: Float64Array;
  /** The celebrity's node, where likes are counted apart. */
  readonly #hot;
  readonly #orders: Route[];
  readonly #hops: Hop[] = [];
  readonly #down: number;
  readonly #gauges;
  readonly #fixedSec: number;
  #blocked = 0;
  /** Of the views of the celebrity's post. */
  #postBlocked = 0;
  #celebrityHit = 0;
  /** Share of the celebrity's readers who are given what was before the last change. */
  #celebrityStale = 0;
  #postRegenerateSec = 0;
  #postWorkSec = 0;
  #postFilledShare = 1;
  /** What each route of `reads` was when it had passed the cache, in this step. */
  readonly #massBefore: Float64Array;
  readonly #missBefore: Float64Array;
  #ordersHeld = 0;
  readonly #leased: readonly ActOf<"lease">[];
  #leases: boolean;
  readonly #crawls: Happenings<"crawl">;
  readonly #celebrities: Happenings<"celebrity">;
  readonly #restarts: Happenings<"cache-restart">;
  readonly #sales: Happenings<"sale">;
  readonly #outages: Happenings<"region-outage">;
  readonly #floods: Happenings<"flood">;

  readonly #at: SiteAtWork;

  constructor(world: World, at: SiteAtWork) {
    this.#at = at;
    this.#leased = world.acts("lease");
    this.#leases = at.design.cache.lease;
    this.#crawls = world.happenings("crawl", ({ atSec, untilSec }) => untilSec > atSec);
    this.#celebrities = world.happenings("celebrity");
    this.#restarts = world.happenings("cache-restart", (event) => at.isStruck(event));
    this.#sales = world.happenings("sale");
    this.#outages = world.happenings("region-outage", ({ region }) => region === at.region);
    this.#floods = world.happenings("flood", (event) => at.isStruck(event));
    const settings = at.design.cache;
    const { data, ticks } = world.scenario;
    const name = at.place("cache");
    const place = world.placeNumber(name);
    this.#memory = siteMemory(at.design, data, Math.ceil(ticks / world.options.stride));
    this.#station = world.newStation();
    this.#hot = hotNodeOf(world, at);
    this.#down = world.ledger.bucket(name, "cache-down");
    this.#gauges = {
      hitRatio: world.gauges.add(`${name}.hitRatio`),
      evictions: world.gauges.add(`${name}.evictionsPerSec`),
      memory: world.gauges.add(`${name}.memoryUsed`),
      utilization: world.gauges.add(`${name}.utilization`),
      backlog: world.gauges.add(`${name}.backlog`),
      up: world.gauges.add(`${name}.up`, 1),
    };
    // A node in another zone is a millisecond away.
    this.#fixedSec = serviceSec.cache + delaySec.zoneRoundTrip * (1 - 1 / settings.zones);
    this.#reads = at.routes.filter(({ traits }) => traits.isCached);
    this.#orders = settings.only ? at.routes.filter((route) => route.kind === "order") : [];
    this.#changers = settings.invalidate
      ? at.routes.filter(({ kind, traits }) => traits.changesCached && !(this.#hot && kind === "like"))
      : [];
    this.#doneShare = new Float64Array(this.#changers.length);
    this.#massBefore = new Float64Array(this.#reads.length);
    this.#missBefore = new Float64Array(this.#reads.length);
    for (const route of [...this.#reads, ...this.#changers, ...this.#orders, ...(this.#hot?.counted ?? [])]) {
      const hop = new Hop(place);
      hop.station = this.#hot?.stationOf(route.kind) ?? this.#station;
      hop.fixedSec = this.#fixedSec;
      hop.serviceSec = 1 / ratePerSecMax.cacheNode;
      route.hops.push(hop);
      this.#hops.push(hop);
    }
    this.#behind = this.#reads.map((route) => route.hops.length);
  }

  prepare(world: World): void {
    this.#readEvents(world);
    const load = this.#load;
    if (world.tick === 0) this.#expect();
    const { data } = world.scenario;
    load.growth = 1 + (data.growthShare * world.timeSec) / secondsOfDay;
    load.changesPerSec = carriedOutPerSec(world, "write") * data.changesPerWrite;
    load.crawledPerSec = this.#crawls.sum(({ objects, atSec, untilSec }) => objects / (untilSec - atSec));
    this.#memory.look(load);
    const isCelebrated = this.#celebrities.share > 0;
    const changesPerSec = this.#hot ? 1 / sharding.counterSec : carriedOutPerSec(world, "like");
    this.#celebrityHit = isCelebrated ? this.#hitOfOne(changesPerSec) : 0;
    for (let i = 0; i < this.#changers.length; i++) this.#doneShare[i] = this.#changers[i]!.mass;
    const hit = this.#memory.hitRatio * (1 - this.#blocked);
    const postHit = this.#celebrityHit * (1 - this.#postBlocked);
    for (let i = 0; i < this.#reads.length; i++) {
      const route = this.#reads[i]!;
      const { localShare } = route;
      const own = route.kind === "post" ? postHit : hit;
      route.hitShare = localShare + (1 - localShare) * own;
    }
  }

  /** The first rate: what the sources send this way. */
  #expect(): void {
    let rate = 0;
    for (const route of this.#reads)
      rate += route.source.totalPerSec() * route.share * (1 - route.localShare);
    this.#load.readsPerSec = rate;
  }

  /** Hit ratio of one hot object that is changed so often: by every like, or by every sum of them. */
  #hitOfOne(changesPerSec: number): number {
    const { ttl, invalidate } = this.#at.design.cache;
    let rate = 0;
    for (let i = 0; i < this.#reads.length; i++) {
      const route = this.#reads[i]!;
      if (route.kind === "post") rate += route.source.totalPerSec() * route.share * (1 - route.localShare);
    }
    const lifeSec = invalidate && changesPerSec > 0 ? Math.min(ttl, 1 / changesPerSec) : ttl;
    const storeSec = this.#postRegenerateSec;
    const filled = this.#postFilledShare;
    this.#celebrityStale = 0;
    if (lifeSec === Number.POSITIVE_INFINITY) return 1;
    if (!this.#leases) {
      const hit = hotKeyHitRatio(rate, 1 / lifeSec, storeSec, filled);
      if (invalidate)
        this.#celebrityStale = hotKeyStaleShare(
          rate,
          changesPerSec,
          storeSec,
          this.#postWorkSec,
          hit,
          filled,
        );
      return hit;
    }
    const [hit, stale] = leasedHotKey(rate, 1 / lifeSec, storeSec);
    if (invalidate) this.#celebrityStale = stale;
    return hit;
  }

  /** Restarts, floods and sales that begin now. */
  #readEvents(world: World): void {
    this.#memory.begin(world.timeSec, world.dtSec);
    this.#memory.starting = 0;
    if (this.#leased.some(({ atSec }) => isWithin(world, atSec))) {
      this.#leases = true;
      this.#memory.lease();
    }
    const restarts = this.#restarts;
    const floods = this.#floods;
    for (const event of restarts.events) {
      // A restart that takes a while: until it ends the node neither answers nor keeps anything.
      const share = restarts.shareOf(event);
      if (share > 0) {
        this.#memory.starting = Math.min(event.nodes, this.#memory.alive);
        this.#memory.startingShare = share;
      }
      if (restarts.begins(event)) this.#forget(world, event.nodes);
    }
    for (const event of this.#sales.events) if (this.#sales.begins(event)) this.#memory.change(event.share);
    // A site without power forgets what was in memory.
    for (const event of this.#outages.events)
      if (this.#outages.begins(event)) this.#forget(world, this.#at.design.cache.nodes);
    for (const event of floods.events) {
      const zone = event.zone === "A" ? 0 : 1;
      const { zones } = this.#at.design.cache;
      if (zone >= zones) continue;
      if (floods.begins(event)) this.#lose(world, this.#memory.loseZone(zone, zones));
      if (floods.ends(event)) this.#memory.regainZone(zone, zones);
    }
    // A flood may have taken nodes that were just starting.
    this.#memory.starting = Math.min(this.#memory.starting, this.#memory.alive);
  }

  #forget(world: World, nodes: number): void {
    this.#lose(world, this.#memory.restart(nodes));
  }

  /** Orders that were nowhere else go with the memory they were in. */
  #lose(world: World, emptied: number): void {
    if (emptied <= 0) return;
    const lost = this.#ordersHeld * emptied;
    this.#ordersHeld -= lost;
    world.tally.lostOrders += lost;
    // The celebrity's node is among the first to be struck.
    this.#hot?.forget(world);
    world.note({ what: "emptied", place: this.#at.place("cache"), share: emptied });
  }

  serve(world: World): void {
    const memory = this.#memory;
    const load = this.#load;
    const isDown = memory.alive === 0;
    const away = isDown ? 1 : (memory.starting / memory.alive) * memory.startingShare;
    let reads = 0;
    let hits = 0;
    let posts = 0;
    for (let i = 0; i < this.#reads.length; i++) {
      const route = this.#reads[i]!;
      const asked = route.flowPerSec * (1 - route.localShare);
      if (route.kind === "post") posts += asked;
      reads += asked;
      hits += route.flowPerSec * Math.max(0, route.hitShare - route.localShare);
      this.#massBefore[i] = route.mass;
      this.#missBefore[i] = route.mass * (1 - route.hitShare);
    }
    let others = 0;
    for (let i = 0; i < this.#changers.length; i++) {
      const route = this.#changers[i]!;
      const donePerSec = Math.min(route.flowPerSec, route.offeredPerSec * this.#doneShare[i]!);
      others += donePerSec * world.scenario.data.changesPerWrite;
    }
    let orders = 0;
    for (let i = 0; i < this.#orders.length; i++) {
      const route = this.#orders[i]!;
      route.lose(this.#down, away);
      orders += route.flowPerSec;
    }
    const hotAway = isDown ? 1 : memory.starting > 0 ? memory.startingShare : 0;
    const apart = this.#hot ? this.#hot.count(hotAway, this.#down) + posts : 0;
    for (let i = 0; i < this.#hops.length; i++)
      this.#hops[i]!.share = isDown ? 0 : i < this.#reads.length ? 1 - this.#reads[i]!.localShare : 1;
    const queue = this.#queue;
    const station = this.#station;
    // A miss is two operations: the question, and the new entry.
    const spread = this.#hot ? reads - posts : reads;
    queue.arrivalRatePerSec = isDown ? 0 : (spread + (reads - hits) + others + orders) / memory.alive;
    queue.serviceTimeSec = 1 / ratePerSecMax.cacheNode;
    queue.queueLimit = waitingMax;
    station.step(queue, world.tick, world.dtSec);
    this.#blocked = station.blockedShare;
    const hotPerSec = isDown ? 0 : queue.arrivalRatePerSec + apart;
    this.#postBlocked = this.#hot?.step(world, queue, hotPerSec) ?? this.#blocked;
    // The celebrity's post is one hot object, apart from the others' popularity.
    load.readsPerSec = reads - posts;
    this.#ordersHeld += orders * world.dtSec;
    const { tally, gauges } = world;
    if (this.#orders.length > 0) tally.orders += orders * world.dtSec;
    tally.cacheLookups += reads * world.dtSec;
    tally.cacheHits += hits * world.dtSec;
    tally.reads += reads * world.dtSec;
    tally.posts += posts * world.dtSec;
    tally.stalePosts += posts * this.#celebrityStale * (1 - this.#postBlocked) * world.dtSec;
    tally.staleReads += (reads - posts) * memory.staleShare * world.dtSec;
    gauges.set(this.#gauges.hitRatio, reads > 0 ? hits / reads : memory.hitRatio);
    gauges.set(this.#gauges.evictions, memory.evictionsPerSec);
    gauges.set(this.#gauges.memory, memory.usedShare);
    gauges.set(this.#gauges.utilization, station.utilization);
    gauges.set(this.#gauges.backlog, station.backlog);
    gauges.set(this.#gauges.up, 1 - away);
  }

  /** How long the misses took behind the cache, and how many of them came back with something to keep. */
  learn(): void {
    const load = this.#load;
    let weight = 0;
    let sec = 0;
    let missed = 0;
    let lost = 0;
    for (let i = 0; i < this.#reads.length; i++) {
      const route = this.#reads[i]!;
      const missesPerSec = route.offeredPerSec * this.#missBefore[i]!;
      if (missesPerSec <= 0) continue;
      if (route.kind === "post") {
        const postSec = Math.min(regenerateSecMax, secBehind(route, this.#behind[i]!));
        this.#postRegenerateSec += smoothing * (postSec - this.#postRegenerateSec);
        this.#postWorkSec += smoothing * (workBehind(route, this.#behind[i]!) - this.#postWorkSec);
        const lostPerSec = route.offeredPerSec * (this.#massBefore[i]! - route.mass);
        this.#postFilledShare +=
          smoothing * (Math.max(0, 1 - lostPerSec / missesPerSec) - this.#postFilledShare);
        continue;
      }
      weight += missesPerSec;
      sec += missesPerSec * secBehind(route, this.#behind[i]!);
      missed += missesPerSec;
      lost += route.offeredPerSec * (this.#massBefore[i]! - route.mass);
    }
    if (weight > 0)
      load.regenerateSec += smoothing * (Math.min(regenerateSecMax, sec / weight) - load.regenerateSec);
    load.filledShare = missed > 0 ? Math.max(0, Math.min(1, 1 - lost / missed)) : 1;
    this.#memory.advance(load);
  }

  measure(world: World, indicators: Indicators): void {
    const { tally } = world;
    indicators["hitRatio"] = tally.cacheLookups > 0 ? tally.cacheHits / tally.cacheLookups : 0;
    indicators["staleReadShare"] = tally.reads > 0 ? tally.staleReads / tally.reads : 0;
    if (tally.posts > 0) indicators["stalePostShare"] = tally.stalePosts / tally.posts;
    indicators["staleSecMax"] = Math.max(indicators["staleSecMax"] ?? 0, this.#memory.staleSecMax);
    indicators["ordersLost"] = Math.round(tally.lostOrders);
  }
}
