/** A run as curves: one drawn large, the others in a row each; only the past is drawn. */
import type { Recording } from "../../game/index.ts";
import { partName } from "../../present/causes-en.ts";
import { beside, padLeft, padRight, truncate } from "../../present/cells.ts";
import { grouped, milliseconds, percent } from "../../present/figures.ts";
import type { Theme } from "../theme.ts";
import { answeredShare, smooth } from "./moment.ts";
import { scaleOf, timeline, timelineArea } from "./timeline.ts";

/** A curve of the run: what it is called, its value now, its row of blocks. */
interface Curve {
  readonly name: string;
  readonly values: Float64Array;
  readonly show: (value: number) => string;
  readonly top?: number;
  readonly isBad?: (value: number) => boolean;
}

/** The curves worth showing of a run, the most telling first. */
export function curvesOf(
  recording: Recording,
  goals: readonly { indicator: string; atMost?: number; atLeast?: number }[],
): Curve[] {
  const perSec = (values: Float64Array) => values.map((count) => count / recording.tickSec);
  const goal = (indicator: string) => goals.find((each) => each.indicator === indicator);
  const latency = (name: "p50" | "p95" | "p99", indicator: string): Curve => {
    const atMost = goal(indicator)?.atMost;
    return {
      name,
      values: recording.latency[name],
      show: milliseconds,
      ...(atMost === undefined ? {} : { isBad: (value: number) => value > atMost }),
    };
  };
  const promised = goal("availability")?.atLeast ?? 0.999;
  const curves: Curve[] = [
    { name: "requests", values: perSec(recording.series("offered")), show: (value) => `${grouped(value)}/s` },
    latency("p95", "latencyP95Ms"),
    {
      name: "answered",
      values: answeredShare(recording),
      show: percent,
      top: 1,
      isBad: (value) => value < promised,
    },
    ...busiest(recording),
    latency("p50", "latencyP50Ms"),
    latency("p99", "latencyP99Ms"),
  ];
  const extras: [string, string, Curve["show"], number?][] = [
    [".hitRatio", "hits", percent, 1],
    [".lagMs", "lag", milliseconds],
    [".depth", "waiting", grouped],
    [".backlog", "queue", grouped],
  ];
  for (const [ending, name, show, top] of extras)
    for (const series of recording.names.filter((each) => each.endsWith(ending))) {
      const values = recording.series(series);
      if (!values.some((value) => value > 0)) continue;
      const part = partName(series.slice(0, -ending.length));
      curves.push({ name: `${part} ${name}`, values, show, ...(top === undefined ? {} : { top }) });
    }
  return curves;
}

/** Utilization of the part that was asked most. */
function busiest(recording: Recording): Curve[] {
  let best: { name: string; values: Float64Array; most: number } | undefined;
  for (const name of recording.names) {
    if (!name.endsWith(".utilization")) continue;
    const values = recording.series(name);
    const most = scaleOf(values, 60);
    if (!best || most > best.most) best = { name, values, most };
  }
  if (!best) return [];
  const part = partName(best.name.slice(0, -".utilization".length));
  return [
    {
      name: `${part} busy`,
      values: best.values,
      show: percentWhole,
      top: 1,
      isBad: (value) => value >= 0.95,
    },
  ];
}

function percentWhole(share: number): string {
  return `${Math.round(share * 100)} %`;
}

const nameCells = 10;
const valueCells = 8;
const labelCells = 14;

export interface CurvesOptions {
  readonly tick: number;
  readonly cells: number;
  readonly rows: number;
  readonly goals: Parameters<typeof curvesOf>[1];
  readonly theme: Theme;
}

/** The curves of a run in `rows` lines: answer times large at the left, the rest at the right. */
export function drawCurves(recording: Recording, options: CurvesOptions): string[] {
  const { cells, rows, goals } = options;
  const all = curvesOf(recording, goals);
  const main = all.find(({ name }) => name === "p95") as Curve;
  const others = all.filter((curve) => curve !== main).slice(0, rows);
  const left = Math.floor((cells - 3) * 0.5);
  const right = cells - 3 - left;
  return beside(
    drawLarge(recording, main, { ...options, cells: left }),
    left,
    others.map((curve) => drawRow(curve, { ...options, cells: right })),
    "   ",
  ).slice(0, rows);
}

/** A curve as an area with its value, its goal and the events under it. */
function drawLarge(
  recording: Recording,
  curve: Curve,
  { tick, cells, rows, goals, theme }: CurvesOptions,
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
      top: Math.max(scaleOf(values, span), (goal ?? 0) * 1.2),
      paint: (text, at) => (isBad?.(at) ? theme.bad(text) : theme.data(text)),
    },
    rows - 1,
  );
  const shown = `${name} ${show(value)}`;
  const labels = [
    isBad?.(value) ? theme.bad(shown) : shown,
    ...(goal === undefined ? [] : [theme.muted(`goal ≤ ${show(goal)}`)]),
  ];
  const axis = Array.from({ length: span }, () => theme.muted("─"));
  for (const note of recording.notes) {
    const at = note.atSec / recording.tickSec;
    if (note.what === "event" && at <= tick)
      axis[Math.min(span - 1, Math.floor((at / recording.ticks) * span))] = theme.warn("▲");
  }
  return [
    ...area.map((line, row) => `${padRight(labels[row] ?? "", labelCells)}${theme.muted("│")}${line}`),
    `${" ".repeat(labelCells)}${theme.muted("└")}${axis.join("")}`,
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
    paint: (text, at) => (isBad?.(at) ? theme.bad(text) : theme.data(text)),
  });
  const shown = padLeft(show(value), valueCells);
  const label = theme.muted(padRight(truncate(name, nameCells), nameCells));
  return `${label} ${isBad?.(value) ? theme.bad(shown) : shown} ${theme.muted("│")}${row}`;
}
