/** One request of a moment, hop by hop, as rows and sentences. */
import type { Level } from "../game/index.ts";
import { fateOf, type Trace, type TraceHop, type TraceKind, type Traces, traceKinds } from "../sim/index.ts";
import type { Stop } from "../words/contract/trace.ts";
import type { Words } from "../words/index.ts";
import type { LossNow } from "./moment.ts";
import { placeOf, type Sited } from "./sites.ts";

/** The requests that can be looked at, in the order of the arrow keys: the first three always, others where there are any. */
export function kindsOf(found: Traces): readonly TraceKind[] {
  return traceKinds.filter((kind, at) => at < 3 || found[kind] !== undefined);
}

/** What fails although no failed request is followed: what nobody waits for, or failed a moment ago. */
function unfollowed(which: TraceKind, losses: readonly LossNow[]): LossNow | undefined {
  return which === "failed" ? losses[0] : undefined;
}

/**
 * Why there is no request of a kind to follow.
 * @param losses of the moment, the worst first
 */
export function missingTold(
  { trace }: Words,
  design: Sited,
  which: TraceKind,
  losses: readonly LossNow[],
): string {
  const loss = unfollowed(which, losses);
  return loss
    ? trace.unfollowed({ place: placeOf(loss.place, design), reason: loss.reason })
    : trace.missing[which];
}

/** Instead of the time of a request, where there is none. */
export function noTime({ trace }: Words, which: TraceKind, losses: readonly LossNow[]): string {
  return unfollowed(which, losses) ? trace.notFollowed : trace.none;
}

/** Nobody waits longer than clients do: what comes after they gave up is no part of their request. */
export function asClientsSee(whole: Trace, { scenario }: Level): Trace {
  const mostMs = scenario.clients.timeoutSec * 1_000;
  const trace = joined(whole);
  if (trace.lostAt?.reason !== "timeout") return trace;
  let left = mostMs;
  const hops = trace.hops.flatMap((hop) => {
    // Patience begins when the request is on its way.
    if (hop.place === "dns" || hop.place === "network") return [hop];
    const ms = Math.min(hop.ms, left);
    left -= ms;
    return ms > 0 ? [{ ...hop, ms }] : [];
  });
  return { ...trace, hops, totalMs: hops.reduce((sum, { ms }) => sum + ms, 0) };
}

/** What a place does one after the other is one stop: a queue accepts a job, then the job waits in it. */
function joined(trace: Trace): Trace {
  const hops: TraceHop[] = [];
  for (const hop of trace.hops) {
    const last = hops.at(-1);
    if (last && last.place === hop.place && last.step === undefined && hop.step === undefined)
      hops[hops.length - 1] = { ...last, ms: last.ms + hop.ms };
    else hops.push(hop);
  }
  return hops.length === trace.hops.length ? trace : { ...trace, hops };
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
    ...(whole.totalMs > trace.totalMs + 1 ? { lateMs: whole.totalMs } : {}),
  });
}

/** A stop on the way: a place, the network in between, or a step of its own. */
export function stopOf({ place, step, ms }: Pick<TraceHop, "place" | "step" | "ms">, design: Sited): Stop {
  if (step !== undefined) return step;
  if (place === "network") return place;
  return place === "dns" && ms === 0 ? "known-name" : placeOf(place, design);
}

/** Where it was lost and why, or where most of its time went. */
export function verdictLine({ trace: words }: Words, design: Sited, trace: Trace): string {
  const { lostAt, hops, totalMs } = trace;
  if (lostAt)
    return words.lost({
      afterMs: totalMs,
      place: placeOf(lostAt.place, design),
      reason: lostAt.reason,
      fate: fateOf(lostAt.reason),
    });
  const longest = longestHop(trace);
  if (!longest || hops.length < 2 || totalMs <= 0) return "";
  return words.longest({ share: longest.ms / totalMs, stop: stopOf(longest, design) });
}

export function longestHop({ hops }: Trace): Trace["hops"][number] | undefined {
  return hops.reduce<Trace["hops"][number] | undefined>(
    (most, hop) => (most === undefined || hop.ms > most.ms ? hop : most),
    undefined,
  );
}

/** The stops to show: where it was lost is one, even when it took no time. */
export function rowsOf(trace: Trace): (TraceHop & { readonly startMs: number; readonly isLost: boolean })[] {
  const { hops, lostAt } = trace;
  const lostHop = hops.findLastIndex(({ place }) => place === lostAt?.place);
  let startMs = 0;
  const rows = hops.map((hop, at) => {
    const row = { ...hop, startMs, isLost: at === lostHop };
    startMs += hop.ms;
    return row;
  });
  return lostAt && lostHop < 0 ? [...rows, { place: lostAt.place, ms: 0, startMs, isLost: true }] : rows;
}
