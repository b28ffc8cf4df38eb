/** Trials at a bench: what was expected of each, what came, and whether it came as expected. */
import type { Bench, BenchTrial, Turned, TurnValue } from "./lab.ts";

/** What becomes of a figure: 1 less than half, 2 lower, 3 about the same, 4 higher, 5 more than double. */
export const changes = [1, 2, 3, 4, 5] as const;
export type ChangeSize = (typeof changes)[number];

/** Less than this part more or less is about the same. */
const sameShare = 0.1;

/** What became of a figure. */
export function changeOf(before: number, after: number): ChangeSize {
  if (Math.abs(after - before) <= sameShare * Math.abs(before)) return 3;
  if (after < before) return after < before / 2 ? 1 : 2;
  return after > 2 * before ? 5 : 4;
}

/** A trial as it is kept. The first at a bench is made without asking: it is what the others are compared with. */
export interface Tried extends BenchTrial {
  readonly turned: Turned;
  readonly expected?: ChangeSize;
  /** What came of it, beside the trial before. */
  readonly came?: ChangeSize;
}

/** A trial as a save has it: whoever wrote it may have had other knobs. */
export interface KeptTrial extends Omit<Tried, "turned"> {
  readonly turned: Readonly<Record<string, TurnValue>>;
}

/** What is kept of the trials at a bench, as far as its knobs stand where they can. */
export function triedAt(
  { name, sweep, others }: Pick<Bench, "name" | "sweep" | "others">,
  labs: Readonly<Record<string, readonly KeptTrial[]>>,
): readonly Tried[] {
  const kept = Object.hasOwn(labs, name) ? (labs[name] ?? []) : [];
  const fits = ({ turned }: KeptTrial) =>
    [sweep, ...others].every(({ id, values }) => values.some((value) => value === turned[id]));
  return kept.filter(fits);
}

/** So many trials of a bench are kept. */
const triedMax = 40;

/** The trials with one more, which is compared with the last. */
export function withTrial(
  before: readonly Tried[],
  turned: Turned,
  { measured, theory }: BenchTrial,
  expected: ChangeSize | undefined,
): Tried[] {
  const last = before.at(-1);
  const compared = last && expected ? { expected, came: changeOf(last.measured, measured) } : {};
  return [...before, { turned, measured, theory, ...compared }].slice(-triedMax);
}

/** How many of the trials came as expected, of those of which something was. */
export function foretold(trials: readonly Tried[]): { readonly right: number; readonly of: number } {
  const asked = trials.filter(({ expected }) => expected !== undefined);
  return { right: asked.filter(({ expected, came }) => expected === came).length, of: asked.length };
}

/** Whether two places of the knobs are the same. */
export function isSameTurned(one: Turned, other: Turned): boolean {
  const names = Object.keys(one) as (keyof Turned)[];
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
