/** What became of a level's day on a machine: each goal as expected and as measured, and what decides it. */
import {
  type Goal,
  type GoalIndicator,
  indicatorValue,
  type Level,
  meets,
  type WrongAnswer,
} from "../game/index.ts";
import type { Design, Report } from "../sim/index.ts";
import type { ExpectedRuns, ExpectedValue } from "./predict.ts";
import type { LoadResults } from "./results.ts";
import { scaledBound } from "./scale.ts";
import type { StackTrial } from "./trial.ts";

/** A goal of the scaled system: expected, measured, and whether each meets it. */
export interface GoalForReal {
  readonly goal: Goal;
  readonly expected: ExpectedValue;
  /** Nothing where the clients of a stack cannot see it: then the report decides, on paper. */
  readonly measured: number | undefined;
  readonly expectedMet: boolean;
  readonly met: boolean | undefined;
}

export interface OutcomeForReal {
  readonly goals: readonly GoalForReal[];
  /** A bill is never measured: it is decided on paper. */
  readonly overBudget: { readonly cost: number; readonly budget: number } | undefined;
  /** Whether every goal is met within the budget, as was expected and as it was measured. */
  readonly expectedPassed: boolean;
  readonly passed: boolean;
  readonly isJudged: boolean;
  readonly lateMs: number;
  readonly lateMsMax: number;
}

/** Later than this share of the bound on answer times a client can judge nothing. */
const lateShareMax = 0.1;
/** Where no goal bounds them, what a slow answer is, in ms. */
const slowMs = 1_000;

/** Judges a day. @param report that of the same day at full size, for what is not played request by request */
export function outcomeOf(
  { goals, level, scale }: StackTrial,
  { indicators }: ExpectedRuns,
  report: Report,
  results: LoadResults,
): OutcomeForReal {
  const rows = goals.map((goal): GoalForReal => {
    const { indicator } = goal;
    const reported = scaledBound(indicator, indicatorValue(report, indicator), scale);
    const expected = indicators[indicator] ?? { mean: reported, deviation: 0 };
    const measured = results.indicators[indicator];
    const met = measured === undefined ? undefined : meets(goal, measured);
    return { goal, expected, measured, expectedMet: meets(goal, expected.mean), met };
  });
  const { costPerMonth } = report;
  const overBudget = costPerMonth > level.budget ? { cost: costPerMonth, budget: level.budget } : undefined;
  const limits = goals.flatMap((goal) =>
    goal.indicator === "latencyP95Ms" && "atMost" in goal ? [goal.atMost] : [],
  );
  const lateMsMax = lateShareMax * Math.min(...limits, slowMs);
  return {
    goals: rows,
    overBudget,
    expectedPassed: !overBudget && rows.every(({ expectedMet }) => expectedMet),
    passed: !overBudget && rows.every(({ met, expectedMet }) => met ?? expectedMet),
    isJudged: results.lateP99Ms <= lateMsMax,
    lateMs: results.lateP99Ms,
    lateMsMax,
  };
}

/** A wrong answer that has a design, by a name of its own: a letter that several have is counted on. */
export interface NamedWrongAnswer {
  readonly name: string;
  readonly design: Design;
  readonly wrong: WrongAnswer;
}

/** The wrong answers of a level that can be played. */
export function namedWrongAnswers({ wrongAnswers }: Level): readonly NamedWrongAnswer[] {
  const seen = new Map<string, number>();
  return wrongAnswers.flatMap((wrong) => {
    if (!("design" in wrong)) return [];
    const { letter, design } = wrong;
    const number = (seen.get(letter) ?? 0) + 1;
    seen.set(letter, number);
    return [{ name: number === 1 ? letter : `${letter}${number}`, design, wrong }];
  });
}

/** How a wrong answer was to fail, and how it does here. */
export interface WrongForReal {
  readonly letter: string;
  /** Goals that it misses at full size, and those that it misses here. */
  readonly stated: readonly GoalIndicator[];
  readonly missed: readonly GoalIndicator[];
  /** Whether it was to fail by its bill, which no machine shows. */
  readonly byBill: boolean;
}

/** Sets what a level says of a wrong answer beside a day; nothing for one that has no design. */
export function wrongForReal(answer: WrongAnswer, { goals }: OutcomeForReal): WrongForReal | undefined {
  if (!("design" in answer)) return undefined;
  const { misses = [], overBudget = false } = answer.fails;
  return {
    letter: answer.letter,
    stated: misses,
    missed: goals.filter(({ met }) => met === false).map(({ goal }) => goal.indicator),
    byBill: overBudget,
  };
}
