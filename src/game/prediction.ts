/** What a player expects of a run, and what the run says to it. */
import type { Design } from "../sim/index.ts";
import type { GoalIndicator, Prediction, Shown, Truth } from "./level.ts";
import type { GoalResult, Outcome } from "./verdict.ts";

/** How many of all requests are answered: for levels in which that is the whole question. */
export const shareAnswered: Prediction = {
  kind: "choice",
  options: ["nearly-all", "most", "not-enough"],
  truth: {
    run: ({ report }) => {
      const { availability = 0 } = report.indicators;
      return availability >= 0.995 ? "nearly-all" : availability >= 0.9 ? "most" : "not-enough";
    },
  },
};

export const trends = ["up", "down", "same"] as const;
export type Trend = (typeof trends)[number];

/** What a player expects of the next run. */
export type Expectation =
  | { readonly about: "question"; readonly answer: string }
  /** Asked of a design without the part that the level's question speaks of: will every goal be met? */
  | { readonly about: "goals"; readonly answer: "yes" | "no" }
  /** Where an indicator goes after a change, and where it was. */
  | {
      readonly about: "trend";
      readonly answer: Trend;
      readonly indicator: GoalIndicator;
      readonly was: number;
    };

/** An expectation and what became of it. */
export type Foretold = Expectation & { readonly truth: string; readonly right: boolean };

/** How many predictions came true, of how many. */
export interface Calibration {
  readonly right: number;
  readonly of: number;
}

/** Whether something could be the answer to a question at all. */
export function isAnswer(prediction: Prediction, answer: string): boolean {
  if (prediction.kind === "choice") return prediction.options.includes(answer);
  return Number.parseFloat(answer) >= 0;
}

/** The question that a design is asked before its first run. */
export function questionFor(prediction: Prediction, design: Design): "question" | "goals" {
  return prediction.speaksOf?.(design) === false ? "goals" : "question";
}

/** The expectation with what a run says to it; undefined when the run shows nothing of the kind. */
export function foretell(
  prediction: Prediction,
  expected: Expectation,
  { series, losses, outcome }: Pick<Shown, "series" | "losses"> & { readonly outcome: Outcome },
): Foretold | undefined {
  switch (expected.about) {
    case "goals": {
      const truth = outcome.passed ? "yes" : "no";
      return { ...expected, truth, right: expected.answer === truth };
    }
    case "trend": {
      const goal = outcome.goals.find(({ indicator }) => indicator === expected.indicator);
      const truth = goal && trendOf(goal, expected.was);
      return truth && { ...expected, truth, right: expected.answer === truth };
    }
    case "question": {
      const shown = { series, losses, report: outcome.report };
      if (prediction.kind === "choice") {
        const truth = truthOf(prediction.truth, shown);
        return { ...expected, truth, right: expected.answer === truth };
      }
      const value = truthOf(prediction.truth, shown);
      if (!Number.isFinite(value)) return undefined;
      const truth = rounded(value);
      const right = isWithin(Number.parseFloat(expected.answer), truth, prediction.withinFactor);
      return { ...expected, truth: String(truth), right };
    }
  }
}

function truthOf<T>(truth: Truth<T>, shown: Shown): T {
  return "run" in truth ? truth.run(shown) : truth.stated;
}

/** The share of requests that failed from one tick to another. */
export function failedShare(series: Shown["series"], from: number, to: number): number {
  const sum = (name: "failed" | "offered") =>
    series(name)
      .slice(from, to)
      .reduce((total, count) => total + count, 0);
  return Math.min(1, sum("failed") / sum("offered"));
}

/** As it is shown, so that what looks right is right. */
function rounded(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}

/** Whether a guess is within a factor of the truth, either way; nothing but nothing is near nothing. */
export function isWithin(guess: number, truth: number, factor: number): boolean {
  return guess <= truth * factor && truth <= guess * factor;
}

/** Changes smaller than this share are none. */
const sameWithin = 0.05;

/** Where an indicator has gone. Where nearly all is well, what is not decides: 99 % and 99.9 % are far apart. */
export function trendOf(
  goal: Pick<GoalResult, "bound" | "target" | "value">,
  was: number,
): Trend | undefined {
  const { value } = goal;
  if (!Number.isFinite(value) || !Number.isFinite(was)) return undefined;
  const isPromise = goal.bound === "atLeast" && goal.target > 0.5 && goal.target <= 1;
  const [before, after] = isPromise ? [1 - was, 1 - value] : [was, value];
  if (Math.abs(after - before) <= sameWithin * Math.max(before, after)) return "same";
  return value > was ? "up" : "down";
}

/** The goal that a changed design is asked about: the first one that was missed, or else the first. */
export function mainGoal(goals: readonly GoalResult[]): GoalResult | undefined {
  return goals.find(({ met }) => !met) ?? goals[0];
}
