import fc from "fast-check";
import { expect, test } from "vitest";
import { meets, targetOf } from "../../src/game/index.ts";
import { paragraph } from "../../src/present/cells.ts";
import { rankText } from "../../src/present/comparison.ts";
import { toAscii } from "../../src/present/glyphs.ts";
import { missedBy, showGoal, showIndicator, showResult, showTarget } from "../../src/present/indicators.ts";
import { table, tableLines } from "../../src/present/table.ts";
import {
  count,
  exact,
  grouped,
  milliseconds,
  money,
  percent,
  seconds,
  tight,
  withoutUnit,
} from "../../src/words/figures.ts";
import { lessons, words } from "../helpers/english.ts";

test.each([
  [0, "0 %"],
  [0.000_01, "<0.01 %"],
  [0.000_4, "0.04 %"],
  [0.003, "0.3 %"],
  [0.546, "54.6 %"],
  [0.964, "96.4 %"],
  [0.985, "98.5 %"],
  [0.995, "99.5 %"],
  [0.998_7, "99.87 %"],
  [0.999, "99.9 %"],
  [0.999_96, "99.996 %"],
  [0.999_999_9, "99.999 %"],
  [1, "100 %"],
  [1.004, "100.4 %"],
  [1.000_000_001, "100 %"],
  [2.2, "220 %"],
  [-1e-17, "0 %"],
])("a share of %d is %s", (share, text) => {
  expect(percent(share)).toBe(text);
});

test("a failure is never rounded away, and a miss never looks like a hit", () => {
  for (const goal of [0.95, 0.985, 0.99, 0.995, 0.999])
    expect(percent(goal - 0.000_6)).not.toBe(percent(goal));
});

test("money, counts and times", () => {
  expect([money(71), money(1_234.4), money(0.4), money(-30)]).toEqual(["$71", "$1,234", "$0.40", "−$30"]);
  expect(grouped(335_340_000)).toBe("335,340,000");
  expect([milliseconds(0.42), milliseconds(8.14), milliseconds(3_105)]).toEqual([
    "0.42 ms",
    "8.1 ms",
    "3,105 ms",
  ]);
});

test("what is little is not nothing, and nothing has no sign", () => {
  expect([milliseconds(0), milliseconds(0.001), milliseconds(0.998), milliseconds(9.96)]).toEqual([
    "0 ms",
    "<0.01 ms",
    "1.0 ms",
    "10 ms",
  ]);
  expect([seconds(0), seconds(0.01), seconds(0.26), seconds(9.97), seconds(1_204)]).toEqual([
    "0 s",
    "<0.1 s",
    "0.3 s",
    "10 s",
    "1,204 s",
  ]);
  expect([count(0), count(0.2), count(0.6), count(1_204)]).toEqual(["0", "<1", "1", "1,204"]);
  expect([money(-0.001), money(9.999), exact(-0.001, 2), exact(-1_204.5, 1)]).toEqual([
    "$0",
    "$10",
    "0.00",
    "−1,204.5",
  ]);
});

test("what was found or mended before it hurt anybody is not told to have taken no time", () => {
  const told = (afterSec: number) => [
    words.notes.faultFound({ by: "hosts", afterSec, fault: "A disk fills." }),
    words.notes.faultMended({ afterSec, fault: "A disk fills." }),
  ];
  expect(told(0)).toEqual([
    "found on the host metrics, before it did any harm: A disk fills",
    "mended before it did any harm: A disk fills",
  ]);
  for (const afterSec of [0.01, 0.4, 1, 65])
    for (const line of told(afterSec)) expect(line).toMatch(/after \S+ s:/);
  for (const afterSec of [0, 0.01, 0.4, 1, 65])
    for (const line of told(afterSec)) expect(line).not.toContain("after 0 s");
});

test("counts and their nouns agree", () => {
  const place = { name: "db" } as const;
  const lines = (n: number) => [
    words.notes.promoted({ place, copies: 1, lostWrites: n }),
    words.notes.restored(n),
    words.misses.ordersLost(n),
    words.misses.jobsLost(n),
    words.misses.jobsFailed(n),
    words.misses.writesLost({ count: n }),
    words.misses.photosWaited({ oldestSec: 3, waiting: n }),
    words.causes.rest(n),
    words.spoken.passing(n),
    words.picture.spoken.flow(n),
    words.picture.spoken.depth(n),
  ];
  for (const line of lines(1)) {
    expect(line).toMatch(/\b1 /);
    expect(line).not.toMatch(/\b1 (writes|orders|photos|designs|requests|messages|still wait |.*reasons)/);
  }
  expect(lines(1).join("\n")).not.toMatch(/\b1 (?:write|order|photo)\b[^.;]* (?:are|were)\b/);
  for (const line of lines(2))
    expect(line).toMatch(/\b2 (?:writes|orders|photos|still wait |more|designs|requests|messages)/);
  expect(words.notes.promoted({ place, copies: 1, lostWrites: 0 })).toContain("no write is lost");
  expect(words.misses.photosWaited({ oldestSec: 3, waiting: 0 })).not.toContain("still wait");
});

test("a rank says all or none only where it is so, in the cells of a column", () => {
  const ranked = (betterThan: number) =>
    rankText(words, {
      indicator: "availability",
      name: "availability",
      value: 1,
      rank: { betterThan, at: 0, counts: [1], least: 0, greatest: 1 },
    });
  expect([0, 0.002, 0.5, 0.997, 1].map(ranked)).toEqual([
    "more available than none",
    "more available than 1 %",
    "more available than 50 %",
    "more available than 99 %",
    "more available than all",
  ]);
  for (const share of [0, 0.002, 0.997, 1]) expect(ranked(share).length).toBeLessThanOrEqual(24);
});

