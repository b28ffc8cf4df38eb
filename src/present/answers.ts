/** Answers to a level's prediction, as a player reads them. */
import type { Lesson } from "../levels/index.ts";

/** An option by its words, a number with its unit. */
export function answerText({ level, prose }: Lesson, answer: string): string {
  const { unit, options } = prose.prediction;
  return level.prediction.kind === "number"
    ? `${answer} ${unit ?? ""}`.trimEnd()
    : (options[answer] ?? answer);
}
