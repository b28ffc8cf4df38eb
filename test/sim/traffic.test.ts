import { describe, expect, test } from "vitest";
import { drawPoisson } from "../../src/sim/chance/poisson.ts";
import { design, patientClients, photoData, Run, type Scenario, searchRun } from "../../src/sim/index.ts";

const ticks = 600;
const ratePerSec = 200;
const scenario: Scenario = {
  ticks,
  tickSec: 1,
  streams: [
    { kind: "page", curve: [[0, ratePerSec]], regions: { us: 1 }, mobileShare: 0 },
    { kind: "write", curve: [[0, ratePerSec / 10]], regions: { us: 1 }, mobileShare: 0 },
  ],
  data: photoData,
  clients: patientClients,
  events: [],
};

function offeredBy(seed: number, drawsTraffic?: boolean): number[] {
  const options = { seed, ...searchRun, ...(drawsTraffic === undefined ? {} : { drawsTraffic }) };
  const run = new Run(design("dns · web 4×8 · db 8"), scenario, options);
  while (!run.done) run.advance();
  return [...run.world.gauges.column("offered")];
}

function momentsOf(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
}

describe("draws from Poisson's law", () => {
  test.each([0.3, 4, 49, 50, 2_000])("have the mean and the variance %d, in whole numbers", (mean) => {
    const draws = Array.from({ length: 20_000 }, (_, tick) => drawPoisson(mean, 7, tick, 3));
    expect(draws.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
    const found = momentsOf(draws);
    expect(Math.abs(found.mean / mean - 1)).toBeLessThan(0.04);
    expect(Math.abs(found.variance / mean - 1)).toBeLessThan(0.05);
  });

  test("are none where nothing can happen", () => {
    expect(drawPoisson(0, 1, 1, 1)).toBe(0);
  });
});

describe("traffic", () => {
  test("comes exactly at the scenario's rates unless it is drawn", () => {
    const offered = offeredBy(1);
    expect(new Set(offered)).toEqual(new Set([ratePerSec + ratePerSec / 10]));
    expect(offeredBy(1, false)).toEqual(offered);
  });

  test("comes by chance where it is drawn: as many as the rate on average, as much apart as Poisson's law has it, anew for each seed", () => {
    const [one, other] = [offeredBy(1, true), offeredBy(2, true)] as const;
    const mean = ratePerSec * 1.1;
    for (const offered of [one, other]) {
      const found = momentsOf(offered);
      expect(Math.abs(found.mean / mean - 1)).toBeLessThan(0.01);
      expect(Math.abs(found.variance / mean - 1)).toBeLessThan(0.2);
    }
    expect(one).not.toEqual(other);
  });
});
