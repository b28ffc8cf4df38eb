/** All designs that pass a level, in a few numbers: how cost, answer time and availability are spread among them. */

/** What a design is compared by. */
export interface Figures {
  readonly costPerMonth: number;
  readonly latencyP95Ms: number;
  readonly availability: number;
}

export type Figure = keyof Figures;

/** How one figure is spread. */
export interface Spread {
  /** Borders of the bins, one more than there are bins. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  /** The figure itself from the least to the greatest: of all designs, or of evenly many when there are more. */
  readonly sample: readonly number[];
}

/** A design that no other beats in all three figures. */
export interface FrontDesign extends Figures {
  readonly design: string;
}

export interface Population {
  readonly passing: number;
  readonly costPerMonth: Spread;
  readonly latencyP95Ms: Spread;
  readonly availability: Spread;
  /** Cheapest first; evenly many when there are more. */
  readonly front: readonly FrontDesign[];
}

const bins = 12;
const sampleMax = 51;
const frontMax = 12;
/** Digits after the point that a reader can use. */
const digits: Readonly<Record<Figure, number>> = { costPerMonth: 0, latencyP95Ms: 1, availability: 5 };

function rounded(value: number, figure: Figure): number {
  return Number(value.toFixed(digits[figure]));
}

/** At most `max` of them, the first and the last among them, evenly spaced. */
function evenly<T>(all: readonly T[], max: number): readonly T[] {
  if (all.length <= max) return all;
  return Array.from({ length: max }, (_, i) => all[Math.round((i * (all.length - 1)) / (max - 1))] as T);
}

function spreadOf(designs: readonly Figures[], figure: Figure): Spread {
  const sorted = designs.map((design) => design[figure]).sort((a, b) => a - b);
  const least = sorted[0] ?? 0;
  const greatest = sorted.at(-1) ?? 0;
  const edges = Array.from({ length: bins + 1 }, (_, i) =>
    Number((least + ((greatest - least) * i) / bins).toFixed(digits[figure] + 2)),
  );
  const counts = new Array<number>(bins).fill(0);
  for (const value of sorted) counts[binOf(edges, value)]! += 1;
  return { edges, counts, sample: evenly(sorted, sampleMax) };
}

/** The bin of a value; values beyond the ends belong to the first and the last. */
export function binOf(edges: readonly number[], value: number): number {
  let bin = 0;
  while (bin < edges.length - 2 && value >= edges[bin + 1]!) bin++;
  return bin;
}

function beats(a: Figures, b: Figures): boolean {
  return (
    a.costPerMonth <= b.costPerMonth && a.latencyP95Ms <= b.latencyP95Ms && a.availability >= b.availability
  );
}

/** What is kept of all passing designs of a level. */
export function populationOf(passing: readonly (Figures & { readonly line: string })[]): Population {
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
  return {
    passing: passing.length,
    costPerMonth: spreadOf(designs, "costPerMonth"),
    latencyP95Ms: spreadOf(designs, "latencyP95Ms"),
    availability: spreadOf(designs, "availability"),
    front: evenly(front, frontMax),
  };
}

/** Where one figure of a design stands among all passing designs. */
export interface Rank {
  /** Share of the passing designs that are worse: dearer, slower, less available. */
  readonly betterThan: number;
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  /** The bin that the design falls in. */
  readonly at: number;
}

export type Ranks = { readonly [F in Figure]: Rank };

/** Where a design with these figures stands among all that pass. */
export function ranksAmong(population: Population, figures: Figures): Ranks {
  const rank = (figure: Figure, more: "better" | "worse"): Rank => {
    const { edges, counts, sample } = population[figure];
    const own = rounded(figures[figure], figure);
    const worse = sample.filter((value) => (more === "worse" ? value > own : value < own)).length;
    return {
      betterThan: sample.length > 0 ? worse / sample.length : 0,
      edges,
      counts,
      at: binOf(edges, own),
    };
  };
  return {
    costPerMonth: rank("costPerMonth", "worse"),
    latencyP95Ms: rank("latencyP95Ms", "worse"),
    availability: rank("availability", "better"),
  };
}
