/** The puzzles of both kinds, how each stands, and what the one in focus is about. */
import { padRight } from "../../../present/cells.ts";
import { puzzles } from "../../../rooms/puzzles/index.ts";
import {
  bodyColumns,
  bodyRows,
  columns,
  drawPage,
  type Frame,
  heading,
  paragraph,
} from "../../frame/frame.ts";
import { offered } from "../../model/offered.ts";
import type { PuzzlesScreen } from "../../model/room-screens.ts";
import { puzzlesLine } from "../../model/rooms.ts";
import type { State } from "../../model/types.ts";
import { standingOf, textOfPuzzle } from "./spoken.ts";

const listCells = 40;
const titleCells = 21;

export function puzzlesLines(state: State, { at }: PuzzlesScreen, frame: Frame): string[] {
  const { theme, words } = frame;
  const { puzzles: said } = words;
  const list = puzzles.flatMap((puzzle, n) => {
    const isFocus = n === at;
    const isFirst = puzzles[n - 1]?.kind !== puzzle.kind;
    const title = padRight(textOfPuzzle(state, puzzle).title, titleCells);
    const mark = isFocus ? theme.focus("▸ ") : "  ";
    const row = `${mark}${isFocus ? theme.focus(title) : title} ${theme.muted(standingOf(state, puzzle))}`;
    const head = heading(theme, said.kinds[puzzle.kind].name);
    return isFirst ? [...(n === 0 ? [] : [""]), head, row] : [row];
  });
  const focus = puzzles[at];
  const cells = bodyColumns(frame) - listCells - 3;
  const about = focus
    ? [
        theme.title(textOfPuzzle(state, focus).title),
        ...paragraph(said.kinds[focus.kind].about, cells).map(theme.muted),
        "",
        ...paragraph(textOfPuzzle(state, focus).story, cells),
      ]
    : [];
  return drawPage(frame, {
    head: [theme.title(said.title), puzzlesLine(state)],
    sub: [theme.muted(said.about), ""],
    body: columns(frame, list, listCells, about, bodyRows(frame)),
    message: state.message === undefined ? "" : theme.warn(state.message),
    keys: offered(state, frame),
  });
}
