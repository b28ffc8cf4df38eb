/** The map: every level with what it gave, what locks it, and one level told in full at the right. */
import { aheadLines, trafficChart } from "../../../present/briefing.ts";
import { padLeft, padRight, truncate } from "../../../present/cells.ts";
import { showGoal } from "../../../present/indicators.ts";
import { money } from "../../../words/figures.ts";
import {
  bodyColumns,
  bodyRows,
  columns,
  drawPage,
  type Frame,
  heading,
  paragraph,
  starsText,
  windowStart,
} from "../../frame/frame.ts";
import { levelNumber } from "../../frame/header.ts";
import { drawPicture } from "../../frame/picture.ts";
import { doorGrid, doorLine, waits } from "../../model/doors.ts";
import { openInterviewOf } from "../../model/interview.ts";
import { offered } from "../../model/offered.ts";
import { isUnlocked, lessonsOf, lockReason, readDesign } from "../../model/progress.ts";
import { progressOf, tally } from "../../model/reached.ts";
import type { MapRow, State } from "../../model/types.ts";

const listCells = 48;
const nameCells = 31;

export function mapLines(state: State, at: number, frame: Frame): string[] {
  const { theme, words } = frame;
  const reached = tally(state);
  const { passed, levels, stars } = reached;
  const rows = bodyRows(frame);
  const place = state.mapRows[at] as MapRow;
  const levelRows = state.mapRows.flatMap((each, index) =>
    each.kind === "lesson" ? [rowOf(state, each, index === at, frame)] : [],
  );
  const grid = doorGrid(state.mapRows);
  const doors = grid.map((pair) =>
    pair.map((each) => (each === undefined ? "" : doorCell(state, each, each === at, frame))).join(""),
  );
  // Air between them gives way first: all places stand on a low screen at once.
  const air = levelRows.length + doors.length < rows ? [""] : [];
  const list = [...levelRows, ...air, ...doors];
  const inGrid = grid.findIndex((pair) => pair.includes(at));
  const focus = inGrid < 0 ? at : levelRows.length + air.length + inGrid;
  const start = windowStart(focus, list.length, rows);
  const rightCells = bodyColumns(frame) - listCells - 3;
  return drawPage(frame, {
    head: [theme.title(words.map.name), `${words.map.tally(reached)}   ${theme.money(`${stars} ★`)}`],
    sub: [theme.muted(words.map.about), theme.muted(progressBar(passed, levels))],
    body: columns(
      frame,
      list.slice(start, start + rows),
      listCells,
      aboutPlace(state, place, frame, rightCells),
      rows,
    ),
    message:
      state.message === undefined ? state.notices.map(words.saves.notice)[0] : theme.warn(state.message),
    keys: offered(state, frame),
  });
}

function progressBar(done: number, of: number): string {
  return "■".repeat(done) + "·".repeat(of - done);
}

/** A door: its name, and a dot where something waits behind it. */
function doorCell(
  state: State,
  at: number,
  isFocus: boolean,
  { theme, words: { map: words } }: Frame,
): string {
  const place = state.mapRows[at];
  if (place?.kind !== "door") return "";
  const mark = isFocus ? theme.focus("▸ ") : "  ";
  const { name } = words.doors[place.id];
  const isOpen = lockReason(state, place) === undefined;
  const paint = isFocus ? theme.focus : isOpen ? theme.text : theme.muted;
  const dot = waits(state, place.id) ? theme.accent(" •") : "";
  return padRight(`${mark}   ${paint(name)}${dot}`, Math.floor(listCells / 2));
}

