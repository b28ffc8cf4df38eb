/** Where a run stands: among all designs that pass its level, and before the finale's eight lamps. */
import {
  type GoalIndicator,
  indicatorValue,
  type Level,
  lampIds,
  lampsBefore,
  lampsOf,
  measuresOf,
  type Population,
  type Rank,
  rankAmong,
} from "../game/index.ts";
import type { Design, Report } from "../sim/index.ts";
import type { Words } from "../words/index.ts";
import { indicatorName, showIndicator } from "./indicators.ts";

/** One measure of a design beside those of all that pass. */
export interface Compared {
  readonly indicator: GoalIndicator;
  readonly name: string;
  readonly value: number;
  readonly rank: Rank;
}

/** A design beside all that pass its level. */
export interface Comparison {
  readonly passing: number;
  /** What tells them apart most, first. */
  readonly measures: readonly Compared[];
  /** Whether it is one of them. */
  readonly passed: boolean;
}

/** Among fewer designs a histogram says nothing. */
const passingMin = 8;

/** The comparison, where the level's designs are known and there is something to compare. */
export function comparisonOf(
  words: Words,
  { goals }: Level,
  report: Report,
  population: Population | undefined,
  passed: boolean,
): Comparison | undefined {
  if (!population || population.passing < passingMin || report.ledger.answered === 0) return;
  const measures = measuresOf(population, goals).flatMap((measure): Compared[] => {
    const { indicator } = measure;
    const value = indicatorValue(report, indicator);
    if (Number.isNaN(value)) return [];
    const name = indicatorName(words, indicator);
    return [{ indicator, name, value, rank: rankAmong(measure, value) }];
  });
  return { passing: population.passing, measures, passed };
}

/** A measure's value as it is shown. */
export function showMeasure(words: Words, { indicator }: Compared, value: number): string {
  return showIndicator(words, indicator, value);
}

/** "cheaper than 83 % of them". */
export function rankText({ comparison }: Words, { indicator, rank }: Compared): string {
  // Better than nearly all is not better than all, and than a few not than none.
  const rounded = Math.max(1, Math.min(99, Math.round(rank.betterThan * 100)));
  const percent = rank.betterThan <= 0 ? 0 : rank.betterThan >= 1 ? 100 : rounded;
  return comparison.rank({ by: indicator, percent });
}

/** Whether all that pass come out alike, as far as can be shown: then there is nobody to be better than. */
export function areAlike(words: Words, measure: Compared): boolean {
  const { least, greatest } = measure.rank;
  return showMeasure(words, measure, least) === showMeasure(words, measure, greatest);
}

/** Whether a value lies outside of all that pass; what passes is one of them, whatever a finer run says. */
export function beyond({ passed }: Comparison, { rank, value }: Compared): "below" | "above" | undefined {
  if (passed) return undefined;
  if (value < rank.least) return "below";
  return value > rank.greatest ? "above" : undefined;
}

/** A lamp of the finale, lit or dark. */
export interface Lamp {
  readonly title: string;
  readonly isLit: boolean;
  /** What it means that it is. */
  readonly sentence: string;
}

/** A lamp in a row of all: what only a run can tell is undefined until there is one. */
export interface LampNow {
  readonly short: string;
  readonly isLit: boolean | undefined;
}

/** The lamps of a design before its run, or as a run has them by now; none where a level has none. */
export function lampsNow(
  words: Words,
  level: Level,
  design: Design,
  report?: Pick<Report, "indicators">,
): LampNow[] {
  if (!level.stars.two.lamps) return [];
  const lit = report ? lampsOf(design, report) : lampsBefore(design);
  return lampIds.map((id) => ({ short: words.lamps[id].short, isLit: lit[id] }));
}

/** Which lamps are lit; none where a level has none. */
export function lampsFor(words: Words, level: Level, design: Design, report: Report): Lamp[] {
  if (!level.stars.two.lamps) return [];
  const lit = lampsOf(design, report);
  return lampIds.map((id) => {
    const { title, green, dark } = words.lamps[id];
    return { title, isLit: lit[id], sentence: lit[id] ? green : dark };
  });
}
