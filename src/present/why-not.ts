/** Why something cannot be had now, in one line. */
import type { Level, Played } from "../game/index.ts";
import { type Design, forecast, problemsOf } from "../sim/index.ts";
import type { Words } from "../words/index.ts";
import { overBudget } from "./forecast.ts";

/** Why the design on the board cannot be run, in one line. */
export function whyNotRun(words: Words, { budget, scenario }: Level, design: Design): string | undefined {
  const over = overBudget(words, forecast(design, scenario), budget);
  if (over !== undefined) return over;
  const [problem] = problemsOf(design);
  return problem === undefined ? undefined : words.board.cannotRun(words.problems.design[problem.code]);
}

/** A task of the third star: whether it is done, and whether this run's try has been spent on it. */
export interface TaskState {
  readonly taskDone: boolean;
  readonly taskTried?: true;
}

/** Why the third star's task is not to be had now; undefined when it is. */
export function whyNoTask(
  { task: words }: Words,
  { stars: { three } }: Level,
  played: Played,
  { taskDone, taskTried }: TaskState,
): string | undefined {
  if (!three.task) return words.none;
  if (taskDone) return words.done;
  if (played.practice) return words.practice;
  if ((played.verdict?.stars ?? 0) < 3) return words.early;
  return taskTried ? words.tried : undefined;
}
