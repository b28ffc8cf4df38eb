/** The designs of a level's shop, each once: what cannot work or makes no difference is left out. */
import { type Choice, choose, disabledReason, type Level } from "../game/index.ts";
import { type Design, fixedCostPerMonth, formatDesign, problemsOf } from "../sim/index.ts";
import { canonical } from "./canonical.ts";

/** One design of a space. */
export interface Candidate {
  readonly design: Design;
  /** The line that stands for it. */
  readonly line: string;
  readonly fixedCostPerMonth: number;
}

/** A part of a space: its i-th of n, from 0. */
export interface SpacePart {
  readonly index: number;
  readonly of: number;
}

export const wholeSpace: SpacePart = { index: 0, of: 1 };

/** Every design that the shop allows: the start with one choice of each offer, in shop order. */
export function* designsOf(level: Level, depth = 0, design = level.start): Generator<Design> {
  const offer = level.shop[depth];
  if (!offer) yield design;
  else if (disabledReason(offer, design)) yield* designsOf(level, depth + 1, design);
  else
    for (const choice of offer.choices) yield* designsOf(level, depth + 1, choose(design, choice as Choice));
}

/**
 * The playable designs within a budget, each once. Shards are shares of what is left, not of the raw
 * combinations: however a space is split, each design is in exactly one part.
 */
export function* candidates(
  level: Level,
  options: { readonly part?: SpacePart; readonly budget?: number } = {},
): Generator<Candidate> {
  const { part = wholeSpace, budget = level.budget } = options;
  const seen = new Set<string>();
  for (const raw of designsOf(level)) {
    if (problemsOf(raw).length > 0) continue;
    const design = canonical(raw);
    const cost = fixedCostPerMonth(design, level.scenario.prices);
    if (cost > budget) continue;
    const line = formatDesign(design);
    if (seen.has(line)) continue;
    seen.add(line);
    if (scattered(seen.size) % part.of === part.index) yield { design, line, fixedCostPerMonth: cost };
  }
}

/** A number that has nothing to do with the rhythm of its neighbours', so that shards take equally long. */
export function scattered(n: number): number {
  const mixed = Math.imul(n ^ (n >>> 15), 0x9e3779b1);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
