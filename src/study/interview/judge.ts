/**
 * What running a design shows: its goals on every fixed seed, its audit, and what gives way with twice and ten times the
 * traffic. Whoever has hands carries the work out.
 */
import {
  type AtPeak,
  type Audit,
  type AuditFault,
  auditOfRuns,
  explain,
  faultsOf,
  firstToGiveWay,
  type GoalResult,
  nearTo,
  type Outcome,
  type Playable,
  type Topic,
  topicsOf,
  verdictOf,
  verdictSeeds,
  type WantedRun,
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

/** What running a design has shown. Plain data, small enough to be kept: a type, so that a save can take it as JSON. */
export type Judged = {
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
};

/** Judging as work: the runs of the day on each seed, then those with more traffic, then losses. */
export interface JudgingWork {
  readonly runs: readonly { readonly playable: Playable; readonly run: WantedRun }[];
  /** At the peak; undefined is none lost. */
  readonly losses: readonly (AuditFault | undefined)[];
}

/**
 * The work of judging a design.
 * @param isWhole with its audit and growth; otherwise its goals alone
 */
export function judgingWork(playable: Playable, design: Design, isWhole: boolean): JudgingWork {
  const [first = 0] = verdictSeeds;
  const on = (about: Playable, seed: number) => ({
    playable: about,
    run: { design, seed, fidelity: reportedRun },
  });
  return {
    runs: [
      ...verdictSeeds.map((seed) => on(playable, seed)),
      ...(isWhole ? growthFactors.map((factor) => on(grownBy(playable, factor), first)) : []),
    ],
    losses: isWhole ? [undefined, ...faultsOf(design)] : [],
  };
}

/** The stages of judging, in their order. */
export const judgingStages = ["seeds", "growth", "losses"] as const;
export type JudgingStage = (typeof judgingStages)[number];

/** How far each stage is, 0 to 1, by the share of all the work that is done. */
export function stagesDone(
  { runs, losses }: JudgingWork,
  share: number,
): readonly { readonly stage: JudgingStage; readonly done: number }[] {
  const pieces = {
    seeds: verdictSeeds.length,
    growth: runs.length - verdictSeeds.length,
    losses: losses.length,
  };
  let left = share * (runs.length + losses.length);
  return judgingStages.flatMap((stage) => {
    const of = pieces[stage];
    if (of === 0) return [];
    const done = Math.min(1, Math.max(0, left / of));
    left -= of;
    return [{ stage, done }];
  });
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

/** What the work of judging a design has shown. */
export function judgedOf(
  playable: Playable,
  design: Design,
  outcomes: readonly Outcome[],
  losses: readonly AtPeak[],
): Judged {
  const { budget = Number.POSITIVE_INFINITY } = playable;
  const verdict = verdictOf(outcomes.slice(0, verdictSeeds.length));
  const worst = worstOf(verdict.outcomes);
  const missed = worst.goals.filter(({ met }) => !met).map(({ indicator }) => indicator);
  const { first, trigger } = explain(worst.report, missed);
  const [alone, ...lost] = losses;
  return {
    passed: verdict.passed,
    goals: worst.goals.map((_, n) =>
      verdict.outcomes.map(({ goals }) => goals[n]!).reduce((low, each) => (isWorse(each, low) ? each : low)),
    ),
    costPerMonth: Math.max(...verdict.outcomes.map(({ report }) => report.costPerMonth)),
    budget,
    topics: topicsOf(worst),
    ...(first && { first: givesWay(first) }),
    ...(trigger && { trigger: trigger.event }),
    ...(alone && { audit: shortened(auditOfRuns(playable, design, alone, lost)) }),
    growth: outcomes.slice(verdictSeeds.length).map((outcome, n) => grownOf(growthFactors[n]!, outcome)),
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
