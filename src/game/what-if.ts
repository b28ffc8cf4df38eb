/**
 * What one change would have done, by really running it: every single affordable move is screened with
 * few particles, the most promising are run again as the verdict runs them.
 */
import { type Design, searchRun } from "../sim/index.ts";
import type { Playable } from "./level.ts";
import { type Move, movesFrom } from "./shop.ts";
import { partOf } from "./slices.ts";
import { type Outcome, playing } from "./verdict.ts";

/** A change and what it did. */
export interface Counterfactual {
  readonly move: Move;
  readonly outcome: Outcome;
}

/**
 * Runs the changes one after another, a slice at a time, so that a screen can breathe.
 * @param count how many to keep, best first
 * @yields the share done, 0…1
 * @returns the best changes, run with full precision
 */
export function* whatIf(
  playable: Playable,
  design: Design,
  seed: number,
  count = 3,
): Generator<number, Counterfactual[]> {
  const moves = movesFrom(playable, design);
  const screened: { move: Move; score: number; affordable: boolean }[] = [];
  const of = moves.length + count;
  for (const [index, move] of moves.entries()) {
    const outcome = yield* partOf(playing(playable, move.design, seed, searchRun), index, of);
    screened.push({ move, score: closeness(outcome), affordable: outcome.withinBudget });
  }
  const best = screened
    .filter(({ affordable }) => affordable)
    .sort((a, b) => b.score - a.score || a.move.costDelta - b.move.costDelta)
    .slice(0, count);
  const found: Counterfactual[] = [];
  for (const { move } of best) {
    const done = moves.length + found.length;
    found.push({ move, outcome: yield* partOf(playing(playable, move.design, seed), done, of) });
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
