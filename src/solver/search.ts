/**
 * The search: every design of a shop is screened with few particles and long steps; what could pass is
 * run again with 64 particles; what is named in the answer is decided as the game decides it.
 */
import { decide, type Goal, type Level, play, verdictSeeds } from "../game/index.ts";
import { parseDesign, screeningRun, searchRun } from "../sim/index.ts";
import { type Candidate, candidates, type Shard } from "./space.ts";

/** A design that passes, with the figures that matter. */
export interface Passing {
  readonly line: string;
  readonly costPerMonth: number;
  readonly stars: number;
  /** Values of the level's goals, in their order. */
  readonly values: readonly number[];
  /** For the level's population: p95 in ms and availability. */
  readonly latencyP95Ms: number;
  readonly availability: number;
}

/** What a search over a space, or a shard of it, has found. */
export interface Findings {
  /** Distinct playable designs within budget that were looked at. */
  readonly tried: number;
  readonly passing: readonly Passing[];
  /** False when the search was stopped before its end. */
  readonly complete: boolean;
}

/** How far from its goal a screened value may be and still be run again. */
const slack = { ratio: 1.35, share: 2.5, shareFloor: 0.004 } as const;

/** Whether a screened value is so far from its goal that no exact run can meet it. */
export function hopeless(goal: Goal, value: number): boolean {
  if (Number.isNaN(value)) return true;
  if ("atMost" in goal) {
    const bound =
      goal.atMost <= 1 ? goal.atMost * slack.share + slack.shareFloor : goal.atMost * slack.ratio + 1;
    return value > bound;
  }
  if (goal.atLeast <= 1) return 1 - value > (1 - goal.atLeast) * slack.share + slack.shareFloor;
  return value < goal.atLeast / slack.ratio;
}

/** Judges one candidate; undefined when it fails. */
export function judgeCandidate(level: Level, candidate: Candidate): Passing | undefined {
  const seed = verdictSeeds[0] as number;
  const screened = play(level, candidate.design, seed, screeningRun);
  if (screened.report.costPerMonth > level.budget * 1.02) return undefined;
  if (screened.goals.some(({ value }, i) => hopeless(level.goals[i] as Goal, value))) return undefined;
  const outcome = play(level, candidate.design, seed, searchRun);
  if (!outcome.passed) return undefined;
  return {
    line: candidate.line,
    costPerMonth: outcome.report.costPerMonth,
    stars: outcome.stars,
    values: outcome.goals.map(({ value }) => value),
    latencyP95Ms: outcome.report.indicators["latencyP95Ms"] ?? 0,
    availability: outcome.report.indicators["availability"] ?? 0,
  };
}

/**
 * Searches a space or a shard of it.
 * @yields after every candidate, so that the caller can show progress or stop
 */
export function* search(level: Level, shard: Shard): Generator<Findings, Findings> {
  const passing: Passing[] = [];
  let tried = 0;
  for (const candidate of candidates(level, { shard })) {
    tried++;
    const found = judgeCandidate(level, candidate);
    if (found) passing.push(found);
    yield { tried, passing, complete: false };
  }
  return { tried, passing, complete: true };
}

/** Findings of several shards as one; a design found twice is kept once. */
export function merge(findings: readonly Findings[]): Findings {
  const byLine = new Map<string, Passing>();
  for (const { passing } of findings) for (const found of passing) byLine.set(found.line, found);
  return {
    tried: findings.reduce((sum, { tried }) => sum + tried, 0),
    passing: [...byLine.values()].sort(
      (a, b) => a.costPerMonth - b.costPerMonth || (a.line < b.line ? -1 : 1),
    ),
    complete: findings.every(({ complete }) => complete),
  };
}

/** Whether a is nowhere worse than b and somewhere better: cost and every goal. */
function dominates(level: Level, a: Passing, b: Passing): boolean {
  let better = a.costPerMonth < b.costPerMonth;
  if (a.costPerMonth > b.costPerMonth) return false;
  for (const [i, goal] of level.goals.entries()) {
    const sign = "atMost" in goal ? 1 : -1;
    const difference = sign * ((a.values[i] as number) - (b.values[i] as number));
    if (difference > 0) return false;
    if (difference < 0) better = true;
  }
  return better;
}

/** The designs that no other beats in cost and every goal, cheapest first. */
export function paretoFront(level: Level, passing: readonly Passing[]): Passing[] {
  const front: Passing[] = [];
  for (const found of passing) {
    if (front.some((kept) => dominates(level, kept, found))) continue;
    front.push(found);
  }
  return front.filter((found) => !front.some((other) => other !== found && dominates(level, other, found)));
}

/** The cheapest of them that the game itself passes on every seed, with its stars there. */
export function cheapestProven(level: Level, passing: readonly Passing[]): Passing | undefined {
  for (const found of passing) {
    const parsed = parseDesign(found.line);
    if (!parsed.ok) continue;
    const verdict = decide(level, parsed.design);
    if (verdict.passed) return { ...found, stars: verdict.stars };
  }
  return undefined;
}
