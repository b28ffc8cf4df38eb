/**
 * How requests fall through the tiers. A `Source` is one kind of request from one client region; a
 * `Route` is its way through one site. Each tick the tiers, in path order, thin the flow (losses, with
 * place and reason) and say what each request meets there (a `Hop`); then `Walk` sends K samples along
 * the hops, adding times sample by sample, never percentile by percentile.
 */

import { hash32 } from "../chance/random.ts";
import { strides } from "../chance/streams.ts";
import type { RegionName } from "../design/design.ts";
import { addSojourns } from "../queueing/pairing.ts";
import type { Station } from "../queueing/station.ts";
import { kinds, type RequestKind, type RequestTraits } from "../scenario/kinds.ts";

/** Which samples a hop is for: all, those that hit the cache, or those that missed it. */
export type Branch = "all" | "hit" | "miss";

/** One stop of a route. Tiers create hops when the world is built and set their figures every tick. */
export class Hop {
  readonly place: number;
  readonly branch: Branch;
  /** The queue met here; null for a stop without a queue. */
  station: Station | null = null;
  /** Several queues of which each sample meets one: `stations[i]` up to cumulative share `upTo[i]` (last is 1). */
  stations: readonly Station[] | null = null;
  upTo: Float64Array | null = null;
  /** Share of the branch's samples that stop here. */
  share = 1;
  /** Stops one after the other (several lookups). */
  times = 1;
  /** Parallel stops of which the slowest counts (a query over all shards). */
  fan = 1;
  /** Mean service time in seconds; `serviceHitSec` for samples that hit the cache, when it differs. */
  serviceSec = 0;
  serviceHitSec = -1;
  /** Time without any queue (network), in seconds. */
  fixedSec = 0;
  /** Whether a server is held from here on until the answer (the web tier). */
  readonly holds: boolean;
  /** How much longer each of `stations` takes for the same request; null when all are alike. */
  slower: Float64Array | null = null;
  /** Service times over their mean, one a particle, when they differ from the station's own mix. */
  unit: Float64Array | null = null;

  constructor(place: number, options: { readonly branch?: Branch; readonly holds?: boolean } = {}) {
    this.place = place;
    this.branch = options.branch ?? "all";
    this.holds = options.holds ?? false;
  }
}

/** One kind of request from one client region. */
export class Source {
  readonly kind: RequestKind;
  readonly traits: RequestTraits;
  readonly kindIndex: number;
  readonly region: RegionName;
  readonly mobileShare: number;
  /** Its routes, one a site. */
  readonly routes: Route[] = [];
  /** Fresh requests per second in this tick. */
  freshPerSec = 0;
  /** Requests per second in this tick by attempt; `[0]` is fresh. */
  readonly attemptPerSec: Float64Array;

  constructor(
    kind: RequestKind,
    kindIndex: number,
    region: RegionName,
    mobileShare: number,
    attempts: number,
  ) {
    this.kind = kind;
    this.traits = kinds[kind];
    this.kindIndex = kindIndex;
    this.region = region;
    this.mobileShare = mobileShare;
    this.attemptPerSec = new Float64Array(attempts);
  }

  /** All attempts together, per second. */
  totalPerSec(): number {
    let total = 0;
    for (let a = 0; a < this.attemptPerSec.length; a++) total += this.attemptPerSec[a]!;
    return total;
  }
}

const lossesMax = 48;
/** A route with fewer requests a second (one in 30,000 years) carries none: ratios of such figures mean nothing. */
const rateMin = 1e-12;

