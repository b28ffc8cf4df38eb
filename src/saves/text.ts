/**
 * Control characters, line separators and direction overrides: in a terminal they move the cursor, recolour
 * the screen or make text read backwards. No text of a save holds any.
 */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** The same text without the characters that could act on a terminal. */
export function printable(text: string): string {
  return text.replace(UNSAFE, "");
}

/** Whether a text can be shown as it is. */
export function isPrintable(text: string): boolean {
  return text.search(UNSAFE) === -1;
}
