/**
 * The audit: what becomes of a design when any one of its parts is lost. Each is lost once, for two minutes, on a day
 * of its own: the level's traffic stands at its peak all the time, and nothing else happens.
 *
 * All is judged over the ten minutes that begin with the loss, as long as most levels' days: no long day dilutes it.
 * The loss **holds** when in those ten minutes
 * - availability is what the level's goal asks for, and 99 % where the level has none or its day is one of hours, so that
 *   its goal is no measure of minutes; of a single machine never less than 99 %, which are six seconds of everything;
 * - nothing is lost for good beyond the level's goals for that (writes, jobs, sessions, orders).
 * Being slow is allowed. A design holds when it does undisturbed, and with every loss that the shop sells a cure for.
 */
import {
  type Design,
  type Failure,
  type Indicator,
  type Place,
  partsOfGauge,
  type RequestKind,
  Run,
  rateAt,
  reportedRun,
  requestKinds,
  type Scenario,
  sessionLifeSec,
} from "../../sim/index.ts";
import { type Goal, meets, type Playable, verdictSeeds } from "../level.ts";
import { advancing, finish, partOf } from "../slices.ts";
import { type AuditFault, eventOf, faultsOf, gravestFirst, isCurable, isOneMachine } from "./faults.ts";

/** How long a part is lost, in seconds. */
export const lostSec = 120;
/** The stretch that is judged, from the loss on, in seconds. */
export const judgedSec = 600;
/** For queues to fill before anything is lost, and for a scaled tier to find its size; in seconds. */
const warmUpSec = { fixed: 60, scaled: 300 } as const;
/** What one machine's loss must leave, and any loss where the level's goal says nothing of minutes. */
const availabilityAtLeast = 0.99;
/** A goal over a longer day is no measure of the stretch that is judged, in seconds. */
const dayMaxSec = 2 * judgedSec;

/** Indicators of what had been taken and is gone for good. */
const lostForGood: ReadonlySet<string> = new Set<Indicator>([
  "lostWrites",
  "lostJobs",
  "ordersLost",
  "sessionsLost",
  "lostSessionsShare",
]);

/** What was lost, in whole ones; of a level that has none of a kind it is left out. */
export interface Lost {
  readonly requests: number;
  /** Orders that failed, and those that had been taken and are gone. */
  readonly orders?: number;
  /** Photos that were not taken, and jobs that are gone. */
  readonly photos?: number;
  readonly sessions?: number;
  /** Writes that had been confirmed and are gone. */
  readonly writes?: number;
}

/** Ten minutes at the peak, with a loss at their beginning or undisturbed. Plain data. */
export interface AtPeak {
  readonly availability: number;
  /** The requests that failed in each second, and those that were answered or failed. */
  readonly failedPerSec: readonly number[];
  readonly closedPerSec: readonly number[];
  readonly failedBy: readonly Failure[];
  readonly lost: Lost;
  /** As the level's goals for what is gone for good name it. */
  readonly indicators: Readonly<Partial<Record<Indicator, number>>>;
  /** Mean share of its time that each part worked. */
  readonly utilization: readonly { readonly place: Place; readonly share: number }[];
}

/** One loss, judged. */
export interface AuditRow {
  readonly fault: AuditFault;
  readonly availability: number;
  /** What it must be at least. */
  readonly atLeast: number;
  /** The longest time in a row, in seconds, in which less than that was answered. */
  readonly outageSec: number;
  readonly lost: Lost;
  /** Where and why requests were lost, most first. */
  readonly failedBy: readonly Failure[];
  /** Goals for what is gone for good that were missed. */
  readonly missed: readonly Indicator[];
  readonly holds: boolean;
  /** Whether the shop sells what it takes to bear it. */
  readonly isCurable: boolean;
}

/** All losses, the worst first: those that count and do not hold, then by availability; what nothing cures is last. */
export interface Audit {
  /** With nothing lost; a design that does not hold then holds nothing. */
  readonly undisturbed: Pick<AuditRow, "availability" | "atLeast" | "failedBy" | "holds">;
  readonly rows: readonly AuditRow[];
  readonly holds: boolean;
}

/** The second of a scenario's day in which most requests come. */
function peakSec({ streams }: Scenario): number {
  let best = 0;
  let most = -1;
  for (const [atSec] of streams.flatMap(({ curve }) => curve)) {
    const rate = streams.reduce((sum, { curve }) => sum + rateAt(curve, atSec), 0);
    if (rate > most) [best, most] = [atSec, rate];
  }
  return best;
}

/** When the loss begins: once a design has found its ways. */
export function lossAtSec(design: Design): number {
  return design.sites.some(({ web }) => web.target > 0) ? warmUpSec.scaled : warmUpSec.fixed;
}

