/** What was meant by a line of notation with words mistyped. */
import { formatDesign, parseDesign } from "../sim/index.ts";
import { truncate } from "./cells.ts";
import { nearest } from "./nearest.ts";

/** So much of a line is told again. */
const toldCells = 40;

/** As much of a line as is told again beside what is wrong with it. */
export function toldAgain(line: string): string {
  return truncate(line, toldCells);
}

/** How many words of a line may be mistyped. */
const mistakesMax = 4;

/**
 * The line with each unknown word turned into the nearest one that may stand there, and with the separators that are
 * missing; undefined when that does not help.
 */
export function correctedLine(line: string): string | undefined {
  let corrected = line;
  for (let mistakes = 0; mistakes <= mistakesMax; mistakes++) {
    const result = parseDesign(corrected);
    if (result.ok) return formatDesign(result.design);
    const at = result.error.at - 1;
    const { expected } = result.error;
    if (expected.code === "separator") {
      corrected = `${corrected.slice(0, at)}· ${corrected.slice(at)}`;
      continue;
    }
    const [word = ""] = /^[^\s=·;|]+/.exec(corrected.slice(at)) ?? [];
    const known = "known" in expected ? expected.known.map((each) => each.replace("=…", "")) : [];
    const near = word === "" ? undefined : nearest(word.toLowerCase(), known);
    if (near === undefined) return undefined;
    corrected = corrected.slice(0, at) + near + corrected.slice(at + word.length);
  }
  return undefined;
}
