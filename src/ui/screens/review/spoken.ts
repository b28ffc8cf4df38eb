/** The review in words. */
import { cardOrigin, cardText } from "../../../present/study.ts";
import { moreCards } from "../../../study/deck.ts";
import { cardAt, dueNow } from "../../model/study.ts";
import type { ReviewScreen } from "../../model/study-screens.ts";
import type { State } from "../../model/types.ts";

export function spokenReview(state: State, screen: ReviewScreen): string[] {
  const { words } = state;
  const { spoken, study } = words;
  const card = cardAt(state, screen.cards, screen.at);
  const { at, knew } = screen;
  if (!card) {
    const more = Math.min(moreCards, dueNow(state).cards.length);
    return [
      spoken.review,
      ...(at > 0 ? [study.done({ knew, of: at })] : []),
      more > 0 ? spoken.moreCards(more) : study.noMore,
    ];
  }
  const { question, answer } = cardText(words, card);
  return [
    spoken.card({ at: at + 1, of: screen.cards.length, from: cardOrigin(words, card) }),
    question,
    ...(screen.isRevealed ? [spoken.goodAnswer(answer), spoken.recall] : []),
  ];
}
