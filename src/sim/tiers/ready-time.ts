/** How long photos take from the upload until they are ready: the wait in line and the work, as percentiles. */
import { erlangC } from "../erlang.ts";
import { LatencyHistogram } from "../histogram.ts";

const strata = 16;
/** Points inside a cohort whose wait changes from its first job to its last. */
const points = 4;
/** Above this utilization the random part of the wait is held: the line itself is what grows then. */
const utilizationMax = 0.98;

/** −ln(1 − u) at the middles of equal strata, scaled to mean 1: an exponential in 16 equal parts. */
const exponentialStrata = stratify();
/** A fixed re-pairing of strata (7 is odd), so that wait and work are independent. */
const paired = Float64Array.from(
  { length: strata },
  (_, i) => exponentialStrata[(i * 7 + 3) % strata] as number,
);

function stratify(): Float64Array {
  // Mean of −ln(1−u) over [a, b): with x = 1−u, (x ln x − x) between the bounds.
  const integral = (x: number) => (x > 0 ? x * Math.log(x) - x : 0);
  return Float64Array.from({ length: strata }, (_, i) => {
    const high = 1 - i / strata;
    const low = 1 - (i + 1) / strata;
    return Math.fround(-(integral(high) - integral(low)) * strata);
  });
}

export class ReadyTimes {
  readonly histogram = new LatencyHistogram();
  private servers = -1;
  private ratePerSec = -1;
  private serviceSec = -1;
  private logWaiting = 0;
  private sparePerSec = 1;

  /** Says what the pool is like now: c servers, a service time, and the rate at which jobs are taken. */
  pool(servers: number, serviceSec: number, takenPerSec: number): void {
    if (servers === this.servers && serviceSec === this.serviceSec && takenPerSec === this.ratePerSec) return;
    this.servers = servers;
    this.serviceSec = serviceSec;
    this.ratePerSec = takenPerSec;
    const load = Math.min(takenPerSec * serviceSec, utilizationMax * servers);
    const waiting = servers > 0 && load > 0 ? erlangC(servers, load) : 0;
    this.logWaiting = waiting > 0 ? Math.fround(Math.log(waiting)) : Number.NEGATIVE_INFINITY;
    this.sparePerSec = servers > 0 ? (servers - load) / serviceSec : 1;
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
    const work = this.serviceSec * workShare;
    if (waitFromSec < 1e-6 && waitToSec < 1e-6) {
      for (let i = 0; i < strata; i++) {
        const above = (paired[i] as number) + this.logWaiting;
        const wait = above > 0 ? above / this.sparePerSec : 0;
        into.add(wait + work * (exponentialStrata[i] as number), jobs / strata);
      }
      return;
    }
    for (let i = 0; i < strata; i++) {
      const wait = waitFromSec + ((waitToSec - waitFromSec) * ((i % points) + 0.5)) / points;
      into.add(wait + work * (exponentialStrata[i] as number), jobs / strata);
    }
  }
}
