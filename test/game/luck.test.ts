import { describe, expect, test } from "vitest";
import {
  inSlices,
  luckOf,
  making,
  type Outcome,
  type Playable,
  play,
  spreadOf,
  tryLuck,
  type WantedRun,
} from "../../src/game/index.ts";
import { finish } from "../../src/game/slices.ts";
import { luckTold } from "../../src/present/debrief.ts";
import { luckyRun, type ScenarioEvent, searchRun } from "../../src/sim/index.ts";
import { words } from "../helpers/english.ts";
import { storm, stormBoxes } from "../helpers/storm.ts";

const luckOn = (load: number) => finish(inSlices(storm(load), tryLuck(stormBoxes, 11)));

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

  test("has the events of one seed's day in every run, whatever order they come in on others", () => {
    const die = (atSec: number): ScenarioEvent => ({
      label: `at-${atSec}`,
      what: "crash",
      tier: "web",
      boxes: 1,
      atSec,
      untilSec: atSec + 3,
    });
    const shuffled: Playable = {
      ...storm(100),
      scenario: {
        ...storm(100).scenario,
        drawn: Array.from({ length: 12 }, () => ({ oneOf: [die(2), die(4)], laterSec: 3 })),
        shuffledEverySec: 10,
      },
    };
    const wanted = tryLuck(stormBoxes, 23).next([]).value as { readonly runs: readonly WantedRun[] };
    expect(wanted.runs.map(({ seed }) => seed)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const notes = wanted.runs.map((run) => finish(making(shuffled, run)).report.notes);
    const deaths = notes.map((all) => all.filter(({ what }) => what === "event").map(({ atSec }) => atSec));
    expect(deaths[0]).toHaveLength(12);
    for (const each of deaths) expect(each).toEqual(deaths[0]);
    const own = play(shuffled, stormBoxes, 24, luckyRun).report.notes.filter(({ what }) => what === "event");
    expect(own.map(({ atSec }) => atSec)).not.toEqual(deaths[0]);
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
