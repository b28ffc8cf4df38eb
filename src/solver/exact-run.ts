/** A run as the game judges it, of which only the stars are wanted, and how clearly they were won or missed. */
import { dayKind, type GoalResult, judgeReport, type Level, type Outcome } from "../game/index.ts";
import { type Design, luckyRun, reportedRun } from "../sim/index.ts";
import { byDay } from "./by-day.ts";
import { margin } from "./claims.ts";
import { noSlack, runUntilSealed } from "./sealed.ts";

export interface ExactResult {
  /** 0 failed. */
  readonly stars: number;
  /** How far the goals that decide are from their bounds, as a share of them: 0 … `farthest`. */
  readonly distance: number;
  /** Of what kind the day was (`dayKind`). */
  readonly day: string;
}

/** Beyond this nobody asks how far. */
const farthest = 0.5;

/** Runs a design with full precision; one that is sealed beyond `farthest` is not run to its end. */
export function runExactly(level: Level, design: Design, seed: number, drawsTraffic = false): ExactResult {
  const day = dayKind(level, seed);
  const fidelity = drawsTraffic ? luckyRun : reportedRun;
  const sealing = { by: noSlack, times: 1 + farthest };
  const run = runUntilSealed(level, design, { seed, ...fidelity }, sealing);
  if (!run) return { stars: 0, distance: farthest, day };
  const outcome = judgeReport(level, design, run.report(), fidelity);
  return { stars: outcome.stars, distance: Math.min(farthest, distanceOf(level, outcome)), day };
}

/**
 * What has to move for another number of stars: of what is met the nearest, of what is missed the farthest. Lamps are
 * lit or not: they have no distance.
 */
function distanceOf(level: Level, { goals, withinBudget, passed, starGoals, report }: Outcome): number {
  const toBudget = Math.abs(level.budget - report.costPerMonth) / level.budget;
  if (!passed) return Math.max(withinBudget ? 0 : toBudget, farthestMiss(goals));
  return starGoals.reduce(
    (least, star) => Math.min(least, isMet(star) ? nearest(star) : farthestMiss(star)),
    Math.min(toBudget, nearest(goals)),
  );
}

function isMet(goals: readonly GoalResult[]): boolean {
  return goals.every(({ met }) => met);
}

function nearest(goals: readonly GoalResult[]): number {
  return Math.min(...goals.map((goal) => Math.abs(margin(goal))));
}

/** A goal without a value is missed as clearly as can be. */
function farthestMiss(goals: readonly GoalResult[]): number {
  return Math.max(
    0,
    ...goals.filter(({ met }) => !met).map((goal) => (Number.isNaN(goal.value) ? farthest : -margin(goal))),
  );
}

/** A decision is firm when it lies so many times as far from turning as it is spread over the days run so far. */
const firmness = 6;

function isUnanimous(results: readonly ExactResult[]): boolean {
  return new Set(results.map(({ stars }) => stars)).size === 1;
}

/** What of a decision has to hold: one kind of day on which the design always fails decides it, otherwise every kind does. */
function holds(
  results: readonly ExactResult[],
  onOneDay: (same: readonly ExactResult[]) => boolean,
): boolean {
  const days = byDay(results, ({ day }) => day);
  const failed = days.filter((same) => same.every(({ stars }) => stars === 0));
  return failed.length > 0 ? failed.some(onOneDay) : days.every(onOneDay);
}

/** Whether all days of the kinds that decide say the same. */
export function isOneVerdict(results: readonly ExactResult[]): boolean {
  return holds(results, isUnanimous);
}

/** Whether results on several days are one decision that no other day can be expected to turn. */
export function isFirm(results: readonly ExactResult[]): boolean {
  return holds(results, isFirmOnOne);
}

function isFirmOnOne(results: readonly ExactResult[]): boolean {
  if (!isUnanimous(results)) return false;
  const mean = results.reduce((sum, { distance }) => sum + distance, 0) / results.length;
  const variance = results.reduce((sum, { distance }) => sum + (distance - mean) ** 2, 0) / results.length;
  return mean > firmness * Math.sqrt(variance);
}
