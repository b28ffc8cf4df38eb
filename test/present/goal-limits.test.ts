/** A goal's curve, and a goal's figures in words, at the limits of their rules. */
import { describe, expect, test } from "vitest";
import type { GoalResult, Recording } from "../../src/game/index.ts";
import { areaChart, niceAbove, resample, scaleOf } from "../../src/present/chart.ts";
import { decidingGoal, goalCurveOf, strainOf } from "../../src/present/goal-curve.ts";
import {
  billLines,
  indicatorName,
  indicatorNameShort,
  missedBy,
  showChange,
  showGoalShort,
  showIndicator,
  showResult,
  showTarget,
  unitOf,
} from "../../src/present/indicators.ts";
import { nearest } from "../../src/present/nearest.ts";
import { emptyDesign } from "../../src/sim/index.ts";
import { words } from "../helpers/english.ts";

const goal = (indicator: string, bound: string, target: number, value: number, met = false) =>
  ({ indicator, bound, target, value, met }) as GoalResult;
const p95 = (value: number, met: boolean, target = 300) => goal("latencyP95Ms", "atMost", target, value, met);
const up = (value: number, met: boolean, target = 0.99) =>
  goal("availability", "atLeast", target, value, met);
const lost = (target: number, value: number, met = false) => goal("lostWrites", "atMost", target, value, met);

interface Series {
  readonly answered?: readonly number[];
  readonly failed?: readonly number[];
  readonly p95?: readonly number[];
  readonly standings?: readonly (readonly [tick: number, value: number])[];
}

/** A run of four ticks with one goal or more. */
function run(goals: readonly GoalResult[], series: Series = {}): Recording {
  const { answered = [9, 9, 9, 9], failed = [1, 1, 1, 1], p95: ms = [9, 9, 9, 9], standings = [] } = series;
  const latency = Float64Array.from(ms);
  return {
    ...{ design: emptyDesign(), ticks: 4, tickSec: 1, names: [], losses: [], notes: [] },
    series: (name: string) => Float64Array.from({ answered, failed }[name] ?? []),
    latency: { p50: latency, p95: latency, p99: latency },
    goalsSoFar: standings.map(([tick, value]) => ({ tick, goals: [{ ...goals[0]!, value }] })),
    outcome: { goals },
  } as unknown as Recording;
}
const curve = (goals: readonly GoalResult[], series?: Series) =>
  goalCurveOf(words, run(goals, series), () => true)!;

describe("the goal that decides", () => {
  const decides = (...goals: readonly GoalResult[]) => decidingGoal(run(goals))?.indicator;
  const none = goal("latencyP99Ms", "atMost", 500, Number.NaN);

  test("is one that was measured where any of those was missed, though others were met", () => {
    expect(decides(none, p95(301, false), up(1, true))).toBe("latencyP95Ms");
    expect(decides(none, p95(299, true), up(0.9, false))).toBe("availability");
    expect(decides(none, p95(299, true), up(1, true))).toBe("latencyP99Ms");
    expect(decides()).toBeUndefined();
  });

  test("is the first of two that are missed or met by as much", () => {
    expect(decides(p95(600, false), lost(1, 2))).toBe("latencyP95Ms");
    expect(decides(lost(1, 2), p95(600, false))).toBe("lostWrites");
  });

  test("is strained by what is too much of it, by times what may fail, by what is there of what should be", () => {
    const strains = (at: readonly GoalResult[]) => at.map(strainOf);
    // Where none may be lost, one is as bad as two where one may.
    expect(strains([lost(0, 0, true), lost(0, 1), lost(1, 2), lost(0, 0.5)])).toEqual([0, 2, 2, 1.5]);
    expect(strains([goal("goodputPerSec", "atLeast", 100, 50), up(0, false, 1)])).toEqual([
      2,
      Number.POSITIVE_INFINITY,
    ]);
    expect(strains([goal("goodputPerSec", "atLeast", 100, 0)])).toEqual([Number.POSITIVE_INFINITY]);
    expect(strains([goal("goodputPerSec", "atLeast", 100, 0.5)])).toEqual([200]);
    expect(strainOf(up(0.5, false, 0.75))).toBe(2);
    expect(strainOf(goal("goodputPerSec", "atLeast", 0.5, 0.25))).toBe(2);
  });
});

