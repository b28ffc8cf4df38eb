/** What a level begun with the player's own system says of it, in one line. */
import { type CarriedStart, type CarryChange, type Level, standsAt, type Unfair } from "../game/index.ts";
import type { Words } from "../words/index.ts";
import { choiceWords, offerName } from "./offers.ts";

/** So many changes are told at most; more are counted. */
export const toldMax = 2;

/** What was changed of the player's own design and why, or why it does not stand here at all. */
export function carryTold(
  words: Words,
  level: Level,
  found: CarriedStart | Unfair,
  most: number = toldMax,
): string {
  const { carry } = words.board;
  if (found === "passes") return carry.passes;
  if (found === "over-budget") return carry.overBudget;
  const { changes } = found;
  return changes.length === 0
    ? carry.whole
    : carry.changed({
        changes: changes.slice(0, most).map((change) => changeTold(words, level, change)),
        more: Math.max(0, changes.length - most),
      });
}

function changeTold(words: Words, level: Level, { code, offer, own, sold }: CarryChange): string {
  const { carry } = words.board;
  const name = offerName(words, level, offer);
  const wanted = choiceWords(words, offer, standsAt(offer, own));
  switch (code) {
    case "lesson":
      return carry.lesson({ name, own: wanted });
    case "not-sold":
      return carry.notSold({
        name,
        own: wanted,
        here: choiceWords(words, offer, standsAt(offer, level.start)),
      });
    case "other-values": {
      const numbers = sold.map(({ label }) => Number(label));
      const isMore = numbers.every((n) => n < Number(standsAt(offer, own)));
      const shown = sold.map(({ label }) => choiceWords(words, offer, label));
      return carry.otherValues({ name, own: wanted, sold: shown, isMore });
    }
  }
}
