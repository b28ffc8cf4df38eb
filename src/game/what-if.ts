/**
 * What one change would have done, by really running it: every single affordable move is screened with
 * few particles, the most promising are run again as the verdict runs them.
 */
import { type Design, searchRun } from "../sim/index.ts";
import type { Level } from "./level.ts";
import { type Move, movesFrom } from "./shop.ts";
import { type Outcome, play } from "./verdict.ts";

/** A change and what it did. */
export interface Counterfactual {
  readonly move: Move;
  readonly outcome: Outcome;
}

/** Progress of the search: how many of the moves have been run. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/**
 * Runs the changes one at a time, so that a screen can breathe between them.
 * @param count how many to keep, best first
 * @yields progress after each run
 * @returns the best changes, run with full precision
 */
export function* whatIf(
  level: Level,
  design: Design,
  seed: number,
  count = 3,
): Generator<Progress, Counterfactual[]> {
  const moves = movesFrom(level, design);
  const screened: { move: Move; score: number; affordable: boolean }[] = [];
  for (const [index, move] of moves.entries()) {
    const outcome = play(level, move.design, seed, searchRun);
    screened.push({ move, score: closeness(outcome), affordable: outcome.withinBudget });
    yield { done: index + 1, of: moves.length + count };
  }
  const best = screened
    .filter(({ affordable }) => affordable)
    .sort((a, b) => b.score - a.score || a.move.costDelta - b.move.costDelta)
    .slice(0, count);
  const found: Counterfactual[] = [];
  for (const { move } of best) {
    found.push({ move, outcome: play(level, move.design, seed) });
    yield { done: moves.length + found.length, of: moves.length + count };
  }
  return found.sort((a, b) => closeness(b.outcome) - closeness(a.outcome));
}

/** How near a design comes to passing: goals met count whole, others by how far they are from it. */
export function closeness(outcome: Outcome): number {
  return outcome.goals.reduce((sum, goal) => {
    if (goal.met) return sum + 1;
    if (!Number.isFinite(goal.value)) return sum;
    const ratio = goal.bound === "atMost" ? goal.target / goal.value : goal.value / goal.target;
    return sum + Math.max(0, Math.min(0.99, ratio));
  }, outcome.stars / 10);
}
