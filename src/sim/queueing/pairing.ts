import { mix32 } from "../chance/random.ts";

/**
 * Adds one stop to every sample: the wait of one particle and the service of another, paired anew by `random`, so
 * that the sum has the distribution of the sum. Adding the percentiles of the stops instead overstates p99 by
 * three quarters. Sample i meets particle (offset + i·stride) mod K: an odd stride and K a power of two visit
 * every particle once.
 * @param totalSec K samples, in seconds
 * @param waitSec K waits, in seconds
 * @param unit K service times, as multiples of their mean
 */
export function addSojourns(
  totalSec: Float64Array,
  waitSec: Float64Array,
  unit: Float64Array,
  serviceSec: number,
  fixedSec: number,
  random: number,
): void {
  const mask = totalSec.length - 1;
  const h = mix32(random);
  const waitStride = (h >>> 16) | 1;
  const serviceStride = (h >>> 8) | 1;
  let waitAt = h & mask;
  let serviceAt = (h >>> 21) & mask;
  for (let i = 0; i <= mask; i++) {
    totalSec[i]! += fixedSec + waitSec[waitAt]! + unit[serviceAt]! * serviceSec;
    waitAt = (waitAt + waitStride) & mask;
    serviceAt = (serviceAt + serviceStride) & mask;
  }
}
