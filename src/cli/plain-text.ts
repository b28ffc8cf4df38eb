/** What `--ascii` makes of a command's text. */
import { toAscii } from "../present/glyphs.ts";

/** The text in ASCII: JSON keeps its content in escapes, and a design can still be read back. */
export function plainText(text: string, isJson: boolean): string {
  if (isJson) return text.replace(/[^\u0000-\u007f]/g, escaped);
  return text.replaceAll(" · ", " ; ").split("\n").map(toAscii).join("\n");
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
