/** A screen in words: an element a line, and lines that stay keep theirs, so that only what is new is read aloud. */
import type { Maker } from "./rows.ts";

/** What of a screen in words was said before. */
export interface Retold {
  /** How many lines stayed. */
  readonly kept: number;
  readonly fresh: readonly Element[];
}

export function tellIn(maker: Maker, parent: HTMLElement, lines: readonly string[]): Retold {
  const told = lines.filter((line) => line !== "");
  const fresh: Element[] = [];
  for (const [at, line] of told.entries()) {
    const rest = [...parent.children].slice(at);
    const found = rest.findIndex((each) => each.textContent === line);
    // What stood before it here is no longer said.
    for (const gone of found < 0 ? [] : rest.slice(0, found)) gone.remove();
    if (found >= 0) continue;
    const element = maker.createElement("p");
    element.textContent = line;
    parent.insertBefore(element, parent.children[at] ?? null);
    fresh.push(element);
  }
  while (parent.children.length > told.length) parent.lastElementChild?.remove();
  return { kept: told.length - fresh.length, fresh };
}