describe("a goal's curve", () => {
  test("spans what is known of it and its goal, whatever is not", () => {
    const found = curve([p95(700, false)], { p95: [0, 700, 0, 20] });
    expect([found.from, found.to]).toEqual([0, 750]);
    const share = curve([goal("logsStoredShare", "atLeast", 0.9, 0.5)], { standings: [[3, 0.5]] });
    // Half of it and three tenths more are looked at.
    expect([[...share.values], share.from, share.to]).toEqual([[Number.NaN, Number.NaN, 0.5, 0.5], 0.25, 1]);
  });

  test("of a number that may not fall ends a little above the most, and begins at nothing", () => {
    const found = curve([goal("goodputPerSec", "atLeast", 60, 50)], {
      standings: [
        [1, 40],
        [2, 96],
      ],
    });
    expect([found.from, found.to]).toEqual([0, 150]);
    expect(curve([goal("goodputPerSec", "atLeast", 60, 50)], { standings: [[1, 95]] }).to).toBe(100);
  });

  test("of a share never begins below nothing, however little is left", () => {
    const axis = (failed: number) => {
      const { from, to } = curve([up(0.9, false)], {
        answered: [100, 100, 100, 100].map((all) => all - failed),
        failed: [failed, failed, failed, failed],
      });
      return [from, to];
    };
    expect([2, 60, 90].map(axis)).toEqual([
      [0.97, 1],
      [0, 1],
      [0, 1],
    ]);
  });

  test("shows each value in its unit, and none where there is none", () => {
    const found = curve([p95(700, false)]);
    expect([found.show(12.4), found.show(Number.NaN)]).toEqual(["12 ms", words.indicators.none]);
    expect(found.name).toBe(indicatorName(words, "latencyP95Ms"));
    expect(curve([up(0.9, false)]).show(0.985)).toBe("98.5 %");
  });

  test("has no answer time where none took any", () => {
    expect([...curve([p95(700, false)], { p95: [0, 0.5, 0, 20] }).values]).toEqual([
      Number.NaN,
      0.5,
      Number.NaN,
      20,
    ]);
  });
});

describe("an axis ends at a round number", () => {
  test("that is the next of 1, 1.5, 2, 3, 5, 7.5 and their tens, and the number itself where it is one", () => {
    const round = [1, 1.5, 2, 3, 5, 7.5, 10];
    for (const power of [0.001, 1, 1_000]) {
      expect(round.map((value) => niceAbove(value * power))).toEqual(
        round.map((value) => Number((value * power).toPrecision(6))),
      );
      expect(round.slice(0, -1).map((value) => niceAbove(value * power * 1.01))).toEqual(
        round.slice(1).map((value) => Number((value * power).toPrecision(6))),
      );
    }
    expect([0, -3, Number.NaN].map(niceAbove)).toEqual([1, 1, 1]);
    expect(niceAbove(0.1 + 0.2)).toBe(0.3);
  });
});