/** A source's way through one site. */
export class Route {
  readonly source: Source;
  readonly site: number;
  readonly kind: RequestKind;
  readonly traits: RequestTraits;
  readonly region: RegionName;
  /** In the order in which a request meets them. */
  readonly hops: Hop[] = [];
  /** Share of the source that comes this way; set by the names tier. */
  share = 0;
  /** Requests per second that enter this way. */
  offeredPerSec = 0;
  /** Requests per second that reach the next tier now (after losses; bounded by what queues let through). */
  flowPerSec = 0;
  /** Share of what entered that is still on its way to an answer. */
  mass = 1;
  /** Share that the web boxes answer from their own memory and that reaches no cache; part of `hitShare`. */
  localShare = 0;
  /** Share of the samples still alive that some memory answers: the boxes' own or the cache behind them. */
  hitShare = 0;
  /** Round trip between the client and the site, in seconds; part of the answer time, not of the wait. */
  networkSec = 0;
  /** Share of the last walk's samples whose client gave up. */
  timedOutShare = 0;
  /**
   * Mean time that a server is held after its own work, until the answer, in seconds, measured in the last tick.
   * Nobody holds a server longer for one request than its client waits.
   */
  heldSec = 0;
  /** Where to keep the last walk's times, in seconds, without the network; null when nobody asks for them. */
  kept: Float64Array | null = null;
  /** Losses of this tick: bucket and share of what entered. */
  readonly lossBucket = new Int32Array(lossesMax);
  readonly lossMass = new Float64Array(lossesMax);
  losses = 0;

  constructor(source: Source, site: number) {
    this.source = source;
    this.site = site;
    this.kind = source.kind;
    this.traits = source.traits;
    this.region = source.region;
  }

  /** Before the tiers say what they are: nothing is known to be in any memory. */
  forget(): void {
    this.localShare = 0;
    this.hitShare = 0;
  }

  /** Starts a tick: everything that comes this way is alive. */
  begin(): void {
    const offered = this.source.totalPerSec() * this.share;
    this.offeredPerSec = offered > rateMin ? offered : 0;
    this.flowPerSec = this.offeredPerSec;
    this.mass = 1;
    this.losses = 0;
  }

  /**
   * Loses a share (0…1) of what is still alive, or of one branch of it, to a bucket (place and reason).
   * What is lost does not reach later tiers.
   */
  lose(bucket: number, share: number, branch: Branch = "all"): void {
    if (!(share > 0) || this.mass <= 0) return;
    const bounded = share < 1 ? share : 1;
    const ofBranch = branch === "all" ? 1 : branch === "hit" ? this.hitShare : 1 - this.hitShare;
    const lost = bounded * ofBranch;
    if (lost <= 0) return;
    this.#book(bucket, this.mass * lost);
    const left = 1 - lost;
    if (branch === "miss") this.hitShare = left > 1e-12 ? Math.min(1, this.hitShare / left) : 1;
    else if (branch === "hit") this.hitShare = left > 1e-12 ? (this.hitShare * (1 - bounded)) / left : 0;
    this.mass *= left;
    this.flowPerSec *= left;
  }

  #book(bucket: number, mass: number): void {
    for (let i = 0; i < this.losses; i++)
      if (this.lossBucket[i] === bucket) {
        this.lossMass[i] = this.lossMass[i]! + mass;
        return;
      }
    if (this.losses === lossesMax)
      throw new RangeError("a route loses requests for more reasons than it can keep");
    this.lossBucket[this.losses] = bucket;
    this.lossMass[this.losses++] = mass;
  }
}

/** Sends K samples along a route and keeps what came of each. One instance serves all routes in turn. */
export class Walk {
  readonly samples: number;
  /** Time so far of each sample, in seconds; for one that timed out, until the client gave up. */
  readonly elapsedSec: Float64Array;
  /** For a sample whose client gave up: the place where it had waited most until then; otherwise −1. */
  readonly lostAt: Int32Array;
  /** When set: the time so far of each sample after each hop of the route, for a trace. */
  marks: Float64Array[] | null = null;
  readonly #hit: Uint8Array;
  readonly #heldFromSec: Float64Array;
  readonly #fanSec: Float64Array;
  readonly #beforeSec: Float64Array;
  readonly #longestSec: Float64Array;
  readonly #seed: number;

  constructor(samples: number, seed: number) {
    this.samples = samples;
    this.#seed = seed;
    this.elapsedSec = new Float64Array(samples);
    this.lostAt = new Int32Array(samples);
    this.#hit = new Uint8Array(samples);
    this.#heldFromSec = new Float64Array(samples);
    this.#fanSec = new Float64Array(samples);
    this.#beforeSec = new Float64Array(samples);
    this.#longestSec = new Float64Array(samples);
  }

