import type { JsonFlaw } from "../../process/json.ts";
import type { FileWords } from "../contract/saves.ts";

const flaws: Readonly<Record<JsonFlaw, string>> = {
  incomplete: "the text ends here, before it is complete",
  "after-the-end": "this comes after the end",
  "single-quotes": "text takes double quotes",
  "open-text": "this text does not end on its line, or has a bad \\ in it",
  "no-number": "no number that JSON knows",
  "no-value": "a value belongs here: text in double quotes, a number, true, false, null, { or [",
  "no-name": "a name in double quotes belongs here",
  "no-colon": "a colon is missing before this",
  "no-comma": "a comma is missing before this",
  "too-deep": "nested too deeply",
};

export const files: FileWords = {
  json: ({ line, column, what }) => `line ${line}, column ${column}: ${flaws[what]}`,
  encoding: (oddity) =>
    oddity.code === "utf-16" ? "UTF-16, not UTF-8" : `not UTF-8 text from line ${oddity.line} on`,
};
