/**
 * Numbers that are reckoned: how far an answer is from the truth, and what would explain it. Sums, figures of rungs and
 * an interview's estimates are all of this shape.
 */

/** What units are confused with each other, as the factor between them. */
export const unitSlips = { bits: 8, thousand: 1_000, sixty: 60, percent: 100 } as const;
export type UnitSlip = keyof typeof unitSlips;

/** How a number is reckoned. */
export interface Reckoning<Input extends string = string> {
  /** With any input left out, so that a slip can be told. */
  readonly truth: (value: (name: Input) => number) => number;
  /** The units of the answer that get confused. */
  readonly units: readonly UnitSlip[];
  /** An answer within this factor of the truth is right; without it one that is close. */
  readonly within?: number;
  /** What is reckoned with in the place of a number that is left out; without it 1. */
  readonly neutral?: (name: Input) => number;
}

/** The numbers that are given. */
export type Given<Input extends string = string> = Readonly<Partial<Record<Input, number>>>;

/** What a number comes to, with one input left out where a slip is looked for. */
export function reckoned<Input extends string>(
  { truth, neutral }: Reckoning<Input>,
  values: Given<Input>,
  leftOut?: Input,
): number {
  const none = (name: Input) => neutral?.(name) ?? 1;
  return truth((name) => (name === leftOut ? none(name) : (values[name] ?? none(name))));
}

/** Within this factor of the truth an estimate is as good as any, and within that it is half right. */
export const closeFactor = 2;
export const halfFactor = 5;

/** What was off in an answer: a number left out or taken twice, or a unit taken for another. */
export type Slip<Input extends string = string> = { readonly input: Input } | { readonly unit: UnitSlip };

/** How an answer stands to the truth. */
export interface Estimated<Input extends string = string> {
  /** The answer as a multiple of the truth. */
  readonly ratio: number;
  /** 1, 0.5 or 0. */
  readonly mark: number;
  /** What explains an answer that is not close, where anything does. */
  readonly slip?: Slip<Input>;
}

/** An answer is explained by a slip that brings it within this factor of the truth; an exact one by nothing rough. */
const explainedWithin = 1.3;

/** Judges an answer by its ratio to the truth, either way. */
export function judgeReckoned<Input extends string>(
  reckoning: Reckoning<Input>,
  values: Given<Input>,
  answer: number,
): Estimated<Input> {
  const ratio = answer / reckoned(reckoning, values);
  if (!(ratio > 0)) return { ratio, mark: 0 };
  const off = Math.max(ratio, 1 / ratio);
  if (off <= (reckoning.within ?? closeFactor) * (1 + 1e-9)) return { ratio, mark: 1 };
  const slip = slipOf(reckoning, values, ratio);
  return { ratio, mark: off <= halfFactor ? 0.5 : 0, ...(slip ? { slip } : {}) };
}

function slipOf<Input extends string>(
  reckoning: Reckoning<Input>,
  values: Given<Input>,
  ratio: number,
): Slip<Input> | undefined {
  const inputs = Object.keys(values) as Input[];
  const truth = reckoned(reckoning, values);
  const within = Math.min(explainedWithin, reckoning.within ?? explainedWithin);
  const slips: readonly (readonly [Slip<Input>, number])[] = [
    ...inputs.map((input) => [{ input }, reckoned(reckoning, values, input) / truth] as const),
    ...reckoning.units.map((unit) => [{ unit }, unitSlips[unit]] as const),
  ];
  const off = Math.abs(Math.log(ratio));
  const [best] = slips
    .filter(([, factor]) => factor > 0 && factor !== 1 && Number.isFinite(factor))
    .map(([slip, factor]) => ({ slip, distance: Math.abs(off - Math.abs(Math.log(factor))) }))
    .sort((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.log(within) + 1e-9 ? best.slip : undefined;
}
