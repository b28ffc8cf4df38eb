/**
 * What one change would have done, by really running it: every single affordable move is screened with
 * few particles, the most promising are run again as the verdict runs them.
 */
import { type Design, reportedRun, searchRun } from "../sim/index.ts";
import type { Playable } from "./level.ts";
import type { Plan } from "./plan.ts";
import { type Move, movesFrom } from "./shop.ts";
import type { Outcome } from "./verdict.ts";

/** A change and what it did. */
export interface Counterfactual {
  readonly move: Move;
  readonly outcome: Outcome;
}

/**
 * Tries every change of a design.
 * @param count how many to keep, best first
 * @returns the best changes, run with full precision
 */
export function* whatIf(
  playable: Playable,
  design: Design,
  seed: number,
  count = 3,
): Plan<readonly Counterfactual[]> {
  const moves = movesFrom(playable, design);
  const run = (move: Move, fidelity: typeof searchRun | typeof reportedRun) => ({
    design: move.design,
    seed,
    fidelity,
  });
  const screened = yield { runs: moves.map((move) => run(move, searchRun)), later: count };
  const best = moves
    .map((move, i) => ({ move, outcome: screened[i] as Outcome }))
    .filter(({ outcome }) => outcome.withinBudget)
    .map(({ move, outcome }) => ({ move, score: closeness(outcome) }))
    .sort((a, b) => b.score - a.score || a.move.costDelta - b.move.costDelta)
    .slice(0, count);
  const outcomes = yield { runs: best.map(({ move }) => run(move, reportedRun)), later: 0 };
  return best
    .map(({ move }, i) => ({ move, outcome: outcomes[i] as Outcome }))
    .sort((a, b) => closeness(b.outcome) - closeness(a.outcome));
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
