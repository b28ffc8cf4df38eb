/**
 * What running a design shows: its goals on every fixed seed, its audit, and what gives way with twice and ten times the
 * traffic. The parts can be worked on by anybody; `judging` does them here, one after another.
 */
import {
  type Audit,
  atPeak,
  auditOfRuns,
  explain,
  faultsOf,
  firstToGiveWay,
  type GoalResult,
  inSlices,
  nearTo,
  type Outcome,
  type Plan,
  type Playable,
  type Topic,
  topicsOf,
  type Verdict,
  verdictOf,
  verdictSeeds,
  worstOf,
} from "../../game/index.ts";
import {
  type Design,
  type EventKind,
  type Failure,
  type FaultCause,
  type Place,
  reportedRun,
} from "../../sim/index.ts";
import { grownBy } from "./scenario.ts";

/** So many times the traffic is tried. */
export const growthFactors = [2, 10] as const;

/** What a fault is, without its times. */
export interface GivesWay {
  readonly place: Place;
  readonly what: FaultCause["what"];
}

/** A day with more traffic. */
export interface Grown {
  readonly factor: number;
  /** Every goal was met; growth asks for no budget. */
  readonly passed: boolean;
  readonly availability: number;
  /** What gave way first, and where most was lost. */
  readonly first?: GivesWay;
  readonly lost?: Failure;
}

/** What running a design has shown. Plain data, small enough to be kept. */
export interface Judged {
  readonly passed: boolean;
  /** Each goal as it came out on the seed that was worst for it. */
  readonly goals: readonly GoalResult[];
  readonly costPerMonth: number;
  readonly budget: number;
  /** What the run that decides was about, what says most of it first; and what set it off. */
  readonly topics: readonly Topic[];
  readonly first?: GivesWay;
  readonly trigger?: EventKind;
  /** Left out where only the goals were asked for. */
  readonly audit?: Audit;
  readonly growth: readonly Grown[];
}

/** The parts of what is judged. */
export interface JudgedParts {
  readonly verdict: Verdict;
  readonly audit?: Audit;
  readonly growth?: readonly Grown[];
}

/** Runs a design on every fixed seed. */
export function* verdictPlan(design: Design): Plan<Verdict> {
  const runs = verdictSeeds.map((seed) => ({ design, seed, fidelity: reportedRun }));
  return verdictOf(yield { runs, later: 0 });
}

/** Runs a design on a day with more traffic: of a playable that `grownBy` has made. */
export function* growthPlan(design: Design, factor: number): Plan<Grown> {
  const [seed = 0] = verdictSeeds;
  const [outcome] = yield { runs: [{ design, seed, fidelity: reportedRun }], later: 0 };
  return grownOf(factor, outcome!);
}

function grownOf(factor: number, { report, goals }: Outcome): Grown {
  const first = firstToGiveWay(report);
  const [lost] = report.ledger.failedBy;
  return {
    factor,
    passed: goals.every(({ met }) => met),
    availability: report.indicators.availability ?? 0,
    ...(first && { first: givesWay(first) }),
    ...(lost && { lost }),
  };
}

function givesWay({ place, what }: FaultCause): GivesWay {
  return { place, what };
}

/** Losses told of a row. */
const failuresKept = 3;

/** All parts together. */
export function judgedOf(
  { budget = Number.POSITIVE_INFINITY }: Playable,
  { verdict: { passed, outcomes }, audit, growth = [] }: JudgedParts,
): Judged {
  const worst = worstOf(outcomes);
  const missed = worst.goals.filter(({ met }) => !met).map(({ indicator }) => indicator);
  const { first, trigger } = explain(worst.report, missed);
  return {
    passed,
    goals: worst.goals.map((_, n) =>
      outcomes.map(({ goals }) => goals[n]!).reduce((low, each) => (isWorse(each, low) ? each : low)),
    ),
    costPerMonth: Math.max(...outcomes.map(({ report }) => report.costPerMonth)),
    budget,
    topics: topicsOf(worst),
    ...(first && { first: givesWay(first) }),
    ...(trigger && { trigger: trigger.event }),
    ...(audit && { audit: shortened(audit) }),
    growth,
  };
}

/** Whether a goal came out worse: missed, or farther from its target. */
function isWorse(a: GoalResult, b: GoalResult): boolean {
  if (nearTo(a) !== nearTo(b)) return nearTo(a) < nearTo(b);
  return a.bound === "atMost" ? a.value > b.value : a.value < b.value;
}

function shortened(audit: Audit): Audit {
  const rows = audit.rows.map((row) => ({ ...row, failedBy: row.failedBy.slice(0, failuresKept) }));
  const { undisturbed } = audit;
  return {
    ...audit,
    rows,
    undisturbed: { ...undisturbed, failedBy: undisturbed.failedBy.slice(0, failuresKept) },
  };
}

/**
 * Judges a design here.
 * @param isWhole with its audit and growth; otherwise its goals alone
 * @yields the share done, 0…1
 */
export function* judging(playable: Playable, design: Design, isWhole = true): Generator<number, Judged> {
  const faults = isWhole ? [undefined, ...faultsOf(design)] : [];
  const factors = isWhole ? growthFactors : [];
  const of = verdictSeeds.length + faults.length + factors.length;
  let done = 0;
  function* counted<T>(work: Generator<number, T>, runs: number): Generator<number, T> {
    let step = work.next();
    for (; !step.done; step = work.next()) yield (done + step.value * runs) / of;
    done += runs;
    return step.value;
  }
  const verdict = yield* counted(inSlices(playable, verdictPlan(design)), verdictSeeds.length);
  const losses = [];
  for (const fault of faults) losses.push(yield* counted(atPeak(playable, design, fault), 1));
  const growth: Grown[] = [];
  for (const factor of factors)
    growth.push(yield* counted(inSlices(grownBy(playable, factor), growthPlan(design, factor)), 1));
  const [alone, ...lost] = losses;
  return judgedOf(playable, {
    verdict,
    ...(alone && { audit: auditOfRuns(playable, design, alone, lost) }),
    growth,
  });
}
