/** The stars that a pass still leaves to be won, and the small task of the third. */
import type { Level, Played } from "../game/index.ts";
import type { Lesson } from "../levels/index.ts";
import type { StarsLeft } from "../words/contract/spoken.ts";
import type { Words } from "../words/index.ts";
import { type TaskState, whyNoTask } from "./why-not.ts";

/** The choices of the task in an order that tells nothing: by their keys. */
export function taskChoices({ stars }: Level): string[] {
  const { task } = stars.three;
  return task === undefined ? [] : [...(task.kind === "order" ? task.steps : task.options)].sort();
}

/** What is to be done for the next star; undefined where a run has won none, or none can be won. */
export function starsLeft(
  words: Words,
  { level, prose, isOwn }: Lesson,
  played: Played,
  task: TaskState,
): StarsLeft | undefined {
  const { verdict } = played;
  if (isOwn || !verdict?.passed || played.practice) return undefined;
  if (played.stars === 3) return { is: "none" };
  if (whyNoTask(words, level, played, task) === undefined) return { is: "task" };
  const star = verdict.stars < 2 ? 2 : 3;
  return { is: "goals", star, how: star === 2 ? prose.stars.two : prose.stars.three };
}
