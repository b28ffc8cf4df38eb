import { normalQuantile, uniform } from "./random.ts";

/** From this mean on the law is taken for a normal one with its skewness. */
const manyMin = 50;

/**
 * How many events of a Poisson process with this mean number happen, the same for the same three numbers: by
 * inversion, or by Cornish and Fisher's expansion of the quantile (1938) to the order of the skewness.
 */
export function drawPoisson(mean: number, seed: number, tick: number, stream: number): number {
  if (!(mean > 0)) return 0;
  const u = uniform(seed, tick, stream);
  if (mean < manyMin) {
    let count = 0;
    let share = Math.exp(-mean);
    for (let sum = share; sum < u && count < 10 * manyMin; sum += share) share *= mean / ++count;
    return count;
  }
  const z = normalQuantile(Math.max(u, 1e-12));
  return Math.max(0, Math.round(mean + Math.sqrt(mean) * z + (z * z - 1) / 6));
}
