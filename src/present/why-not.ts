/** Why something cannot be had now, in one line. */
import type { Level, Played } from "../game/index.ts";
import { type Design, forecast, problemsOf } from "../sim/index.ts";
import { overBudget } from "./forecast-en.ts";

/** Why the design on the board cannot be run, in one line. */
export function whyNotRun({ budget, scenario }: Level, design: Design): string | undefined {
  const over = overBudget(forecast(design, scenario), budget);
  if (over !== undefined) return over;
  const [problem] = problemsOf(design);
  return problem === undefined ? undefined : `It cannot be run: ${problem.message}.`;
}

/** Why the third star's task is not to be had now; undefined when it is. */
export function whyNoTask(
  { stars: { three } }: Level,
  played: Played,
  taskDone: boolean,
): string | undefined {
  if (!three.task) return "The third star of this level has no task: its goals decide.";
  if (taskDone) return "The task is done.";
  if (played.practice) return "With the solution revealed there are no stars.";
  if ((played.verdict?.stars ?? 0) < 3) return "First meet the goals of the third star.";
  return undefined;
}
