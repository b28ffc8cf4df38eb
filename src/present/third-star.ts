/** The small task of the third star. */
import type { Lesson } from "../levels/index.ts";

/** The choices of the task in an order that tells nothing: by their words. */
export function taskChoices({ level, prose }: Lesson): string[] {
  const { task } = level.stars.three;
  const words = prose.task?.options ?? {};
  const keys = task === undefined ? [] : task.kind === "order" ? task.steps : task.options;
  return [...keys].sort((a, b) => ((words[a] ?? a) < (words[b] ?? b) ? -1 : 1));
}
