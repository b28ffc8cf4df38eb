/** Indicators as a player reads them: the name in the language's words, the value in its unit. */
import { type Goal, type GoalIndicator, type GoalResult, targetOf } from "../game/index.ts";
import { indicatorTraits, partsOfIndicator, type RegionName, type Unit } from "../sim/index.ts";
import type { BillName, BillPart, IndicatorName } from "../words/contract/findings.ts";
import {
  count,
  exact,
  milliseconds,
  money,
  percent,
  seconds,
  tight,
  times,
  withoutUnit,
} from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { paragraph } from "./cells.ts";

const shown: Readonly<Record<Unit, (value: number) => string>> = {
  ms: milliseconds,
  share: percent,
  sec: seconds,
  count,
  perSec: (value) => `${count(value)}/s`,
  ratio: (value) => `× ${exact(value, 2)}`,
  dollars: money,
};

/** A value with so many digits behind the point. */
const exactly: Readonly<Record<Unit, (value: number, digits: number) => string>> = {
  ms: (value, digits) => `${exact(value, digits)} ms`,
  share: (value, digits) => `${exact(value * 100, digits)} %`,
  sec: (value, digits) => `${exact(value, digits)} s`,
  count: exact,
  perSec: (value, digits) => `${exact(value, digits)}/s`,
  ratio: (value, digits) => `× ${exact(value, digits)}`,
  dollars: (value, digits) => `$${exact(value, digits)}`,
};

/** A value with the digits that tell it from another, if any do. */
function apartFrom(unit: Unit, value: number, other: number): string {
  const shortest = [2, 3, 4, 6, 9].find(
    (digits) => exactly[unit](value, digits) !== exactly[unit](other, digits),
  );
  return exactly[unit](value, shortest ?? 9);
}

/** What an indicator measures, and of which region alone. */
function nameOf(indicator: GoalIndicator): { readonly name: IndicatorName; readonly region?: RegionName } {
  return indicator === "costPerMonth" ? { name: indicator } : partsOfIndicator(indicator);
}

export function unitOf(indicator: GoalIndicator): Unit {
  const { name } = nameOf(indicator);
  return name === "costPerMonth" ? "dollars" : indicatorTraits[name].unit;
}

/** A short name: "p95", "availability", "p95 Korea". */
export function indicatorName({ indicators }: Words, indicator: GoalIndicator): string {
  return nameBy(indicators.names, indicators, indicator);
}

/** The same in as few cells as it can be: "up" for the availability. */
export function indicatorNameShort({ indicators }: Words, indicator: GoalIndicator): string {
  return nameBy({ ...indicators.names, ...indicators.short }, indicators, indicator);
}

function nameBy(
  names: Words["indicators"]["names"],
  indicators: Words["indicators"],
  indicator: GoalIndicator,
): string {
  const { region, name } = nameOf(indicator);
  return region === undefined ? names[name] : indicators.regional(names[name], region);
}

/** A value with its unit. */
export function showIndicator({ indicators }: Words, indicator: GoalIndicator, value: number): string {
  if (!Number.isFinite(value)) return indicators.none;
  const unit = unitOf(indicator);
  return isNever(unit, value) ? indicators.never : shown[unit](value);
}

/** Longer than a day is reckoned where nothing goes on at all: nobody waits until then. */
function isNever(unit: Unit, value: number): boolean {
  return unit === "sec" && value > 86_400;
}

/** The value of a goal that came out, exact enough to be seen to miss its target when it does. */
export function showResult(words: Words, goal: GoalResult): string {
  const { indicator, value, target, bound, met } = goal;
  const text = showIndicator(words, indicator, value);
  if (met || !Number.isFinite(value)) return text;
  const unit = unitOf(indicator);
  const asked = showIndicator(words, indicator, target);
  if (text === asked) return apartFrom(unit, value, target);
  // Near what it is measured by it is as exact: 0.15 %, not 0.2 %, is three times 0.05 %.
  const isNear = unit === "share" && bound === "atMost" && value < 10 * target;
  const isCoarse = isNear && digitsOf(text) < digitsOf(asked);
  return isCoarse ? exactly[unit](value, digitsOf(asked)) : text;
}

/** Digits behind the point. */
function digitsOf(text: string): number {
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}

/** A share beside the least that it should be: one that misses it is seen to. */
export function showShare(share: number, atLeast: number): string {
  const text = percent(share);
  return share < atLeast && text === percent(atLeast) ? apartFrom("share", share, atLeast) : text;
}

/** A goal, or what a result was measured by. */
type Bounded = Goal | Pick<GoalResult, "indicator" | "bound" | "target">;

