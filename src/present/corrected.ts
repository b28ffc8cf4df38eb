/** What was mistyped, and what was meant: words, and lines of notation. */
import { formatDesign, parseDesign } from "../sim/index.ts";

/** The known word nearest to a mistyped one, at most two letters away; one where short words begin otherwise. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = 3;
  for (const candidate of known) {
    const distance = editDistance(word, candidate);
    const isShort = word.length < 4 || (word.length === 4 && word[0] !== candidate[0]);
    if (distance < bestDistance && (distance < 2 || !isShort)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  if (a.length > 40) return 99;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
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
