/** The interview questions in words. */
import type { Words } from "../../../words/index.ts";
import type { ScreenOf } from "../../model/types.ts";

export function spokenQuestions({ spoken }: Words, screen: ScreenOf<"questions">): string[] {
  const card = screen.visit.lesson.prose.questions[screen.at];
  return [
    spoken.question({ at: screen.at + 1, of: 3 }),
    card?.question ?? "",
    ...(screen.revealed ? [spoken.goodAnswer(card?.answer ?? ""), spoken.grade] : []),
  ];
}
