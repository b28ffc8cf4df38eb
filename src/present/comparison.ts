/** Where a run stands: among all designs that pass its level, and before the finale's eight lamps. */
import {
  costOf,
  type Figures,
  type Level,
  lampIds,
  lampsOf,
  type Played,
  type Ranks,
  ranksAmong,
} from "../game/index.ts";
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
export function comparisonOf(played: Played): Comparison | undefined {
  const { indicators, ledger } = played.recording.outcome.report;
  const { latencyP95Ms, availability } = indicators;
  const { population } = played;
  if (!population || population.passing < passingMin || ledger.answered === 0) return;
  if (latencyP95Ms === undefined || availability === undefined) return;
  const figures = { costPerMonth: costOf(played), latencyP95Ms, availability };
  return {
    passing: population.passing,
    figures,
    ranks: ranksAmong(population, figures),
    passed: played.verdict?.passed ?? false,
  };
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
  if (value < (edges[0] as number)) return "below";
  return value > (edges.at(-1) as number) ? "above" : undefined;
}

/** Which lamps are lit, with their words; nothing where a level has none. */
export function lampsFor(
  words: Words,
  level: Level,
  played: Played,
): { title: string; isLit: boolean; sentence: string }[] {
  if (!level.stars.two.lamps) return [];
  const lit = lampsOf(played.design, played.recording.outcome.report);
  return lampIds.map((id) => {
    const { title, green, dark } = words.lamps[id];
    return { title, isLit: lit[id], sentence: lit[id] ? green : dark };
  });
}
