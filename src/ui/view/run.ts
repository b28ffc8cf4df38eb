/** The run: the same picture alive, curves over time, what has happened, and how the goals stand. */
import type { Recording } from "../../game/index.ts";
import { partName, reasonClause, showTime } from "../../present/causes-en.ts";
import { padLeft, padRight, truncate } from "../../present/cells.ts";
import { grouped, milliseconds, percent } from "../../present/figures.ts";
import { indicatorName, showIndicator } from "../../present/indicators-en.ts";
import { footer } from "../footer.ts";
import type { Played, RunScreen, State } from "../state/types.ts";
import type { Theme } from "../theme.ts";
import { levelTitle } from "./board.ts";
import { bodyColumns, bodyRows, type Canvas, drawPage } from "./canvas.ts";
import {
  answeredShare,
  type LogLine,
  liveAt,
  logOf,
  logTime,
  lossesAt,
  smooth,
  standingAt,
} from "./moment.ts";
import { drawPicture } from "./picture.ts";
import { scaleOf, timeline } from "./timeline.ts";

/** Beats after which work in hand shows a bar: half a second. */
const barAfterBeats = 10;

export function runLines(state: State, screen: RunScreen, canvas: Canvas): string[] {
  return screen.played ? playback(state, screen, screen.played, canvas) : computing(state, screen, canvas);
}

function computing(state: State, screen: RunScreen, canvas: Canvas): string[] {
  const { theme } = canvas;
  const isLong = screen.beats >= barAfterBeats;
  return drawPage(canvas, {
    head: [levelTitle(screen.visit, theme), ""],
    sub: [theme.muted(screen.visit.lesson.prose.promise), ""],
    body: isLong ? ["", ...workBar("Running your design", screen.progress, canvas)] : [],
    message: state.message,
    keys: footer("run", {
      unicode: canvas.unicode,
      hidden: ["confirm", "pause", "speed1", "speed4", "speed16", "scrubBack", "scrubForward", "skip"],
    }),
  });
}

/** A bar for work in hand. */
export function workBar(words: string, share: number, { theme, columns }: Canvas): string[] {
  const cells = Math.min(40, columns - 12);
  const full = Math.round(Math.max(0, Math.min(1, share)) * cells);
  const bar = theme.accent("█".repeat(full)) + theme.muted("░".repeat(cells - full));
  return [theme.muted(words), `${bar} ${theme.muted(padLeft(`${Math.round(share * 100)} %`, 5))}`];
}

function playback(state: State, screen: RunScreen, played: Played, canvas: Canvas): string[] {
  const { theme } = canvas;
  const { recording, design } = played;
  const { visit } = screen;
  const tick = Math.floor(screen.at);
  const isOver = tick >= recording.ticks - 1;
  const cells = bodyColumns(canvas);
  const rows = bodyRows(canvas);
  const log = logOf(visit.lesson, recording).filter((line) => line.tick <= tick);
  const wide = canvas.rows >= 34;
  const logRows = wide ? 6 : 3;
  const curves = curveRows(recording, tick, cells, visit.lesson.level.goals, theme, wide ? 8 : 4);
  const tail = [
    theme.muted("─".repeat(cells)),
    ...curves,
    theme.muted("─".repeat(cells)),
    ...logLines(log, recording, cells, logRows, theme),
  ];
  const room = rows - tail.length;
  const offered = smooth(recording.series("offered"), tick) / recording.tickSec;
  const picture = drawPicture(
    design,
    {
      width: cells,
      height: room,
      usersLine: `${grouped(offered)}/s`,
      live: liveAt(recording, tick),
      ...(canvas.still ? {} : { phase: screen.playing ? state.beat % 4 : 0 }),
    },
    canvas,
  ).slice(0, room);
  const gap = Array.from({ length: Math.max(0, room - picture.length) }, () => "");
  const half = Math.floor(gap.length / 2);
  return drawPage(canvas, {
    head: [levelTitle(visit, theme), clock(screen, recording, isOver, theme)],
    sub: [goalsNow(played, tick, theme), ""],
    body: [...gap.slice(0, half), ...picture, ...gap.slice(half), ...tail],
    message:
      state.message === undefined ? nowLine(recording, log, tick, isOver, theme) : theme.warn(state.message),
    keys: footer("run", { unicode: canvas.unicode }),
  });
}

