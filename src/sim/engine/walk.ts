/** What each of K samples of a route meets at its hops, one after the other, and when its client gives up. */
import { hash32 } from "../chance/random.ts";
import { strides } from "../chance/streams.ts";
import { addSojourns } from "../queueing/pairing.ts";
import type { Hop, Route } from "./flow.ts";

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
    if (hitShare <= 0 || hitShare >= 1) {
      this.#hit.fill(hitShare <= 0 ? 0 : 1);
      return;
    }
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
    // Odd strides and offsets: a permutation of the particles, new for each hop and tick.
    const mixed = (Math.imul(random, 0x85ebca6b) ^ (random >>> 13)) >>> 0;
    if (!everyone) {
      if (hop.fan === 1 && hop.stations === null)
        this.#stopBranch(hop, wanted, serviceHit, shareJitter, mixed, mask);
      else this.#stopSome(hop, wanted, serviceHit, shareJitter, mixed, mask);
      return;
    }
    const { station } = hop;
    if (station === null) {
      for (let k = 0; k < n; k++)
        elapsed[k] = elapsed[k]! + hop.fixedSec + (hit[k] === 1 ? serviceHit : hop.serviceSec);
      return;
    }
    const wait = station.waitSec;
    const unit = hop.unit ?? station.serviceUnit;
    const { pace } = station;
    if (serviceHit === hop.serviceSec) {
      addSojourns(elapsed, wait, unit, hop.serviceSec * pace, hop.fixedSec, mixed);
      return;
    }
    const waitStride = (mixed | 1) & mask;
    const waitOffset = (mixed >>> 9) & mask;
    const serviceStride = ((mixed >>> 17) | 1) & mask;
    const serviceOffset = (mixed >>> 21) & mask;
    const pacedHit = serviceHit * pace;
    const pacedMiss = hop.serviceSec * pace;
    for (let k = 0; k < n; k++) {
      const w = wait[(Math.imul(k, waitStride) + waitOffset) & mask]!;
      const s = unit[(Math.imul(k, serviceStride) + serviceOffset) & mask]!;
      elapsed[k] = elapsed[k]! + hop.fixedSec + w + s * (hit[k] === 1 ? pacedHit : pacedMiss);
    }
  }

  /** Some samples only, at one queue or none: what `#stopSome` would make of it, to the last bit. */
  #stopBranch(
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
    const { share, station, fixedSec, serviceSec } = hop;
    const bits = (Math.imul(mixed, 0xc2b2ae35) ^ (mixed >>> 11)) >>> 0;
    const waitStride = (bits | 1) & mask;
    const waitOffset = (bits >>> 9) & mask;
    const serviceOffset = (bits >>> 21) & mask;
    const shareOffset = (mixed >>> 5) & mask;
    const wait = station?.waitSec;
    const unit = hop.unit ?? station?.serviceUnit;
    const pace = station?.pace ?? 1;
    for (let k = 0; k < n; k++) {
      if (wanted >= 0 && hit[k]! !== wanted) continue;
      if (share < 1 && (((Math.imul(k, strides.stops) + shareOffset) & mask) + shareJitter) / n >= share)
        continue;
      let time = hit[k]! === 1 ? serviceHit : serviceSec;
      if (wait && unit) {
        const w = wait[(Math.imul(k, waitStride) + waitOffset) & mask]!;
        const s = unit[(Math.imul(k, strides.service) + serviceOffset) & mask]!;
        time = w + s * time * pace;
      }
      elapsed[k] = elapsed[k]! + fixedSec + time;
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
