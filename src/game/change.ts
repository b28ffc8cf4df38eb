/** A change of a design by one move of the shop or two, and what it did. */
import type { Design } from "../sim/index.ts";
import type { Playable } from "./level.ts";
import { type Move, movesFrom } from "./shop.ts";
import type { Outcome } from "./verdict.ts";

/** A change of one setting or two, and what it did. */
export interface Counterfactual {
  /** In the order in which they are made. */
  readonly moves: readonly [Move, ...Move[]];
  readonly design: Design;
  /** What the whole bill changes by, dollars a month. */
  readonly costDelta: number;
  readonly outcome: Outcome;
}

/** A change that has not been run. */
export type Change = Omit<Counterfactual, "outcome">;

/** Every change by one move. */
export function singlesOf(playable: Playable, design: Design): Change[] {
  return movesFrom(playable, design).map((move) => ({
    moves: [move],
    design: move.design,
    costDelta: move.costDelta,
  }));
}

/** A change, and each second one after it. */
export function seconds(
  playable: Playable,
  { moves: [first], design, costDelta }: Change,
  isWanted: (move: Move) => boolean,
): Change[] {
  return movesFrom(playable, design)
    .filter((move) => move.offer !== first.offer && isWanted(move))
    .map((move) => ({ moves: [first, move], design: move.design, costDelta: costDelta + move.costDelta }));
}

/** Changes with their outcomes, which stand in the same order. */
export function withOutcomes(changes: readonly Change[], outcomes: readonly Outcome[]): Counterfactual[] {
  return changes.map(({ moves, design, costDelta }, i) => ({
    moves,
    design,
    costDelta,
    outcome: outcomes[i] as Outcome,
  }));
}

/** Whether two moves take the same choice of the same offer. */
export function isSame(a: Move, b: Move): boolean {
  return a.offer === b.offer && a.choice === b.choice;
}
