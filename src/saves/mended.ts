/** A save that is not as it should be: what its old text is called when it is kept aside, and what is told of it. */
import type { Notice } from "./findings.ts";
import type { Inspection } from "./inspect.ts";

/** What was found where a save had to be mended. */
export type Mended = Exclude<Inspection, { readonly state: "absent" | "sound" }>;

export function isMended(found: Inspection): found is Mended {
  return found.state !== "absent" && found.state !== "sound";
}

/** The word in the name of the old text. */
export function asideWord(found: Mended): string {
  return found.state === "damaged" ? "damaged" : `version-${found.version}`;
}

/** What the player should know: where the old text is, and what could be read of it. */
export function mendedNotice(found: Mended, aside: string): Notice {
  const { levels, cards } = found.save;
  const rescue = { aside, levels: Object.keys(levels).length, cards: Object.keys(cards).length };
  if (found.state === "damaged") return { code: "damaged", damages: found.damages, ...rescue };
  if (found.state === "newer") return { code: "newer", version: found.version, ...rescue };
  return { code: "updated", version: found.version, aside };
}
