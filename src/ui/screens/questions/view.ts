/** Three interview questions: think, reveal, grade oneself. */
import { bodyColumns, drawPage, type Frame, heading, paragraph } from "../../frame/frame.ts";
import { levelTitle } from "../../frame/header.ts";
import { footer } from "../../keys/footer.ts";
import { progressOf } from "../../model/progress.ts";
import type { ScreenOf, State } from "../../model/types.ts";

export function questionsLines(state: State, screen: ScreenOf<"questions">, frame: Frame): string[] {
  const { theme } = frame;
  const { lesson } = screen.visit;
  const { questions } = lesson.prose;
  const card = questions[screen.at] ?? questions[0];
  const seen = progressOf(state.save, lesson.level.id)?.questionsSeen ?? [];
  const marks = questions
    .map(({ id }, at) =>
      at === screen.at ? theme.focus("◆") : seen.includes(id) ? theme.good("✓") : theme.muted("·"),
    )
    .join(" ");
  const cells = Math.min(76, bodyColumns(frame) - 4);
  const answer = screen.revealed
    ? [
        theme.muted("A good answer, in about forty words:"),
        "",
        ...paragraph(card.answer, cells),
        "",
        `${theme.accent("1")} ask me again   ${theme.accent("2")} I knew it`,
      ]
    : [
        theme.muted("Say your answer aloud, or write it down. Then"),
        "",
        `${theme.accent("Enter")} shows a good one`,
      ];
  const body = [
    "",
    heading(theme, `QUESTION ${screen.at + 1} OF ${questions.length}`),
    "",
    ...paragraph(card.question, cells).map(theme.title),
    "",
    ...answer,
  ];
  return drawPage(frame, {
    head: [levelTitle(screen.visit, frame), marks],
    sub: [theme.muted("As an interviewer would ask"), ""],
    body: body.map((line) => `  ${line}`),
    message: state.message === undefined ? "" : theme.warn(state.message),
    keys: footer("questions", {
      unicode: frame.unicode,
      hidden: screen.revealed ? ["confirm"] : ["again", "good"],
    }),
  });
}
