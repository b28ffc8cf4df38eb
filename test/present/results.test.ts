/** The value of a goal that came out. */
import { expect, test } from "vitest";
import type { GoalResult } from "../../src/game/index.ts";
import { showResult } from "../../src/present/indicators.ts";
import { words } from "../helpers/english.ts";

const slow = (value: number, met: boolean): GoalResult => ({
  indicator: "latencyP95Ms",
  bound: "atMost",
  target: 250,
  value,
  met,
});

test.each([
  [250.04, "250.04 ms"],
  [250.004, "250.004 ms"],
  [250.000_3, "250.0003 ms"],
  [250.000_004, "250.000004 ms"],
  [250.000_000_04, "250.000000040 ms"],
])("%d ms that miss 250 ms have as many digits as tell them apart", (value, shown) => {
  expect(showResult(words, slow(value, false))).toBe(shown);
});

test("a value that meets its goal, or looks unlike it, has the usual digits", () => {
  expect(showResult(words, slow(249.9996, true))).toBe("250 ms");
  expect(showResult(words, slow(251.2345, false))).toBe("251 ms");
});
