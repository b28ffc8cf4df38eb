/** How long photos take from the upload until they are ready: the wait in line and the work, as percentiles. */

import { LatencyHistogram } from "../../chance/histogram.ts";
import { erlangC } from "../../queueing/erlang.ts";

/** Points that stand for one group of jobs: one from each of so many equal strata. */
const strata = 16;
/** Cells of each stratum; every group takes another cell, so that many groups together fill the law finely. */
const cells = 64;
const tableSize = strata * cells;
/** Above this utilization the random part of the wait is held: the line itself is what grows then. */
const utilizationMax = 0.98;

/** An exponential of mean 1 in equal parts, each its own mean: −∫ln(1 − u) du. */
const exponentialParts = Float64Array.from({ length: tableSize }, (_, i) => {
  const integral = (x: number) => (x > 0 ? x * Math.log(x) - x : 0);
  const high = 1 - i / tableSize;
  const low = 1 - (i + 1) / tableSize;
  return Math.fround(-(integral(high) - integral(low)) * tableSize);
});

export class ReadyTimes {
  readonly histogram = new LatencyHistogram();
  #servers = -1;
  #ratePerSec = -1;
  #serviceSec = -1;
  #logWaiting = 0;
  #sparePerSec = 1;
  /** Groups added so far; whoever adds only to look (a report on the way) puts it back. */
  groups = 0;

  /** Says what the pool is like now: c servers, a service time, and the rate at which jobs arrive. */
  pool(servers: number, serviceSec: number, arrivalsPerSec: number): void {
    if (servers === this.#servers && serviceSec === this.#serviceSec && arrivalsPerSec === this.#ratePerSec)
      return;
    this.#servers = servers;
    this.#serviceSec = serviceSec;
    this.#ratePerSec = arrivalsPerSec;
    const load = Math.min(arrivalsPerSec * serviceSec, utilizationMax * servers);
    const waiting = servers > 0 && load > 0 ? erlangC(servers, load) : 0;
    this.#logWaiting = waiting > 0 ? Math.fround(Math.log(waiting)) : Number.NEGATIVE_INFINITY;
    this.#sparePerSec = servers > 0 ? (servers - load) / serviceSec : 1;
  }

  /**
   * Adds jobs that are done: they waited in line from `waitFromSec` (the first) to `waitToSec` (the last).
   * Without a line, what is left of waiting is M/M/c's: P(W > 0) = C, then exponential.
   */
  add(
    jobs: number,
    waitFromSec: number,
    waitToSec: number,
    workShare: number,
    into: LatencyHistogram = this.histogram,
  ): void {
    const work = this.#serviceSec * workShare;
    const each = jobs / strata;
    const inLine = waitFromSec > 1e-6 || waitToSec > 1e-6;
    const group = this.groups++;
    const workCell = Math.imul(group, 37) & (cells - 1);
    const waitCell = Math.imul(group, 25) & (cells - 1);
    for (let i = 0; i < strata; i++) {
      // An odd multiplier and a new shift each time: wait and work are independent.
      const pair = ((Math.imul(i, 7) + Math.imul(group, 3)) & (strata - 1)) * cells + waitCell;
      let wait = waitFromSec + ((waitToSec - waitFromSec) * (pair + 0.5)) / tableSize;
      if (!inLine) {
        const above = exponentialParts[pair]! + this.#logWaiting;
        wait = above > 0 ? above / this.#sparePerSec : 0;
      }
      into.add(wait + work * exponentialParts[i * cells + workCell]!, each);
    }
  }
}