describe("a curve in cells", () => {
  test("of as many values as cells is the values, of more the means of slices that share them all", () => {
    expect(resample([1, 2, 4], 3)).toEqual([1, 2, 4]);
    expect(resample([1, 2, 4], 4)).toEqual([1, 2, 4]);
    expect(resample([2, 4, 6, 8, 10], 3)).toEqual([2, 5, 9]);
    expect(resample([2, 4, 6, 8, 10, 12], 3)).toEqual([3, 7, 11]);
    expect(resample([], 3)).toEqual([]);
  });

  test("fills whole rows from the foot, eight levels each", () => {
    expect(areaChart([0, 1, 7, 8, 9, 15, 16], 7, 2, 16)).toEqual(["    ▁▇█", " ▁▇████"]);
    expect(areaChart([0.5, 1], 2, 1)).toEqual(["▄█"]);
    expect(areaChart([0.2, 0.4], 2, 1, 0.4)).toEqual(["▄█"]);
    expect(areaChart([-1, 0], 2, 1)).toEqual(["  "]);
    expect(areaChart([5, 5], 2, 1, 0)).toEqual(["  "]);
    expect(areaChart([0.001, 100], 2, 1)).toEqual(["▁█"]);
    expect(scaleOf([0.5, 0.25], 9)).toBe(0.5);
  });
});

describe("a value in words", () => {
  test("has the unit of its indicator, and the bill is one", () => {
    expect(
      (["costPerMonth", "availability", "latencyP95Ms", "staleSecMax", "goodputPerSec"] as const).map(unitOf),
    ).toEqual(["dollars", "share", "ms", "sec", "perSec"]);
    expect(showIndicator(words, "costPerMonth", 12)).toBe("$12");
    expect(showIndicator(words, "goodputPerSec", 12)).toBe("12/s");
    expect(showTarget(words, { indicator: "costPerMonth", bound: "atMost", target: 9 })).toBe("≤ $9");
    expect(showTarget(words, { indicator: "availability", atLeast: 0.9 })).toBe("≥ 90.0 %");
  });

  test("of a region names it, in full and in short", () => {
    const korean = "korea.latencyP95Ms" as const;
    const { names, short } = words.indicators;
    expect(indicatorName(words, korean)).toBe(words.indicators.regional(names.latencyP95Ms, "korea"));
    expect(indicatorName(words, "latencyP95Ms")).toBe(names.latencyP95Ms);
    expect(indicatorNameShort(words, "availability")).toBe(short.availability ?? names.availability);
    expect(showGoalShort(words, { indicator: korean, atMost: 250 })).toBe(
      `${indicatorNameShort(words, korean)} ≤ 250`,
    );
  });

  test("that would be read as its target has the fewest digits that tell them apart: 2, 3, 4, 6 or 9", () => {
    const ms = (more: number) => showResult(words, p95(300 + more, false));
    expect([0.3, 0.004, 0.000_4, 0.000_04, 0.000_000_4].map(ms)).toEqual([
      "300.30 ms",
      "300.004 ms",
      "300.0004 ms",
      "300.000040 ms",
      "300.000000400 ms",
    ]);
    // What nine digits do not tell apart is as exact as it can be told.
    expect(ms(1e-11)).toBe("300.000000000 ms");
  });

  test("of a share that may not grow is as exact as what it misses, where it is near to it", () => {
    const stale = (target: number, value: number) =>
      showResult(words, goal("staleReadShare", "atMost", target, value));
    expect([
      stale(0.000_5, 0.002),
      stale(0.000_5, 0.005),
      stale(0.005, 0.006),
      stale(0.05, 0.004_6),
      stale(0.01, 0.2),
    ]).toEqual(["0.20 %", "0.5 %", "0.6 %", "0.5 %", "20.0 %"]);
    expect(showResult(words, p95(300, true))).toBe("300 ms");
  });

  test("before and after has its unit once where the second has one", () => {
    const shown = [
      showChange(words, "costPerMonth", 5, 7),
      showChange(words, "goodputPerSec", 5, 7),
      showChange(words, "latencyP95Ms", 5, Number.NaN),
    ];
    expect(shown).toEqual(["$5 → $7", expect.stringMatching(/^5(\/s)? → 7\/s$/), "5.0 ms → none"]);
  });
});