/** The sign of a goal's bound. */
export function signOf(bound: GoalResult["bound"]): string {
  return bound === "atMost" ? "≤" : "≥";
}

function boundOf(asked: Bounded): Pick<GoalResult, "bound" | "target"> {
  return "bound" in asked
    ? asked
    : { bound: "atMost" in asked ? "atMost" : "atLeast", target: targetOf(asked) };
}

/** What a goal asks: "≤ 250 ms". */
export function showTarget(words: Words, asked: Bounded): string {
  const { bound, target } = boundOf(asked);
  return `${signOf(bound)} ${showIndicator(words, asked.indicator, target)}`;
}

/** A goal in short: "p95 ≤ 250 ms". */
export function showGoal(words: Words, asked: Bounded): string {
  return `${indicatorName(words, asked.indicator)} ${showTarget(words, asked)}`;
}

/** The same in as few cells as it can be read in: "p95 ≤ 250", "up ≥ 99%". */
export function showGoalShort(words: Words, goal: Goal): string {
  const target = showTarget(words, goal);
  const unit = unitOf(goal.indicator);
  const brief = unit === "share" ? tight(target) : unit === "ms" ? withoutUnit(target) : target;
  return `${indicatorNameShort(words, goal.indicator)} ${brief}`;
}

/** By how much a goal was missed; "" when it was met or there is no value. */
export function missedBy(words: Words, goal: GoalResult): string {
  const { indicator, value, target, bound, met } = goal;
  if (met || !Number.isFinite(value) || isNever(unitOf(indicator), value)) return "";
  const { missed } = words.indicators;
  if (bound === "atMost") {
    if (target <= 0) {
      return missed.tooMany(someOf(words, indicator, value - target));
    }
    // What is counted is shown whole, and is told as it is shown.
    const ratio = (unitOf(indicator) === "count" ? Math.round(value) : value) / target;
    return ratio >= 2
      ? missed.timesTooMuch(times(ratio))
      : missed.percentTooMuch(Math.max(1, Math.round((ratio - 1) * 100)));
  }
  if (target > 1) return missed.short(someOf(words, indicator, target - value));
  // Where none may fail there is no number of times what may fail.
  const failing = target < 1 ? (1 - value) / (1 - target) : 0;
  if (failing > 100) return missed.farBelow;
  return failing >= 2 && target > 0.5
    ? missed.timesFailures(times(failing))
    : missed.pointsShort(pointsOf((target - value) * 100));
}

/** A difference that is never shown as none. */
function someOf(words: Words, indicator: GoalIndicator, difference: number): string {
  const text = showIndicator(words, indicator, difference);
  const isNone = text === showIndicator(words, indicator, 0);
  return isNone ? apartFrom(unitOf(indicator), difference, 0) : text;
}

/** Points with as many digits as it takes to see that there are some. */
function pointsOf(points: number): string {
  const digits = [1, 2, 3].find((count) => Number(points.toFixed(count)) > 0);
  return digits === undefined ? "<0.001" : points.toFixed(digits);
}

/** A value before and after: "3,109 → 145 ms", the unit once. */
export function showChange(words: Words, indicator: GoalIndicator, was: number, is: number): string {
  const [before, after] = [showIndicator(words, indicator, was), showIndicator(words, indicator, is)];
  const isOnce = after !== withoutUnit(after);
  return `${isOnce ? withoutUnit(before) : before} → ${after}`;
}

/** Lines of the bill that a player knows by one name. */
const sameLine: Readonly<Record<string, BillName>> = { "workers-extra": "workers", "cdn-archive": "cdn" };

/** What stands on a bill, the largest first. */
export function largestFirst(
  bill: readonly { readonly id: string; readonly perMonth: number }[],
): BillPart[] {
  const sums = new Map<BillName, number>();
  for (const { id, perMonth } of bill) {
    const line = sameLine[id] ?? (id as BillName);
    sums.set(line, (sums.get(line) ?? 0) + perMonth);
  }
  return [...sums].map(([id, perMonth]) => ({ id, perMonth })).sort((a, b) => b.perMonth - a.perMonth);
}

/** A bill on one line or more: "$326 a month: web boxes $140, primary $125, key-value $60, name $1". */
export function billLines(
  { indicators }: Words,
  bill: Parameters<typeof largestFirst>[0],
  total: number,
  width: number,
): string[] {
  const parts = largestFirst(bill).filter(({ perMonth }) => perMonth > 0);
  return paragraph(indicators.billLine({ total, parts }), width);
}
