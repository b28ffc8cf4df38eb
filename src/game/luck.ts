/** What of a design's fate is a matter of chance: the same day several times, each with traffic of its own. */
import type { Design } from "../sim/index.ts";
import { luckyRun } from "../sim/index.ts";
import type { GoalIndicator } from "./level.ts";
import type { Plan } from "./plan.ts";
import type { Outcome } from "./verdict.ts";

/** A value over several runs; infinite where there is none. */
export interface Range {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

/** A goal over several runs. */
export interface GoalLuck extends Range {
  readonly indicator: GoalIndicator;
  readonly target: number;
  readonly bound: "atMost" | "atLeast";
  /** Runs that meet it. */
  readonly met: number;
}

export interface Luck {
  readonly runs: number;
  /** Runs that pass. */
  readonly passed: number;
  readonly goals: readonly GoalLuck[];
}

/** So many days a debrief tries. */
const days = 8;
/** Particles of these runs: what traffic does to a day is coarser than what they blur. */
const particles = 64;

/** Least, middle and largest of some values. */
export function spreadOf(values: readonly number[]): Range {
  const sorted = values.map((value) => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value));
  sorted.sort((a, b) => a - b);
  const [least = Number.NaN] = sorted;
  const median = (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
  return { least, median, most: sorted.at(-1) ?? Number.NaN };
}

/** What runs of one design have in common and what not. */
export function luckOf(outcomes: readonly Outcome[]): Luck {
  const goals = outcomes[0]?.goals ?? [];
  return {
    runs: outcomes.length,
    passed: outcomes.filter(({ passed }) => passed).length,
    goals: goals.map(({ indicator, target, bound }, at) => ({
      indicator,
      target,
      bound,
      met: outcomes.filter((outcome) => outcome.goals[at]!.met).length,
      ...spreadOf(outcomes.map((outcome) => outcome.goals[at]!.value)),
    })),
  };
}

/**
 * Tries a design several times on the day of a seed, each with traffic of its own: what else could happen is no matter
 * of luck.
 */
export function* tryLuck(design: Design, daySeed: number): Plan<Luck> {
  const fidelity = { ...luckyRun, particles };
  const runs = Array.from({ length: days }, (_, at) => ({ design, seed: at + 1, fidelity, daySeed }));
  return luckOf(yield { runs, later: 0 });
}

/** The goals that some days meet and others miss, where that decides: of a design that passes on some days, or on none. */
export function goalsOfChance({ runs, goals }: Luck): GoalLuck[] {
  return goals.filter(({ met }) => met > 0 && met < runs);
}