test("a paragraph is broken at spaces, a figure and its unit stay together", () => {
  expect(paragraph("it waits for 45 ms here", 15)).toEqual(["it waits for", "45 ms here"]);
  expect(paragraph("with 17 × 8 boxes", 11)).toEqual(["with 17 × 8", "boxes"]);
  expect(paragraph("it has 17 × 8", 12)).toEqual(["it has", "17 × 8"]);
  for (const line of paragraph("one two three four five six", 9)) expect(line.length).toBeLessThanOrEqual(9);
});

test("where there is little room a figure loses the space before its unit, or the unit, and nothing else", () => {
  const figures = ["99.5 %", "<0.01 ms", "1,204 s", "99.5 % ≥ 99 %"];
  expect(figures.map(tight)).toEqual(["99.5%", "<0.01ms", "1,204s", "99.5% ≥ 99%"]);
  expect(figures.map(withoutUnit)).toEqual(["99.5", "<0.01", "1,204", "99.5 % ≥ 99"]);
  for (const other of ["12", "$71", "38/s", "× 1.50", "never", "2 shards", "3 more", "4 초"])
    expect([tight(other), withoutUnit(other)]).toEqual([other, other]);
});

test("a goal and a result of it say alike what was asked", () => {
  for (const { level } of lessons)
    for (const goal of level.goals) {
      const [bound, target] =
        "atMost" in goal ? (["atMost", goal.atMost] as const) : (["atLeast", goal.atLeast] as const);
      const asked = { indicator: goal.indicator, bound, target };
      expect(showGoal(words, asked)).toBe(showGoal(words, goal));
      expect(showTarget(words, asked)).toMatch(bound === "atMost" ? /^≤ / : /^≥ /);
    }
});

test("a table is a line a row, and none where there is no row", () => {
  expect(tableLines([])).toEqual([]);
  expect(
    tableLines(
      [
        ["a", "1"],
        ["bc", "22"],
      ],
      [1],
    ),
  ).toEqual(["a    1", "bc  22"]);
});

test("columns of a table stand under each other", () => {
  expect(
    table(
      [
        ["a", "1"],
        ["bbb", "20"],
      ],
      [1],
    ),
  ).toBe("a     1\nbbb  20");
});

/** Any number that a report could hold, and those that it should not. */
const anyNumber = fc.oneof(
  fc.double({ min: 0.005, max: 1e15, noNaN: true }),
  fc.double({ min: 0.005, max: 1, noNaN: true }),
  fc.constantFrom(0, 1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);

/** No name of the machine's, no run of digits that nobody can count, no sign before nothing and none alone. */
const readable = (text: string) =>
  !/Infinity|NaN|e[+-]\d|undefined|(?<![\d.,])\d{4}|[-−]\$?0(?![\d.,])|-\d|[-−$<×]–|[$<×±]$/.test(text);

test("every formatter reads well, whatever the value", () => {
  const forms = [grouped, money, percent, milliseconds, seconds, count, (value: number) => exact(value, 2)];
  fc.assert(
    fc.property(anyNumber, (value) =>
      [...forms, (each: number) => money(-each)].every((form) => readable(form(value))),
    ),
  );
});

test("a miss of any goal by any amount is told without infinities, and never as a miss by nothing", () => {
  const goals = lessons.flatMap(({ level }) => [
    ...level.goals,
    ...level.stars.two.goals,
    ...level.stars.three.goals,
  ]);
  fc.assert(
    fc.property(fc.constantFrom(...goals), anyNumber, (goal, value) => {
      const result = {
        indicator: goal.indicator,
        target: targetOf(goal),
        bound: "atMost" in goal ? ("atMost" as const) : ("atLeast" as const),
        value,
        met: meets(goal, value),
      };
      const missed = missedBy(words, result);
      const texts = [missed, showResult(words, result), showIndicator(words, goal.indicator, value)];
      return texts.every(readable) && !/(^|\s)0(\.0+)? (points|%|too|times)/.test(missed);
    }),
  );
});

test("what misses a goal of none is too much by what there is, and a share of more than all is said", () => {
  const lost = { indicator: "lostJobs", target: 0, bound: "atMost", value: 12_847, met: false } as const;
  expect(missedBy(words, lost)).toBe("12,847 too many");
  const near = {
    indicator: "availability",
    target: 0.999,
    bound: "atLeast",
    value: 0.9987,
    met: false,
  } as const;
  expect([showResult(words, near), missedBy(words, near)]).toEqual(["99.87 %", "0.03 points short"]);
  const many = {
    indicator: "lostSessionsShare",
    target: 0.005,
    bound: "atMost",
    value: 2.203,
    met: false,
  } as const;
  expect([showResult(words, many), missedBy(words, many)]).toEqual(["220 %", "441 times too much"]);
});

test("signs that mean something mean the same in ASCII, in as many cells", () => {
  const line = "p95 ≤ 250 ms  availability ≥ 99 %  change ±$0  145 → 108 ms  ✗ 3 ×16";
  expect(toAscii(line)).toBe("p95 <=250 ms  availability >=99 %  change+-$0  145 ->108 ms  X 3 x16");
  expect(toAscii(line)).toHaveLength([...line].length);
});
