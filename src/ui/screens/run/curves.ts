/** A run as curves: one drawn large, the others in a row each; only the past is drawn. */
import type { Recording } from "../../../game/index.ts";
import { beside, padLeft, padRight, truncate } from "../../../present/cells.ts";
import { scaleOf } from "../../../present/chart.ts";
import type { Curve, curvesOf } from "../../../present/curves.ts";
import { smooth } from "../../../present/moment.ts";
import type { Words } from "../../../words/index.ts";
import type { Theme } from "../../frame/theme.ts";
import { timeline, timelineArea } from "../../frame/timeline.ts";

const nameCells = 12;
const valueCells = 8;
const labelCells = 14;

export interface CurvesOptions {
  readonly tick: number;
  readonly cells: number;
  readonly rows: number;
  readonly goals: Parameters<typeof curvesOf>[2];
  readonly theme: Theme;
  readonly words: Words;
}

/** The curves of a run in `rows` lines: answer times large at the left, the rest at the right. */
export function drawCurves(recording: Recording, all: readonly Curve[], options: CurvesOptions): string[] {
  const { cells, rows } = options;
  const main = all.find(({ isMain }) => isMain);
  const others = all.filter((curve) => curve !== main).slice(0, rows);
  const left = Math.floor((cells - 3) * 0.5);
  const right = cells - 3 - left;
  return beside(
    main ? drawLarge(recording, main, { ...options, cells: left }) : drawFog({ ...options, cells: left }),
    left,
    others.map((curve) => drawRow(curve, { ...options, cells: right })),
    "   ",
  ).slice(0, rows);
}

/** Where the large curve would be: what was not bought is not seen. */
function drawFog({ cells, rows, theme, words }: CurvesOptions): string[] {
  const span = cells - labelCells - 1;
  const labels = words.run.noMetrics;
  return Array.from({ length: rows }, (_, row) =>
    theme.muted(`${padRight(labels[row] ?? "", labelCells)}│${"░".repeat(row === rows - 1 ? 0 : span)}`),
  );
}

/** A curve as an area with its value, its goal and the events under it. */
function drawLarge(
  recording: Recording,
  curve: Curve,
  { tick, cells, rows, goals, theme, words }: CurvesOptions,
): string[] {
  const { name, values, show, isBad } = curve;
  const span = cells - labelCells - 1;
  const goal = goals.find(({ indicator }) => indicator === "latencyP95Ms")?.atMost;
  const value = smooth(values, tick);
  const area = timelineArea(
    values,
    {
      cells: span,
      tick,
      top: Math.max(scaleOf(values, span) * 1.1, (goal ?? 0) * 1.2),
      good: theme.data,
      bad: theme.bad,
      isBad,
    },
    rows - 1,
  );
  const shown = `${name} ${value > 0 ? show(value) : "–"}`;
  const labels = [
    isBad?.(value) ? theme.bad(shown) : shown,
    ...(goal === undefined ? [] : [theme.muted(words.run.goal(show(goal)))]),
  ];
  const axis = Array.from({ length: span }, () => "─");
  for (const note of recording.notes) {
    const at = note.atSec / recording.tickSec;
    if (note.what === "event" && at <= tick)
      axis[Math.min(span - 1, Math.floor((at / recording.ticks) * span))] = "▲";
  }
  const under = axis
    .join("")
    .replace(/─+|▲+/g, (run) => (run.startsWith("▲") ? theme.warn(run) : theme.muted(run)));
  return [
    ...area.map((line, row) => `${padRight(labels[row] ?? "", labelCells)}${theme.muted("│")}${line}`),
    `${" ".repeat(labelCells)}${theme.muted("└")}${under}`,
  ];
}

/** A curve as a name, its value now, and one row of blocks. */
function drawRow({ name, values, show, top, isBad }: Curve, { tick, cells, theme }: CurvesOptions): string {
  const span = cells - nameCells - valueCells - 3;
  const value = smooth(values, tick);
  const row = timeline(values, {
    cells: span,
    tick,
    top: top ?? scaleOf(values, span),
    good: theme.data,
    bad: theme.bad,
    isBad,
  });
  const shown = padLeft(show(value), valueCells);
  const label = theme.muted(padRight(truncate(name, nameCells), nameCells));
  return `${label} ${isBad?.(value) ? theme.bad(shown) : shown} ${theme.muted("│")}${row}`;
}
