/** When an indicator is there at all, and what it is where nothing came of it. */
import { expect, test } from "vitest";
import { design, searchRun, simulate } from "../../src/sim/index.ts";
import { calm } from "../helpers/scenarios.ts";

const indicatorsOf = (line: string, perSec: Parameters<typeof calm>[0]) =>
  simulate(design(line), calm(perSec, 60), { seed: 1, ...searchRun }).indicators;

test("where nobody writes there is no p99 of writes", () => {
  expect(indicatorsOf("dns · box 1", { page: 50 })).not.toHaveProperty("writeP99Ms");
  expect(indicatorsOf("dns · box 1", { page: 50, write: 5 }).writeP99Ms).toBeGreaterThan(0);
});

test("answer times are told of each of two regions, and of none by itself where there is one", () => {
  const scenario = calm({ page: 50 }, 60);
  const times = (regions: Readonly<Record<string, number>>) => {
    const streams = scenario.streams.map((stream) => ({ ...stream, regions }));
    const { indicators } = simulate(
      design("dns · box 1"),
      { ...scenario, streams },
      { seed: 1, ...searchRun },
    );
    return ["latencyP95Ms", "us.latencyP95Ms", "korea.latencyP95Ms"].map(
      (name) => (indicators as Readonly<Record<string, number>>)[name] !== undefined,
    );
  };
  expect(times({ us: 1 })).toEqual([true, false, false]);
  expect(times({ us: 0.5, korea: 0.5 })).toEqual([true, true, true]);
});

test("where nobody asks for anything everybody is answered", () => {
  expect(indicatorsOf("dns · box 1", { page: 0 }).availability).toBe(1);
});

test("work is in vain where answers come after all patience, and nowhere else", () => {
  expect(indicatorsOf("dns · box 1", { page: 50 }).inVainShare).toBe(0);
  expect(indicatorsOf("dns · box 1", { page: 900 }).inVainShare).toBeGreaterThan(0.5);
});
