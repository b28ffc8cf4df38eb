import { describe, expect, test } from "vitest";
import type { GoalIndicator, GoalResult } from "../../src/game/index.ts";
import { areaChart, resample, scaleOf } from "../../src/present/chart.ts";
import {
  billLines,
  largestFirst,
  missedBy,
  showChange,
  showGoal,
  showGoalShort,
  showIndicator,
  showResult,
} from "../../src/present/indicators.ts";
import { words } from "../helpers/english.ts";

/** How values are shown: of every unit, and by how much a target was missed. */

const ofUnit = {
  ms: "latencyP95Ms",
  share: "availability",
  sec: "staleSecMax",
  count: "ordersLost",
  dollars: "costPerMonth",
} as const satisfies Record<string, GoalIndicator>;

test.each([
  ["ms", 250.4, "250 ms"],
  ["share", 0.985, "98.5 %"],
  ["sec", 4.26, "4.3 s"],
  ["sec", 10.4, "10 s"],
  ["sec", 9.96, "10 s"],
  ["count", 1_234, "1,234"],
  ["dollars", 1_234, "$1,234"],
] as const)("a value in %s, such as %d, is shown as %s", (unit, value, text) => {
  expect(showIndicator(words, ofUnit[unit], value)).toBe(text);
});

test("nothing measured has no figure", () => {
  expect(showIndicator(words, "latencyP95Ms", Number.NaN)).toBe(words.indicators.none);
});

test("a miss that would look like its target is shown more exactly; a hit is not", () => {
  const shown = (indicator: GoalIndicator, target: number, value: number, met: boolean) =>
    showResult(words, { indicator, target, value, met, bound: "atMost" });
  for (const [indicator, target, value] of [
    ["latencyP95Ms", 250, 250.3],
    ["staleSecMax", 20, 20.3],
    ["ordersLost", 100, 100.3],
    ["costPerMonth", 100, 100.3],
  ] as const) {
    const text = showIndicator(words, indicator, target);
    expect(shown(indicator, target, value, false), indicator).not.toBe(text);
    expect(shown(indicator, target, value, false), indicator).toMatch(/\.3/);
    expect(shown(indicator, target, value, true), indicator).toBe(text);
  }
  expect(shown("latencyP95Ms", 250, 400, false)).toBe("400 ms");
});

describe("by how much a goal was missed", () => {
  const missed = (
    bound: GoalResult["bound"],
    target: number,
    value: number,
    indicator: GoalIndicator = bound === "atMost" ? "latencyP95Ms" : "availability",
  ) => missedBy(words, { indicator, bound, target, value, met: false });

  test.each([
    [200, 399, "100 % too much"],
    [200, 400, "2.0 times too much"],
    [200, 1_980, "9.9 times too much"],
    [200, 2_400, "12 times too much"],
    [200, 300, "50 % too much"],
    [200, 200.1, "1 % too much"],
  ])("of at most %d by %d is %s", (target, value, text) => {
    expect(missed("atMost", target, value)).toBe(text);
  });

  test("of nothing at all is a number, however small", () => {
    expect(missed("atMost", 0, 12, "ordersLost")).toBe("12 too many");
    expect(missed("atMost", 0, 0.2, "ordersLost")).toBe("<1 too many");
  });

  test.each([
    [0.99, 0.98, "2.0 times what may fail"],
    [0.99, 0.981, "0.9 points short"],
    [0.99, 0.989_5, "0.05 points short"],
    [0.99, 0.989_97, "0.003 points short"],
    [0.99, 0.989_999_9, "<0.001 points short"],
    [0.999, 0.899, "far below"],
    [0.999, 0.9, "100 times what may fail"],
    [0.5, 0.1, "40.0 points short"],
  ])("of a share of at least %d by %d is %s", (target, value, text) => {
    expect(missed("atLeast", target, value)).toBe(text);
  });

  test("of a number is what is short of it", () => {
    expect(missed("atLeast", 100, 60, "ordersLost")).toBe("40 short");
  });

  test("is not said of what was met or not measured", () => {
    const goal = { indicator: "latencyP95Ms", bound: "atMost", target: 1, value: 2 } as const;
    expect(missedBy(words, { ...goal, met: true })).toBe("");
    expect(missedBy(words, { ...goal, value: Number.NaN, met: false })).toBe("");
  });
});

