/** The level of the day: which day it is, what it draws, and that it is proven before it is shown. */
import { describe, expect, test } from "vitest";
import { auditCheck, finish, inSlices, refusals } from "../../src/game/index.ts";
import { dayFacts } from "../../src/present/day.ts";
import { dayChanges, dayLesson } from "../../src/present/rooms.ts";
import {
  dateAt,
  dayKinds,
  dayLevelAt,
  daysFrom,
  isShiftDay,
  provingDay,
  readDate,
  variantOf,
  weekdayOf,
} from "../../src/rooms/day/index.ts";
import {
  beginShift,
  type Case,
  caseNamed,
  cases,
  caseTraffics,
  readShift,
  variantId,
} from "../../src/rooms/on-call/index.ts";
import { forecast, type PriceGroup } from "../../src/sim/index.ts";
import { ownHands } from "../../src/threads/errands.ts";
import { proveShiftParallel } from "../../src/threads/shift.ts";
import { firstDayOf, provenDayOf } from "../helpers/days.ts";
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
    if (isShiftDay(variant)) {
      expect(dayChanges(words, variant)).toEqual([words.day.kind("on-call")]);
      continue;
    }
    const { drawn, level } = variant;
    expect(drawn.traffic).toBeGreaterThanOrEqual(0.6);
    expect(drawn.traffic).toBeLessThanOrEqual(1.05);
    const { prices = {} } = drawn;
    const told = dayChanges(words, variant).join("\n");
    for (const [group, factor] of Object.entries(prices) as [PriceGroup, number][]) {
      expect(Math.abs(factor - 1)).toBeGreaterThanOrEqual(0.1 - 1e-9);
      expect(Math.abs(factor - 1)).toBeLessThanOrEqual(0.25);
      expect(Number.isInteger(factor * 100) || Math.abs(factor * 100 - Math.round(factor * 100)) < 1e-9).toBe(
        true,
      );
      expect(told).toContain(words.day.price({ group, factor }));
    }
    expect(level.scenario.prices).toEqual(drawn.prices);
    const lengthSec = level.scenario.ticks * level.scenario.tickSec;
    for (const { atSec } of level.scenario.events) {
      expect(atSec).toBeGreaterThanOrEqual(0);
      expect(atSec).toBeLessThan(lengthSec);
    }
    expect(dayChanges(words, variant).length).toBeGreaterThanOrEqual(3);
    expect(dayLesson(words, lessons, variant).prose.title).toContain(drawn.date);
  }
});

describe.each([firstDayOf("level"), firstDayOf("waste")])(
  "$drawn.date, $drawn.kind",
  ({ drawn: { date } }) => {
    test("has a day that is proven, and a thread makes the same level of its address", async () => {
      const day = await provenDayOf(date);
      if (isShiftDay(day)) throw new Error("counted on to a shift: take another day");
      const { level, answer, best } = day;
      expect(refusals(level, answer)).toEqual([]);
      expect(level.stars.three.audit).toBe(true);
      expect(finish(auditCheck(level, answer)).holds).toBe(true);
      expect(Math.abs(forecast(answer, level.scenario).perMonth - best)).toBeLessThan(0.1 * best);
      expect(best).toBeLessThanOrEqual(level.budget);
      const again = dayLevelAt(level.id)!;
      expect(again.scenario).toEqual(level.scenario);
      expect([again.goals, again.budget]).toEqual([level.goals, level.budget]);
    });
  },
);

test("most days have prices of their own, only of what their answer pays for", () => {
  const boards = Array.from({ length: 200 }, (_, n) => variantOf(daysFrom("2027-01-01", n), 0)).flatMap(
    (day) => (isShiftDay(day) ? [] : [day]),
  );
  const moved = boards.filter(({ drawn }) => drawn.prices);
  expect(moved.length / boards.length).toBeCloseTo(3 / 4, 1);
  for (const { drawn, level } of moved) {
    const { prices: _, ...asOnLevel } = level.scenario;
    const [usual, today] = [asOnLevel, level.scenario].map((day) => forecast(level.lesson, day).perMonth);
    expect(today, JSON.stringify(drawn)).not.toBe(usual);
  }
});

test("a year has days of every kind, half of them levels", () => {
  const kinds = Array.from({ length: 365 }, (_, n) => variantOf(daysFrom("2027-01-01", n), 0).drawn.kind);
  const share = (kind: string) => kinds.filter((each) => each === kind).length / kinds.length;
  for (const kind of dayKinds) expect(share(kind)).toBeCloseTo(kind === "level" ? 1 / 2 : 1 / 4, 1);
});

describe("a day on call", () => {
  const shift = firstDayOf("on-call");
  const { date, seed, of } = shift.drawn;

  test("is a case with another day, proven like the case itself, and no level for a thread", async () => {
    expect(await proveShiftParallel(ownHands, shift)).toBe(true);
    expect(caseNamed(of)).toBe(shift.case);
    expect(dayLevelAt(`day:${date} ${shift.drawn.turn}`)).toBeUndefined();
  });

  test("tells neither its case nor its fault before it is worked", () => {
    const told = Object.values(dayFacts(words, lessons, shift))
      .flat()
      .join("\n");
    expect(told).toContain(date);
    expect(told).toContain(shift.case.design);
    const { name, happened } = words.onCall.causes[shift.case.cause];
    for (const secret of [name, happened, of.replace(/\*.*/, "")]) expect(told).not.toContain(secret);
  });

  test("begins at its alarm with its date, and is the same shift for everybody", () => {
    const begun = beginShift(shift.case, seed, date);
    expect(begun).toMatchObject({ case: of, seed, date });
    expect(begun.nowSec).toBe(begun.alarmSec);
    expect(readShift({ ...begun, begunMs: 0 })).toEqual(begun);
  });
});

test("a case with more people or fewer is that case with other traffic, within bounds", () => {
  for (const which of cases)
    for (const traffic of caseTraffics) {
      const variant = caseNamed(variantId(which.id, traffic))!;
      expect(variant.cause).toBe(which.cause);
      const rate = (each: Case) => each.day(100).streams[0]!.curve[0]![1];
      expect(rate(variant) / rate(which)).toBeCloseTo(traffic, 9);
    }
  for (const id of ["gray-box*2", "gray-box*", "*0.9", "gray-box*0.90"])
    expect(caseNamed(id)).toBeUndefined();
});

test("a day whose start passes is none", () => {
  const variant = firstDayOf("level");
  const easy = { ...variant, level: { ...variant.level, goals: [] } };
  expect(finish(inSlices(easy.level, provingDay(easy)))).toBeUndefined();
});

test("a day's sample is drawn between breaths: nothing holds a screen before the first run", () => {
  const plan = provingDay(firstDayOf("level"));
  let breaths = 0;
  for (let step = plan.next([]); !step.done && step.value.runs.length === 0; step = plan.next([])) breaths++;
  expect(breaths).toBeGreaterThan(20);
});

test("what is no address of a day is no level", () => {
  for (const address of ["day:", "day:2026-12-01", "day:2026-12-01 x", "waste:idle-boxes"])
    expect(dayLevelAt(address)).toBeUndefined();
});
