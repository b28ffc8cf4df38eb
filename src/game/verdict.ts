/** Whether a design passes a level: every goal, within budget, on every seed. */
import { type Design, type Report, reportedRun, type Scenario, simulate } from "../sim/index.ts";
import { lampsOf } from "./lamps.ts";
import { type Goal, type Level, meets, type StarRule, targetOf, verdictSeeds } from "./level.ts";

/** A goal and how it came out. */
export interface GoalResult {
  readonly indicator: string;
  readonly target: number;
  readonly bound: "atMost" | "atLeast";
  readonly value: number;
  readonly met: boolean;
}

/** One design, one level, one seed. */
export interface Outcome {
  readonly report: Report;
  readonly goals: readonly GoalResult[];
  readonly withinBudget: boolean;
  /** Every goal met within budget. */
  readonly passed: boolean;
  /** 0 when failed; stars two and three judged by their goals alone. */
  readonly stars: 0 | 1 | 2 | 3;
}

/** How precise runs are; the reported run unless a search says otherwise. */
export type Fidelity = { readonly particles: number; readonly stride: number };

/** The value of an indicator in a report; a missing one is NaN and meets nothing. */
export function indicatorValue(report: Report, indicator: string): number {
  if (indicator === "costPerMonth") return report.costPerMonth;
  // Where nobody was answered there is no answer time, and none is no good one.
  if (report.ledger.answered === 0 && /latency/i.test(indicator)) return Number.NaN;
  return report.indicators[indicator] ?? Number.NaN;
}

/** How each goal came out in a report. */
export function judge(goals: readonly Goal[], report: Report): GoalResult[] {
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
export function play(level: Level, design: Design, seed: number, fidelity: Fidelity = reportedRun): Outcome {
  const report = simulate(design, level.scenario, { seed, ...fidelity });
  return judgeReport(level, design, report, fidelity);
}

/** Judges a run that has been made already. */
export function judgeReport(
  level: Level,
  design: Design,
  report: Report,
  fidelity: Fidelity = reportedRun,
): Outcome {
  const goals = judge(level.goals, report);
  const withinBudget = report.costPerMonth <= level.budget;
  const passed = withinBudget && goals.every((goal) => goal.met);
  const wins = (rule: StarRule) => wonBy(rule, design, report, fidelity);
  const stars = !passed ? 0 : !wins(level.stars.two) ? 1 : !wins(level.stars.three) ? 2 : 3;
  return { report, goals, withinBudget, passed, stars };
}

function wonBy(rule: StarRule, design: Design, report: Report, fidelity: Fidelity): boolean {
  const judged = rule.scenario ? rerun(design, rule.scenario, report.seed, fidelity) : report;
  if (rule.lamps && !Object.values(lampsOf(design, judged)).every(Boolean)) return false;
  return judge(rule.goals, judged).every((goal) => goal.met);
}

function rerun(design: Design, scenario: Scenario, seed: number, fidelity: Fidelity): Report {
  return simulate(design, scenario, { seed, ...fidelity });
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
  level: Level,
  design: Design,
  seeds: readonly number[] = verdictSeeds,
  fidelity: Fidelity = reportedRun,
): Verdict {
  return verdictOf(seeds.map((seed) => play(level, design, seed, fidelity)));
}

/** What the outcomes of one design on several seeds say together. */
export function verdictOf(outcomes: readonly Outcome[]): Verdict {
  const first = outcomes[0] as Outcome;
  return {
    passed: outcomes.every((outcome) => outcome.passed),
    stars: Math.min(...outcomes.map((outcome) => outcome.stars)) as Verdict["stars"],
    unanimous: outcomes.every((outcome) => outcome.passed === first.passed && outcome.stars === first.stars),
    outcomes,
  };
}