describe("a goal is missed", () => {
  const by = (missed: GoalResult) => missedBy(words, missed);
  const { missed } = words.indicators;

  test("by what is above it where it allows none, by percent to twice, by times from there", () => {
    expect([1, 5].map((value) => by(lost(0, value)))).toEqual(["1", "5"].map(missed.tooMany));
    expect(by(goal("staleReadShare", "atMost", 0, 0.25))).toBe(missed.tooMany("25.0 %"));
    expect(by(goal("latencyP95Ms", "atMost", 0.5, 0.75))).toBe(missed.percentTooMuch(50));
    expect([301, 599, 600].map((ms) => by(p95(ms, false)))).toEqual([
      missed.percentTooMuch(1),
      missed.percentTooMuch(100),
      missed.timesTooMuch("2.0"),
    ]);
    expect([3, 4].map((count) => by(lost(2, count)))).toEqual([
      missed.percentTooMuch(50),
      missed.timesTooMuch("2.0"),
    ]);
  });

  test("by what is short of it where it is a number above one, and by points where it is a share", () => {
    expect(by(goal("goodputPerSec", "atLeast", 9, 4))).toBe(missed.short("5/s"));
    expect(by(up(0.9, false, 1))).toBe(missed.pointsShort("10.0"));
    expect(by(up(0.25, false, 0.5))).toBe(missed.pointsShort("25.0"));
    expect(by(up(0.2, false, 0.75))).toBe(missed.timesFailures("3.2"));
    expect(by(up(0.4, false, 0.75))).toBe(missed.timesFailures("2.4"));
    expect(by(up(0.51, false, 0.75))).toBe(missed.pointsShort("24.0"));
    // A hundred times as much is still a number: 15/16 may be there, and 100/1,024 fails.
    const oneIn = 1 / 1_024;
    expect(by(up(1 - 100 * oneIn, false, 1 - oneIn))).toBe(missed.timesFailures("100"));
    expect(by(up(1 - 101 * oneIn, false, 1 - oneIn))).toBe(missed.farBelow);
  });
});

test("a bill has what costs something, however little", () => {
  const bill = [
    { id: "web", perMonth: 0.4 },
    { id: "lb", perMonth: 0 },
    { id: "db", perMonth: 3 },
  ];
  const [line] = billLines(words, bill, 3.4, 500);
  expect(line).toBe(
    words.indicators.billLine({
      total: 3.4,
      parts: [
        { id: "db", perMonth: 3 },
        { id: "web", perMonth: 0.4 },
      ],
    }),
  );
});

describe("of a mistyped word is meant", () => {
  test("the nearest that is known, two letters away at most; the first of two that are as near", () => {
    expect(nearest("cachee", ["cdn", "cache"])).toBe("cache");
    expect(nearest("cxchy", ["cache"])).toBe("cache");
    expect(nearest("cxxhy", ["cache"])).toBeUndefined();
    expect(nearest("worst", ["words", "worse"])).toBe("worse");
    expect(nearest("wor", ["work", "word"])).toBe("work");
    expect(nearest("replica", ["replicas", "replace"])).toBe("replicas");
  });

  test("of a short word one that is a letter away; of four letters two where it begins so", () => {
    expect(nearest("bb", ["db"])).toBe("db");
    expect(nearest("lxx", ["lb"])).toBeUndefined();
    expect(nearest("boxs", ["boas"])).toBe("boas");
    expect(nearest("bxxs", ["boas"])).toBe("boas");
    expect(nearest("xxas", ["boas"])).toBeUndefined();
    expect(nearest("xxache", ["cache"])).toBe("cache");
  });

  test("nothing of what is longer than any word", () => {
    const long = "a".repeat(40);
    expect(nearest(long, [`${long}b`])).toBe(`${long}b`);
    expect(nearest(`${long}a`, [`${long}b`])).toBeUndefined();
    expect(nearest("", ["ab"])).toBeUndefined();
    expect(nearest("", ["a"])).toBe("a");
  });
});
