/** Times in a queue: of requests counted one by one, and of formulas. */

/** What was counted, in ms. */
export interface Answers {
  readonly meanMs: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

/** The same from a formula; null where there is none. */
export type QueueTimes = { readonly [K in keyof Answers]: number | null };

/** The first part of what is counted still remembers the empty start. */
const warmUpShare = 0.1;

/** Mean and tail of times in order of arrival, in seconds; those of the start left out. */
export function answersOf(timesSec: Float64Array): Answers {
  const counted = timesSec.slice(Math.floor(timesSec.length * warmUpShare)).sort();
  const quantileMs = (q: number) =>
    counted[Math.min(counted.length - 1, Math.floor(q * counted.length))]! * 1_000;
  const meanMs = (counted.reduce((sum, each) => sum + each, 0) / counted.length) * 1_000;
  return { meanMs, p95Ms: quantileMs(0.95), p99Ms: quantileMs(0.99) };
}

/** From quantiles and a mean in seconds. */
export function msOf(quantileSec: (q: number) => number, meanSec: number): QueueTimes {
  return { meanMs: meanSec * 1_000, p95Ms: quantileSec(0.95) * 1_000, p99Ms: quantileSec(0.99) * 1_000 };
}

/** Quantile of an exponential time of a mean. */
export function exponentialQuantile(meanSec: number, q: number): number {
  return -Math.log(1 - q) * meanSec;
}

/**
 * The share σ of arrivals that find a server busy, of GI/M/1 (Kendall 1953): the root below 1 of σ = A(1 − σ), A the
 * Laplace transform of the time between arrivals, its argument in units of the service rate.
 */
export function geometricShare(transform: (s: number) => number): number {
  let share = 0;
  for (let i = 0; i < 10_000; i++) {
    const next = transform(1 - share);
    if (Math.abs(next - share) < 1e-13) break;
    share = next;
  }
  return share;
}

/** Quantile in seconds where a share `stages[k]` takes k + 1 exponential steps of a mean. */
export function erlangMixQuantile(stages: readonly number[], stepSec: number, q: number): number {
  const total = stages.reduce((sum, share) => sum + share, 0);
  const longer = (sec: number): number => {
    const x = sec / stepSec;
    let term = Math.exp(-x);
    let above = 0;
    let sum = 0;
    stages.forEach((share, k) => {
      if (k > 0) term *= x / k;
      above += term;
      sum += share * above;
    });
    return sum / total;
  };
  return inverse(longer, 1 - q, stepSec);
}

/** Where a falling function has come down to a value, looked for from a first guess on. */
export function inverse(falling: (at: number) => number, value: number, guess: number): number {
  let [low, high] = [0, guess];
  while (falling(high) > value) high *= 2;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (falling(middle) > value) low = middle;
    else high = middle;
  }
  return high;
}
