/** The days that a level's fixed seeds make: where events are left to chance, a verdict is over every kind of day. */
import { type Design, dayKindOf, searchRun } from "../sim/index.ts";
import { type Playable, verdictSeeds } from "./level.ts";
import { inSlices, type Plan } from "./plan.ts";
import { finish } from "./slices.ts";
import { worstOf } from "./verdict.ts";

/** The kind of day that a seed makes of a level, its stars' own scenarios included: the same text, the same events. */
export function dayKind({ scenario, stars }: Playable, seed: number): string {
  const own = [stars?.two.scenario, stars?.three.scenario].flatMap((each) => each ?? []);
  return [scenario, ...own].map((each) => dayKindOf(each, seed)).join("|");
}

/**
 * One fixed seed of each kind of day, those with the first of each event's alternatives first; just the first seed where
 * nothing is left to chance.
 */
export function daySeeds(playable: Playable): readonly number[] {
  const known = seedsOf.get(playable) ?? findSeeds(playable);
  seedsOf.set(playable, known);
  return known;
}

/** The same for every design, and asked for each of a space. */
const seedsOf = new WeakMap<Playable, readonly number[]>();

function findSeeds(playable: Playable): readonly number[] {
  const kinds = new Map<string, number>();
  for (const seed of verdictSeeds) {
    const kind = dayKind(playable, seed);
    if (!kinds.has(kind)) kinds.set(kind, seed);
  }
  return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, seed]) => seed);
}

/**
 * Finds the fixed seed of the day that decides a design's verdict, which is the one worth watching: of every kind of day
 * the first is run with few particles.
 */
export function* findDay(playable: Playable, design: Design): Plan<number> {
  const seeds = daySeeds(playable);
  const [first = Number.NaN] = seeds;
  if (seeds.length === 1) return first;
  const outcomes = yield { runs: seeds.map((seed) => ({ design, seed, fidelity: searchRun })), later: 0 };
  return worstOf(outcomes).report.seed;
}

/** The same at once. */
export const decidingDay = (playable: Playable, design: Design): number =>
  finish(inSlices(playable, findDay(playable, design)));
