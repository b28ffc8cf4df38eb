/** The small task of the third star. */
import type { Level } from "../game/index.ts";

/** The choices of the task in an order that tells nothing: by their keys. */
export function taskChoices({ stars }: Level): string[] {
  const { task } = stars.three;
  return task === undefined ? [] : [...(task.kind === "order" ? task.steps : task.options)].sort();
}
