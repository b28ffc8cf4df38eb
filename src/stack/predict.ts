/** What the scaled system is expected to do: every request played one by one, with what chance does between runs. */
import { betweenRuns, type ExactReport, ExactRun } from "../exact/index.ts";
import { type Goal, targetOf } from "../game/index.ts";
import type { Design, Scenario } from "../sim/index.ts";
import { paceOf, type Scale, scaledBound, scaledDesign, scaledScenario } from "./scale.ts";

/** An indicator of the scaled system: expected, and how far runs lie apart. */
export interface ExpectedValue {
  readonly mean: number;
  readonly deviation: number;
}

/** What runs of a scaled system have in common, by indicator. */
export interface ExpectedRuns {
  readonly runs: number;
  readonly indicators: Readonly<Record<string, ExpectedValue>>;
}

const runsOfPrediction = 5;

/** Plays the scaled system on a day; the design and the day are those of full size. Yields after each slice. */
export function* predicting(
  design: Design,
  day: Scenario,
  scale: Scale,
  seed: number,
): Generator<void, ExpectedRuns> {
  const reports: ExactReport[] = [];
  for (let n = 0; n < runsOfPrediction; n++) {
    const run = new ExactRun(
      scaledDesign(design, scale),
      scaledScenario(day, scale),
      seed + n,
      paceOf(scale),
    );
    while (!run.done) {
      run.advance();
      yield;
    }
    reports.push(run.report());
  }
  const names = Object.keys(reports[0]!.indicators);
  return {
    runs: reports.length,
    indicators: Object.fromEntries(names.map((name) => [name, betweenRuns(reports, name)])),
  };
}

/** A goal as it stands for the scaled system. */
export function scaledGoal(goal: Goal, scale: Scale): Goal {
  const bound = scaledBound(goal.indicator, targetOf(goal), scale);
  const { indicator } = goal;
  return "atMost" in goal ? { indicator, atMost: bound } : { indicator, atLeast: bound };
}
