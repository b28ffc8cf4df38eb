/** The review: one card, then its answer; at the end how it went. */
import { cardOrigin, cardText } from "../../../present/study.ts";
import { moreCards } from "../../../study/deck.ts";
import { readingCells } from "../../frame/blocks.ts";
import { bodyColumns, drawPage, type Frame, heading, paragraph } from "../../frame/frame.ts";
import { keyed } from "../../frame/keyed.ts";
import { offered } from "../../model/offered.ts";
import { cardAt, dueNow } from "../../model/study.ts";
import type { ReviewScreen } from "../../model/study-screens.ts";
import type { State } from "../../model/types.ts";

export function reviewLines(state: State, screen: ReviewScreen, frame: Frame): string[] {
  const { theme, words } = frame;
  const { study } = words;
  const card = cardAt(state, screen.cards, screen.at);
  const cells = Math.min(readingCells, bodyColumns(frame) - 4);
  const place = study.position({ at: screen.at + 1, of: screen.cards.length });
  const body = card ? cardLines() : endLines();
  return drawPage(frame, {
    head: [theme.title(study.title), card ? theme.muted(place) : ""],
    sub: [theme.muted(card ? cardOrigin(words, card) : study.about), ""],
    body: ["", ...body].map((line) => `  ${line}`),
    message: state.message === undefined ? "" : theme.warn(state.message),
    keys: offered(state, frame),
  });

  function cardLines(): string[] {
    if (!card) return [];
    const { question, answer } = cardText(words, card);
    const asked = [...paragraph(question, cells).map(theme.title), ""];
    if (!screen.isRevealed)
      return [...asked, theme.muted(study.think), "", keyed(theme, study.show, theme.text)];
    const grade = keyed(theme, study.grade, theme.text);
    return [...asked, heading(theme, study.answer), ...paragraph(answer, cells), "", grade];
  }

  function endLines(): string[] {
    const more = Math.min(moreCards, dueNow(state).cards.length);
    const { at, knew } = screen;
    return [
      ...(at > 0 ? [...paragraph(study.done({ knew, of: at }), cells).map(theme.title), ""] : []),
      more > 0 ? keyed(theme, study.more(more), theme.text) : theme.muted(study.noMore),
    ];
  }
}
