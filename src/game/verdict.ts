/** Whether a design passes what is played: every goal, within budget, on every seed. */
import { type Design, type Figures, type Report, Run, reportedRun } from "../sim/index.ts";
import { type AuditCheck, auditCheck } from "./audit/audit.ts";
import { lampsOf, litOf } from "./lamps.ts";
import {
  type Goal,
  type GoalIndicator,
  meets,
  type Playable,
  type StarRule,
  targetOf,
  verdictSeeds,
} from "./level.ts";
import { advancing, finish } from "./slices.ts";

/** A goal and how it came out. */
export interface GoalResult {
  readonly indicator: GoalIndicator;
  readonly target: number;
  readonly bound: "atMost" | "atLeast";
  readonly value: number;
  readonly met: boolean;
}

/** One design, one playable, one seed. */
export interface Outcome {
  readonly report: Report;
  readonly goals: readonly GoalResult[];
  readonly withinBudget: boolean;
  /** Every goal met within budget. */
  readonly passed: boolean;
  /** 0 when failed; stars two and three judged by their goals, and by the audit where it has been made. */
  readonly stars: 0 | 1 | 2 | 3;
  /** The audit, where the third star asks for it, its goals are met and somebody has made it. */
  readonly audit?: AuditCheck;
  /** How the goals of star two came out, and of star three; as far as they were asked for. */
  readonly starGoals: readonly (readonly GoalResult[])[];
}

/** How precise runs are; the reported run unless a search says otherwise. */
export type Fidelity = {
  readonly particles: number;
  readonly stride: number;
  /** With traffic drawn anew by each seed. */
  readonly drawsTraffic?: boolean;
  /** With the audit, where the third star asks for it; otherwise stars are judged by goals alone. */
  readonly audits?: true;
};

/** The value of an indicator in a report; a missing one is NaN and meets nothing. */
export function indicatorValue(report: Figures, indicator: GoalIndicator): number {
  if (indicator === "costPerMonth") return report.costPerMonth;
  // Where nobody was answered there is no answer time, and none is no good one.
  if (report.ledger.answered === 0 && /latency/i.test(indicator)) return Number.NaN;
  return report.indicators[indicator] ?? Number.NaN;
}

/** How each goal came out in a report. */
export function judge(goals: readonly Goal[], report: Figures): GoalResult[] {
  return goals.map((goal) => {
    const value = indicatorValue(report, goal.indicator);
    return {
      indicator: goal.indicator,
      target: targetOf(goal),
      bound: "atMost" in goal ? "atMost" : "atLeast",
      value,
      met: meets(goal, value),
    };
  });
}

/** Runs a design once and judges it. */
export function play(
  playable: Playable,
  design: Design,
  seed: number,
  fidelity: Fidelity = reportedRun,
): Outcome {
  return finish(playing(playable, design, seed, fidelity));
}

/**
 * The same, a slice at a time.
 * @yields the share done
 */
export function* playing(
  playable: Playable,
  design: Design,
  seed: number,
  fidelity: Fidelity = reportedRun,
): Generator<number, Outcome> {
  const run = new Run(design, playable.scenario, { seed, ...fidelity });
  yield* advancing(run, playable.scenario);
  const outcome = yield* judging(playable, design, run.report(), fidelity);
  return fidelity.audits ? yield* auditing(playable, design, outcome, fidelity) : outcome;
}

/**
 * An outcome with its audit, where it has the goals of a third star that asks for one. The audit is made on one seed, so
 * that it is the same for all outcomes of a design.
 * @yields 1, for the run itself is done
 */
export function* auditing(
  playable: Playable,
  design: Design,
  outcome: Outcome,
  fidelity: Fidelity = reportedRun,
): Generator<number, Outcome> {
  if (outcome.stars < 3 || !playable.stars?.three.audit || outcome.audit) return outcome;
  const checking = auditCheck(playable, design, fidelity);
  for (;;) {
    const step = checking.next();
    if (step.done) return audited(outcome, step.value);
    yield 1;
  }
}

/** An outcome as an audit has it. */
function audited(outcome: Outcome, audit: AuditCheck | undefined): Outcome {
  if (outcome.stars < 3 || !audit) return outcome;
  return { ...outcome, audit, stars: audit.holds ? 3 : 2 };
}

