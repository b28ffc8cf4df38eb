/** The red team: the design at the left, the price list at the right, what the last fault did below. */
import { padLeft, padRight } from "../../../present/cells.ts";
import { faultId, priceOf } from "../../../rooms/puzzles/index.ts";
import { money } from "../../../words/figures.ts";
import {
  bodyColumns,
  bodyRows,
  columns,
  drawPage,
  type Frame,
  heading,
  paragraph,
  windowStart,
} from "../../frame/frame.ts";
import { drawPicture } from "../../frame/picture.ts";
import { offered } from "../../model/offered.ts";
import type { RedTeamScreen } from "../../model/room-screens.ts";
import { redTeamOf } from "../../model/rooms.ts";
import type { State } from "../../model/types.ts";
import { faultSentences } from "./spoken.ts";

const priceCells = 6;
const nameCells = 21;
const lengthCells = 5;

export function redTeamLines(state: State, screen: RedTeamScreen, frame: Frame): string[] {
  const { theme, words } = frame;
  const { puzzles } = words;
  const redTeam = redTeamOf(screen);
  const { title = "", story = "" } = puzzles.redTeams[screen.id] ?? {};
  const cells = bodyColumns(frame);
  const rightCells = Math.floor(cells / 2);
  const leftCells = cells - rightCells - 3;
  const told = faultSentences(state, screen).flatMap((line) => paragraph(line, cells));
  const rows = bodyRows(frame) - (told.length > 0 ? told.length + 1 : 0);
  const list = redTeam.faults.map((fault, n) => {
    const broke = screen.tried[faultId(fault)];
    const mark = broke === undefined ? " " : broke ? theme.bad("✗") : theme.good("✓");
    const price = padLeft(money(priceOf(fault)), priceCells);
    const { short } = puzzles.faults[fault.kind];
    const name = `${padRight(short, nameCells)} ${padLeft(puzzles.length(fault), lengthCells)}`;
    const isFocus = n === screen.at;
    return `${isFocus ? theme.focus("▸") : " "}${mark} ${theme.money(price)} ${isFocus ? theme.focus(name) : name}`;
  });
  const focus = redTeam.faults[screen.at];
  const room = rows - 1;
  const start = windowStart(screen.at, list.length, room);
  const intro = paragraph(story, leftCells);
  const picture = drawPicture(redTeam.design, { width: leftCells, height: rows - intro.length - 1 }, frame);
  return drawPage(frame, {
    head: [theme.title(title), theme.muted(puzzles.kinds["red-team"].name)],
    sub: [theme.muted(puzzles.kinds["red-team"].about), ""],
    body: [
      ...columns(
        frame,
        [...intro, "", ...picture].slice(0, rows),
        leftCells,
        [heading(theme, puzzles.shop), ...list.slice(start, start + room)],
        rows,
      ),
      ...(told.length > 0 ? ["", ...told] : []),
    ],
    message: state.message !== undefined ? theme.warn(state.message) : focus ? puzzles.fault(focus) : "",
    keys: offered(state, frame),
  });
}