test("a change has its unit once, unless one side has no value", () => {
  expect(showChange(words, "latencyP95Ms", 3_109, 145)).toBe("3,109 → 145 ms");
  expect(showChange(words, "availability", 0.5, 0.99)).toBe("50.0 → 99.0 %");
  expect(showChange(words, "staleSecMax", 5, 3)).toBe("5 → 3 s");
  expect(showChange(words, "ordersLost", 5, 3)).toBe("5 → 3");
  expect(showChange(words, "latencyP95Ms", Number.NaN, 145)).toBe(`${words.indicators.none} → 145 ms`);
  expect(showChange(words, "latencyP95Ms", 145, Number.NaN)).toBe(`145 ms → ${words.indicators.none}`);
});

test("a goal says which side of its target is good; in short it leaves out what is understood", () => {
  expect(showGoal(words, { indicator: "latencyP95Ms", atMost: 250 })).toMatch(/ ≤ 250 ms$/);
  expect(showGoal(words, { indicator: "availability", atLeast: 0.99 })).toMatch(/ ≥ 99\.0 %$/);
  expect(showGoalShort(words, { indicator: "latencyP95Ms", atMost: 250 })).toMatch(/ ≤ 250$/);
  expect(showGoalShort(words, { indicator: "availability", atLeast: 0.99 })).toMatch(/ ≥ 99\.0%$/);
  expect(showGoalShort(words, { indicator: "staleSecMax", atMost: 5 })).toMatch(/ ≤ 5 s$/);
});

test("a bill names each thing once, the largest first, and nothing that is free", () => {
  const bill = [
    { id: "cdn", perMonth: 5 },
    { id: "web", perMonth: 20 },
    { id: "workers", perMonth: 10 },
    { id: "workers-extra", perMonth: 15 },
    { id: "cdn-archive", perMonth: 1 },
    { id: "lb", perMonth: 0 },
  ];
  expect(largestFirst(bill)).toEqual([
    { id: "workers", perMonth: 25 },
    { id: "web", perMonth: 20 },
    { id: "cdn", perMonth: 6 },
    { id: "lb", perMonth: 0 },
  ]);
  const text = billLines(words, bill, 51, 500).join(" ");
  expect(text.match(/\$\d+/g)).toEqual(["$51", "$25", "$20", "$6"]);
});

describe("a curve", () => {
  test("of more values than cells is their means, each value once; of fewer, itself", () => {
    expect(resample([1, 3, 5, 7], 2)).toEqual([2, 6]);
    expect(resample([1, 2, 3], 3)).toEqual([1, 2, 3]);
    expect(resample([1, 2, 3, 4, 6], 2)).toEqual([1.5, 13 / 3]);
  });

  test("rises by eighths of a row, from the bottom, and shows that there is something", () => {
    expect(areaChart([0, 1, 8, 16], 4, 2)).toEqual(["   █", " ▁██"]);
    expect(areaChart([0, 0.001, 12], 3, 2, 16)).toEqual(["  ▄", " ▁█"]);
    expect(areaChart([32, 4], 2, 1, 8)).toEqual(["█▄"]);
    expect(areaChart([0, 0], 2, 1)).toEqual(["  "]);
  });

  test("is scaled by the largest mean, and by nothing below nothing", () => {
    expect(scaleOf([0, 10, 0, 0], 2)).toBe(5);
    expect(scaleOf([-3], 2)).toBe(0);
  });
});