/** Judges a run that has been made already. */
export function judgeReport(
  playable: Playable,
  design: Design,
  report: Report,
  fidelity: Fidelity = reportedRun,
): Outcome {
  return finish(judging(playable, design, report, fidelity));
}

/**
 * The same, a slice at a time: a star may ask for another day's run.
 * @yields 1, for the run itself is done
 */
export function* judging(
  playable: Playable,
  design: Design,
  report: Report,
  fidelity: Fidelity,
): Generator<number, Outcome> {
  const goals = judge(playable.goals, report);
  const withinBudget = report.costPerMonth <= (playable.budget ?? Number.POSITIVE_INFINITY);
  const passed = withinBudget && goals.every((goal) => goal.met);
  const starGoals: GoalResult[][] = [];
  if (!passed) return { report, goals, withinBudget, passed, stars: 0, starGoals };
  const hasTwo = yield* wonBy(playable.stars?.two, design, report, fidelity, starGoals);
  const hasThree = hasTwo && (yield* wonBy(playable.stars?.three, design, report, fidelity, starGoals));
  return { report, goals, withinBudget, passed, stars: hasThree ? 3 : hasTwo ? 2 : 1, starGoals };
}

function* wonBy(
  rule: StarRule | undefined,
  design: Design,
  report: Report,
  fidelity: Fidelity,
  starGoals: GoalResult[][],
): Generator<number, boolean> {
  if (!rule) return false;
  let judged = report;
  if (rule.scenario) {
    const run = new Run(design, rule.scenario, { seed: report.seed, ...fidelity });
    for (const _ of advancing(run, rule.scenario)) yield 1;
    judged = run.report();
  }
  const goals = judge(rule.goals, judged);
  starGoals.push(goals);
  if (rule.lamps && litOf(lampsOf(design, judged)) < rule.lamps) return false;
  return goals.every((goal) => goal.met);
}

/** The verdict on all seeds. */
export interface Verdict {
  readonly passed: boolean;
  readonly stars: 0 | 1 | 2 | 3;
  /** Whether every seed says the same. */
  readonly unanimous: boolean;
  readonly outcomes: readonly Outcome[];
}

/** Decides a design on every seed: passed when all pass, with the fewest stars of all. */
export function decide(
  playable: Playable,
  design: Design,
  seeds: readonly number[] = verdictSeeds,
  fidelity: Fidelity = reportedRun,
): Verdict {
  const outcomes = seeds.map((seed) => play(playable, design, seed, fidelity));
  const [first, ...others] = outcomes;
  // Where any seed misses a goal nobody asks for the audit.
  if (!first || outcomes.some(({ stars }) => stars < 3)) return verdictOf(outcomes);
  return verdictOf([finish(auditing(playable, design, first, fidelity)), ...others]);
}

/** What the outcomes of one design on several seeds say together; an audit that one of them has is that of all. */
export function verdictOf(found: readonly Outcome[]): Verdict {
  const audit = found.find((outcome) => outcome.audit)?.audit;
  const outcomes = found.map((outcome) => audited(outcome, audit));
  const first = outcomes[0] as Outcome;
  return {
    passed: outcomes.every((outcome) => outcome.passed),
    stars: Math.min(...outcomes.map((outcome) => outcome.stars)) as Verdict["stars"],
    unanimous: outcomes.every((outcome) => outcome.passed === first.passed && outcome.stars === first.stars),
    outcomes,
  };
}

/** How near a goal is to its target: 1 when met. */
export function nearTo({ met, value, target, bound }: GoalResult): number {
  if (met) return 1;
  if (!Number.isFinite(value)) return 0;
  return Math.max(0, Math.min(0.99, bound === "atMost" ? target / value : value / target));
}

/** How near a design comes to passing: goals met count whole, others by how far they are from it. */
export function closeness(outcome: Outcome): number {
  return outcome.goals.reduce((sum, goal) => sum + nearTo(goal), outcome.stars / 10);
}

/** The outcome that decides among several: the fewest stars, then the farthest from passing; of equals the first. */
export function worstOf(outcomes: readonly Outcome[]): Outcome {
  const isWorse = (a: Outcome, b: Outcome) =>
    a.stars !== b.stars ? a.stars < b.stars : !a.passed && closeness(a) < closeness(b);
  return outcomes.reduce((worst, each) => (isWorse(each, worst) ? each : worst));
}
