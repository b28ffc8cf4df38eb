/** Where a run stands: among all designs that pass its level, and before the finale's eight lamps. */
import {
  type Figures,
  type Level,
  lampIds,
  lampsOf,
  type Population,
  type Ranks,
  ranksAmong,
} from "../game/index.ts";
import type { Design, Report } from "../sim/index.ts";
import { milliseconds, money, percent } from "../words/figures.ts";
import type { Words } from "../words/index.ts";

type Figure = keyof Figures;
export type Rank = Ranks[Figure];

/** A design beside all that pass its level. */
export interface Comparison {
  readonly passing: number;
  readonly figures: Figures;
  readonly ranks: Ranks;
  /** Whether it is one of them. */
  readonly passed: boolean;
}

/** Among fewer designs a histogram says nothing. */
const passingMin = 8;

/** The comparison, where the level's designs are known and there is something to compare. */
export function comparisonOf(
  { indicators, ledger, costPerMonth }: Report,
  population: Population | undefined,
  passed: boolean,
): Comparison | undefined {
  const { latencyP95Ms, availability } = indicators;
  if (!population || population.passing < passingMin || ledger.answered === 0) return;
  if (latencyP95Ms === undefined || availability === undefined) return;
  const figures = { costPerMonth, latencyP95Ms, availability };
  return { passing: population.passing, figures, ranks: ranksAmong(population, figures), passed };
}

/** What is compared, in order, and how its values are shown. */
export const compared: readonly { readonly figure: Figure; readonly show: (value: number) => string }[] = [
  { figure: "costPerMonth", show: money },
  { figure: "latencyP95Ms", show: milliseconds },
  { figure: "availability", show: percent },
];

/** "cheaper than 83 % of them". */
export function rankText({ comparison }: Words, by: Figure, { betterThan }: Rank): string {
  return comparison.rank({ by, percent: Math.round(betterThan * 100) });
}

/** Whether a value lies outside of all that pass. */
export function beyond({ edges }: Rank, value: number): "below" | "above" | undefined {
  if (value < edges[0]!) return "below";
  return value > (edges.at(-1) as number) ? "above" : undefined;
}

/** A lamp of the finale, lit or dark. */
export interface Lamp {
  readonly title: string;
  readonly isLit: boolean;
  /** What it means that it is. */
  readonly sentence: string;
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
