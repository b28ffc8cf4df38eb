import { Ensemble } from "./ensemble.ts";
import { Motion } from "./motion.ts";
import { QueueLaw, type StationLoad } from "./queue-law.ts";

export { WAIT_SEC_MAX } from "./motion.ts";
export type { StationLoad } from "./queue-law.ts";

/** Distance from equilibrium under which the particles are drawn from the stationary law itself. */
const SETTLED = 0.02;
/** Distance given to a queue that is certainly not in equilibrium. */
const UNSETTLED = 5;
/** A change of the mean work by a larger part makes elders of those who wait. */
const noticeable = 0.02;
/** Steps in which a queue's limit follows the work of what waits. */
const stretchGrain = 16;
/** Requests: queues shorter than this on average are all the same to us. */
const NEGLIGIBLE = 1e-3;

/** How the law of the particles is followed. "particles" never takes the closed form (for tests). */
export type StationMode = "auto" | "particles";

/**
 * One queue: c servers, first come first served, followed as an ensemble of K particles.
 *
 * Each particle is a workload in requests that follows the law of the queue, reflected Brownian motion, whatever
 * the load does (`QueueLaw`, `Motion`).
 *
 * While the law is in equilibrium, which a station tracks by its relaxation rate m²/2σ², the particles are drawn
 * from the stationary law by strata instead: same law, less noise, less work (`Ensemble`). They are the same
 * particles, so there is no jump between the two.
 */
export class Station {
  /** W of each particle, seconds, observed within this tick. */
  readonly waitSec: Float64Array;
  /** Service time of each particle over its mean, independent of the wait. */
  readonly serviceUnit: Float64Array;
  /** Share of the servers' time that was used in this tick, 0…1. */
  utilization = 0;
  /** Requests answered per second in this tick: smooth, conserves requests together with `ledgerBacklog`. */
  departureRatePerSec = 0;
  /** Share of this tick's arrivals turned away because the queue was full. */
  blockedShare = 0;
  /** Requests accepted and not yet departed by the smooth account: grows by accepted − departed, exactly. */
  ledgerBacklog = 0;
  /** Of them, those who came before the mix last changed, the first to be served; and their work, in requests like those that arrive. */
  #elders = 0;
  #eldersWork = 0;
  /** Mean work of what waits over that of what arrives, as the queue's limit sees it. */
  #stretch = 1;
  /** How long a request that is at work takes, over what it would when all servers are busy; set by the caller. */
  pace = 1;
  /** Whether this tick was drawn from the stationary law. */
  settled = false;

  readonly #mayBeSettled: boolean;
  readonly #law = new QueueLaw();
  readonly #ensemble: Ensemble;
  readonly #motion: Motion;
  #distance = UNSETTLED;

  /**
   * @param particles a power of two, at most 4096: 64 for search, 256 for a reported run
   * @param seed of the run
   * @param stream which station of the run this is
   */
  constructor(particles: number, seed: number, stream: number, mode: StationMode = "auto") {
    this.#mayBeSettled = mode === "auto";
    this.#ensemble = new Ensemble(particles, seed, stream);
    this.#motion = new Motion(this.#ensemble);
    this.waitSec = this.#ensemble.waitSec;
    this.serviceUnit = this.#ensemble.serviceUnit;
  }

  /** Mean number of requests waiting, beyond those in service: λW in equilibrium (Little). */
  get backlog(): number {
    return this.#ensemble.backlog;
  }

  /** Mean of `waitSec`. */
  get meanWaitSec(): number {
    return this.#ensemble.meanWaitSec;
  }

  /** Forgets everything: an empty queue that has never seen load. */
  reset(): void {
    this.#empty();
    this.#law.forget();
    this.#motion.forget();
    this.utilization = 0;
    this.departureRatePerSec = 0;
    this.blockedShare = 0;
  }

  /** A crash: what waited is lost. Returns how many requests that was, by the account of `ledgerBacklog`. */
  restart(): number {
    const lost = this.ledgerBacklog;
    this.#empty();
    return lost;
  }

  /**
   * Multiplies everything that is here by a factor and keeps every wait as it is, once the servers are multiplied
   * too: for a caller whose station stands for a varying part of a pool.
   */
  scale(factor: number): void {
    this.#ensemble.scale(factor);
    this.#motion.scale(factor);
    this.#law.scale(factor);
    this.ledgerBacklog *= factor;
    this.#elders *= factor;
    this.#eldersWork *= factor;
  }

