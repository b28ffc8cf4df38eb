/** By how much a goal is missed, and how exact its value is told: each way of saying it up to its limit. */
import { describe, expect, test } from "vitest";
import type { GoalResult } from "../../src/game/index.ts";
import { missedBy, showIndicator, showResult, showShare } from "../../src/present/indicators.ts";
import { plainIndicators } from "../../src/sim/index.ts";
import { words } from "../helpers/english.ts";

const { missed, never } = words.indicators;
const miss = (
  indicator: GoalResult["indicator"],
  bound: GoalResult["bound"],
  target: number,
  value: number,
): GoalResult => ({ indicator, bound, target, value, met: false });

describe("a goal of at most", () => {
  const by = (value: number) => missedBy(words, miss("latencyP95Ms", "atMost", 100, value));

  test("is missed by times what it may be from twice on, by percent below, and never by none", () => {
    expect([100.1, 101, 150, 199].map(by)).toEqual([1, 1, 50, 99].map(missed.percentTooMuch));
    expect([200, 990, 1_000, 123_400].map(by)).toEqual(
      ["2.0", "9.9", "10", "1,234"].map(missed.timesTooMuch),
    );
  });

  test("is missed by what there is too much of where there may be none", () => {
    const lost = (value: number) => missedBy(words, miss("lostJobs", "atMost", 0, value));
    expect([0.2, 1, 12_847].map(lost)).toEqual(["<1", "1", "12,847"].map(missed.tooMany));
  });

  test("is missed by as many times as what is counted is shown to be", () => {
    const over = (value: number) => missedBy(words, miss("oversold", "atMost", 2, value));
    expect([3.4, 3.6].map(over)).toEqual([missed.percentTooMuch(50), missed.timesTooMuch("2.0")]);
  });
});

describe("a goal of at least", () => {
  const by = (target: number, value: number) =>
    missedBy(words, miss("availability", "atLeast", target, value));

  test("is missed by times what may fail from twice on, by points below, and far below a hundred times", () => {
    expect([0.989_9, 0.981].map((value) => by(0.99, value))).toEqual(["0.01", "0.9"].map(missed.pointsShort));
    expect([0.979, 0.9].map((value) => by(0.99, value))).toEqual(["2.1", "10"].map(missed.timesFailures));
    expect(by(0.999, 0.900_1)).toBe(missed.timesFailures("100"));
    expect(by(0.999, 0.899_9)).toBe(missed.farBelow);
  });

  test("is missed by points where half may fail, or nothing", () => {
    expect(by(0.5, 0)).toBe(missed.pointsShort("50.0"));
    expect(by(0.51, 0)).toBe(missed.timesFailures("2.0"));
    expect(by(1, 0.9)).toBe(missed.pointsShort("10.0"));
  });

  test("is missed by as many digits of a point as show that there is something, three at most", () => {
    expect([0.94, 0.9494, 0.949_9, 0.949_99, 0.949_999].map((value) => by(0.95, value))).toEqual(
      ["1.0", "0.1", "0.01", "0.001", "<0.001"].map(missed.pointsShort),
    );
  });
});

test("what there is too much of is never shown as none, whatever is measured", () => {
  for (const name of plainIndicators) {
    const goal = miss(name, "atMost", 0, 1e-7);
    const none = missed.tooMany(showIndicator(words, name, 0));
    expect([none, ""], name).not.toContain(missedBy(words, goal));
  }
});

test("nothing is missed where a goal is met, or where there is no value to miss it by", () => {
  expect(missedBy(words, { ...miss("latencyP95Ms", "atMost", 100, 200), met: true })).toBe("");
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
    expect(missedBy(words, miss("latencyP95Ms", "atMost", 100, value))).toBe("");
  const reads = (value: number) => missedBy(words, miss("staleSecMax", "atMost", 60, value));
  expect([86_400, 86_401].map(reads)).toEqual([missed.timesTooMuch("1,440"), ""]);
  expect(showIndicator(words, "staleSecMax", 86_400)).toBe("86,400 s");
  expect(showIndicator(words, "staleSecMax", 86_401)).toBe(never);
});

describe("a value beside what it is asked to be", () => {
  const stale = (target: number, value: number) =>
    showResult(words, miss("staleReadShare", "atMost", target, value));

  test("is as exact as that where it is near, and as exact as always ten times as far", () => {
    expect([0.001_5, 0.004_99, 0.005].map((value) => stale(0.000_5, value))).toEqual([
      "0.15 %",
      "0.50 %",
      "0.5 %",
    ]);
  });

  test("has the digits that tell it from what it misses", () => {
    const up = (value: number) => showResult(words, miss("availability", "atLeast", 0.99, value));
    expect([0.989, 0.989_97, 0.989_999].map(up)).toEqual(["98.9 %", "98.997 %", "98.9999 %"]);
    expect(showShare(0.989_97, 0.99)).toBe("98.997 %");
    expect(showShare(0.99, 0.99)).toBe("99.0 %");
    expect(showShare(0.5, 0.99)).toBe("50.0 %");
  });

  test("is as short as always where it meets it", () => {
    const met = { ...miss("availability", "atLeast", 0.99, 0.990_03), met: true };
    expect(showResult(words, met)).toBe(showIndicator(words, "availability", 0.990_03));
  });
});
