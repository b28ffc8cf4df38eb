/** A case's day as it goes with what is done meanwhile, second by second. */
import {
  type Act,
  design,
  type Gauge,
  type Loss,
  type Note,
  type Report,
  Run,
  type Scenario,
  searchRun,
} from "../../sim/index.ts";
import { type Case, lostPlaceOf, type Promised, type Signal } from "./case.ts";
import { type ChangeId, changes } from "./changes.ts";

/** A change that was made, and when. */
export interface Made {
  readonly change: ChangeId;
  readonly atSec: number;
}

/** The day second by second. */
export interface Watched {
  readonly ticks: number;
  series(signal: Signal): Float64Array;
  readonly losses: readonly Loss[];
  readonly notes: readonly Note[];
  readonly report: Report;
}

/** The fault strikes so early at the earliest, and within so many seconds; each case's day is so long. */
const faultFromSec = 90;
const faultSpanSec = 61;
export const dayTicks = 1_500;

/** When a seed's fault strikes, in seconds. */
export function faultSecOf(seed: number): number {
  return faultFromSec + ((seed * 37) % faultSpanSec);
}

/** The scenario of a seed's day with what is done meanwhile. */
export function scenarioOf(which: Case, seed: number, made: readonly Made[]): Scenario {
  const day = which.day(faultSecOf(seed));
  return { ...day, acts: made.map((each) => actOf(each, day.streams.length)) };
}

function actOf({ change, atSec }: Made, streams: number): Act {
  const doing = changes[change];
  const whole = doing.does === "pause" ? { ...doing, stream: streams - 1 } : doing;
  return { label: change, atSec, ...whole };
}

/** Seconds of a day that go by between two looks at the clock. */
const sliceTicks = 10;

/**
 * The day up to a time, in slices: yields the share done, 0…1. The same arguments give the same day, to the last byte.
 */
export function* watching(
  which: Case,
  seed: number,
  made: readonly Made[],
  untilSec: number,
): Generator<number, Watched> {
  const scenario = scenarioOf(which, seed, made);
  const run = new Run(design(which.design), scenario, { seed, ...searchRun });
  const { gauges, tally } = run.world;
  const ticks = Math.min(untilSec, scenario.ticks);
  const staleShare = new Float64Array(ticks);
  const staleOwnShare = new Float64Array(ticks);
  for (let tick = 0; tick < ticks; tick++) {
    const { reads, staleReads, ownReads, staleOwnReads } = tally;
    run.advance();
    if (tick % sliceTicks === 0) yield tick / ticks;
    staleShare[tick] = share(tally.staleReads - staleReads, tally.reads - reads);
    staleOwnShare[tick] = share(tally.staleOwnReads - staleOwnReads, tally.ownReads - ownReads);
  }
  const losses = run.losses();
  // Of the requests that end in this second, however old: what came earlier and fails now is never more than all.
  const failed = gauges.column("failed");
  const ended = gauges.column("answered").map((answered, i) => answered + failed[i]!);
  const ofAll = (lost: ArrayLike<number>) => ended.map((all, i) => share(lost[i]!, all));
  const lostWhere = (which: (loss: Loss) => boolean) => {
    const sum = new Float64Array(ticks);
    for (const loss of losses)
      if (which(loss)) for (let i = 0; i < ticks; i++) sum[i] = sum[i]! + loss.perStep[i]!;
    return ofAll(sum);
  };
  const series = (signal: Signal): Float64Array => {
    if (signal === "errorShare") return ofAll(failed);
    if (signal === "latencyP95Ms") return run.latencySeries[1];
    if (signal === "staleShare") return staleShare;
    if (signal === "staleOwnShare") return staleOwnShare;
    if (signal === "worstBoxErrorShare") {
      // One box's errors are a share of what one box is asked; all others are spread over all.
      const boxes = gauges.column("web.boxes");
      const others = lostWhere(({ place, reason }) => place === "web" && reason !== "box-errs");
      const own = lostWhere(({ reason }) => reason === "box-errs");
      return own.map((lost, i) => lost * boxes[i]! + others[i]!);
    }
    const lossesOf = lostPlaceOf(signal);
    if (lossesOf !== undefined) return lostWhere(({ place }) => place === lossesOf);
    return gauges.column(signal as Gauge);
  };
  const known = new Map<Signal, Float64Array>();
  return {
    ticks,
    series(signal) {
      const found = known.get(signal) ?? series(signal);
      known.set(signal, found);
      return found;
    },
    losses,
    notes: run.world.notes,
    report: run.report(),
  };
}

function share(part: number, of: number): number {
  return of > 0 ? part / of : 0;
}

/** The promises are looked at over so many seconds. */
export const windowSec = 60;
const alarmWindowSec = 20;

/** Mean of a signal over the seconds before a time. */
export function meanBefore(series: Float64Array, atSec: number, spanSec = windowSec): number {
  const from = Math.max(0, atSec - spanSec);
  let sum = 0;
  for (let tick = from; tick < atSec; tick++) sum += series[tick]!;
  return atSec > from ? sum / (atSec - from) : 0;
}

/** The promises that are broken over the window before a time. */
export function brokenAt(
  { promised }: Case,
  watched: Watched,
  atSec: number,
  spanSec = windowSec,
): Promised[] {
  return promised.filter(({ signal, atMost }) => meanBefore(watched.series(signal), atSec, spanSec) > atMost);
}

/** When the alarm rings on a day on which nobody does anything; undefined when it never does. */
export function alarmSecOf(which: Case, watched: Watched, faultSec: number): number | undefined {
  for (let at = faultSec + alarmWindowSec; at < watched.ticks; at++)
    if (brokenAt(which, watched, at, alarmWindowSec).length > 0) return at;
  return undefined;
}

/** Requests lost between two times. */
export function lostBetween(watched: Watched, fromSec: number, untilSec: number): number {
  let lost = 0;
  const failed = watched.series("failed");
  for (let tick = fromSec; tick < untilSec; tick++) lost += failed[tick]!;
  return lost;
}
