import { describe, expect, test } from "vitest";
import { inSlices, luckOf, type Outcome, play, spreadOf, tryLuck } from "../../src/game/index.ts";
import { finish } from "../../src/game/slices.ts";
import { luckTold } from "../../src/present/debrief.ts";
import { luckyRun, searchRun } from "../../src/sim/index.ts";
import { words } from "../helpers/english.ts";
import { storm, stormBoxes } from "../helpers/storm.ts";

const luckOn = (load: number) => finish(inSlices(storm(load), tryLuck(storm(load), stormBoxes, 11)));

describe("the fate of a design on days with traffic of their own", () => {
  test("is one and the same far from a tipping point, and nothing is said of it", () => {
    for (const [load, passed] of [
      [200, 8],
      [300, 0],
    ] as const) {
      const luck = luckOn(load);
      expect(luck).toMatchObject({ runs: 8, passed });
      expect(luckTold(words, luck)).toEqual([]);
    }
  });

  test("is a matter of chance near it, where runs at the exact rates all say the same", () => {
    const smooth = [1, 2, 3, 4].map((seed) => play(storm(280), stormBoxes, seed, searchRun).passed);
    expect(new Set(smooth).size).toBe(1);
    const luck = luckOn(280);
    expect(luck.passed).toBeGreaterThan(0);
    expect(luck.passed).toBeLessThan(8);
    const [goal] = luck.goals;
    expect(goal!.met).toBe(luck.passed);
    expect(goal!.least).toBeLessThan(0.5);
    expect(goal!.most).toBeGreaterThan(0.99);
    expect(luckTold(words, luck)).toEqual([
      `A matter of chance: with traffic of its own, the same day passes in ${luck.passed} of 8 runs.`,
    ]);
  });

  test("is told of a goal where the verdict is certain", () => {
    const outcome = (p95: number): Outcome =>
      ({
        passed: false,
        goals: [
          { indicator: "latencyP95Ms", target: 100, bound: "atMost", value: p95, met: p95 <= 100 },
          { indicator: "availability", target: 0.9, bound: "atLeast", value: 0.5, met: false },
        ],
      }) as unknown as Outcome;
    expect(luckTold(words, luckOf([outcome(90), outcome(110), outcome(120)]))).toEqual([
      "A matter of chance: with traffic of its own, the same day meets the goal for p95 in 1 of 3 runs.",
    ]);
  });

  test("lies between the least and the most; a run without a value counts as the worst", () => {
    expect(spreadOf([3, 1, 2])).toEqual({ least: 1, median: 2, most: 3 });
    expect(spreadOf([4, 1, Number.NaN, 2])).toEqual({ least: 1, median: 3, most: Number.POSITIVE_INFINITY });
  });
});

describe("a run with drawn traffic", () => {
  test("is the same again with the same seed and another with another", () => {
    const p95 = (seed: number) => play(storm(170), stormBoxes, seed, luckyRun).report.indicators.latencyP95Ms;
    expect(p95(3)).toBe(p95(3));
    expect(p95(3)).not.toBe(p95(4));
  });
});
