import { Prng } from "../../src/exact/prng.ts";

/** A rate that holds until a time. */
export interface RatePhase {
  untilSec: number;
  arrivalRatePerSec: number;
}

export interface QueueCase {
  servers: number;
  serviceTimeSec: number;
  serviceCv2?: number;
  queueLimit?: number;
  phases: RatePhase[];
  /** Requests that arrive before this are not recorded. */
  recordFromSec?: number;
  seed: number;
}

export interface QueueResult {
  /** Sojourn of each answered request, seconds, in order of arrival. */
  sojournSec: Float64Array;
  waitSec: Float64Array;
  /** Requests recorded, turned away included. */
  arrivals: number;
  blocked: number;
}

/**
 * The exact queue: Poisson arrivals at a piecewise constant rate, c servers, first come first served. The event
 * heap holds when each server falls free, so the next request starts at the later of its arrival and the top.
 */
export function simulateQueue(input: QueueCase): QueueResult {
  const { servers, serviceTimeSec, phases } = input;
  const cv2 = input.serviceCv2 ?? 1;
  const limit = input.queueLimit ?? Number.POSITIVE_INFINITY;
  const recordFrom = input.recordFromSec ?? 0;
  const random = new Prng(input.seed);

  let expected = 0;
  let from = 0;
  for (const phase of phases) {
    expected += (phase.untilSec - from) * phase.arrivalRatePerSec;
    from = phase.untilSec;
  }
  const room = Math.ceil(expected + 10 * Math.sqrt(expected) + 100);
  const sojournSec = new Float64Array(room);
  const waitSec = new Float64Array(room);
  const starts = new Float64Array(room);
  let firstWaiting = 0;
  let accepted = 0;
  let recorded = 0;
  let arrivals = 0;
  let blocked = 0;

  const free = new Float64Array(servers);
  let now = 0;
  let phase = 0;
  let hazard = random.exponential();
  for (;;) {
    const { untilSec, arrivalRatePerSec } = phases[phase]!;
    const left = (untilSec - now) * arrivalRatePerSec;
    if (!(hazard < left)) {
      hazard -= left;
      now = untilSec;
      if (++phase === phases.length) break;
      continue;
    }
    now += hazard / arrivalRatePerSec;
    hazard = random.exponential();
    const isRecorded = now >= recordFrom;
    if (isRecorded) arrivals++;
    if (limit < Number.POSITIVE_INFINITY) {
      // Starts never decrease under first come first served, so those still waiting are a suffix.
      while (firstWaiting < accepted && starts[firstWaiting]! <= now) firstWaiting++;
      if (accepted - firstWaiting >= limit && free[0]! > now) {
        if (isRecorded) blocked++;
        continue;
      }
    }
    const top = free[0]!;
    const start = top > now ? top : now;
    starts[accepted++] = start;
    const done = start + serviceTimeSec * random.unitMean(cv2);
    // Replace the top of the heap.
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= servers) break;
      if (child + 1 < servers && free[child + 1]! < free[child]!) child++;
      if (free[child]! >= done) break;
      free[hole] = free[child]!;
      hole = child;
    }
    free[hole] = done;
    if (isRecorded) {
      waitSec[recorded] = start - now;
      sojournSec[recorded++] = done - now;
    }
  }
  return {
    sojournSec: sojournSec.subarray(0, recorded),
    waitSec: waitSec.subarray(0, recorded),
    arrivals,
    blocked,
  };
}

/** Quantile of samples; sorts them in place, the first time. */
export function quantileOf(samples: Float64Array, q: number): number {
  if (samples.some((sample, i) => i > 0 && sample < samples[i - 1]!)) samples.sort();
  return samples[Math.min(samples.length - 1, Math.floor(q * samples.length))]!;
}

export function meanOf(samples: Float64Array): number {
  let sum = 0;
  for (const value of samples) sum += value;
  return sum / samples.length;
}