  #empty(): void {
    this.#ensemble.empty();
    this.ledgerBacklog = 0;
    this.#elders = 0;
    this.#eldersWork = 0;
    this.#stretch = 1;
    this.#distance = UNSETTLED;
    this.settled = false;
  }

  /** Advances the queue by one tick of `dtSec` seconds under `load`. */
  step(load: StationLoad, tick: number, dtSec: number): void {
    const law = this.#law;
    const ensemble = this.#ensemble;
    const motion = this.#motion;
    // So many may wait, whatever each of them asks for.
    const queueLimit = load.queueLimit * this.#stretch;
    if (!law.isOf(load, queueLimit)) this.#adopt(load, queueLimit);
    ensemble.drawServices(law.serviceTable, tick);
    if (law.capacity === 0) {
      motion.stand(law, dtSec);
      this.settled = false;
    } else if (law.capacity === Number.POSITIVE_INFINITY) {
      ensemble.passThrough();
      this.settled = true;
    } else {
      this.#relax(dtSec);
      this.settled = this.#mayBeSettled && this.#distance < SETTLED;
      if (this.settled) ensemble.draw(law, tick);
      else motion.move(law, tick, dtSec);
    }
    motion.remember(law);
    this.blockedShare = ensemble.blockedShare;
    this.#account(load.queueLimit, dtSec);
  }

  /** A new load: the law is derived anew, and is as much further from equilibrium as its mean backlog changes. */
  #adopt(load: StationLoad, queueLimit: number): void {
    const law = this.#law;
    const before = law.stationaryWork;
    const stoodBefore = law.capacity === 0;
    const workBefore = law.workSec;
    law.derive(load, queueLimit);
    if (workBefore > 0 && law.workSec > 0) {
      const ratio = load.waitingWork ?? workBefore / law.workSec;
      this.#motion.mixRatio = ratio;
      if (Math.abs(ratio - 1) > noticeable) this.#age(ratio);
    }
    if (stoodBefore || law.relaxation === 0) this.#distance = UNSETTLED;
    else {
      const change = Math.abs(Math.log((law.stationaryWork + NEGLIGIBLE) / (before + NEGLIGIBLE)));
      this.#distance = Math.min(UNSETTLED, this.#distance + Math.fround(change));
    }
  }

  /**
   * Brings the law nearer to equilibrium by one tick. A backlog left over from worse times must first drain at
   * the rate of the drift: as long as that takes a noticeable part of the tick, nothing has settled.
   */
  #relax(dtSec: number): void {
    const { relaxation, stationaryWork, drift, variance } = this.#law;
    if (relaxation === 0) {
      this.#distance = UNSETTLED;
      return;
    }
    const excess = this.#ensemble.waitingWork - stationaryWork;
    // An overloaded queue with an end must first fill up, at the rate of the drift, to within a few σ²/2m of full.
    if (drift > 0 && -excess * drift > 1.5 * variance) {
      this.#distance = UNSETTLED;
      return;
    }
    if (excess > stationaryWork + NEGLIGIBLE && excess > 0.02 * dtSec * Math.abs(drift)) {
      if (this.#distance < 1) this.#distance = 1;
      return;
    }
    this.#distance *= Math.fround(Math.exp(-relaxation * dtSec));
  }

  /** Whoever is here came with other work than those who come now. */
  #age(ratio: number): void {
    this.#eldersWork = (this.#eldersWork + this.ledgerBacklog - this.#elders) * ratio;
    this.#elders = this.ledgerBacklog;
  }

  /**
   * The smooth account of requests: what was accepted has departed or is in `ledgerBacklog`. First come, first
   * served: the servers' time goes to the elders, and what is left of it to the others.
   */
  #account(limit: number, dtSec: number): void {
    const { arrivalRatePerSec, capacity } = this.#law;
    const offered = arrivalRatePerSec > 0 ? arrivalRatePerSec * dtSec : 0;
    const before = this.ledgerBacklog;
    const can = capacity * dtSec;
    const work = this.#eldersWork;
    const early = can < work ? (this.#elders * can) / work : this.#elders;
    const left = Math.max(0, can - work);
    let accepted = offered * (1 - this.blockedShare);
    let after = Math.max(this.#elders - early, before + accepted - early - left);
    if (after > limit) {
      if (offered > 0) this.blockedShare = Math.min(1, this.blockedShare + (after - limit) / offered);
      accepted = offered * (1 - this.blockedShare);
      after = limit;
    }
    const others = before - this.#elders + accepted;
    const departed = Math.max(0, before + accepted - after);
    const done = Math.min(can, work + others);
    this.ledgerBacklog = after > 0 ? after : 0;
    this.#elders = Math.min(this.ledgerBacklog, this.#elders - early);
    this.#eldersWork = this.#elders > 0 ? Math.max(0, work - can) : 0;
    const waiting = this.#eldersWork + this.ledgerBacklog - this.#elders;
    const stretch = this.ledgerBacklog > 1 ? waiting / this.ledgerBacklog : 1;
    this.#stretch = Math.round(stretch * stretchGrain) / stretchGrain || 1 / stretchGrain;
    this.departureRatePerSec = departed / dtSec;
    this.utilization =
      capacity > 0 && capacity < Number.POSITIVE_INFINITY
        ? Math.min(1, done / can)
        : capacity === 0 && (before > 0 || offered > 0)
          ? 1
          : 0;
  }
}
