/** One request of the paused run, hop by hop, as a waterfall: where its time went, and where it was lost. */
import type { Level } from "../../../game/index.ts";
import { partName, reasonClause, showTime } from "../../../present/causes-en.ts";
import { padLeft, padRight, width } from "../../../present/cells.ts";
import { milliseconds } from "../../../present/figures.ts";
import { regionName } from "../../../present/indicators-en.ts";
import type { Trace, TraceHop, Traces } from "../../../sim/index.ts";
import { type Canvas, firstFitting, heading, workBar } from "../../frame/frame.ts";
import type { RunScreen, TraceKind, TracePanel } from "../../model/types.ts";
import { traceKinds } from "../run/state.ts";

const kindNames: Readonly<Record<TraceKind, string>> = {
  median: "median",
  slow: "slow (p99)",
  failed: "failed",
};

const kindMeanings: Readonly<Record<TraceKind, string>> = {
  median: "Half of the requests are answered sooner.",
  slow: "Of a hundred requests, 99 are answered sooner.",
  failed: "",
};

const whyNone: Readonly<Record<TraceKind, string>> = {
  median: "No request is answered at this moment.",
  slow: "No request is answered at this moment.",
  failed: "No request fails at this moment.",
};

const subjects: Readonly<Record<Trace["kind"], string>> = {
  page: "A page",
  feed: "A feed",
  own: "Somebody's own posts",
  write: "A write",
  asset: "A static file",
  log: "A usage event",
  photo: "A photo",
  like: "A like",
  order: "An order",
  post: "A view of the celebrity's post",
};

const clients = { html: "HTML for a browser", json: "JSON for an app" } as const;

/** A place on the way as the waterfall names it. */
function stopName(place: TraceHop["place"]): string {
  return place === "network" ? "network, both ways" : partName(place);
}

/** "A page from Korea: HTML for a browser." */
function subjectLine({ kind, region, format }: Trace, { scenario }: Level): string {
  const regions = new Set(scenario.streams.flatMap((stream) => Object.keys(stream.regions)));
  return `${subjects[kind]}${regions.size > 1 ? ` from ${regionName(region)}` : ""}: ${clients[format]}.`;
}

/** Nobody waits longer than clients do: what comes after they gave up is no part of their request. */
function asClientsSee(trace: Trace, { scenario }: Level): Trace {
  const mostMs = scenario.clients.timeoutSec * 1_000;
  if (trace.lostAt?.reason !== "timeout" || trace.totalMs <= mostMs) return trace;
  let left = mostMs;
  const hops = trace.hops.map(({ place, ms }) => {
    const waited = Math.min(ms, left);
    left -= waited;
    return { place, ms: waited };
  });
  return { ...trace, hops, totalMs: mostMs };
}

function withoutWaiting(found: Traces, level: Level): Traces {
  return found.failed ? { ...found, failed: asClientsSee(found.failed, level) } : found;
}

/** What kind of request it is, and what the one of three stands for. */
function aboutLine(trace: Trace, whole: Trace, which: TraceKind, level: Level): string {
  const late = whole.totalMs > trace.totalMs;
  const meaning = late
    ? `Its answer would have come after ${milliseconds(whole.totalMs)}.`
    : kindMeanings[which];
  return `${subjectLine(trace, level)} ${meaning}`.trimEnd();
}

/** Where it was lost and why, or where most of its time went. */
function verdictLine(trace: Trace): string {
  const { lostAt, hops, totalMs } = trace;
  if (lostAt)
    return `Lost after ${milliseconds(totalMs)}: the ${partName(lostAt.place)} ${reasonClause(lostAt.reason)}.`;
  const longest = longestHop(trace);
  if (!longest || hops.length < 2 || totalMs <= 0) return "";
  return `${Math.round((longest.ms / totalMs) * 100)} % of its time: ${stopName(longest.place)}.`;
}

function longestHop({ hops }: Trace): Trace["hops"][number] | undefined {
  return hops.reduce<Trace["hops"][number] | undefined>(
    (most, hop) => (most === undefined || hop.ms > most.ms ? hop : most),
    undefined,
  );
}

/** The stops to show: where it was lost is one, even when it took no time. */
function rowsOf(trace: Trace): { place: TraceHop["place"]; ms: number; startMs: number; isLost: boolean }[] {
  const { hops, lostAt } = trace;
  const lostHop = hops.findLastIndex(({ place }) => place === lostAt?.place);
  let startMs = 0;
  const rows = hops.map(({ place, ms }, at) => {
    const row = { place, ms, startMs, isLost: at === lostHop };
    startMs += ms;
    return row;
  });
  return lostAt && lostHop < 0 ? [...rows, { place: lostAt.place, ms: 0, startMs, isLost: true }] : rows;
}

