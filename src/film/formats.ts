/** A film as something to look at elsewhere: a picture that moves, or a cast that a terminal plays. */
import type { Room } from "../ui/host.ts";
import { cellsOf } from "./cells.ts";
import type { Film } from "./record.ts";
import { filmToSvg, remembered, screenToSvg } from "./svg.ts";
import { lightTwins } from "./theme.ts";

/** What stands beside a film. */
export interface Caption {
  readonly title: string;
  /** What there is to see, for who cannot. */
  readonly description: string;
}

/** A film as an animated SVG, for a dark and a light background. */
export function toFilmSvg({ room, frames, lengthMs }: Film, caption: Caption): string {
  const cells = remembered((line: string) => cellsOf(line, room.columns));
  const screens = frames.map(({ atMs, lines }) => ({ atMs, screen: lines.map(cells) }));
  return filmToSvg(screens, lengthMs, { ...caption, twins: lightTwins });
}

/** One screen as a picture, in the colors of a film. */
export function screenPicture(lines: readonly string[], { columns }: Room, title: string): string {
  const screen = lines.map((line) => cellsOf(line, columns));
  return screenToSvg(screen, { title, twins: lightTwins });
}

/** Takes the screen and hides the cursor, and gives both back. */
const begin = "\u001B[?25l\u001B[2J";
const end = "\u001B[?25h";

/**
 * A film as a cast of asciinema, version 2: a header, then an event a line: seconds, "o", what is written. A frame
 * writes the rows that have changed.
 */
export function toCast({ room: { columns, rows }, frames, lengthMs }: Film, { title }: Caption): string {
  const header = { version: 2, width: columns, height: rows, title, env: { TERM: "xterm-256color" } };
  let before: readonly string[] = [];
  const events = frames.map(({ atMs, lines }, n) => {
    const changed = lines.flatMap((line, row) =>
      line === before[row] ? [] : [`\u001B[${row + 1};1H\u001B[2K${line}\u001B[0m`],
    );
    before = lines;
    return [atMs / 1_000, "o", (n === 0 ? begin : "") + changed.join("")];
  });
  return [header, ...events, [lengthMs / 1_000, "o", end]].map((each) => JSON.stringify(each)).join("\n");
}