function rowOf(
  state: State,
  place: Extract<MapRow, { readonly kind: "lesson" }>,
  isFocus: boolean,
  { theme, words: { map: words } }: Frame,
): string {
  const mark = isFocus ? theme.focus("▸ ") : "  ";
  const paint = (text: string) => (isFocus ? theme.focus(text) : text);
  const { level, prose } = place.lesson;
  const label = padLeft(levelNumber(level), 2);
  const name = padRight(truncate(prose.title, nameCells), nameCells);
  const progress = progressOf(state.save, place.id);
  if (!isUnlocked(state, place.lesson))
    return `${mark}${isFocus ? paint(`${label} ${name}`) : theme.muted(`${label} ${name}`)} ${theme.muted(words.locked)}`;
  const best = progress?.bestCostPerMonth;
  // Who has only practiced has no stars and no bill of their own: the word has their room.
  const reached =
    best === undefined && progress?.practice
      ? theme.muted(words.practice)
      : `${theme.money(starsText(progress?.stars ?? 0))} ${theme.muted(padLeft(best === undefined ? "" : money(best), 7))}`;
  return `${mark}${paint(`${label} ${name}`)} ${reached}`;
}

/** The level in focus at the right: its promise, what it asks, what it gave or what unlocks it. */
function aboutPlace(state: State, place: MapRow, frame: Frame, cells: number): string[] {
  const { theme } = frame;
  const words = frame.words.map;
  if (place.kind === "door") {
    const { name, about } = words.doors[place.id];
    const now = doorLine(state, place.id);
    const open = place.id === "study" && openInterviewOf(state) ? frame.words.study.interviewOpen : "";
    return [
      theme.title(name),
      ...paragraph(now, cells).map(theme.muted),
      "",
      ...(open === "" ? [] : [...paragraph(open, cells).map(theme.accent), ""]),
      ...paragraph(about, cells),
    ];
  }
  const { level, prose } = place.lesson;
  const head = [
    ...paragraph(prose.title, cells).map(theme.title),
    ...paragraph(prose.promise, cells).map(theme.muted),
    "",
  ];
  const locked = lockReason(state, place);
  if (locked !== undefined) return [...head, ...paragraph(locked, cells).map(theme.warn)];
  const progress = progressOf(state.save, place.id);
  const goals = [
    ...level.goals.map((goal) => showGoal(frame.words, goal)),
    frame.words.indicators.billGoal(level.budget),
  ];
  const asked = [heading(theme, words.goals), ...goals.flatMap((goal) => paragraph(`· ${goal}`, cells)), ""];
  if (!progress?.passed) {
    const isFirst = lessonsOf(state.mapRows)[0] === place.lesson && !progress?.attempts;
    return [
      ...head,
      ...asked,
      ...(progress?.attempts ? [theme.muted(words.runs(progress.attempts)), ""] : []),
      theme.accent(isFirst ? words.first : words.enter),
      ...(frame.rows >= 34
        ? [
            "",
            ...paragraph(prose.story, cells),
            "",
            ...trafficChart(frame.words, place.lesson, Math.min(cells, 64), 5).map(theme.muted),
            ...aheadLines(frame.words, place.lesson, cells).flat().map(theme.muted),
          ]
        : []),
    ];
  }
  const design = readDesign(level, progress.bestDesign);
  const best = progress.bestCostPerMonth;
  const earned = `${theme.money(starsText(progress.stars))}  ${theme.good(words.passed)}`;
  const figures = [
    ...(best === undefined ? [] : paragraph(words.passedFor(best), cells)),
    words.runs(progress.attempts),
  ].map(theme.muted);
  const next = [["★★", prose.stars.two] as const, ["★★★", prose.stars.three] as const][
    Math.max(0, progress.stars - 1)
  ];
  const star = next ? ["", theme.muted(next[0]), ...paragraph(next[1], cells)] : [];
  const full = [...head, ...asked, earned, ...figures, ...star, ""];
  // What the next star asks for comes before figures of the past.
  const told = full.length - 1 <= bodyRows(frame) ? full : [...head, ...asked, earned, ...star.slice(1)];
  const room = bodyRows(frame) - told.length;
  const isTall = frame.rows >= 34 && room >= pictureRowsMin;
  return [...told, ...(design && isTall ? drawPicture(design, { width: cells, height: room }, frame) : [])];
}

/** In less than that a picture of a whole design says nothing. */
const pictureRowsMin = 9;
