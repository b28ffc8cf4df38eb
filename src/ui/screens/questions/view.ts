/** Three interview questions: think, reveal, grade oneself. */
import { bodyColumns, drawPage, type Frame, heading, paragraph } from "../../frame/frame.ts";
import { levelTitle } from "../../frame/header.ts";
import { keyed } from "../../frame/keyed.ts";
import { offered } from "../../model/offered.ts";
import { progressOf } from "../../model/reached.ts";
import type { ScreenOf, State } from "../../model/types.ts";

export function questionsLines(state: State, screen: ScreenOf<"questions">, frame: Frame): string[] {
  const { theme, words } = frame;
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
        theme.muted(words.questions.good(card.answer.split(/\s+/).length)),
        "",
        ...paragraph(card.answer, cells),
        "",
        keyed(theme, words.questions.grade, theme.text),
      ]
    : [theme.muted(words.questions.think), "", keyed(theme, words.questions.show, theme.text)];
  const body = [
    "",
    heading(theme, words.questions.title({ at: screen.at + 1, of: questions.length })),
    "",
    ...paragraph(card.question, cells).map(theme.title),
    "",
    ...answer,
  ];
  return drawPage(frame, {
    head: [levelTitle(screen.visit, frame), marks],
    sub: [theme.muted(words.questions.about), ""],
    body: body.map((line) => `  ${line}`),
    message: state.message === undefined ? "" : theme.warn(state.message),
    keys: offered(state, frame),
  });
}
