/** A run as curves: the goal that matters drawn large, the others in a row each; only the past is drawn. */
import type { Recording } from "../../../game/index.ts";
import { beside, padLeft, padRight, truncate, widest, width } from "../../../present/cells.ts";
import { scaleOf } from "../../../present/chart.ts";
import { type GaugeCurve, isSteady } from "../../../present/curves.ts";
import type { GoalCurve } from "../../../present/goal-curve.ts";
import { signOf } from "../../../present/indicators.ts";
import { smooth } from "../../../present/moment.ts";
import { rowOfValue } from "../../../present/plot.ts";
import { wholeTime } from "../../../words/figures.ts";
import type { Words } from "../../../words/index.ts";
import { firstFitting } from "../../frame/frame.ts";
import type { Theme } from "../../frame/theme.ts";
import { timeline } from "../../frame/timeline.ts";

/** Cells of a name at most: what is longer says what it is in its first words. */
const nameCellsMax = 22;
/** From this width on the large curve takes more than half of it. */
const wideFrom = 100;
const gap = 3;

export interface CurvesOptions {
  readonly tick: number;
  readonly cells: number;
  readonly rows: number;
  readonly theme: Theme;
  readonly words: Words;
}

/** The curves of a run in `rows` lines: the goal's large at the left, the rest at the right. */
export function drawCurves(
  recording: Recording,
  main: GoalCurve | undefined,
  all: readonly GaugeCurve[],
  options: CurvesOptions,
): string[] {
  const { cells, rows } = options;
  const others = all.filter(({ name }) => name !== main?.name).slice(0, rows);
  const left = Math.floor((cells - gap) * (cells >= wideFrom ? 0.58 : 0.5));
  const right = cells - gap - left;
  const nameCells = Math.min(nameCellsMax, widest(others.map(({ name }) => name)));
  const valueCells = Math.max(0, ...others.map(widestOf));
  return beside(
    main ? drawLarge(recording, main, { ...options, cells: left }) : drawFog({ ...options, cells: left }),
    left,
    others.map((curve) => drawRow(curve, nameCells, valueCells, { ...options, cells: right })),
    " ".repeat(gap),
  ).slice(0, rows);
}

/** Where the large curve would be: what was not bought is not seen. */
function drawFog({ cells, rows, theme, words }: CurvesOptions): string[] {
  const labels = words.run.noMetrics;
  const room = widest(labels) + 1;
  return Array.from({ length: rows }, (_, row) =>
    theme.muted(
      `${padRight(labels[row] ?? "", room)}│${"░".repeat(row === rows - 1 ? 0 : cells - room - 1)}`,
    ),
  );
}

/** A goal's curve: its value and its goal above, numbers at its axis, the events below. */
function drawLarge(
  recording: Recording,
  curve: GoalCurve,
  { tick, cells, rows, theme, words }: CurvesOptions,
): string[] {
  const { name, values, show, isBad, target, bound, from, to } = curve;
  const value = valueAt(curve, tick);
  const say = (text: string) =>
    isBad?.(value)
      ? theme.bad(`✗ ${text}`)
      : Number.isNaN(value)
        ? theme.muted(text)
        : theme.good(`✓ ${text}`);
  const goal = theme.muted(`${signOf(bound)} ${show(target)}`);
  // Of this moment alone: the goals at the top are of the run so far.
  const now = say(words.run.now({ name, value: show(value) }));
  const head = firstFitting(
    [
      `${now}   ${theme.muted(words.run.goal({ bound, value: show(target) }))}`,
      `${now} ${goal}`,
      // Its target stands at the axis; which goal it is stands nowhere else.
      now,
    ],
    cells,
  );
  // So low a chart has no room for an axis below it.
  const hasAxis = rows > 3;
  const height = rows - (hasAxis ? 2 : 1);
  const marks = axisMarks(curve, height);
  const room = widest(marks.map(({ text }) => text));
  const span = cells - room - 2;
  const dots = timeline(values, {
    cells: span,
    tick,
    rows: height,
    from,
    to,
    goal: { value: target, paint: theme.muted },
    good: theme.data,
    bad: theme.bad,
    isBad,
  });
  const lines = dots.map((line, row) => {
    const mark = marks.find((each) => each.row === row);
    const sign = mark ? "┤" : "│";
    return `${theme.muted(`${padLeft(mark?.text ?? "", room)} ${sign}`)}${line}`;
  });
  return [head, ...lines, ...(hasAxis ? [timeAxis(recording, tick, span, room, theme)] : [])];
}

