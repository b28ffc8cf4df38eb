/** What a player has reached: which levels are open, stars, and how a finished run changes it. */
import type { Level } from "./level.ts";
import type { Outcome } from "./verdict.ts";

/** What is kept of one level. A save holds more; the rules need only this. */
export interface Reached {
  readonly passed: boolean;
  /** Passed with the solution revealed. */
  readonly practice: boolean;
  readonly stars: 0 | 1 | 2 | 3;
  readonly bestCostPerMonth?: number;
  readonly bestDesign?: string;
}

/** Whether a level may be entered: the first always, others after the one before. */
export function isOpen(
  levels: readonly Level[],
  index: number,
  reached: (id: string) => Reached | undefined,
): boolean {
  if (index === 0) return true;
  const before = levels[index - 1];
  const state = before ? reached(before.id) : undefined;
  return state !== undefined && (state.passed || state.practice);
}

/** The stars that a verdict earns once the star's task is counted. Predictions cost and earn nothing. */
export function earnedStars(
  stars: Outcome["stars"],
  extras: { readonly taskDone: boolean; readonly practice: boolean },
): Outcome["stars"] {
  if (extras.practice) return 0;
  return stars === 3 && !extras.taskDone ? 2 : stars;
}

/** A level's state after a finished run: the best is kept, a practice pass opens the next level only. */
export function afterRun(
  before: Reached,
  run: {
    readonly passed: boolean;
    readonly stars: Outcome["stars"];
    readonly costPerMonth: number;
    readonly line: string;
    readonly practice: boolean;
  },
): Reached {
  if (!run.passed) return before;
  if (run.practice) return { ...before, practice: true };
  const better =
    run.stars > before.stars ||
    before.bestCostPerMonth === undefined ||
    (run.stars === before.stars && run.costPerMonth < before.bestCostPerMonth);
  return {
    ...before,
    passed: true,
    stars: Math.max(before.stars, run.stars) as Outcome["stars"],
    ...(better ? { bestCostPerMonth: run.costPerMonth, bestDesign: run.line } : {}),
  };
}
