/** Time spent: counted from what was done, never more than can be vouched for. */
import { describe, expect, test } from "vitest";
import { activeBetween, silenceMaxMs, timeSpent, withActive } from "../../src/study/time.ts";

const noonMs = Date.UTC(2026, 10, 26, 12);
const dayMs = 86_400_000;

describe("between two actions", () => {
  test("all of it counts, up to the longest silence, and nothing where the clock was set back", () => {
    expect(activeBetween(noonMs, noonMs + 1_500)).toBe(1_500);
    expect(activeBetween(noonMs, noonMs + silenceMaxMs)).toBe(silenceMaxMs);
    expect(activeBetween(noonMs, noonMs + silenceMaxMs + 1)).toBe(silenceMaxMs);
    expect(activeBetween(noonMs, noonMs + 30 * dayMs)).toBe(silenceMaxMs);
    expect(activeBetween(noonMs, noonMs - 365 * dayMs)).toBe(0);
  });
});

describe("a day", () => {
  test("adds up, and has no more in it than a day", () => {
    expect(withActive({ "2026-11-26": 1_000 }, noonMs, 500.4)).toEqual({ "2026-11-26": 1_500 });
    expect(withActive({ "2026-11-26": dayMs - 1 }, noonMs, 60_000)).toEqual({ "2026-11-26": dayMs });
  });

  test("ends at midnight, UTC", () => {
    const midnightMs = Date.UTC(2026, 10, 27);
    expect(Object.keys(withActive({}, midnightMs - 1, 1))).toEqual(["2026-11-26"]);
    expect(Object.keys(withActive({}, midnightMs, 1))).toEqual(["2026-11-27"]);
  });
});

test("is told in whole minutes: today, the last seven days with today, and in all", () => {
  const active = {
    "2026-11-26": 119_999,
    "2026-11-20": 60_000,
    "2026-11-19": 3_600_000,
    "2027-01-01": 60_000,
  };
  expect(timeSpent(active, noonMs)).toEqual({ todayMin: 1, weekMin: 2, allMin: 63, days: 4 });
  expect(timeSpent({}, noonMs)).toEqual({ todayMin: 0, weekMin: 0, allMin: 0, days: 0 });
});
