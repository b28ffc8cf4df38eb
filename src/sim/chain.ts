import { hash32, mix32, TABLE_SIZE, uniforms } from "./random.ts";
import type { Station } from "./station.ts";

/**
 * End-to-end latency, sample by sample: hop after hop adds the sojourn of a randomly chosen particle, so the sum
 * has the distribution of the sum. Adding the percentiles of the hops instead overstates p99 by three quarters.
 *
 * Sample i meets particle (offset + i·stride) mod K: with an odd stride and K a power of two every particle is
 * met once.
 */
export class Path {
  /** End-to-end latency of each sample so far, seconds. */
  readonly totalSec: Float64Array;
  /** Samples that took the branch at the last fork: 1 took it, 0 did not. */
  readonly taken: Uint8Array;
  readonly #mask: number;
  #hash = 0;

  /** @param samples a power of two, the same K as the stations' */
  constructor(samples: number) {
    this.totalSec = new Float64Array(samples);
    this.taken = new Uint8Array(samples);
    this.#mask = samples - 1;
  }

  /** Starts the tick's paths at zero (or at what the network adds). */
  begin(seed: number, tick: number, stream: number, latencySec = 0): void {
    this.totalSec.fill(latencySec);
    this.#hash = hash32(seed, tick, stream ^ 0x68bc21eb);
  }

  /** Adds a hop that every sample visits. */
  add(station: Station, serviceTimeSec: number): void {
    const total = this.totalSec;
    const wait = station.waitSec;
    const unit = station.serviceUnit;
    const mask = this.#mask;
    const h = mix32(this.#hash + 0x9e3779b9);
    this.#hash = h;
    const stride = (h >>> 16) | 1;
    let at = h & mask;
    for (let i = 0; i <= mask; i++) {
      total[i]! += wait[at]! + unit[at]! * serviceTimeSec;
      at = (at + stride) & mask;
    }
  }

  /** Decides by strata which samples take a branch: a share of them, 0…1, marked in `taken`. */
  fork(share: number): void {
    const mask = this.#mask;
    const taken = this.taken;
    const h = mix32(this.#hash + 0x9e3779b9);
    this.#hash = h;
    const base = (h >>> 4) & (TABLE_SIZE - 1) & ~mask;
    const stride = (h >>> 16) | 1;
    let at = h & mask;
    for (let i = 0; i <= mask; i++) {
      taken[i] = uniforms[base + at]! < share ? 1 : 0;
      at = (at + stride) & mask;
    }
  }

  /** Adds a hop that only the samples with this mark at the last fork visit. */
  addWhere(mark: 0 | 1, station: Station, serviceTimeSec: number): void {
    const total = this.totalSec;
    const taken = this.taken;
    const wait = station.waitSec;
    const unit = station.serviceUnit;
    const mask = this.#mask;
    const h = mix32(this.#hash + 0x9e3779b9);
    this.#hash = h;
    const stride = (h >>> 16) | 1;
    let at = h & mask;
    for (let i = 0; i <= mask; i++) {
      if (taken[i] === mark) total[i]! += wait[at]! + unit[at]! * serviceTimeSec;
      at = (at + stride) & mask;
    }
  }
}
