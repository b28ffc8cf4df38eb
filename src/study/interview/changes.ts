/** How much of a design was changed. */
import { choiceAt, type Playable } from "../../game/index.ts";
import { type Design, parseDesign } from "../../sim/index.ts";

/** In how many offers of a shop a design differs from a line before it. */
export function changesBetween({ shop }: Pick<Playable, "shop">, before: string, after: Design): number {
  const read = parseDesign(before);
  return read.ok
    ? shop.filter((offer) => choiceAt(offer, read.design) !== choiceAt(offer, after)).length
    : shop.length;
}