  /**
   * Walks a route in a tick: fills `elapsedSec` and `lostAt`, and sets the route's `heldSec`.
   * @param stream a number of the route's own, so that routes pair their samples independently
   */
  run(route: Route, tick: number, stream: number, timeoutSec: number): void {
    const n = this.samples;
    const elapsed = this.elapsedSec;
    const lostAt = this.lostAt;
    const holds = this.#follow(route, tick, stream, Number.POSITIVE_INFINITY);
    let held = 0;
    if (holds) for (let k = 0; k < n; k++) held += Math.min(timeoutSec, elapsed[k]! - this.#heldFromSec[k]!);
    route.heldSec = held / n;
    let timedOut = 0;
    for (let k = 0; k < n; k++) if (elapsed[k]! > timeoutSec) timedOut++;
    route.timedOutShare = timedOut / n;
    lostAt.fill(-1);
    if (timedOut > 0) {
      // The same way once more, for only now is it known that somebody must be blamed.
      this.#follow(route, tick, stream, timeoutSec);
      for (let k = 0; k < n; k++) {
        if (elapsed[k]! > timeoutSec) elapsed[k] = timeoutSec;
        else lostAt[k] = -1;
      }
    }
    if (route.kept !== null) route.kept.set(elapsed);
  }

  /**
   * Adds up the times of all samples, hop by hop, always in the same way. With a patience that ends, it also finds
   * the stop where each sample spent most of it. Returns whether somebody holds a server.
   */
  #follow(route: Route, tick: number, stream: number, patienceSec: number): boolean {
    const mask = this.samples - 1;
    const elapsed = this.elapsedSec;
    const blames = patienceSec < Number.POSITIVE_INFINITY;
    let random = hash32(this.#seed, tick, stream);
    elapsed.fill(0);
    if (blames) this.#longestSec.fill(-1);
    this.#splitByHit(route.hitShare, random);
    let holds = false;
    for (let h = 0; h < route.hops.length; h++) {
      const hop = route.hops[h]!;
      if (hop.share > 0) {
        random = (Math.imul(random, 0x9e3779b1) ^ (random >>> 15)) >>> 0;
        if (blames) this.#beforeSec.set(elapsed);
        this.#stop(hop, random, mask);
        if (blames) this.#blame(hop.place, patienceSec);
      }
      this.marks?.[h]?.set(elapsed);
      if (hop.share > 0 && hop.holds && !holds) {
        holds = true;
        this.#heldFromSec.set(elapsed);
      }
    }
    return holds;
  }

  /** A stop takes the blame of every sample that has waited there longer than anywhere before, while it still waited. */
  #blame(place: number, patienceSec: number): void {
    for (let k = 0; k < this.samples; k++) {
      const before = this.#beforeSec[k]!;
      const waited = Math.min(patienceSec, this.elapsedSec[k]!) - before;
      if (waited <= this.#longestSec[k]!) continue;
      this.#longestSec[k] = waited;
      this.lostAt[k] = place;
    }
  }

  #splitByHit(hitShare: number, random: number): void {
    const n = this.samples;
    const mask = n - 1;
    const offset = random & mask;
    const jitter = (random >>> 16) / 65_536;
    for (let k = 0; k < n; k++) {
      const u = (((Math.imul(k, strides.hit) + offset) & mask) + jitter) / n;
      this.#hit[k] = u < hitShare ? 1 : 0;
    }
  }

