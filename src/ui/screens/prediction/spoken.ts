/** The prediction in words. */
import type { Words } from "../../../words/index.ts";
import type { ScreenOf } from "../../model/types.ts";

export function spokenPrediction({ spoken }: Words, { visit, at, typed }: ScreenOf<"prediction">): string[] {
  const { prose, level } = visit.lesson;
  const { prediction } = level;
  const { question, options } = prose.prediction;
  const begin = [spoken.expect, question];
  if (prediction.kind === "number")
    return [...begin, spoken.answer({ typed, unit: prose.prediction.unit ?? "" })];
  const words = prediction.options.map((key) => options[key] ?? key);
  return [
    ...begin,
    ...words.map((option, n) => spoken.option({ number: n + 1, option })),
    spoken.chosen({ at: at + 1, of: words.length, option: words[at] ?? "" }),
  ];
}
