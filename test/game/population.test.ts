/** All designs that pass a level in a few numbers, and where one design stands among them. */
import { describe, expect, it } from "vitest";
import type { Goal } from "../../src/game/index.ts";
import {
  measuresOf,
  type PassingFigures,
  populationOf as populationFor,
  rankAmong,
} from "../../src/game/population.ts";
import { findPopulation } from "../../src/levels/index.ts";
import { lessons } from "../helpers/english.ts";

const goals: readonly Goal[] = [
  { indicator: "photoReadyP95Sec", atMost: 90 },
  { indicator: "availability", atLeast: 0.99 },
];
const populationOf = (passing: readonly PassingFigures[]) => populationFor(goals, passing);

/** Designs that cost 100, 101 … and answer in 50, 49.9 … ms. */
function designs(n: number): PassingFigures[] {
  return Array.from({ length: n }, (_, i) => ({
    line: `d${i}`,
    costPerMonth: 100 + i,
    latencyP95Ms: 50 - i / 10,
    availability: 0.99,
    values: [20 + i / 2, 0.99],
  }));
}

describe("a population", () => {
  const population = populationOf(designs(120));

  it("counts every design in one of twelve bins", () => {
    expect(population.passing).toBe(120);
    const { costPerMonth, latencyP95Ms, photoReadyP95Sec, availability } = population.spreads;
    for (const spread of [costPerMonth, latencyP95Ms, photoReadyP95Sec]) {
      expect(spread!.counts).toEqual(Array(12).fill(10));
    }
    expect(availability?.counts).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 120]);
  });

  it("keeps the front, thinned evenly with both ends", () => {
    expect(population.front).toHaveLength(12);
    expect(population.front[0]?.design).toBe("d0");
    expect(population.front.at(-1)?.design).toBe("d119");
    const dominated = {
      line: "worse",
      costPerMonth: 101,
      latencyP95Ms: 60,
      availability: 0.99,
      values: [20, 0.99],
    };
    expect(populationOf([...designs(2), dominated]).front.map(({ design }) => design)).toEqual(["d0", "d1"]);
  });

  it("does not depend on the order in which designs were found", () => {
    expect(populationOf(designs(120).reverse())).toEqual(population);
  });

  it("may be empty", () => {
    expect(populationOf([]).passing).toBe(0);
  });
});

describe("what designs are compared by", () => {
  it("is the bill, then what tells them apart: what the level promises before what all levels have", () => {
    const indicators = (passing: readonly PassingFigures[]) =>
      measuresOf(populationOf(passing), goals).map(({ indicator }) => indicator);
    expect(indicators(designs(120))).toEqual(["costPerMonth", "photoReadyP95Sec", "latencyP95Ms"]);
    // Where the answer times are the same within 5 %, what differs comes first, and they last.
    const alike = designs(120).map((design, i) => ({
      ...design,
      latencyP95Ms: 80 + i / 100,
      availability: 0.99 + i / 20_000,
    }));
    const spread = populationFor(
      goals,
      alike.map((design) => ({ ...design, values: [20, design.availability] })),
    );
    expect(measuresOf(spread, goals).map(({ indicator }) => indicator)).toEqual([
      "costPerMonth",
      "availability",
      "photoReadyP95Sec",
    ]);
  });
});

describe("a design's standing", () => {
  const measures = measuresOf(populationOf(designs(120)), goals);
  const stand = (indicator: string, value: number) =>
    rankAmong(measures.find((each) => each.indicator === indicator)!, value);

  it("is the share of passing designs that are worse, and a bin", () => {
    expect(stand("costPerMonth", 99)).toMatchObject({ betterThan: 1, at: 0 });
    expect(stand("costPerMonth", 500)).toMatchObject({ betterThan: 0, at: 11 });
    expect(stand("costPerMonth", 159.5).betterThan).toBeCloseTo(0.5, 1);
    expect(stand("latencyP95Ms", 38.1)).toMatchObject({ at: 0 });
    expect(stand("latencyP95Ms", 38.1).betterThan).toBeGreaterThan(0.97);
    const promise = { ...measures[0]!, indicator: "availability", more: true } as const;
    const of = { ...promise, spread: { counts: [2], sample: [0.9, 1] } };
    expect([0.89, 0.95, 1].map((value) => rankAmong(of, value).betterThan)).toEqual([0, 0.5, 0.5]);
  });

  it("falls as the bill rises", () => {
    const shares = [90, 110, 140, 180, 230].map((bill) => stand("costPerMonth", bill).betterThan);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  });

  it("puts values on and beyond the edges into a bin", () => {
    const spread = { counts: [1, 0, 2], sample: [0, 2, 3] };
    const binOf = (value: number) => rankAmong({ indicator: "latencyP95Ms", spread, more: false }, value).at;
    expect([-5, 0, 1, 2.9, 3, 9].map(binOf)).toEqual([0, 0, 1, 2, 2, 2]);
    expect(rankAmong({ indicator: "latencyP95Ms", spread, more: false }, 1)).toMatchObject({
      least: 0,
      greatest: 3,
    });
  });
});

describe("what is committed", () => {
  it.each(lessons)("knows level $level.number", async ({ level }) => {
    const population = await findPopulation(level.id);
    if (!population) throw new Error(`run npm run prove:all -- --only ${level.number}`);
    expect(population.passing).toBeGreaterThanOrEqual(2);
    for (const spread of Object.values(population.spreads))
      expect(spread.counts.reduce((sum, n) => sum + n, 0)).toBe(population.passing);
    const [cheapest] = population.front;
    const [bill] = measuresOf(population, level.goals);
    if (!cheapest || !bill) throw new Error("no front");
    const { sample } = bill.spread;
    const dearer = sample.filter((cost) => cost > cheapest.costPerMonth).length;
    const rank = rankAmong(bill, cheapest.costPerMonth);
    expect(rank.betterThan).toBe(dearer / sample.length);
    if (rank.least !== rank.greatest) expect(rank.at).toBe(0);
  });

  it("knows nothing of a level that has not been proven", async () => {
    expect(await findPopulation("99-nowhere")).toBeUndefined();
  });
});
