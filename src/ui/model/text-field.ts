/** A field that characters are typed into. */

/** A field's text after a character, or after the backspace (""). */
export function typed(text: string, char: string, most: number): string {
  if (char === "") return [...text].slice(0, -1).join("");
  return [...text].length < most ? text + char : text;
}
