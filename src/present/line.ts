/** A line of notation as somebody types it: the design that it means, or what is wrong with it and how to mend it. */
import { type Playable, refusals } from "../game/index.ts";
import { type Design, parseDesign } from "../sim/index.ts";
import type { UsageWords } from "../words/contract/cli.ts";
import { correctedLine, toldAgain } from "./corrected.ts";

/** The design that a shop can sell, or one sentence on why it cannot. */
export function readLine(
  usage: Pick<UsageWords, "notation" | "notSold">,
  playable: Playable,
  text: string,
): { readonly design: Design } | { readonly flaw: string } {
  const read = parseDesign(text);
  if (!read.ok) {
    return { flaw: usage.notation({ line: toldAgain(text), error: read.error, near: correctedLine(text) }) };
  }
  const [first, ...rest] = refusals(playable, read.design);
  return first ? { flaw: usage.notSold({ refusal: first, more: rest.length }) } : read;
}

/** The design of a line that is still being typed: of as many of its parts as can be read, from the first one on. */
export function designSoFar(text: string): Design | undefined {
  for (let end = text.length; end > 0; end = text.slice(0, end).search(/[·;|,•・][^·;|,•・]*$/)) {
    const read = parseDesign(text.slice(0, end));
    if (read.ok) return read.design;
  }
  return undefined;
}
