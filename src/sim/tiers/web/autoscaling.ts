/** Target tracking: keeps measured utilization near a target by adding and removing boxes. */
import { scaleInShare } from "../../scenario/capacities.ts";

/** What the player chose; times in seconds, utilization 0…1. */
export interface ScalingRule {
  readonly target: number;
  readonly min: number;
  readonly max: number;
  readonly cooldownSec: number;
  readonly windowSec: number;
}

/**
 * Measures utilization over a window and answers with a number of boxes: `boxes × measured ÷ target`. What is
 * measured ends at 100 %, however much waits: an overloaded pool looks only full, and grows by 1/target a step.
 */
export class Autoscaler {
  #rule: ScalingRule;
  readonly #ring: Float64Array;
  readonly #dtSec: number;
  #filled = 0;
  #at = 0;
  #sum = 0;
  #restingUntilSec = 0;

  constructor(rule: ScalingRule, dtSec: number) {
    this.#rule = rule;
    this.#dtSec = dtSec;
    this.#ring = new Float64Array(Math.max(1, Math.round(rule.windowSec / dtSec)));
  }

  /** Takes in the utilization of one step. */
  measure(utilization: number): void {
    this.#sum += utilization - this.#ring[this.#at]!;
    this.#ring[this.#at] = utilization;
    this.#at = (this.#at + 1) % this.#ring.length;
    if (this.#filled < this.#ring.length) this.#filled++;
  }

  /** From now on it may go up to so many boxes. */
  raise(max: number): void {
    this.#rule = { ...this.#rule, max };
  }

  /** Mean over the window so far. */
  get measured(): number {
    return this.#filled > 0 ? this.#sum / this.#filled : 0;
  }

  /** Boxes to add (positive) or remove (negative) now, given those that serve and those on their way. */
  decide(nowSec: number, serving: number, coming: number): number {
    const { target, min, max, cooldownSec } = this.#rule;
    const owned = serving + coming;
    if (owned < min) return min - owned;
    if (nowSec < this.#restingUntilSec || this.#filled < this.#ring.length) return 0;
    const { measured } = this;
    // Thousandths decide nothing: 12 boxes that measure the target to the last bit want to stay 12.
    const wanted = Math.min(max, Math.max(min, Math.ceil((serving * measured) / target - 1e-3)));
    let change = 0;
    if (measured > target && wanted > owned) change = wanted - owned;
    else if (measured < scaleInShare * target && coming === 0 && wanted < serving) change = wanted - serving;
    if (change !== 0) this.#restingUntilSec = nowSec + Math.max(cooldownSec, this.#dtSec);
    return change;
  }
}
