import { describe, expect, test } from "vitest";
import { enduranceScore } from "../../src/game/index.ts";
import type { Report } from "../../src/sim/index.ts";

const level = { budget: 30_000 };
const day = (factor: number, costPerMonth: number, passed = true, share = 1) => ({
  factor,
  passed,
  report: { costPerMonth, indicators: { availability: share, ordersShare: share } } as unknown as Report,
});

describe("a day of endless growth", () => {
  test("is worth a hundred when it carries the level's own traffic whole for the whole budget", () => {
    expect(enduranceScore(level, day(1, 30_000))).toBe(100);
  });

  test("is worth as much more as it carries, and as it costs less", () => {
    expect(enduranceScore(level, day(2, 30_000))).toBe(200);
    expect(enduranceScore(level, day(1, 15_000))).toBe(200);
    expect(enduranceScore(level, day(1, 60_000))).toBe(50);
  });

  test("is worth less for what fails", () => {
    expect(enduranceScore(level, day(1, 30_000, true, 0.9))).toBeCloseTo(81);
  });

  test("is worth nothing when it does not pass, however cheap it was", () => {
    expect(enduranceScore(level, day(8, 100, false))).toBe(0);
  });
});
