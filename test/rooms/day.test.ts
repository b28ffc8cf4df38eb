/** The level of the day: which day it is, what it draws, and that it is proven before it is shown. */
import { describe, expect, test } from "vitest";
import { finish, inSlices, refusals } from "../../src/game/index.ts";
import { dayChanges, dayLesson } from "../../src/present/rooms.ts";
import {
  dateAt,
  dayLevelAt,
  daysFrom,
  provingDay,
  readDate,
  variantOf,
  weekdayOf,
} from "../../src/rooms/day/index.ts";
import { forecast } from "../../src/sim/index.ts";
import { provenDayOf } from "../helpers/days.ts";
import { lessons, words } from "../helpers/english.ts";

describe("a date", () => {
  test.each([
    ["2026-12-01", "2026-12-01"],
    [" 2026-1-9 ", "2026-01-09"],
    ["2028-02-29", "2028-02-29"],
    ["2026-01-01", "2026-01-01"],
    ["2099-12-31", "2099-12-31"],
  ])("%j is the day %s", (text, date) => {
    expect(readDate(text)).toEqual({ date });
  });

  test.each([
    ["1970-01-01", "too-early"],
    ["2025-12-31", "too-early"],
    ["2100-01-01", "too-late"],
    ["2999-01-01", "too-late"],
    ["2026-02-29", "no-such-day"],
    ["2026-13-01", "no-such-day"],
    ["2026-00-10", "no-such-day"],
    ["01.12.2026", "form"],
    ["12/01/2026", "form"],
    ["tomorrow", "form"],
    ["", "form"],
    ["20261201", "form"],
  ])("%j is none: %s", (text, problem) => {
    expect(readDate(text)).toEqual({ problem });
  });

  test("begins and ends with the day of UTC, whatever the clock says", () => {
    const midnight = Date.UTC(2026, 11, 1);
    expect(dateAt(midnight - 1)).toBe("2026-11-30");
    expect(dateAt(midnight)).toBe("2026-12-01");
    for (const wrong of [Number.NaN, -1, Number.POSITIVE_INFINITY]) expect(dateAt(wrong)).toBe("1970-01-01");
    expect(dateAt(1e20)).toBe("9999-12-31");
  });

  test("is so many days from another, over the ends of months and years", () => {
    expect(daysFrom("2026-12-31", 1)).toBe("2027-01-01");
    expect(daysFrom("2028-03-01", -1)).toBe("2028-02-29");
    expect(["2026-11-30", "2026-12-06"].map(weekdayOf)).toEqual([0, 6]);
  });
});

test("another date draws another day, the same date the same", () => {
  const drawn = Array.from({ length: 20 }, (_, n) => variantOf(daysFrom("2026-12-01", n), 0).drawn);
  const told = drawn.map(({ date: _, ...rest }) => JSON.stringify(rest));
  expect(new Set(told).size).toBeGreaterThan(17);
  expect(variantOf("2026-12-01", 0).drawn).toEqual(drawn[0]);
});

test("what is drawn stays within its bounds, and each day says in words what is different", () => {
  for (let n = 0; n < 200; n++) {
    const variant = variantOf(daysFrom("2026-12-01", n), n % 3);
    const { drawn, level } = variant;
    expect(drawn.traffic).toBeGreaterThanOrEqual(0.6);
    expect(drawn.traffic).toBeLessThanOrEqual(1.05);
    const lengthSec = level.scenario.ticks * level.scenario.tickSec;
    for (const { atSec } of level.scenario.events) {
      expect(atSec).toBeGreaterThanOrEqual(0);
      expect(atSec).toBeLessThan(lengthSec);
    }
    expect(dayChanges(words, variant).length).toBeGreaterThanOrEqual(3);
    expect(dayLesson(words, lessons, variant).prose.title).toContain(drawn.date);
  }
});

describe.each(["2026-12-01", "2026-12-02", "2026-12-04"])("%s", (date) => {
  test("has a day that is proven, and a thread makes the same level of its address", () => {
    const day = provenDayOf(date);
    const { level, answer, best } = day;
    expect(refusals(level, answer)).toEqual([]);
    expect(Math.abs(forecast(answer, level.scenario).perMonth - best)).toBeLessThan(0.1 * best);
    expect(best).toBeLessThanOrEqual(level.budget);
    const again = dayLevelAt(level.id)!;
    expect(again.scenario).toEqual(level.scenario);
    expect([again.goals, again.budget]).toEqual([level.goals, level.budget]);
  });
});

test("a day whose start passes is none", () => {
  const variant = variantOf("2026-12-01", 0);
  const easy = { ...variant, level: { ...variant.level, goals: [] } };
  expect(finish(inSlices(easy.level, provingDay(easy)))).toBeUndefined();
});

test("what is no address of a day is no level", () => {
  for (const address of ["day:", "day:2026-12-01", "day:2026-12-01 x", "waste:idle-boxes"])
    expect(dayLevelAt(address)).toBeUndefined();
});
