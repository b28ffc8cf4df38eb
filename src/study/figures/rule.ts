/** What a figure is reckoned from, and by which formula. */
import type { UnitSlip } from "../reckoning.ts";

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

/** What a figure in a unit is taken for. */
export const slipsOfUnit: Readonly<Partial<Record<FigureUnit, readonly UnitSlip[]>>> = {
  requestsPerSec: ["thousand", "sixty"],
  connectionsPerSec: ["thousand", "sixty"],
  idsPerSec: ["thousand"],
  writesPerSec: ["thousand", "sixty"],
  fetchesPerSec: ["thousand", "sixty"],
  refreshesPerSec: ["thousand", "sixty"],
  gigabitsPerSec: ["bits", "thousand"],
  megabitsPerSec: ["bits", "thousand"],
  gigabytes: ["thousand"],
  terabytes: ["thousand"],
  cores: ["thousand"],
  connections: ["thousand"],
  computations: ["thousand"],
  ms: ["thousand"],
  seconds: ["thousand", "sixty"],
  minutes: ["sixty"],
  hours: ["sixty"],
  percent: ["percent"],
};

/** Numbers that are percentages: all of it is what leaves them out. */
const percentages: ReadonlySet<string> = new Set(
  "share busy lost hit before after limit bad slo errors nines growth deaths target".split(" "),
);

/** What a number is when it is left out: none of it where that leaves a figure, all of it, or one. */
export function neutralIn({ truth, inputs }: FigureRule): (name: string) => number {
  return (name) => {
    const without = truth((other) => (other === name ? 0 : (inputs[other]?.[0] ?? 1)));
    if (without > 0 && Number.isFinite(without)) return 0;
    return percentages.has(name) ? percent : 1;
  };
}
