/** The keys that turn the design on the board into another one: what a player would press in the shop. */
import { choiceAt, disabledReason, type Level, neighbour } from "../../src/game/index.ts";
import { type Design, formatDesign } from "../../src/sim/index.ts";

/**
 * Offer by offer, from the top, again and again until nothing is left to change: some offers open only
 * after others. The focus begins on the first offer.
 */
export function keysToBuy(level: Level, from: Design, to: Design): string[] {
  const keys: string[] = [];
  let design = from;
  let focus = 0;
  for (let round = 0; round < 4 && formatDesign(design) !== formatDesign(to); round++)
    for (const [at, offer] of level.shop.entries()) {
      const wanted = choiceAt(offer, to);
      if (wanted < 0 || disabledReason(offer, design)) continue;
      for (let steps = 0; choiceAt(offer, design) !== wanted && steps < 500; steps++) {
        const direction = choiceAt(offer, design) < wanted ? 1 : -1;
        const move = neighbour(level, design, offer, direction);
        if (!move) break;
        for (; focus < at; focus++) keys.push("down");
        for (; focus > at; focus--) keys.push("up");
        keys.push(direction > 0 ? "right" : "left");
        design = move.design;
      }
    }
  if (formatDesign(design) !== formatDesign(to))
    throw new Error(`no keys lead to ${formatDesign(to)}: stuck at ${formatDesign(design)}`);
  return keys;
}
