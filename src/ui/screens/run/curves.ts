/** A run as curves: one drawn large, the others in a row each; only the past is drawn. */
import type { GoalIndicator, Recording } from "../../../game/index.ts";
import { beside, padLeft, padRight, truncate } from "../../../present/cells.ts";
import { grouped, milliseconds, percent } from "../../../present/figures.ts";
import { answeredShare, type Sees, smooth } from "../../../present/moment.ts";
import { partWords } from "../../../present/picture/words-en.ts";
import {
  type BusinessGauge,
  type Place,
  type PlaceGauge,
  partsOfGauge,
  partsOfPlace,
} from "../../../sim/index.ts";
import type { Theme } from "../../frame/theme.ts";
import { scaleOf, timeline, timelineArea } from "../../frame/timeline.ts";

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
  goals: readonly { indicator: GoalIndicator; atMost?: number; atLeast?: number }[],
  sees: Sees = () => true,
): Curve[] {
  const perSec = (values: Float64Array) => values.map((count) => count / recording.tickSec);
  const goal = (indicator: GoalIndicator) => goals.find((each) => each.indicator === indicator);
  const latency = (name: "p50" | "p95" | "p99", indicator: GoalIndicator): Curve => {
    const atMost = goal(indicator)?.atMost;
    return {
      name,
      values: recording.latency[name],
      show: (value) => (value > 0 ? milliseconds(value) : "–"),
      ...(atMost === undefined ? {} : { isBad: (value: number) => value > atMost }),
    };
  };
  const promised = goal("availability")?.atLeast ?? 0.999;
  const always: (Curve & { readonly gauge: Parameters<Sees>[0] })[] = [
    {
      gauge: "offered",
      name: "requests",
      values: perSec(recording.series("offered")),
      show: (value) => `${grouped(value)}/s`,
    },
    { gauge: "latency", ...latency("p95", "latencyP95Ms") },
    {
      gauge: "failed",
      name: "answered",
      values: answeredShare(recording),
      show: percent,
      top: 1,
      isBad: (value) => value < promised,
    },
  ];
  return [
    ...always.filter(({ gauge }) => sees(gauge)),
    ...busiest(recording, sees),
    ...gaugeCurves(recording, sees, telling),
    ...(sees("latency") ? [latency("p50", "latencyP50Ms"), latency("p99", "latencyP99Ms")] : []),
    ...gaugeCurves(recording, sees, quieter),
  ];
}

/** A kind of gauge that becomes a curve of its own. */
interface GaugeKind {
  readonly gauge: PlaceGauge | BusinessGauge;
  readonly name: string;
  readonly show: Curve["show"];
  readonly top?: number;
  /** Whether the gauge says anything in this run. */
  readonly tells: (value: number) => boolean;
}

const telling: readonly GaugeKind[] = [
  { gauge: "hitRatio", name: "hits", show: percent, top: 1, tells: (value) => value > 0 },
  { gauge: "ordersShare", name: "orders", show: percent, top: 1, tells: (value) => value < 0.999 },
  { gauge: "depth", name: "waiting", show: grouped, tells: (value) => value > 0 },
  { gauge: "lagMs", name: "lag", show: milliseconds, tells: (value) => value >= 50 },
];
const quieter: readonly GaugeKind[] = [
  { gauge: "backlog", name: "queue", show: grouped, tells: (value) => value >= 1 },
];

function gaugeCurves(recording: Recording, sees: Sees, kinds: readonly GaugeKind[]): Curve[] {
  return kinds.flatMap(({ gauge, name, show, top, tells }) =>
    recording.names.flatMap((series) => {
      const parts = partsOfGauge(series);
      const values = recording.series(series);
      if (parts.gauge !== gauge || !sees(series) || !values.some(tells)) return [];
      const whose = parts.of === "place" ? `${shortName(parts.place)} ` : "";
      return [{ name: `${whose}${name}`, values, show, ...(top === undefined ? {} : { top }) }];
    }),
  );
}

/** A part in a word, as the picture calls it. */
function shortName(place: Place): string {
  const { name, region } = partsOfPlace(place);
  const short = name === "box" ? "box" : (partWords[name]?.name ?? name);
  return region === undefined ? short : `${short} ${region}`;
}

/** Utilization of the part that was asked most. */
function busiest(recording: Recording, sees: Sees): Curve[] {
  let best: { place: Place; values: Float64Array; most: number } | undefined;
  for (const name of recording.names) {
    const parts = partsOfGauge(name);
    if (parts.of !== "place" || parts.gauge !== "utilization" || !sees(name)) continue;
    const values = recording.series(name);
    const most = scaleOf(values, 60);
    if (!best || most > best.most) best = { place: parts.place, values, most };
  }
  if (!best) return [];
  return [
    {
      name: `${shortName(best.place)} busy`,
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

const nameCells = 12;
const valueCells = 8;
const labelCells = 14;

export interface CurvesOptions {
  readonly tick: number;
  readonly cells: number;
  readonly rows: number;
  readonly goals: Parameters<typeof curvesOf>[1];
  readonly theme: Theme;
  readonly sees: Sees;
}

/** The curves of a run in `rows` lines: answer times large at the left, the rest at the right. */
export function drawCurves(recording: Recording, options: CurvesOptions): string[] {
  const { cells, rows, goals, sees } = options;
  const all = curvesOf(recording, goals, sees);
  const main = all.find(({ name }) => name === "p95");
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
function drawFog({ cells, rows, theme }: CurvesOptions): string[] {
  const span = cells - labelCells - 1;
  const labels = ["p95 ?", "no tier", "metrics"];
  return Array.from({ length: rows }, (_, row) =>
    theme.muted(`${padRight(labels[row] ?? "", labelCells)}│${"░".repeat(row === rows - 1 ? 0 : span)}`),
  );
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
    ...(goal === undefined ? [] : [theme.muted(`goal ≤ ${show(goal)}`)]),
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
