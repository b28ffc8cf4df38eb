/** A field that characters are typed or pasted into. */
import { toLatin } from "../keys/layouts.ts";

/** What a reader takes for one character: an emoji joined of several, a letter with its marks. */
const segmenter = new Intl.Segmenter();

export function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** A field's text with what was typed or pasted, as far as it fits, or after the backspace (""). */
export function typed(text: string, added: string, most: number): string {
  if (added === "") return graphemes(text).slice(0, -1).join("");
  return graphemes(text + added)
    .slice(0, most)
    .join("");
}

/** A number as people write it, digits of other scripts and thousands apart: "1,000,000" is 1000000. */
export function digitsOf(text: string): string {
  const latin = [...text].map(toLatin).join("").trim();
  return /^\d{1,3}([,_ '’]\d{3})+$/.test(latin) ? latin.replace(/\D/g, "") : latin;
}
