/** The deck as the save has it. */
import { dueLine } from "../../present/study.ts";
import { type Card, type Due, deckOf, dueOf } from "../../study/deck.ts";
import { drillKinds, drillsOf } from "../../study/drills/index.ts";
import { lessonsOf } from "./progress.ts";
import { progressOf } from "./reached.ts";
import { show } from "./transitions.ts";
import type { State } from "./types.ts";

type DeckState = Pick<State, "mapRows" | "save">;

/** The cards of the levels that are passed. */
export function deckNow({ mapRows, save }: DeckState): Card[] {
  return deckOf(lessonsOf(mapRows), (level) => progressOf(save, level), save.cards);
}

/** What there is to recall now. */
export function dueNow(state: DeckState & Pick<State, "nowMs">): Due {
  return dueOf(deckNow(state), state.save.cards, state.nowMs);
}

/** What the map says of Study. */
export function studyLine(state: DeckState & Pick<State, "nowMs" | "words">): string {
  const { words, save, nowMs } = state;
  const deck = deckNow(state);
  return deck.length === 0 ? words.study.empty : dueLine(words, dueOf(deck, save.cards, nowMs));
}

/** The card that a review is at; undefined when it is over, or the card is no more. */
export function cardAt(state: DeckState, ids: readonly string[], at: number): Card | undefined {
  const id = ids[at];
  return id === undefined ? undefined : deckNow(state).find((card) => card.id === id);
}

/** A seed that nobody has had a second ago. */
export function seedOfNow({ nowMs }: Pick<State, "nowMs">): number {
  return Math.floor(nowMs / 1_000) % 2 ** 32;
}

/** A round of drills, one of each kind, by a seed of the moment: `play drill --seed` gives the same one. */
export function startDrills(state: State): State {
  const seed = seedOfNow(state);
  const drills = drillsOf(seed, drillKinds.length);
  const { screen } = state;
  const texts = screen.kind === "drill" && screen.texts ? { texts: screen.texts } : {};
  return show(state, { kind: "drill", ...texts, seed, drills, at: 0, typed: "", marks: 0 });
}