interface Mark {
  readonly row: number;
  readonly text: string;
}

/** Numbers at the axis: the goal, and the ends where they do not stand in its row. */
function axisMarks({ show, target, from, to }: GoalCurve, rows: number): readonly Mark[] {
  const marks: Mark[] = [{ row: rowOfValue(target, from, to, rows), text: show(target) }];
  for (const [row, value] of [
    [0, to],
    [rows - 1, from],
  ] as const)
    if (!marks.some((mark) => mark.row === row)) marks.push({ row, text: show(value) });
  return marks;
}

/** The axis of time: events as far as they have come, and the end. */
function timeAxis(
  { notes, ticks, tickSec }: Recording,
  tick: number,
  span: number,
  room: number,
  theme: Theme,
): string {
  const axis = Array.from({ length: span }, () => "─");
  const end = ` ${wholeTime(ticks, tickSec)}`;
  const line = span - width(end);
  for (const note of notes) {
    const at = note.atSec / tickSec;
    if (note.what === "event" && at <= tick) axis[Math.min(line - 1, Math.floor((at / ticks) * span))] = "▲";
  }
  const marked = axis.slice(0, line).join("");
  const painted = marked.replace(/─+|▲+/g, (run) =>
    run.startsWith("▲") ? theme.warn(run) : theme.muted(run),
  );
  return `${" ".repeat(room + 1)}${theme.muted("└")}${painted}${theme.muted(end)}`;
}

/** The value at a tick: as smooth as rates are shown, where that is known; a whole one as it is. */
function valueAt({ values, isStepped }: GaugeCurve, tick: number): number {
  const now = values[Math.floor(tick)] ?? Number.NaN;
  const value = isStepped ? now : smooth(values, tick);
  return Number.isFinite(value) ? value : now;
}

/** Cells that a curve's values take at most, as they are shown: found once for a run. */
function widestOf(curve: GaugeCurve): number {
  const { values, show } = curve;
  let known = widths.get(values);
  if (known === undefined) {
    known = 0;
    for (let t = 0; t < values.length; t++) known = Math.max(known, width(show(valueAt(curve, t))));
    widths.set(values, known);
  }
  return known;
}

const widths = new WeakMap<Float64Array, number>();

/** A curve as a name, its value now, and one row of dots; one that stands still is a rule. */
function drawRow(
  curve: GaugeCurve,
  nameCells: number,
  valueCells: number,
  { tick, cells, theme }: CurvesOptions,
): string {
  const { name, values, show, top, isBad } = curve;
  const span = cells - nameCells - valueCells - 3;
  const value = valueAt(curve, tick);
  const past = Math.min(span, Math.floor(((Math.floor(tick) + 1) * span) / values.length) + 1);
  const row = isSteady(values)
    ? theme.muted("─".repeat(Math.max(0, past)))
    : timeline(values, {
        cells: span,
        tick,
        rows: 1,
        to: top ?? scaleOf(values, span),
        good: theme.data,
        bad: theme.bad,
        isBad,
      })[0];
  const shown = padLeft(show(value), valueCells);
  const label = theme.muted(padRight(truncate(name, nameCells), nameCells));
  return `${label} ${isBad?.(value) ? theme.bad(shown) : shown} ${theme.muted("│")}${row}`;
}