const nameCells = 26;
const msCells = 10;

export function traceLines(screen: RunScreen, trace: TracePanel, cells: number, canvas: Canvas): string[] {
  const { theme } = canvas;
  const { recording } = screen.played as NonNullable<RunScreen["played"]>;
  const when = `at ${showTime(trace.tick, recording.tickSec)}`;
  const { found } = trace;
  if (!found)
    return [
      heading(theme, "ONE REQUEST", when),
      "",
      ...(screen.beats >= 10 ? workBar("following it through your design", screen.progress, canvas) : []),
    ];
  const { level } = screen.visit.lesson;
  const tabLine = tabs(withoutWaiting(found, level), trace.which, cells, canvas);
  const lines = requestLines(found[trace.which], trace.which, level, cells, canvas);
  // As high as the highest of the three, so that nothing jumps between them.
  const rows = Math.max(
    ...traceKinds.map((kind) => requestLines(found[kind], kind, level, cells, canvas).length),
  );
  const rest = Array.from({ length: rows - lines.length }, () => "");
  return [heading(theme, "ONE REQUEST", when), tabLine, "", ...lines, ...rest];
}

/** One of the three: its waterfall, and what it says. */
function requestLines(
  trace: Trace | undefined,
  which: TraceKind,
  level: Level,
  cells: number,
  canvas: Canvas,
): string[] {
  const { theme } = canvas;
  if (!trace) return [theme.muted(whyNone[which])];
  const chosen = asClientsSee(trace, level);
  const verdict = verdictLine(chosen);
  const about = aboutLine(chosen, trace, which, level);
  return [
    ...waterfall(chosen, cells, canvas),
    "",
    chosen.lostAt ? theme.bad(`✗ ${verdict}`) : verdict,
    theme.muted(about),
  ];
}

/** The three requests of the moment with how long each took. */
function tabs(found: Traces, which: TraceKind, cells: number, { theme }: Canvas): string {
  const say = (gap: string, withTime: boolean) =>
    traceKinds
      .map((kind) => {
        const trace = found[kind];
        const time = !withTime ? "" : trace ? ` ${milliseconds(trace.totalMs)}` : " none";
        const words = `${kindNames[kind]}${time}`;
        return kind === which ? theme.focus(`▸ ${words}`) : theme.muted(`  ${words}`);
      })
      .join(gap);
  return firstFitting([say("     ", true), say("  ", true), say("  ", false)], cells);
}

function waterfall(trace: Trace, cells: number, { theme }: Canvas): string[] {
  const room = Math.max(10, cells - nameCells - msCells - 2);
  const total = Math.max(1e-9, trace.totalMs);
  const longest = longestHop(trace);
  const at = (ms: number) => Math.round((ms / total) * room);
  const rows = rowsOf(trace).map(({ place, ms, startMs, isLost }) => {
    const from = Math.min(room - 1, at(startMs));
    const length = Math.min(room - from, at(startMs + ms) - from);
    const bar = length > 0 ? "█".repeat(length) : isLost && ms === 0 ? "✗" : "▏";
    const paint = isLost ? theme.bad : longest?.place === place ? theme.warn : theme.data;
    const name = isLost
      ? theme.bad(padRight(`✗ ${stopName(place)}`, nameCells))
      : padRight(`  ${stopName(place)}`, nameCells);
    const time = ms > 0 ? milliseconds(ms) : "";
    return `${name} ${" ".repeat(from)}${paint(bar)}${" ".repeat(Math.max(0, room - from - width(bar)))} ${padLeft(time, msCells)}`;
  });
  const sum = `${theme.muted(padRight("  all of it", nameCells))} ${theme.muted("─".repeat(room))} ${theme.title(padLeft(milliseconds(trace.totalMs), msCells))}`;
  return [...rows, sum];
}

/** The same in words. */
export function spokenTrace(screen: RunScreen, trace: TracePanel): string[] {
  const { recording } = screen.played as NonNullable<RunScreen["played"]>;
  const { found, which } = trace;
  if (!found) return ["One request is being followed through your design."];
  const { level } = screen.visit.lesson;
  const whole = found[which];
  const title = `One request at ${showTime(trace.tick, recording.tickSec)}, ${kindNames[which]}, ${traceKinds.indexOf(which) + 1} of ${traceKinds.length}.`;
  if (!whole) return [title, whyNone[which]];
  const chosen = asClientsSee(whole, level);
  return [
    title,
    aboutLine(chosen, whole, which, level),
    ...chosen.hops.map(({ place, ms }) => `${stopName(place)}: ${milliseconds(ms)}.`),
    `All of it: ${milliseconds(chosen.totalMs)}.`,
    ...[verdictLine(chosen)].filter((line) => line !== ""),
  ];
}
