/** All designs that pass a level, in a few numbers: how the bill and what was promised are spread among them. */
import type { Goal, GoalIndicator } from "./level.ts";

/** What makes one design beat another, whatever a level promises. */
export interface Merits {
  readonly costPerMonth: number;
  readonly latencyP95Ms: number;
  readonly availability: number;
}

/** How one figure is spread. */
export interface Distribution {
  /** How many there are in each bin; all bins are as wide as each other, from the least to the greatest. */
  readonly counts: readonly number[];
  /** The figure itself from the least to the greatest: of all designs, or of evenly many when there are more. */
  readonly sample: readonly number[];
}

/** A design that no other beats in all three figures. */
export interface FrontDesign extends Merits {
  readonly design: string;
}

export interface Population {
  readonly passing: number;
  /** The bill, answer time and availability, and the indicators of the level's goals. */
  readonly spreads: Readonly<Partial<Record<GoalIndicator, Distribution>>>;
  /** Cheapest first; evenly many when there are more. */
  readonly front: readonly FrontDesign[];
}

const bins = 12;
const sampleMax = 51;
const frontMax = 12;

/** Digits after the point that a reader can use. */
function digitsOf(indicator: GoalIndicator): number {
  if (indicator === "costPerMonth") return 0;
  return /(?:Ms|Sec)(?:Mean|Max)?(?:@|$)/.test(indicator) ? 1 : 5;
}

function rounded(value: number, indicator: GoalIndicator): number {
  return Number(value.toFixed(digitsOf(indicator)));
}

/** At most `max` of them, the first and the last among them, evenly spaced. */
function evenly<T>(all: readonly T[], max: number): readonly T[] {
  if (all.length <= max) return all;
  return Array.from({ length: max }, (_, i) => all[Math.round((i * (all.length - 1)) / (max - 1))] as T);
}

function spreadOf(values: readonly number[], indicator: GoalIndicator): Distribution {
  const sorted = [...values].sort((a, b) => a - b);
  const sample = evenly(sorted, sampleMax);
  const counts = new Array<number>(bins).fill(0);
  for (const value of sorted) counts[binOf({ counts, sample }, value, indicator)]! += 1;
  return { counts, sample };
}

/** The least and the greatest of all. */
function endsOf({ sample }: Distribution): { readonly least: number; readonly greatest: number } {
  return { least: sample[0] ?? 0, greatest: sample.at(-1) ?? 0 };
}

/** The bin of a value; values beyond the ends belong to the first and the last. */
function binOf(spread: Distribution, value: number, indicator: GoalIndicator): number {
  const { least, greatest } = endsOf(spread);
  const { length } = spread.counts;
  const edge = (at: number) =>
    Number((least + ((greatest - least) * at) / length).toFixed(digitsOf(indicator) + 2));
  let bin = 0;
  while (bin < length - 1 && value >= edge(bin + 1)) bin++;
  return bin;
}

function beats(a: Merits, b: Merits): boolean {
  return (
    a.costPerMonth <= b.costPerMonth && a.latencyP95Ms <= b.latencyP95Ms && a.availability >= b.availability
  );
}

/** A design that passes: its figures, and the values of the level's goals in their order. */
export interface PassingFigures extends Merits {
  readonly line: string;
  readonly values: readonly number[];
}

/** What is kept of all passing designs of a level. */
export function populationOf(goals: readonly Goal[], passing: readonly PassingFigures[]): Population {
  const designs = passing.map((found) => ({
    costPerMonth: rounded(found.costPerMonth, "costPerMonth"),
    latencyP95Ms: rounded(found.latencyP95Ms, "latencyP95Ms"),
    availability: rounded(found.availability, "availability"),
    design: found.line,
  }));
  const ordered = [...designs].sort(
    (a, b) =>
      a.costPerMonth - b.costPerMonth ||
      a.latencyP95Ms - b.latencyP95Ms ||
      b.availability - a.availability ||
      (a.design < b.design ? -1 : 1),
  );
  // Whoever could beat a design stands before it.
  const front: FrontDesign[] = [];
  for (const design of ordered) if (!front.some((kept) => beats(kept, design))) front.push(design);
  const spreads: Partial<Record<GoalIndicator, Distribution>> = {};
  for (const figure of ["costPerMonth", "latencyP95Ms", "availability"] as const)
    spreads[figure] = spreadOf(
      designs.map((design) => design[figure]),
      figure,
    );
  for (const [i, { indicator }] of goals.entries())
    spreads[indicator] ??= spreadOf(
      passing.map(({ values }) => rounded(values[i]!, indicator)),
      indicator,
    );
  return { passing: passing.length, spreads, front: evenly(front, frontMax) };
}

/** Where one figure of a design stands among all passing designs. */
export interface Rank {
  /** Share of the passing designs that are worse: dearer, slower, less available. */
  readonly betterThan: number;
  /** The figure of all that pass is from here to there. */
  readonly least: number;
  readonly greatest: number;
  readonly counts: readonly number[];
  /** The bin that the design falls in. */
  readonly at: number;
}

/** Something that a design is compared by. */
export interface Measure {
  readonly indicator: GoalIndicator;
  readonly spread: Distribution;
  /** Whether more of it is better. */
  readonly more: boolean;
}

/** How many measures are shown side by side. */
const measuresMax = 3;
/** The greatest is so much more than the least, as a share of it, where a measure tells designs apart. */
const apartFrom = 0.05;

/** The bill, then what tells the passing designs of a level apart: its promises before what all levels have. */
export function measuresOf({ spreads }: Population, goals: readonly Goal[]): Measure[] {
  const isMore = new Map<GoalIndicator, boolean>([
    ["costPerMonth", false],
    ...goals.map((goal) => [goal.indicator, "atLeast" in goal] as const),
  ]);
  for (const [indicator, more] of [
    ["latencyP95Ms", false],
    ["availability", true],
  ] as const)
    if (!isMore.has(indicator)) isMore.set(indicator, more);
  const all = [...isMore].flatMap(([indicator, more]): Measure[] => {
    const spread = spreads[indicator];
    return spread ? [{ indicator, spread, more }] : [];
  });
  const [first, others] = [all.slice(0, 1), all.slice(1)];
  const apart = others.filter(tellsApart);
  return [...first, ...apart, ...others.filter((each) => !apart.includes(each))].slice(0, measuresMax);
}

/** Whether designs differ in it: of a promise, what is missing from the whole counts. */
function tellsApart({ spread, more }: Measure): boolean {
  const { least, greatest } = endsOf(spread);
  const ends = [least, greatest].map((value) => (more && value <= 1 ? 1 - value : value));
  return Math.max(...ends) - Math.min(...ends) > apartFrom * Math.max(...ends);
}

/** Where a value stands among all that pass. */
export function rankAmong({ indicator, spread, more }: Measure, value: number): Rank {
  const { counts, sample } = spread;
  const own = rounded(value, indicator);
  const worse = sample.filter((other) => (more ? other < own : other > own)).length;
  return {
    betterThan: sample.length > 0 ? worse / sample.length : 0,
    ...endsOf(spread),
    counts,
    at: binOf(spread, own, indicator),
  };
}
