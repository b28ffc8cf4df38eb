/** The contract of a case: a system that works, a fault that nobody announces, what can be seen of it and done. */
import type { Gauge, PlaceName, Scenario } from "../../sim/index.ts";
import type { ChangeId } from "./changes.ts";

/** What can be wrong. */
export const causeNames = [
  "slow-copy",
  "backfill",
  "long-query",
  "scaler-at-max",
  "too-much-traffic",
  "cold-cache",
  "crawler",
  "stampede",
  "gray-box",
  "bad-build",
  "hot-shard",
  "slow-shard",
  "full-disk",
  "retry-storm",
  "poison",
  "too-few-workers",
  "dead-site-named",
  "lost-zone",
  "stale-cache",
  "eager-checks",
] as const;
export type CauseName = (typeof causeNames)[number];

/** What the alarm knows: shares 0…1, answer times in ms; of reads, those that were given what is no longer so. */
export const alarmSignals = ["errorShare", "latencyP95Ms", "staleShare", "staleOwnShare"] as const;
export type AlarmSignal = (typeof alarmSignals)[number];
/** What the logs add up: the share of all requests that a part lost, and of those of the web box that errs most. */
export type LogSignal = LostSignal | "worstBoxErrorShare";
type LostSignal = `${PlaceName}${typeof lostShare}`;
const lostShare = ".lostShare";
/** Everything that a wall can show. */
export type Signal = AlarmSignal | LogSignal | Gauge;

/** The part whose losses a signal adds up; undefined for a signal of another kind. */
export function lostPlaceOf(signal: Signal): PlaceName | undefined {
  return signal.endsWith(lostShare) ? (signal.slice(0, -lostShare.length) as PlaceName) : undefined;
}

/** What is promised to users, each minute. */
export interface Promised {
  readonly signal: Signal;
  readonly atMost: number;
}

/** What a named public post-mortem has in common with a case: who, and which day (ISO). */
export interface Precedent {
  readonly company: string;
  readonly date: string;
}

export interface Case {
  readonly id: string;
  readonly design: string;
  /** The day, on which the fault strikes at a time. */
  day(faultSec: number): Scenario;
  readonly promised: readonly Promised[];
  /** What hangs on the wall besides what was promised; each has to be looked at. */
  readonly gauges: readonly Signal[];
  /** Parts and causes to choose from, and which are right. */
  readonly places: readonly PlaceName[];
  readonly causes: readonly CauseName[];
  readonly place: PlaceName;
  readonly cause: CauseName;
  /** Changes on offer, those that mend it, and those of the others that tempt. */
  readonly changes: readonly ChangeId[];
  readonly mends: readonly ChangeId[];
  /** The case that looks like this one and is another. */
  readonly lookalike: string;
  readonly precedent?: Precedent;
  /** Seconds after a change in which it must have mended things; by itself the system may come back later. */
  readonly mendsWithinSec?: number;
}
