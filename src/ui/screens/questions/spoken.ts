/** The interview questions in words. */
import type { ScreenOf } from "../../model/types.ts";

export function spokenQuestions(screen: ScreenOf<"questions">): string[] {
  const card = screen.visit.lesson.prose.questions[screen.at];
  return [
    `Question ${screen.at + 1} of 3.`,
    card?.question ?? "",
    ...(screen.revealed ? [`A good answer: ${card?.answer ?? ""}`, "1: ask me again. 2: I knew it."] : []),
  ];
}
