import { exponentials, mix32, normals } from "../chance/random.ts";
import { BlockOrder, type Ensemble } from "./ensemble.ts";
import type { QueueLaw } from "./queue-law.ts";

/** The wait reported when nothing is served at all, and the longest wait ever reported. */
export const WAIT_SEC_MAX = 100_000;

/** Part of a tick's standard deviation by which a load may change and still be followed in one transition. */
const SLIGHT = 0.2;

/**
 * Moves the particles of an ensemble from tick to tick as the law bids. The transition is exact for any dt (the
 * joint law of a Brownian end point and its maximum), so the cost does not depend on the request rate. Source:
 * Harrison, Brownian Motion and Stochastic Flow Systems (1985).
 *
 * Particle i lives on its own clock, τᵢ = (i + ½)/K of a tick late: its transition takes the former load up to the
 * boundary of the tick and the new load after it, and so samples the inside of the tick.
 */
export class Motion {
  readonly #ensemble: Ensemble;
  readonly #normalVisit = new BlockOrder();
  readonly #expVisit = new BlockOrder();

  // The law of the tick before; fresh when there was none.
  #lastDrift = 0;
  #lastVariance = 0;
  #lastDelta = 0;
  #lastCap = Number.POSITIVE_INFINITY;
  #isFresh = true;

  constructor(ensemble: Ensemble) {
    this.#ensemble = ensemble;
  }

  /** Mean work of what waits over that of what arrives from this tick on, when the load has just changed. */
  mixRatio = 1;

  /** No tick came before the next. */
  forget(): void {
    this.#isFresh = true;
  }

  /** The law of this tick, however its particles came about, becomes that of the tick before. */
  remember(law: QueueLaw): void {
    this.#lastDrift = law.drift;
    this.#lastVariance = law.variance;
    this.#lastDelta = law.delta;
    this.#lastCap = law.cap;
    this.#isFresh = false;
    this.mixRatio = 1;
  }

  /** Takes the law of the tick before for that of a queue `factor` times as large. */
  scale(factor: number): void {
    this.#lastDrift *= factor;
    this.#lastVariance *= factor;
    this.#lastDelta *= factor;
    this.#lastCap *= factor;
  }

  /** No capacity: everything waits. */
  stand(law: QueueLaw, dtSec: number): void {
    const ensemble = this.#ensemble;
    const { particles, workload, waitSec: wait } = ensemble;
    const { cap } = law;
    const { mixRatio } = this;
    const lastDelta = this.#lastDelta;
    const arriving = law.drift * dtSec;
    let sum = 0;
    let lost = 0;
    for (let i = 0; i < particles; i++) {
      const before = workload[i]!;
      let q = (before > lastDelta ? (before - lastDelta) * mixRatio : 0) + arriving;
      if (q > cap) {
        lost += q - cap;
        q = cap;
      }
      workload[i] = q;
      sum += q;
    }
    wait.fill(WAIT_SEC_MAX);
    ensemble.meanWaitSec = WAIT_SEC_MAX;
    ensemble.waitingWork = sum / particles;
    ensemble.backlog = ensemble.waitingWork;
    ensemble.blockedShare = arriving > 0 ? Math.min(1, lost / particles / arriving) : 0;
  }