/** "t=214 of 600 s  ▶ ×4". */
function clock(screen: RunScreen, recording: Recording, isOver: boolean, theme: Theme): string {
  const { ticks, tickSec } = recording;
  const now = showTime(Math.floor(screen.at) + (isOver ? 1 : 0), tickSec);
  const whole = tickSec < 60 ? `${ticks * tickSec} s` : `${Math.round((ticks * tickSec) / 3_600)} h`;
  const sign = isOver ? theme.muted("■ end") : screen.playing ? theme.good("▶") : theme.warn("‖");
  return `${padLeft(now, 5)} of ${whole}   ${sign} ${theme.accent(`×${screen.speed}`)}`;
}

/** The goals with where they stand so far. */
function goalsNow(played: Played, tick: number, theme: Theme): string {
  const standing = standingAt(played.recording, tick);
  if (!standing) return theme.muted("the first requests arrive");
  return standing.goals
    .map(({ indicator, value, target, bound, met }) => {
      const words = `${indicatorName(indicator)} ${showIndicator(indicator, value)}`;
      const goal = theme.muted(` ${bound === "atMost" ? "≤" : "≥"} ${showIndicator(indicator, target)}`);
      return (met ? theme.good(`✓ ${words}`) : theme.bad(`✗ ${words}`)) + goal;
    })
    .join("   ");
}

/** What matters in this second, in one line. */
function nowLine(
  recording: Recording,
  log: readonly LogLine[],
  tick: number,
  isOver: boolean,
  theme: Theme,
): string {
  if (isOver)
    return `${theme.accent("⏎")} ${theme.title("to the debrief")}${theme.muted(": what held, what did not, and why")}`;
  const [worst] = lossesAt(recording, tick);
  if (worst)
    return theme.bad(
      `✗ ${worst.perSec < 1 ? "<1" : grouped(worst.perSec)}/s lost: the ${partName(worst.place)} ${reasonClause(worst.reason)}`,
    );
  const warning = log.findLast(({ kind }) => kind === "warn");
  if (warning && tick - warning.tick < recording.ticks / 30) return theme.warn(`▲ ${warning.text}`);
  return theme.muted("All that arrives is answered.");
}

function logLines(
  log: readonly LogLine[],
  recording: Recording,
  cells: number,
  rows: number,
  theme: Theme,
): string[] {
  const paints = { event: theme.text, warn: theme.warn, bad: theme.bad, good: theme.good };
  const signs = { event: "▲", warn: "▲", bad: "✗", good: "✓" };
  const lines = log.slice(-rows).map((line) => {
    const time = theme.muted(padRight(logTime(line, recording.tickSec), 7));
    return `${time}${paints[line.kind](truncate(`${signs[line.kind]} ${line.text}`, cells - 7))}`;
  });
  return Array.from({ length: rows }, (_, row) => lines[row] ?? "");
}

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
const valueCells = 9;

/** Two columns of curves, `rows` high. */
function curveRows(
  recording: Recording,
  tick: number,
  cells: number,
  goals: Parameters<typeof curvesOf>[1],
  theme: Theme,
  rows: number,
): string[] {
  const each = Math.floor((cells - 3) / 2);
  const span = each - nameCells - valueCells - 3;
  const drawn = curvesOf(recording, goals)
    .slice(0, rows * 2)
    .map(({ name, values, show, top, isBad }) => {
      const value = smooth(values, tick);
      const bad = isBad?.(value) ?? false;
      const row = timeline(values, {
        cells: span,
        tick,
        top: top ?? scaleOf(values, span),
        paint: (text, at) => (isBad?.(at) ? theme.bad(text) : theme.data(text)),
      });
      const label = theme.muted(padRight(truncate(name, nameCells), nameCells));
      const shown = padLeft(show(value), valueCells);
      return `${label} ${bad ? theme.bad(shown) : shown} ${theme.muted("│")}${row}`;
    });
  const half = Math.min(rows, Math.ceil(drawn.length / 2));
  return Array.from(
    { length: half },
    (_, row) => `${padRight(drawn[row] ?? "", each)}   ${drawn[row + half] ?? ""}`,
  );
}