  #stop(hop: Hop, random: number, mask: number): void {
    const n = this.samples;
    const elapsed = this.elapsedSec;
    const hit = this.#hit;
    const wanted = hop.branch === "all" ? -1 : hop.branch === "hit" ? 1 : 0;
    const serviceHit = hop.serviceHitSec >= 0 ? hop.serviceHitSec : hop.serviceSec;
    const everyone = hop.share >= 1 && wanted < 0 && hop.stations === null && hop.fan === 1;
    const shareJitter = ((random >>> 8) & 0xffff) / 65_536;
    for (let time = 0; time < hop.times; time++) {
      // Odd strides and offsets: a permutation of the particles, new for each hop, each time and tick.
      const mixed = (Math.imul(random + time, 0x85ebca6b) ^ (random >>> 13)) >>> 0;
      const waitStride = (mixed | 1) & mask;
      const waitOffset = (mixed >>> 9) & mask;
      const serviceStride = ((mixed >>> 17) | 1) & mask;
      const serviceOffset = (mixed >>> 21) & mask;
      if (everyone) {
        const station = hop.station;
        if (station === null) {
          for (let k = 0; k < n; k++)
            elapsed[k] = elapsed[k]! + hop.fixedSec + (hit[k] === 1 ? serviceHit : hop.serviceSec);
          continue;
        }
        const wait = station.waitSec;
        const unit = hop.unit ?? station.serviceUnit;
        const { pace } = station;
        if (serviceHit === hop.serviceSec) {
          addSojourns(elapsed, wait, unit, hop.serviceSec * pace, hop.fixedSec, mixed);
          continue;
        }
        const pacedHit = serviceHit * pace;
        const pacedMiss = hop.serviceSec * pace;
        for (let k = 0; k < n; k++) {
          const w = wait[(Math.imul(k, waitStride) + waitOffset) & mask]!;
          const s = unit[(Math.imul(k, serviceStride) + serviceOffset) & mask]!;
          elapsed[k] = elapsed[k]! + hop.fixedSec + w + s * (hit[k] === 1 ? pacedHit : pacedMiss);
        }
        continue;
      }
      this.#stopSome(hop, wanted, serviceHit, shareJitter, mixed, mask);
    }
  }

  /** The general stop: some samples only, one of several queues, or the slowest of several. */
  #stopSome(
    hop: Hop,
    wanted: number,
    serviceHit: number,
    shareJitter: number,
    mixed: number,
    mask: number,
  ): void {
    const n = this.samples;
    const elapsed = this.elapsedSec;
    const hit = this.#hit;
    const slowest = this.#fanSec;
    slowest.fill(-1);
    for (let fan = 0; fan < hop.fan; fan++) {
      const bits = (Math.imul(mixed + fan, 0xc2b2ae35) ^ (mixed >>> 11)) >>> 0;
      const waitStride = (bits | 1) & mask;
      const waitOffset = (bits >>> 9) & mask;
      const serviceOffset = (bits >>> 21) & mask;
      const shareOffset = (mixed >>> 5) & mask;
      for (let k = 0; k < n; k++) {
        if (wanted >= 0 && hit[k]! !== wanted) continue;
        const place = (Math.imul(k, strides.stops) + shareOffset) & mask;
        if (hop.share < 1 && (place + shareJitter) / n >= hop.share) continue;
        let station = hop.station;
        let slower = 1;
        const stations = hop.stations;
        if (stations !== null) {
          const u = (((Math.imul(k, strides.queue) + (bits >>> 3)) & mask) + shareJitter) / n;
          const upTo = hop.upTo as Float64Array;
          let i = hop.fan > 1 ? fan % stations.length : 0;
          if (hop.fan === 1) while (i < stations.length - 1 && u >= upTo[i]!) i++;
          station = stations[i]!;
          if (hop.slower !== null) slower = hop.slower[i]!;
        }
        const mean = slower * (hit[k]! === 1 ? serviceHit : hop.serviceSec);
        let time = mean;
        if (station !== null) {
          const w = station.waitSec[(Math.imul(k, waitStride) + waitOffset) & mask]!;
          const unit = hop.unit ?? station.serviceUnit;
          const s = unit[(Math.imul(k, strides.service) + serviceOffset) & mask]!;
          time = w + s * mean * station.pace;
        }
        if (time > slowest[k]!) slowest[k] = time;
      }
    }
    for (let k = 0; k < n; k++) if (slowest[k]! >= 0) elapsed[k] = elapsed[k]! + hop.fixedSec + slowest[k]!;
  }
}
