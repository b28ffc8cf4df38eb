/** An estimate on the back of an envelope: users → requests a second → busy cores → memory. Plain products. */

/** What the player supposes. What is left out stays open. */
export interface Assumptions {
  readonly dailyUsers?: number;
  readonly requestsPerUserDaily?: number;
  /** Requests at the peak, as a multiple of the mean. */
  readonly peakFactor?: number;
  /** Processor time of one request, in ms. */
  readonly workMs?: number;
  /** Objects to keep in memory, and the size of one in KB. */
  readonly objects?: number;
  readonly objectKb?: number;
}

/** What follows; undefined where an assumption is missing. */
export interface Estimate {
  readonly meanPerSec?: number;
  readonly peakPerSec?: number;
  readonly busyCores?: number;
  readonly memoryGb?: number;
}

const secPerDay = 86_400;
const kbPerGb = 1_000_000;

/** Multiplies what is known. */
export function estimate(assumed: Assumptions): Estimate {
  const { dailyUsers, requestsPerUserDaily, peakFactor, workMs, objects, objectKb } = assumed;
  const meanPerSec = product(dailyUsers, requestsPerUserDaily, 1 / secPerDay);
  const peakPerSec = product(meanPerSec, peakFactor);
  const busyCores = product(peakPerSec, workMs, 1 / 1_000);
  const memoryGb = product(objects, objectKb, 1 / kbPerGb);
  return {
    ...(meanPerSec === undefined ? {} : { meanPerSec }),
    ...(peakPerSec === undefined ? {} : { peakPerSec }),
    ...(busyCores === undefined ? {} : { busyCores }),
    ...(memoryGb === undefined ? {} : { memoryGb }),
  };
}

function product(...factors: readonly (number | undefined)[]): number | undefined {
  return factors.reduce(
    (sum, factor) => (sum === undefined || factor === undefined ? undefined : sum * factor),
    1,
  );
}

/** Within this factor either way an estimate is good enough to buy by. */
const closeFactor = 1.25;

/** How an estimate stands to what is true. */
export function compareEstimate(estimated: number, truth: number): "close" | "low" | "high" {
  if (estimated * closeFactor < truth) return "low";
  return estimated > truth * closeFactor ? "high" : "close";
}
