/** Text that is longer than its room is moved through in one way, whatever it says. */
import type { Command } from "../keys/keymap.ts";
import { clamp } from "./transitions.ts";

/** Rows by which an arrow scrolls. */
export const arrowRows = 3;

/**
 * How many rows are above the room after a command: some more or less, a page with one row in common, none, or all that
 * can be.
 * @param most how many there can be
 * @param room rows on view
 * @returns undefined where the command scrolls nothing
 */
export function scrolledTo(command: Command, above: number, most: number, room: number): number | undefined {
  const page = Math.max(1, room - 1);
  const by: Partial<Readonly<Record<Command, number>>> = {
    up: -arrowRows,
    down: arrowRows,
    pageUp: -page,
    pageDown: page,
    toTop: Number.NEGATIVE_INFINITY,
    toBottom: Number.POSITIVE_INFINITY,
  };
  const rows = by[command];
  return rows === undefined ? undefined : clamp(Math.min(above, most) + rows, 0, most);
}
