/** What a run has taught. */
import type { GoalIndicator, GoalResult } from "../game/index.ts";
import { showIndicator } from "./indicators-en.ts";

/** By how much a goal was missed, in the words of its unit. */
export function missedBy(goal: GoalResult): string {
  if (goal.met || !Number.isFinite(goal.value)) return "";
  const { value, target, bound } = goal;
  if (bound === "atMost") {
    const ratio = value / target;
    return ratio >= 2
      ? `${ratio >= 10 ? Math.round(ratio) : ratio.toFixed(1)} times too much`
      : `${Math.max(1, Math.round((ratio - 1) * 100))} % too much`;
  }
  if (target <= 1) {
    const failing = (1 - value) / Math.max(1e-9, 1 - target);
    if (failing > 100) return "far below";
    return failing >= 2 && target > 0.5
      ? `${failing >= 10 ? Math.round(failing) : failing.toFixed(1)} times the failures allowed`
      : `${((target - value) * 100).toFixed(1)} points short`;
  }
  return `${showIndicator(goal.indicator, target - value)} short`;
}

/** "3,109 → 145 ms": the unit once. */
export function shortArrow(indicator: GoalIndicator, was: number, is: number): string {
  const before = showIndicator(indicator, was);
  const after = showIndicator(indicator, is);
  const unit = / \S+$/.exec(after)?.[0] ?? "";
  const head = unit !== "" && before.endsWith(unit) ? before.slice(0, -unit.length) : before;
  return `${head} → ${after}`;
}