  /** Moves every particle by one tick on its own clock. */
  move(law: QueueLaw, tick: number, dtSec: number): void {
    const ensemble = this.#ensemble;
    const { drift, variance, delta } = law;
    const h = ensemble.hash(tick, 3);
    const h3 = mix32(h ^ 0x7f4a7c15);
    ensemble.plan(this.#normalVisit, tick, 2, h, mix32(h ^ 0x3c6ef372));
    ensemble.plan(this.#expVisit, tick, 3, h3 >>> 12, h3);
    const isChanged =
      !this.#isFresh &&
      (drift !== this.#lastDrift || variance !== this.#lastVariance || delta !== this.#lastDelta);
    const isEndless = law.cap === Number.POSITIVE_INFINITY && this.#lastCap === Number.POSITIVE_INFINITY;
    const slight = SLIGHT * Math.sqrt(variance * dtSec);
    ensemble.blockedShare = 0;
    if (!isEndless) this.#moveAcross(law, dtSec, isChanged);
    else if (!isChanged) this.#moveSteadily(law, dtSec);
    else if (
      Math.abs(this.mixRatio - 1) < 0.05 &&
      Math.abs(drift - this.#lastDrift) * dtSec < slight &&
      Math.abs(delta - this.#lastDelta) < slight
    ) {
      this.#moveSlightly(law, dtSec);
    } else this.#moveAcross(law, dtSec, true);
  }

  /** The usual case, kept free of branches: an endless queue under the load of the tick before. */
  #moveSteadily(law: QueueLaw, dtSec: number): void {
    const ensemble = this.#ensemble;
    const { particles, workload, waitSec: wait } = ensemble;
    const mask = particles - 1;
    const { base: normalBase, stride: normalStride } = this.#normalVisit;
    let normalAt = this.#normalVisit.at;
    const { base: expBase, stride: expStride } = this.#expVisit;
    let expAt = this.#expVisit.at;
    const { delta } = law;
    const perSec = 1 / law.capacity;
    const s2 = law.variance * dtSec;
    const s = Math.sqrt(s2);
    const mean = law.drift * dtSec;
    const twice = 2 * s2;
    let sum = 0;
    let waiters = 0;
    for (let i = 0; i < particles; i++) {
      const x = mean + s * normals[normalBase + normalAt]!;
      normalAt = (normalAt + normalStride) & mask;
      const reflected = 0.5 * (x + Math.sqrt(x * x + twice * exponentials[expBase + expAt]!));
      expAt = (expAt + expStride) & mask;
      const free = workload[i]! + x;
      const q = free > reflected ? free : reflected;
      workload[i] = q;
      const waiting = q > delta ? q - delta : 0;
      sum += waiting;
      waiters += waiting > 0 ? 1 : 0;
      const w = waiting * perSec;
      wait[i] = Math.min(w, WAIT_SEC_MAX);
    }
    ensemble.count(law, sum, waiters);
    ensemble.meanWaitSec = (sum * perSec) / particles;
  }

  /** A load that creeps: one transition with the mean of both drifts, each for its part of the tick. */
  #moveSlightly(law: QueueLaw, dtSec: number): void {
    const ensemble = this.#ensemble;
    const { particles, workload, waitSec: wait } = ensemble;
    const mask = particles - 1;
    const { base: normalBase, stride: normalStride } = this.#normalVisit;
    let normalAt = this.#normalVisit.at;
    const { base: expBase, stride: expStride } = this.#expVisit;
    let expAt = this.#expVisit.at;
    const { delta } = law;
    const perSec = 1 / law.capacity;
    const s2 = law.variance * dtSec;
    const s = Math.sqrt(s2);
    const lastDelta = this.#lastDelta;
    const { mixRatio } = this;
    const ratio = lastDelta > 0 ? delta / lastDelta : 0;
    const meanStep = ((law.drift - this.#lastDrift) * dtSec) / particles;
    let mean = this.#lastDrift * dtSec + 0.5 * meanStep;
    const twice = 2 * s2;
    let sum = 0;
    let waiters = 0;
    for (let i = 0; i < particles; i++) {
      const x = mean + s * normals[normalBase + normalAt]!;
      mean += meanStep;
      normalAt = (normalAt + normalStride) & mask;
      const reflected = 0.5 * (x + Math.sqrt(x * x + twice * exponentials[expBase + expAt]!));
      expAt = (expAt + expStride) & mask;
      const before = workload[i]!;
      const free = x + (before > lastDelta ? (before - lastDelta) * mixRatio + delta : before * ratio);
      const q = free > reflected ? free : reflected;
      workload[i] = q;
      const waiting = q > delta ? q - delta : 0;
      sum += waiting;
      waiters += waiting > 0 ? 1 : 0;
      const w = waiting * perSec;
      wait[i] = Math.min(w, WAIT_SEC_MAX);
    }
    ensemble.count(law, sum, waiters);
    ensemble.meanWaitSec = (sum * perSec) / particles;
  }

  /** Any change and any limit: the former law up to the boundary of the tick, the new law after it. */
  #moveAcross(law: QueueLaw, dtSec: number, isChanged: boolean): void {
    const ensemble = this.#ensemble;
    const { particles, workload, waitSec: wait } = ensemble;
    const mask = particles - 1;
    const { base: normalBase, at: origin, stride: normalStride } = this.#normalVisit;
    let normalAt = origin;
    const { base: expBase, stride: expStride } = this.#expVisit;
    let expAt = this.#expVisit.at;
    const { drift, variance, delta, cap } = law;
    const perSec = 1 / law.capacity;
    const lastDrift = this.#lastDrift;
    const lastVariance = this.#lastVariance;
    const lastDelta = this.#lastDelta;
    const lastCap = this.#lastCap;
    const ratio = lastDelta > 0 ? delta / lastDelta : 0;
    const { mixRatio } = this;
    let sum = 0;
    let waiters = 0;
    let sumWait = 0;
    let lost = 0;
    for (let i = 0; i < particles; i++) {
      const z = normals[normalBase + normalAt]!;
      const e = exponentials[expBase + expAt]!;
      const late = ((i + 0.5) / particles) * dtSec;
      let q = workload[i]!;
      let x: number;
      let twice: number;
      if (isChanged) {
        // Up to the boundary of the tick under the former load; independent draws half a table away.
        const half = (normalAt + (particles >> 1)) & mask;
        const early = dtSec - late;
        const s2 = lastVariance * early;
        x = lastDrift * early + Math.sqrt(s2) * normals[normalBase + ((half * 5 + 1) & mask)]!;
        const e2 = exponentials[expBase + (((expAt ^ origin) * 3 + 1) & mask)]!;
        const root = Math.sqrt(x * x + 2 * s2 * e2);
        if (q > 0.5 * lastCap) {
          const over = q + 0.5 * (x + root) - lastCap;
          q = over > 0 ? q + x - over : q + x;
          if (q < 0) q = 0;
        } else {
          const reflected = 0.5 * (x + root);
          q = q + x > reflected ? q + x : reflected;
          if (q > lastCap) q = lastCap;
        }
        // The work that waits stays the same when the load changes; δ, the part that does not wait, is new.
        q = q > lastDelta ? (q - lastDelta) * mixRatio + delta : q * ratio;
        x = drift * late + Math.sqrt(variance * late) * z;
        twice = 2 * variance * late;
      } else {
        x = drift * dtSec + Math.sqrt(variance * dtSec) * z;
        twice = 2 * variance * dtSec;
      }
      normalAt = (normalAt + normalStride) & mask;
      expAt = (expAt + expStride) & mask;
      const extreme = 0.5 * (x + Math.sqrt(x * x + twice * e));
      const free = q + x;
      if (q > 0.5 * cap) {
        const over = q + extreme - cap;
        if (over > 0) {
          lost += over;
          q = free - over;
        } else q = free;
        if (q < 0) q = 0;
      } else {
        q = free > extreme ? free : extreme;
        if (q > cap) {
          lost += q - cap;
          q = cap;
        }
      }
      workload[i] = q;
      const waiting = q > delta ? q - delta : 0;
      sum += waiting;
      waiters += waiting > 0 ? 1 : 0;
      const w = waiting * perSec;
      wait[i] = Math.min(w, WAIT_SEC_MAX);
      sumWait += wait[i]!;
    }
    ensemble.count(law, sum, waiters);
    ensemble.meanWaitSec = sumWait / particles;
    const arriving = law.rho * law.capacity * (isChanged ? 0.5 * dtSec : dtSec);
    if (lost > 0 && arriving > 0) {
      ensemble.blockedShare = Math.min(1, ((lost / particles) * law.lossScale) / arriving);
    }
  }
}
