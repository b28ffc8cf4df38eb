/** One request of a moment, hop by hop, as rows and sentences. */
import type { Level } from "../game/index.ts";
import { partsOfPlace, type Trace, type TraceHop, type Traces } from "../sim/index.ts";
import type { Stop } from "../words/contract/screens.ts";
import type { Words } from "../words/index.ts";

/** Which of the three requests of a tick is looked at. */
export type TraceKind = keyof Traces;

/** The requests that can be looked at, in the order of the arrow keys. */
export const traceKinds = ["median", "slow", "failed"] as const satisfies readonly TraceKind[];

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
export function aboutLine(
  { trace: words }: Words,
  trace: Trace,
  whole: Trace,
  which: TraceKind,
  level: Level,
): string {
  const { kind, format, region } = trace;
  const regions = new Set(level.scenario.streams.flatMap((stream) => Object.keys(stream.regions)));
  return words.about({
    kind,
    format,
    which,
    ...(regions.size > 1 ? { region } : {}),
    ...(whole.totalMs > trace.totalMs ? { lateMs: whole.totalMs } : {}),
  });
}

/** A stop on the way: a place, or the network in between. */
export function stopOf(place: TraceHop["place"]): Stop {
  return place === "network" ? place : partsOfPlace(place);
}

/** Where it was lost and why, or where most of its time went. */
export function verdictLine({ trace: words }: Words, trace: Trace): string {
  const { lostAt, hops, totalMs } = trace;
  if (lostAt)
    return words.lost({ afterMs: totalMs, place: partsOfPlace(lostAt.place), reason: lostAt.reason });
  const longest = longestHop(trace);
  if (!longest || hops.length < 2 || totalMs <= 0) return "";
  return words.longest({ share: longest.ms / totalMs, stop: stopOf(longest.place) });
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
