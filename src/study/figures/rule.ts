/** What a figure is reckoned from, and by which formula. */
import { drawnOf, drawsOf } from "../../game/index.ts";
import { type Estimated, type Given, judgeReckoned, type UnitSlip } from "../reckoning.ts";

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

export interface FigureRule<Input extends string = string> {
  /** What each number can be, by the name that stands in the question. */
  readonly inputs: Readonly<Partial<Record<Input, readonly number[]>>>;
  /** The truth; `of` gives the number that was drawn. */
  readonly truth: (of: (name: Input) => number) => number;
  readonly unit: FigureUnit;
  /** An answer within this factor of the truth is right; whole things and exact arithmetic ask for more. */
  readonly within: number;
  /** What its unit is taken for, where that is not what is usual of the unit. */
  readonly slips?: readonly UnitSlip[];
  /** What a number is when it is left out, where `neutralIn` does not find it. */
  readonly leftOut?: Readonly<Partial<Record<Input, number>>>;
}

/** A figure that is asked for, with its numbers drawn. */
export interface Posed<Name extends string = string, Input extends string = string> {
  readonly name: Name;
  /** By the name that stands in the question. */
  readonly values: Given<Input>;
  readonly truth: number;
  readonly unit: FigureUnit;
  readonly within: number;
}

/** A figure of a table with the numbers that follow from a seed. */
export function pose<Name extends string, Input extends string>(
  table: Readonly<Record<Name, FigureRule<Input>>>,
  name: Name,
  seed: string,
): Posed<Name, Input> {
  const { inputs, truth, unit, within } = table[name];
  const values = drawnOf(inputs, drawsOf(`${name} ${seed}`)) as Given<Input>;
  return { name, values, truth: truth((input) => values[input] ?? Number.NaN), unit, within };
}

/** Judges an answer to a figure of a table as any number that is reckoned. */
export function judge<Name extends string, Input extends string>(
  table: Readonly<Record<Name, FigureRule<Input>>>,
  { name, values }: Posed<Name, Input>,
  answer: number,
): Estimated<Input> {
  const rule = table[name];
  const { truth, within, unit, slips = slipsOfUnit[unit] ?? [] } = rule;
  return judgeReckoned({ truth, within, units: slips, neutral: neutralIn(rule) }, values, answer);
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
export function neutralIn<Input extends string>({
  truth,
  inputs,
  leftOut,
}: FigureRule<Input>): (name: Input) => number {
  return (name) => {
    const own = leftOut?.[name];
    if (own !== undefined) return own;
    const without = truth((other) => (other === name ? 0 : (inputs[other]?.[0] ?? 1)));
    if (without > 0 && Number.isFinite(without)) return 0;
    return percentages.has(name) ? percent : 1;
  };
}
