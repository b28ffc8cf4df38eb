/** The prediction in words. */
import type { ScreenOf } from "../../model/types.ts";

export function spokenPrediction(screen: ScreenOf<"prediction">): string[] {
  const { prose, level } = screen.visit.lesson;
  const { prediction } = level;
  return [
    "Before you run: what do you expect?",
    prose.prediction.question,
    ...(prediction.kind === "number"
      ? [`Your answer: ${screen.typed || "nothing yet"} ${prediction.unit}.`]
      : []),
  ];
}
