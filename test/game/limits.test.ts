import { describe, expect, test } from "vitest";
import { lampsOf, sittingAfter, startSitting } from "../../src/game/index.ts";
import { trafficChart } from "../../src/present/briefing.ts";
import { type Curve, design, searchRun, simulate } from "../../src/sim/index.ts";
import { findLesson, words } from "../helpers/english.ts";

/** Limits of judgement, each tried on both sides: what still holds, and the first that no longer does. */

describe("undo", () => {
  test("takes back the last 500 changes, and not the one before them", () => {
    const boxes = (size: 1 | 2) => design(`dns · box ${size}`);
    let sitting = startSitting(boxes(1));
    for (let n = 0; n < 501; n++)
      sitting = sittingAfter(sitting, { type: "take", design: boxes(n % 2 === 0 ? 2 : 1) });
    let undone = 0;
    for (; ; undone++) {
      const before = sittingAfter(sitting, { type: "undo" });
      if (before === sitting) break;
      sitting = before;
    }
    expect(undone).toBe(500);
  });
});

describe("a lamp that reads the run", () => {
  const finale = findLesson("finale")!.level;
  const report = simulate(finale.lesson, { ...finale.scenario, ticks: 2 }, { seed: 1, ...searchRun });
  const lampsWith = (indicators: Readonly<Record<string, number>>) =>
    lampsOf(finale.lesson, { ...report, indicators: { ...report.indicators, ...indicators } });

  test.each([
    ["shards", "hotShardUtilizationMax", 0.8, 0.801],
    // Ratios are judged to the percentage point that a person reads.
    ["cache", "hitRatio", 0.745, 0.7449],
    ["cdn", "edgeHitRatio", 0.895, 0.8949],
  ] as const)("%s: %s of %d lights it, %d does not", (lamp, indicator, lit, dark) => {
    expect(lampsWith({ [indicator]: lit })[lamp]).toBe(true);
    expect(lampsWith({ [indicator]: dark })[lamp]).toBe(false);
  });
});

describe("a day whose order is secret", () => {
  test("shows no crowd in its traffic, neither its height nor where it begins and ends", () => {
    const lesson = findLesson("finale")!;
    const calm: Curve = [
      [0, 100],
      [600, 100],
    ];
    const crowded: Curve = [
      [0, 100],
      [200, 100],
      [201, 300],
      [299, 300],
      [300, 100],
      [600, 100],
    ];
    /** One that is there when the day ends. */
    const late: Curve = [
      [0, 100],
      [500, 100],
      [501, 300],
      [598, 300],
      [599, 100],
      [600, 100],
    ];
    const chartOf = (curve: Curve, [atSec, untilSec] = [200, 300]) => {
      const { scenario } = lesson.level;
      const [stream] = scenario.streams;
      return trafficChart(
        words,
        {
          ...lesson,
          level: {
            ...lesson.level,
            scenario: {
              ...scenario,
              ticks: 600,
              tickSec: 1,
              streams: [{ ...stream!, curve }],
              events: [{ label: "crowd", what: "news", atSec: atSec!, untilSec: untilSec! }],
            },
          },
        },
        200,
      );
    };
    expect(chartOf(crowded)).toEqual(chartOf(calm));
    expect(chartOf(late, [500, 600])).toEqual(chartOf(calm, [500, 600]));
  });
});
