/** What stands in the place of the game while there is too little room for it. */
import { padBoth, wrap } from "../../present/cells.ts";
import type { Room } from "../../words/contract/screens.ts";
import type { Words } from "../../words/index.ts";

/** The smallest screen that every layout fits. */
export const leastRoom = { columns: 80, rows: 24 } as const;

export function isTooSmall({ columns, rows }: Room): boolean {
  return columns < leastRoom.columns || rows < leastRoom.rows;
}

/** One sentence in the middle, in any size that shows it at all: as many lines as there are rows, none wider. */
export function tooSmallLines(words: Words, { columns, rows }: Room): string[] {
  const lines = wrap(words.header.tooSmall(leastRoom, { columns, rows }), columns).slice(0, rows);
  const above = Math.floor((rows - lines.length) / 2);
  return Array.from({ length: rows }, (_, row) => padBoth(lines[row - above] ?? "", columns));
}
