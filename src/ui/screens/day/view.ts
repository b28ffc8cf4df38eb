/** The level of the day: what is different today, and a calm calendar of the days that were played. */
import { padLeft } from "../../../present/cells.ts";
import { daysFrom, weekdayOf } from "../../../rooms/day/index.ts";
import {
  bodyColumns,
  bodyRows,
  columns,
  drawPage,
  type Frame,
  heading,
  paragraph,
} from "../../frame/frame.ts";
import { keyed } from "../../frame/keyed.ts";
import { offered } from "../../model/offered.ts";
import type { DayScreen } from "../../model/room-screens.ts";
import type { State } from "../../model/types.ts";
import { dayTold, waitingFor } from "./spoken.ts";

/** Seven days of three cells each. */
const calendarCells = 21;
const weeks = 5;
const barCells = 24;

export function dayLines(state: State, screen: DayScreen, frame: Frame): string[] {
  const { theme, words } = frame;
  const { day: said } = words;
  const told = dayTold(state, screen);
  const leftCells = bodyColumns(frame) - calendarCells - 3;
  const bar = Math.round(screen.progress * barCells);
  const main = told
    ? [
        heading(theme, said.changed),
        ...told.changes.flatMap((line) => paragraph(line, leftCells)),
        ...paragraph(told.judgedBy, leftCells).map(theme.money),
        "",
        heading(theme, words.map.goals),
        ...told.goals.flatMap((goal) => paragraph(`· ${goal}`, leftCells)),
      ]
    : [];
  // The board's briefing tells the story as well: here it gives way first.
  const story = told ? [...paragraph(told.story, leftCells).map(theme.muted), ""] : [];
  const left = told
    ? [...(story.length + main.length > bodyRows(frame) ? [] : story), ...main]
    : [
        ...paragraph(waitingFor(state, screen), leftCells),
        ...(screen.problem
          ? []
          : ["", theme.accent("█".repeat(bar)) + theme.muted("░".repeat(barCells - bar))]),
      ];
  // What is pasted stands in one line, whole.
  const next = screen.opening
    ? theme.muted(words.onCall.running)
    : told
      ? (told.card ?? keyed(theme, `${said.begin}   ${said.firstCounts}`))
      : "";
  return drawPage(frame, {
    head: [theme.title(said.title), theme.muted(told?.title ?? screen.date)],
    sub: [theme.muted(said.about), ""],
    body: columns(frame, left, leftCells, calendar(state, screen, frame), bodyRows(frame)),
    message: state.message === undefined ? next : theme.warn(state.message),
    keys: offered(state, frame),
  });
}

/** The last five weeks: a star for each that a day won, a dot for a day that was played without one. */
function calendar({ save }: State, { date }: DayScreen, { theme, words }: Frame): string[] {
  const { day: said } = words;
  const monday = daysFrom(date, -weekdayOf(date) - 7 * (weeks - 1));
  const rows = Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const each = daysFrom(monday, 7 * week + weekday);
      if (each > date) return "   ";
      const counted = Object.hasOwn(save.days, each) ? save.days[each] : undefined;
      const text = padLeft(
        counted ? (counted.stars > 0 ? `★${counted.stars}` : "·") : String(Number(each.slice(8))),
        3,
      );
      return counted ? theme.money(text) : each === date ? theme.focus(text) : theme.muted(text);
    }).join(""),
  );
  const played = Object.keys(save.days).length;
  return [
    heading(theme, said.calendar),
    theme.muted(said.weekdays.map((name) => padLeft(name, 3)).join("")),
    ...rows,
    ...(played > 0 ? ["", ...paragraph(said.daysPlayed(played), calendarCells).map(theme.muted)] : []),
  ];
}
