/** A mix of exponential works on one machine: what a queue's load needs to know of it. */

import type { StationLoad } from "../../queueing/station.ts";
import { type CoreScaling, databaseScaling } from "../../scenario/capacities.ts";

/** Sums over kinds of work, each with a rate and a mean time on one vCPU. Cleared and filled again every tick. */
export class Mix {
  ratePerSec = 0;
  /** Seconds of one vCPU asked for per second. */
  workSec = 0;
  #squareSec2 = 0;

  clear(): void {
    this.ratePerSec = 0;
    this.workSec = 0;
    this.#squareSec2 = 0;
  }

  /** Adds `ratePerSec` operations of `sec` on one vCPU each. */
  add(ratePerSec: number, sec: number): void {
    if (!(ratePerSec > 0)) return;
    this.ratePerSec += ratePerSec;
    this.workSec += ratePerSec * sec;
    this.#squareSec2 += ratePerSec * sec * sec;
  }

  /** Becomes the given share of another mix, which keeps the rest. */
  take(from: Mix, share: number): void {
    this.ratePerSec = from.ratePerSec * share;
    this.workSec = from.workSec * share;
    this.#squareSec2 = from.#squareSec2 * share;
    from.ratePerSec -= this.ratePerSec;
    from.workSec -= this.workSec;
    from.#squareSec2 -= this.#squareSec2;
  }

  /** Takes in all of another mix, which stays as it is. */
  merge(other: Mix): void {
    this.ratePerSec += other.ratePerSec;
    this.workSec += other.workSec;
    this.#squareSec2 += other.#squareSec2;
  }

  /** The mix of which every one of `boxes` gets an equal part. */
  divide(boxes: number): void {
    this.ratePerSec /= boxes;
    this.workSec /= boxes;
    this.#squareSec2 /= boxes;
  }

  /**
   * Writes the load of a box of `vcpu` with a database that works at `speed` (1 is full). n cores do n^0.9 of work, so
   * each takes longer; a mix of exponentials has E[S²] = 2 Σ w m², hence cs² = 2 Σ w m² / (Σ w m)² − 1.
   */
  fill(load: StationLoad, vcpu: number, speed: number, idleSec: number): void {
    const slower = speed > 0 ? stretch(vcpu) / speed : Number.POSITIVE_INFINITY;
    const busy = this.workSec > 0;
    load.arrivalRatePerSec = this.ratePerSec;
    load.servers = vcpu;
    load.workSec = busy ? this.workSec / this.ratePerSec : 0;
    load.serviceTimeSec = (busy ? load.workSec : idleSec) * slower;
    load.serviceCv2 = busy
      ? Math.max(0, (2 * this.#squareSec2 * this.ratePerSec) / (this.workSec * this.workSec) - 1)
      : 1;
  }
}

/** How much longer a request takes on one core of a box of `vcpu` than on a box of one. */
export function stretch(vcpu: number, { cores }: CoreScaling = databaseScaling): number {
  return vcpu > 0 ? vcpu / cores[vcpu]! : 1;
}

/**
 * How long a request takes at a box of `vcpu`, over the time that it takes when all cores are busy. Cores are in each
 * other's way as far as they work: k busy ones do k^e. With the work a that arrives that makes k = a^(1/e), and of the
 * full load's share u of it each request takes u^((1 − e)/e); never less than on a core that is alone.
 */
export function paceAt(
  vcpu: number,
  utilization: number,
  { exponent, cores }: CoreScaling = databaseScaling,
): number {
  if (vcpu <= 1 || utilization >= 1) return 1;
  return Math.max(cores[vcpu]! / vcpu, Math.fround(utilization ** ((1 - exponent) / exponent)));
}

/**
 * Takes a share (0…1) of a box's cores away from a load: a long query keeps cores busy, and the others work at full
 * speed. A core that is held in part is a slower core, here as if all shared it. Returns how much longer each request takes for it.
 */
export function holdCores(load: StationLoad, share: number): number {
  if (!(share > 0)) return 1;
  const left = load.servers * (1 - share);
  const servers = Math.max(1, Math.ceil(left - 1e-9));
  const longer = left > 0 ? servers / left : Number.POSITIVE_INFINITY;
  load.servers = servers;
  load.serviceTimeSec *= longer;
  return longer;
}
