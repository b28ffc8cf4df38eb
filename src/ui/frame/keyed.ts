/** Sentences that name keys: what stands between backticks is a key. */
import type { Theme } from "./theme.ts";

/** The sentence with its keys in their colour. */
export function keyed(theme: Theme, sentence: string, paint: (text: string) => string = theme.muted): string {
  const parts = sentence.split("`");
  return parts.map((part, n) => (part === "" ? "" : n % 2 === 1 ? theme.accent(part) : paint(part))).join("");
}
