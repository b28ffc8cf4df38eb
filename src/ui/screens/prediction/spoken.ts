/** The prediction in words. */
import type { ScreenOf } from "../../model/types.ts";

export function spokenPrediction({ visit, at, typed }: ScreenOf<"prediction">): string[] {
  const { prose, level } = visit.lesson;
  const { prediction } = level;
  const { question, options } = prose.prediction;
  const begin = ["Before you run: what do you expect?", question];
  if (prediction.kind === "number")
    return [...begin, `Your answer: ${typed || "nothing yet"} ${prediction.unit}.`];
  const words = prediction.options.map((key) => options[key] ?? key);
  return [
    ...begin,
    ...words.map((option, n) => `${n + 1}: ${option}.`),
    `Chosen: ${at + 1} of ${words.length}, ${words[at] ?? ""}.`,
  ];
}
