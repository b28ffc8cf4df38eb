/** The review's part of the reducer: think, see the answer, say how it went. */
import { moreCards } from "../../../study/deck.ts";
import type { Recall } from "../../../study/schedule.ts";
import type { Command } from "../../keys/keymap.ts";
import { openInterviews } from "../../model/interviews.ts";
import { openTopics } from "../../model/ladders.ts";
import { cardAt, dueNow, startDrills } from "../../model/study.ts";
import type { ReviewScreen } from "../../model/study-screens.ts";
import { remember, say, show, showMap } from "../../model/transitions.ts";
import type { State } from "../../model/types.ts";

const recallOf: Partial<Readonly<Record<Command, Recall>>> = { again: "forgot", good: "knew", easy: "easy" };

export function onReview(state: State, screen: ReviewScreen, command: Command): State {
  const card = cardAt(state, screen.cards, screen.at);
  const words = state.words.study;
  if (command === "drill") return startDrills(state);
  if (command === "ladders") return openTopics(state);
  if (command === "interview") return openInterviews(state);
  if (command === "progress") return show(state, { kind: "progress", scroll: 0 });
  if (command === "back") return showMap(state, "study");
  if (!card) return command === "confirm" ? goOn(state, screen) : state;
  if (command === "confirm")
    return screen.isRevealed ? say(state, words.gradeFirst) : show(state, { ...screen, isRevealed: true });
  const recall = recallOf[command];
  if (!recall) return state;
  if (!screen.isRevealed) return say(state, words.first);
  const next = {
    ...screen,
    at: screen.at + 1,
    isRevealed: false,
    knew: screen.knew + (recall === "forgot" ? 0 : 1),
  };
  return show(remember(state, { type: "answer", card: card.id, recall }), next);
}

/** Some cards more, where any are due; or back to the map. */
function goOn(state: State, screen: ReviewScreen): State {
  const more = dueNow(state).cards.slice(0, moreCards);
  if (more.length === 0) return showMap(state, "study");
  const cards = [...screen.cards.slice(0, screen.at), ...more.map(({ id }) => id)];
  return show(state, { ...screen, cards });
}
