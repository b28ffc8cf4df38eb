/** All designs that pass a level in a few numbers, and where one design stands among them. */
import { describe, expect, it } from "vitest";
import { binOf, type Figures, populationOf, ranksAmong } from "../../src/game/population.ts";
import { findPopulation } from "../../src/levels/index.ts";
import { lessons } from "../helpers/english.ts";

/** Designs that cost 100, 101 … and answer in 50, 49.9 … ms. */
function designs(n: number): (Figures & { line: string })[] {
  return Array.from({ length: n }, (_, i) => ({
    line: `d${i}`,
    costPerMonth: 100 + i,
    latencyP95Ms: 50 - i / 10,
    availability: 0.99,
  }));
}

describe("a population", () => {
  const population = populationOf(designs(120));

  it("counts every design in one of twelve bins", () => {
    expect(population.passing).toBe(120);
    for (const { edges, counts } of [population.costPerMonth, population.latencyP95Ms]) {
      expect(edges).toHaveLength(13);
      expect(counts).toEqual(Array(12).fill(10));
      expect(edges).toEqual([...edges].sort((a, b) => a - b));
    }
    expect(population.availability.counts).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 120]);
  });

  it("keeps the front, thinned evenly with both ends", () => {
    expect(population.front).toHaveLength(12);
    expect(population.front[0]?.design).toBe("d0");
    expect(population.front.at(-1)?.design).toBe("d119");
    const dominated = { line: "worse", costPerMonth: 101, latencyP95Ms: 60, availability: 0.99 };
    expect(populationOf([...designs(2), dominated]).front.map(({ design }) => design)).toEqual(["d0", "d1"]);
  });

  it("does not depend on the order in which designs were found", () => {
    expect(populationOf(designs(120).reverse())).toEqual(population);
  });

  it("may be empty", () => {
    expect(populationOf([]).passing).toBe(0);
  });
});

describe("a design's standing", () => {
  const population = populationOf(designs(120));
  const stand = (costPerMonth: number, latencyP95Ms = 45, availability = 0.99) =>
    ranksAmong(population, { costPerMonth, latencyP95Ms, availability });

  it("is the share of passing designs that are worse, and a bin", () => {
    expect(stand(99).costPerMonth).toMatchObject({ betterThan: 1, at: 0 });
    expect(stand(500).costPerMonth).toMatchObject({ betterThan: 0, at: 11 });
    expect(stand(159.5).costPerMonth.betterThan).toBeCloseTo(0.5, 1);
    expect(stand(100, 38.1).latencyP95Ms).toMatchObject({ at: 0 });
    expect(stand(100, 38.1).latencyP95Ms.betterThan).toBeGreaterThan(0.97);
    expect(stand(100, 50, 0.999).availability.betterThan).toBe(1);
    expect(stand(100, 50, 0.98).availability.betterThan).toBe(0);
  });

  it("falls as the bill rises", () => {
    const shares = [90, 110, 140, 180, 230].map((bill) => stand(bill).costPerMonth.betterThan);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  });

  it("puts values on and beyond the edges into a bin", () => {
    expect([-5, 0, 1, 2.9, 3, 9].map((value) => binOf([0, 1, 2, 3], value))).toEqual([0, 0, 1, 2, 2, 2]);
  });
});

describe("what is committed", () => {
  it.each(lessons)("knows level $level.number", async ({ level }) => {
    const population = await findPopulation(level.id);
    if (!population) throw new Error(`run npm run prove:all -- --only ${level.number}`);
    expect(population.passing).toBeGreaterThanOrEqual(2);
    for (const figure of ["costPerMonth", "latencyP95Ms", "availability"] as const)
      expect(population[figure].counts.reduce((sum, n) => sum + n, 0)).toBe(population.passing);
    const [cheapest] = population.front;
    if (!cheapest) throw new Error("no front");
    const ranks = ranksAmong(population, cheapest);
    const { edges, sample } = population.costPerMonth;
    const dearer = sample.filter((cost) => cost > cheapest.costPerMonth).length;
    expect(ranks.costPerMonth.betterThan).toBe(dearer / sample.length);
    if (edges[0] !== edges.at(-1)) expect(ranks.costPerMonth.at).toBe(0);
  });

  it("knows nothing of a level that has not been proven", async () => {
    expect(await findPopulation("99-nowhere")).toBeUndefined();
  });
});