/** How a peak is run: with what precision, and on another seed than the verdict's first where one asks for a second opinion. */
export interface PeakRun {
  readonly particles: number;
  /** Seconds in a step: a divisor of all that an audit is timed by; 1 when left out. What a step counts is spread over them. */
  readonly stride?: number;
  readonly seed?: number;
}

/** A level's scenario at its steady peak, with one loss, or undisturbed. */
export function peakScenario(
  { scenario }: Pick<Playable, "scenario">,
  design: Design,
  fault?: AuditFault,
): Scenario {
  const atSec = peakSec(scenario);
  const lossSec = lossAtSec(design);
  return {
    ...scenario,
    tickSec: 1,
    ticks: lossSec + judgedSec,
    streams: scenario.streams.map((stream) => ({ ...stream, curve: [[0, rateAt(stream.curve, atSec)]] })),
    events: fault ? [eventOf(design, fault, lossSec, lossSec + lostSec)] : [],
    drawn: [],
  };
}

/**
 * Runs a design at the peak, with one loss or undisturbed, on the first seed of the verdict; with full precision unless a
 * search says otherwise.
 * @yields the share done
 */
export function* atPeak(
  playable: Pick<Playable, "scenario">,
  design: Design,
  fault?: AuditFault,
  { particles, stride = 1, seed = verdictSeeds[0]! }: PeakRun = reportedRun,
): Generator<number, AtPeak> {
  const scenario = peakScenario(playable, design, fault);
  const run = new Run(design, scenario, { seed, stride, particles });
  const lossSec = lossAtSec(design);
  const failedOf = (kind: RequestKind) => run.world.ledger.failed[requestKinds.indexOf(kind)]!;
  yield* advancing(run, scenario, lossSec);
  const before = { orders: failedOf("order"), photos: failedOf("photo") };
  yield* advancing(run, scenario);
  const steps = (values: Float64Array) => [...values.subarray(lossSec / stride)];
  const judged = (values: Float64Array) =>
    steps(values).flatMap((count) => Array<number>(stride).fill(count / stride));
  const answeredPerSec = judged(run.world.gauges.column("answered"));
  const failedPerSec = judged(run.world.gauges.column("failed"));
  const [answered, failed] = [sum(answeredPerSec), sum(failedPerSec)];
  const { indicators } = run.figures();
  const count = (name: Indicator) => Math.round(indicators[name] ?? 0);
  const comes = (kind: RequestKind) => scenario.streams.some((stream) => stream.kind === kind);
  // Without a queue a photo that fails is a job that is lost.
  const jobs = design.sites.some(({ queue }) => queue.kind !== "none") ? count("lostJobs") : 0;
  return {
    availability: answered + failed > 0 ? answered / (answered + failed) : 1,
    failedPerSec,
    closedPerSec: failedPerSec.map((lost, sec) => lost + answeredPerSec[sec]!),
    failedBy: run
      .losses()
      .map(({ place, reason, perStep }) => ({ place, reason, count: sum(judged(perStep)) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
    lost: {
      requests: failed,
      ...(comes("order") ? { orders: failedOf("order") - before.orders + count("ordersLost") } : {}),
      ...(comes("photo") ? { photos: failedOf("photo") - before.photos + jobs } : {}),
      ...(sessionLifeSec(scenario) > 0 ? { sessions: count("sessionsLost") } : {}),
      ...(indicators.lostWrites === undefined ? {} : { writes: count("lostWrites") }),
    },
    indicators: Object.fromEntries(
      Object.entries(indicators).filter(([name]) => lostForGood.has(name)),
    ) as AtPeak["indicators"],
    utilization: run.world.gauges.names.flatMap((name) => {
      const parts = partsOfGauge(name);
      if (parts.of !== "place" || parts.gauge !== "utilization") return [];
      const shares = steps(run.world.gauges.column(name));
      return [{ place: parts.place, share: sum(shares) / shares.length }];
    }),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** What a loss must leave of availability: of one machine 99 % even where the level asks for less. */
export function availabilityAfter(
  { goals, scenario }: Pick<Playable, "goals" | "scenario">,
  fault?: AuditFault,
): number {
  const isOfMinutes = scenario.ticks * scenario.tickSec <= dayMaxSec;
  const goal = goals.find(
    (each): each is Extract<Goal, { atLeast: number }> => each.indicator === "availability",
  );
  const asked = isOfMinutes && goal ? goal.atLeast : availabilityAtLeast;
  return fault && isOneMachine(fault) ? Math.max(asked, availabilityAtLeast) : asked;
}

/** Judges one loss. */
export function auditRow(playable: Playable, design: Design, fault: AuditFault, found: AtPeak): AuditRow {
  const atLeast = availabilityAfter(playable, fault);
  const missed = playable.goals.flatMap((goal) => {
    const { indicator } = goal;
    if (indicator === "costPerMonth" || !lostForGood.has(indicator)) return [];
    return meets(goal, found.indicators[indicator] ?? 0) ? [] : [indicator];
  });
  return {
    fault,
    availability: found.availability,
    atLeast,
    outageSec: longestBelow(found, atLeast),
    lost: found.lost,
    failedBy: found.failedBy,
    missed,
    holds: found.availability >= atLeast && missed.length === 0,
    isCurable: isCurable(playable, design, fault),
  };
}

/** The longest row of seconds in which less than a share was answered. */
function longestBelow({ failedPerSec, closedPerSec }: AtPeak, atLeast: number): number {
  let longest = 0;
  let row = 0;
  failedPerSec.forEach((failed, sec) => {
    row = failed > (1 - atLeast) * closedPerSec[sec]! ? row + 1 : 0;
    longest = Math.max(longest, row);
  });
  return longest;
}

/** Whether a loss speaks against a design. */
export function counts({ holds, isCurable }: Pick<AuditRow, "holds" | "isCurable">): boolean {
  return isCurable && !holds;
}

/** The rows, the worst first. */
export function worstFirst(rows: readonly AuditRow[]): AuditRow[] {
  const rank = (row: AuditRow) => (counts(row) ? 0 : row.isCurable ? 1 : 2);
  return [...rows].sort((a, b) => rank(a) - rank(b) || a.availability - b.availability);
}

/** Judges the peak with nothing lost. */
export function undisturbedAt(playable: Playable, { availability, failedBy }: AtPeak): Audit["undisturbed"] {
  const atLeast = availabilityAfter(playable);
  return { availability, atLeast, failedBy, holds: availability >= atLeast };
}

/** The audit, of all its rows. */
export function auditOf(undisturbed: Audit["undisturbed"], rows: readonly AuditRow[]): Audit {
  return { undisturbed, rows: worstFirst(rows), holds: undisturbed.holds && !rows.some(counts) };
}

/** The audit of a design that has been run with nothing lost, and with each of its faults in their order. */
export function auditOfRuns(
  playable: Playable,
  design: Design,
  undisturbed: AtPeak,
  losses: readonly AtPeak[],
): Audit {
  const rows = faultsOf(design).map((fault, at) => auditRow(playable, design, fault, losses[at]!));
  return auditOf(undisturbedAt(playable, undisturbed), rows);
}

/** The whole audit at once. */
export function audit(playable: Playable, design: Design, run: PeakRun = reportedRun): Audit {
  const undisturbed = finish(atPeak(playable, design, undefined, run));
  const losses = faultsOf(design).map((fault) => finish(atPeak(playable, design, fault, run)));
  return auditOfRuns(playable, design, undisturbed, losses);
}

/** Whether a design holds the audit, and what it does not bear. Plain data. */
export interface AuditCheck {
  readonly holds: boolean;
  readonly undisturbed: Audit["undisturbed"];
  /** The first loss found that speaks against it; none where the peak itself is too much. */
  readonly broken?: AuditRow;
  /** What it loses for good, where that is more than a goal allows. */
  readonly gone?: { readonly indicator: Indicator; readonly value: number };
}

/**
 * Whether a design holds the audit: the same as `audit`, but no loss is tried that does not count, and none after one
 * that is not borne. Those that take most come first.
 * @yields the share done, 0…1
 */
export function* auditCheck(
  playable: Playable,
  design: Design,
  { particles }: Pick<PeakRun, "particles"> = reportedRun,
): Generator<number, AuditCheck> {
  const faults = gravestFirst(faultsOf(design).filter((fault) => isCurable(playable, design, fault)));
  const of = faults.length + 1;
  const alone = yield* partOf(atPeak(playable, design, undefined, { particles }), 0, of);
  const undisturbed = undisturbedAt(playable, alone);
  if (!undisturbed.holds) return { holds: false, undisturbed };
  for (const [at, fault] of faults.entries()) {
    const found = yield* partOf(atPeak(playable, design, fault, { particles }), at + 1, of);
    const row = auditRow(playable, design, fault, found);
    if (!counts(row)) continue;
    const [indicator] = row.missed;
    const gone = indicator && { indicator, value: found.indicators[indicator] ?? 0 };
    return { holds: false, undisturbed, broken: row, ...(gone ? { gone } : {}) };
  }
  return { holds: true, undisturbed };
}
