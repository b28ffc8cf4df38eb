/** The on-call room: the list of shifts; the wall at the left, a chart of what is looked at, at the right. */

import { padLeft, padRight, truncate, widest } from "../../../present/cells.ts";
import { areaChart } from "../../../present/chart.ts";
import {
  doneLines,
  promisesNow,
  shiftTitle,
  signalName,
  signalTop,
  signalValue,
  wallRows,
} from "../../../present/on-call.ts";
import { costSec, dayOf, meanBefore } from "../../../rooms/on-call/index.ts";
import { design } from "../../../sim/index.ts";
import { showTime } from "../../../words/figures.ts";
import {
  belowMark,
  bodyColumns,
  bodyRows,
  columns,
  drawPage,
  type Frame,
  heading,
  paragraph,
  windowStart,
} from "../../frame/frame.ts";
import { drawMenu } from "../../frame/menu.ts";
import { offered } from "../../model/offered.ts";
import { caseIn, fieldNow, shiftsListed } from "../../model/on-call.ts";
import type { ShiftScreen, ShiftsScreen } from "../../model/on-call-screens.ts";
import type { State } from "../../model/types.ts";
import { overLines, overScrollMax } from "./layout.ts";
import { askedAt, optionsOf, shiftLine, sideline } from "./spoken.ts";

const listCells = 42;
const valueCells = 11;
const chartRows = 8;
/** The chart begins so long before the alarm. */
const beforeSec = 90;

export function shiftsLines(state: State, screen: ShiftsScreen, frame: Frame): string[] {
  const { at } = screen;
  const { theme, words } = frame;
  const rows = bodyRows(frame);
  const listed = shiftsListed(state.save);
  const start = windowStart(at, listed.length, rows);
  const titleCells = widest(listed.map((name) => shiftTitle(words, name))) + 2;
  return drawPage(frame, {
    head: [theme.title(words.onCall.title), ""],
    sub: [theme.muted(words.onCall.about), ""],
    body: listed.slice(start, start + rows).map((each, n) => {
      const isFocus = start + n === at;
      const [name, beside] = shiftLine(state, each);
      const padded = padRight(name, titleCells);
      return `${isFocus ? theme.focus(`▸ ${padded}`) : `  ${padded}`} ${theme.muted(beside)}`;
    }),
    message: messageOf(state, screen, theme),
    keys: offered(state, frame),
  });
}

function messageOf(state: State, screen: ShiftsScreen | ShiftScreen, theme: Frame["theme"]): string {
  return state.message === undefined ? theme.muted(sideline(state, screen)) : theme.warn(state.message);
}

export function shiftLines(state: State, screen: ShiftScreen, frame: Frame): string[] {
  const { theme, words } = frame;
  const { onCall } = words;
  const { shift } = screen;
  const which = caseIn(screen);
  const about = design(which.design);
  const day = dayOf(which, shift.seed, shift.made);
  const cells = bodyColumns(frame);
  const rows = bodyRows(frame);
  const wall = wallRows(words, which, shift);
  const { state: standing, told } = promisesNow(words, wall);
  const paint = { broken: theme.bad, settling: theme.warn, kept: theme.good }[standing];
  return drawPage(frame, {
    head: [
      theme.title(`${onCall.title}: ${shiftTitle(words, shift)}`),
      onCall.clock(showTime(shift.nowSec - shift.alarmSec, 1)),
    ],
    sub: [paint(told), ""],
    body: bodyOf(),
    message:
      shift.phase === "over" && state.message === undefined ? below() : messageOf(state, screen, theme),
    keys: offered(state, frame),
  });

  /** That the post-mortem goes on. */
  function below(): string {
    return belowMark(overScrollMax(state, screen) - screen.scroll, frame);
  }

  function bodyOf(): string[] {
    if (shift.phase === "over")
      return overLines(state, screen, cells)
        .slice(screen.scroll, screen.scroll + rows)
        .map(({ text, isHeading }) => (isHeading ? theme.title(text) : text));
    if (shift.phase === "write") return writing();
    return columns(frame, left(), listCells, right(cells - listCells - 3), rows);
  }

  function writing(): string[] {
    const field = fieldNow(screen);
    const { text, caret } = screen.field;
    return [
      ...paragraph(onCall.write, cells).map(theme.muted),
      "",
      ...(field ? [theme.title(onCall.fields[field])] : []),
      ...paragraph(`> ${text.slice(0, caret)}▏${text.slice(caret)}`, cells).map(theme.focus),
      "",
      ...doneLines(words, which, shift).flatMap((line) => paragraph(line, cells).map(theme.muted)),
    ];
  }

  /** The wall with what can be done below it; or the options of a question. */
  function left(): string[] {
    const options = optionsOf(state, screen);
    if (screen.step !== "wall")
      return [
        heading(theme, askedAt(state, screen)),
        "",
        ...drawMenu(options, screen.at, theme).map((line) => truncate(line, listCells)),
      ];
    const nameCells = listCells - valueCells - 3;
    const gauges = wall.map(({ name, value, isBroken }, n) => {
      const line = `${n === screen.at ? "▸" : " "} ${padRight(truncate(name, nameCells), nameCells)} ${padLeft(value ?? onCall.look(costSec.look), valueCells)}`;
      if (n === screen.at) return theme.focus(line);
      return value === undefined ? theme.muted(line) : isBroken ? theme.bad(line) : line;
    });
    const doing = drawMenu(options, screen.at - wall.length, theme);
    const room = rows - gauges.length - doing.length - 1;
    const built = paragraph(which.design, listCells).map(theme.muted);
    return [...gauges, ...doing, ...(built.length <= room ? ["", ...built] : [])];
  }

  /** The chart of a signal from before the alarm until now, what it shows, and what was done. */
  function right(width: number): string[] {
    const values = day.series(screen.on);
    const from = Math.max(0, shift.alarmSec - beforeSec);
    const past = values.subarray(from, Math.max(from + 1, shift.nowSec));
    const at = screen.scrubSec ?? shift.nowSec;
    const top = signalTop(screen.on, past);
    const span = Math.max(1, shift.nowSec - from);
    const cellOf = (sec: number) =>
      Math.max(0, Math.min(width - 1, Math.floor(((sec - from) / span) * width)));
    const axis = Array.from({ length: width }, (_, cell) =>
      cell === cellOf(at) ? "▲" : cell === cellOf(shift.alarmSec) ? "!" : "─",
    ).join("");
    const shown = (sec: number) => signalValue(screen.on, meanBefore(values, sec, 5));
    const read = paragraph(
      onCall.read({
        at: showTime(at - shift.alarmSec, 1),
        value: shown(Math.max(1, at)),
        before: shown(Math.max(1, shift.alarmSec - 60)),
      }),
      width,
    );
    const log = doneLines(words, which, shift).flatMap((line) => paragraph(line, width));
    return [
      theme.title(truncate(signalName(words, about, screen.on), width)),
      theme.muted(onCall.top(signalValue(screen.on, top))),
      ...areaChart(past, width, chartRows, top).map(theme.accent),
      theme.muted(axis),
      ...read,
      ...log.slice(-Math.max(1, rows - chartRows - 3 - read.length)).map(theme.muted),
    ];
  }
}
