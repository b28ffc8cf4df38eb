/** How clear a goal must be met or missed for a claim to rest on it. */
import { describe, expect, it } from "vitest";
import type { GoalResult } from "../../src/game/index.ts";
import { isClear } from "../../src/solver/claims.ts";

const goal = (bound: GoalResult["bound"], target: number, value: number): GoalResult => ({
  indicator: "latencyP95Ms",
  bound,
  target,
  value,
  met: bound === "atMost" ? value <= target : value >= target,
});

describe("a goal is met or missed clearly", () => {
  it.each([
    [97, true],
    [97.1, false],
    [100, false],
    [102.9, false],
    [103, true],
  ])("by three hundredths of its value: 100 ms against %d ms", (value, clear) => {
    expect(isClear(goal("atMost", 100, value))).toBe(clear);
    expect(isClear(goal("atLeast", 100, value))).toBe(clear);
  });

  it.each([
    [0.9911, true],
    [0.9909, false],
    [0.9891, false],
    [0.9889, true],
  ])("by a tenth of what may fail: 99 %% against %d", (value, clear) => {
    expect(isClear(goal("atLeast", 0.99, value))).toBe(clear);
  });

  it("where none may be lost, by one", () => {
    expect(isClear(goal("atMost", 0, 0))).toBe(true);
    expect(isClear(goal("atMost", 0, 1))).toBe(true);
  });

  it("where there is nothing to measure", () => {
    expect(isClear(goal("atMost", 100, Number.NaN))).toBe(true);
  });
});
