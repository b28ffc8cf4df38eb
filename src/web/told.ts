/** A screen in words: an element a line, and lines that stay keep theirs, so that only what is new is read aloud. */
import type { Maker } from "./rows.ts";

export function tellIn(maker: Maker, parent: HTMLElement, lines: readonly string[]): void {
  const told = lines.filter((line) => line !== "");
  let at = 0;
  for (const line of told) {
    const rest = [...parent.children].slice(at);
    const found = rest.findIndex((each) => each.textContent === line);
    // What stood before it here is no longer said.
    for (const gone of found < 0 ? [] : rest.slice(0, found)) gone.remove();
    if (found < 0) {
      const element = maker.createElement("p");
      element.textContent = line;
      parent.insertBefore(element, parent.children[at] ?? null);
    }
    at++;
  }
  while (parent.children.length > told.length) parent.lastElementChild?.remove();
}
