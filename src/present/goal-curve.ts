/** The goal that matters in a run, as a curve: the one missed by most, or else the one that was nearest to be missed. */
import type { GoalResult, Recording } from "../game/index.ts";
import type { Gauge } from "../sim/index.ts";
import type { Words } from "../words/index.ts";
import { niceAbove } from "./chart.ts";
import type { GaugeCurve } from "./curves.ts";
import { indicatorName, showIndicator, unitOf } from "./indicators.ts";
import { answeredShare, type Sees } from "./moment.ts";

/** A goal's figure over the run, with the line that it must not cross. */
export interface GoalCurve extends GaugeCurve {
  readonly target: number;
  readonly bound: GoalResult["bound"];
  /** What the axis spans: all values and the goal. */
  readonly from: number;
  readonly to: number;
}

/** The goal that matters in a run, the bill aside. */
export function decidingGoal(recording: Recording): GoalResult | undefined {
  const goals = recording.outcome.goals.filter(({ indicator }) => indicator !== "costPerMonth");
  // What was never measured has no curve; it is drawn only where nothing else was missed.
  const measured = goals.filter(({ value }) => Number.isFinite(value));
  const drawn = measured.some(({ met }) => !met) ? measured : goals;
  return [...drawn].sort((a, b) => strainOf(b) - strainOf(a))[0];
}

/** The curve of the goal that matters; undefined when it cannot be seen. */
export function goalCurveOf(words: Words, recording: Recording, sees: Sees): GoalCurve | undefined {
  const goal = sees("failed") ? decidingGoal(recording) : undefined;
  if (!goal) return undefined;
  const { indicator, target, bound } = goal;
  const measuredEach = seriesOf(recording, goal, sees);
  const values = measuredEach ?? standingsOf(recording, goal);
  const known = values.filter(Number.isFinite);
  // Where nobody is answered there is no answer time, and none is no good one.
  const isOver = (value: number) =>
    Number.isNaN(value) ? indicator in latencies : bound === "atMost" ? value > target : value < target;
  return {
    name: indicatorName(words, indicator),
    values,
    show: (value) =>
      Number.isFinite(value) ? showIndicator(words, indicator, value) : words.indicators.none,
    isBad: isOver,
    target,
    bound,
    isStepped: measuredEach === undefined,
    ...spanOf(goal, Math.min(...known, target), Math.max(...known, target)),
  };
}

/** How much of what a goal allows was used up: above 1 it was missed. */
export function strainOf({ indicator, value, target, bound, met }: GoalResult): number {
  const strain = (): number => {
    if (!Number.isFinite(value)) return Number.POSITIVE_INFINITY;
    // Where nothing is allowed, each one is as much too much as one where one is.
    if (bound === "atMost") return target > 0 ? value / target : value > 0 ? value + 1 : 0;
    if (unitOf(indicator) === "share" && target < 1) return (1 - value) / (1 - target);
    return value > 0 ? target / value : Number.POSITIVE_INFINITY;
  };
  // A goal that was missed comes before all that were met, whatever rounding does.
  return met ? Math.min(1, strain()) : Math.max(1 + 1e-9, strain());
}

/** An axis that begins at nothing where more is worse, and ends at the whole where less is. */
function spanOf({ indicator, bound }: GoalResult, least: number, most: number): { from: number; to: number } {
  if (bound === "atMost") return { from: 0, to: niceAbove(most * 1.05) };
  const isShare = unitOf(indicator) === "share";
  const to = isShare ? 1 : niceAbove(most * 1.05);
  // A share that hardly moves is looked at closely.
  return { from: isShare ? Math.max(0, to - niceAbove((to - least) * 1.3)) : 0, to };
}

const latencies = { latencyP50Ms: "p50", latencyP95Ms: "p95", latencyP99Ms: "p99" } as const;
const shares = new Set(["availability", "worstTickAvailability"]);
const orders: Gauge = "business.ordersShare";

/** What was measured in each tick; undefined where that is not known. */
function seriesOf(recording: Recording, { indicator }: GoalResult, sees: Sees): Float64Array | undefined {
  const latency = latencies[indicator as keyof typeof latencies];
  if (latency) return recording.latency[latency].map((ms) => (ms > 0 ? ms : Number.NaN));
  if (shares.has(indicator)) return answeredShare(recording);
  if (indicator === "ordersShare" && recording.names.includes(orders) && sees(orders))
    return recording.series(orders);
  return undefined;
}

/** How the goal stood so far, from each look at it to the next. */
function standingsOf({ ticks, goalsSoFar }: Recording, { indicator }: GoalResult): Float64Array {
  const values = new Float64Array(ticks).fill(Number.NaN);
  for (const { tick, goals } of goalsSoFar)
    values.fill(goals.find((goal) => goal.indicator === indicator)?.value ?? Number.NaN, tick - 1);
  return values;
}
