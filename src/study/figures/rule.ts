/** What a figure is reckoned from, and by which formula. */

/** What a figure is counted in. */
export type FigureUnit =
  | "requestsPerSec"
  | "terabytes"
  | "gigabitsPerSec"
  | "megabitsPerSec"
  | "gigabytes"
  | "boxes"
  | "minutes"
  | "percent"
  | "rows"
  | "ms"
  | "seconds"
  | "nodes"
  | "requests"
  | "times"
  | "connections"
  | "connectionsPerSec"
  | "writes"
  | "shards"
  | "hours"
  | "idsPerSec"
  | "parts"
  | "writesPerSec"
  | "keys"
  | "computations"
  | "fetchesPerSec"
  | "cores"
  | "sessions"
  | "refreshesPerSec"
  | "partitions"
  | "effects"
  | "calls"
  | "percentile"
  | "traces"
  | "months";

export interface FigureRule {
  /** What each number can be, by the name that stands in the question. */
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  /** The truth; `of` gives the number that was drawn. */
  readonly truth: (of: (name: string) => number) => number;
  readonly unit: FigureUnit;
  /** An answer within this factor of the truth is right; whole things and exact arithmetic ask for more. */
  readonly within: number;
}

/** A rough figure, as one says it aloud. */
export const roughly = 1.5;
/** Exact arithmetic, or whole things. */
export const exactly = 1.05;

export const secPerDay = 86_400;
export const percent = 100;

/** Whole things: what is left over needs one more. */
export function wholes(value: number): number {
  return Math.ceil(value - 1e-9);
}
