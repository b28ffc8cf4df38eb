/** A field that characters are typed or pasted into. */
import { toLatin } from "../keys/layouts.ts";

/** What a reader takes for one character: an emoji joined of several, a letter with its marks. */
const segmenter = new Intl.Segmenter();

export function graphemes(text: string): string[] {
  const found: string[] = [];
  for (let from = 0; from < text.length; ) {
    const cutsPair = /[\uDC00-\uDFFF]/.test(text.charAt(from + pieceUnits));
    const to = from + pieceUnits - (cutsPair ? 1 : 0);
    const piece = Array.from(segmenter.segment(text.slice(from, to)), ({ segment }) => segment);
    // The last one may go on in the next piece.
    if (to < text.length && piece.length > 1) piece.pop();
    found.push(...piece);
    from += piece.reduce((sum, each) => sum + each.length, 0);
  }
  return found;
}

/** What is segmented at once: joined emoji cost the segmenter the square of the length. */
const pieceUnits = 500;

/** A field's text with what was typed or pasted, as far as it fits, or after the backspace (""). */
export function typed(
  text: string,
  added: string,
  most: number,
  unitsMax = Number.POSITIVE_INFINITY,
): string {
  if (added === "") return graphemes(text).slice(0, -1).join("");
  const all = text + added;
  if (all.length <= Math.min(most, unitsMax)) return all;
  let units = 0;
  const fits = (each: string) => {
    units += each.length;
    return units <= unitsMax;
  };
  const fit = graphemes(all).slice(0, most);
  const end = fit.findIndex((each) => !fits(each));
  return (end < 0 ? fit : fit.slice(0, end)).join("");
}

/** A field with the place in it where one types, counted in UTF-16 units. */
export interface Field {
  readonly text: string;
  readonly caret: number;
}

/** A field that one goes on with at its end. */
export function fieldWith(text: string): Field {
  return { text, caret: text.length };
}

/** A field with what was typed or pasted at its caret, or without what stands before that. */
export function typedInto({ text, caret }: Field, added: string, most: number, unitsMax?: number): Field {
  const after = text.slice(caret);
  const before = typed(text.slice(0, caret), added, most - graphemes(after).length, unitsMax);
  return { text: before + after, caret: before.length };
}

/** The caret one character further, or as far as it goes. */
export function caretMoved({ text, caret }: Field, to: "left" | "right" | "home" | "end"): Field {
  const [next = ""] = graphemes(text.slice(caret, caret + pieceUnits));
  const last = graphemes(text.slice(Math.max(0, caret - pieceUnits), caret)).at(-1) ?? "";
  const at = { left: caret - last.length, right: caret + next.length, home: 0, end: text.length };
  return { text, caret: at[to] };
}

/** A number as people write it, digits of other scripts and thousands apart: "1,000,000" is 1000000. */
export function digitsOf(text: string): string {
  const latin = [...text].map(toLatin).join("").trim();
  return /^\d{1,3}([,_ '’]\d{3})+$/.test(latin) ? latin.replace(/\D/g, "") : latin;
}
