/** One request of a moment, hop by hop, as rows and sentences. */
import type { Level } from "../game/index.ts";
import type { Trace, TraceHop, Traces } from "../sim/index.ts";
import { partName, reasonClause } from "./causes-en.ts";
import { milliseconds } from "./figures.ts";
import { regionName } from "./indicators-en.ts";

/** Which of the three requests of a tick is looked at. */
export type TraceKind = keyof Traces;

/** The requests that can be looked at, in the order of the arrow keys. */
export const traceKinds = ["median", "slow", "failed"] as const satisfies readonly TraceKind[];

export const kindNames: Readonly<Record<TraceKind, string>> = {
  median: "median",
  slow: "slow (p99)",
  failed: "failed",
};

const kindMeanings: Readonly<Record<TraceKind, string>> = {
  median: "Half of the requests are answered sooner.",
  slow: "Of a hundred requests, 99 are answered sooner.",
  failed: "",
};

export const whyNone: Readonly<Record<TraceKind, string>> = {
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
export function stopName(place: TraceHop["place"]): string {
  return place === "network" ? "network, both ways" : partName(place);
}

/** "A page from Korea: HTML for a browser." */
function subjectLine({ kind, region, format }: Trace, { scenario }: Level): string {
  const regions = new Set(scenario.streams.flatMap((stream) => Object.keys(stream.regions)));
  return `${subjects[kind]}${regions.size > 1 ? ` from ${regionName(region)}` : ""}: ${clients[format]}.`;
}

/** Nobody waits longer than clients do: what comes after they gave up is no part of their request. */
export function asClientsSee(trace: Trace, { scenario }: Level): Trace {
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

export function withoutWaiting(found: Traces, level: Level): Traces {
  return found.failed ? { ...found, failed: asClientsSee(found.failed, level) } : found;
}

/** What kind of request it is, and what the one of three stands for. */
export function aboutLine(trace: Trace, whole: Trace, which: TraceKind, level: Level): string {
  const late = whole.totalMs > trace.totalMs;
  const meaning = late
    ? `Its answer would have come after ${milliseconds(whole.totalMs)}.`
    : kindMeanings[which];
  return `${subjectLine(trace, level)} ${meaning}`.trimEnd();
}

/** Where it was lost and why, or where most of its time went. */
export function verdictLine(trace: Trace): string {
  const { lostAt, hops, totalMs } = trace;
  if (lostAt)
    return `Lost after ${milliseconds(totalMs)}: the ${partName(lostAt.place)} ${reasonClause(lostAt.reason)}.`;
  const longest = longestHop(trace);
  if (!longest || hops.length < 2 || totalMs <= 0) return "";
  return `${Math.round((longest.ms / totalMs) * 100)} % of its time: ${stopName(longest.place)}.`;
}

export function longestHop({ hops }: Trace): Trace["hops"][number] | undefined {
  return hops.reduce<Trace["hops"][number] | undefined>(
    (most, hop) => (most === undefined || hop.ms > most.ms ? hop : most),
    undefined,
  );
}

/** The stops to show: where it was lost is one, even when it took no time. */
export function rowsOf(
  trace: Trace,
): { place: TraceHop["place"]; ms: number; startMs: number; isLost: boolean }[] {
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
