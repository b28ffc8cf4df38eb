/** The deck of a command: the cards that the player's save gives. */
import type { Lesson } from "../levels/index.ts";
import type { Save } from "../saves/index.ts";
import { type Card, deckOf } from "../study/deck.ts";

/** The cards of the levels that are passed. */
export function deckOfSave(lessons: readonly Lesson[], { levels, cards }: Save): Card[] {
  return deckOf(lessons, (level) => (Object.hasOwn(levels, level) ? levels[level] : undefined), cards);
}
