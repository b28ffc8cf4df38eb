/** Whatever is measured and whatever is built, what is said of it reads well: test/present tries fewer of both. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GoalResult, meets, targetOf } from "../../src/game/index.ts";
import { missedBy, showChange, showIndicator, showResult } from "../../src/present/indicators.ts";
import { delta } from "../../src/present/offers.ts";
import { brief } from "../../src/present/picture/live.ts";
import { plainIndicators } from "../../src/sim/index.ts";
import { count, exact, grouped, milliseconds, money, percent, seconds } from "../../src/words/figures.ts";
import { affordableDesigns } from "../helpers/designs.ts";
import { lessons, words } from "../helpers/english.ts";
import { badlyWritten, readOf } from "../helpers/read-well.ts";

/** Of every size, near round numbers, and what should not come. */
const anyNumber = fc.oneof(
  fc.double({ min: 0, max: 1e12, noNaN: true }),
  fc.double({ min: 0, max: 12, noNaN: true }),
  fc
    .tuple(fc.constantFrom(0.001, 0.01, 0.1, 1, 10, 100, 1_000, 10_000), fc.double({ min: -1e-3, max: 1e-3 }))
    .map(([round, part]) => round * (1 + part)),
  fc.constantFrom(0, 1e-12, 0.004_999, 0.5, 1, Number.NaN, Number.POSITIVE_INFINITY),
);
const many = { numRuns: 20_000 } as const;

/** What no figure may read like. */
const isBad = (text: string) =>
  /Infinity|NaN|undefined|e[+-]\d|(?<![\d.,])\d{4}|[-−]\$?0(?![\d.,])|-\d|[-−$<×]–|[$<×±+−]$|^ | $/.test(
    text,
  );

test("every figure reads well, whatever the value", () => {
  const forms: Readonly<Record<string, (value: number) => string>> = {
    grouped,
    money,
    percent,
    milliseconds,
    seconds,
    count,
    owed: (value) => money(-value),
    exact: (value) => exact(value, 2),
    below: (value) => exact(-value, 3),
    more: (value) => (Number.isFinite(value) ? delta(value) : ""),
    less: (value) => (Number.isFinite(value) ? delta(-value) : ""),
    brief: (value) => (Number.isFinite(value) ? brief(value) : ""),
  };
  fc.assert(
    fc.property(anyNumber, (value) => {
      for (const [name, form] of Object.entries(forms))
        expect(isBad(form(value)), `${name}: ${form(value)}`).toBe(false);
    }),
    many,
  );
});

test("every indicator reads well, and a change of it", () => {
  fc.assert(
    fc.property(fc.constantFrom(...plainIndicators), anyNumber, anyNumber, (indicator, was, is) => {
      for (const text of [showIndicator(words, indicator, was), showChange(words, indicator, was, is)])
        expect(isBad(text), text).toBe(false);
    }),
    many,
  );
});

test("what is little is never read as nothing, and more never as less", () => {
  const figure = (text: string) => (text.startsWith("<") ? 0.5 : 1) * Number(text.replace(/[^\d.]/g, ""));
  fc.assert(
    fc.property(
      fc.constantFrom(percent, milliseconds, seconds, count),
      fc.double({ min: 1e-9, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-9, max: 1e6, noNaN: true }),
      (show, one, other) => {
        expect(show(one)).not.toMatch(/^0(?:\.0+)?(?: |$)/);
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(figure(show(low))).toBeLessThanOrEqual(figure(show(high)));
      },
    ),
    many,
  );
});

/** The figures of a text, as far as their digits go. */
const valueIn = (text: string) => Number(text.replace(/[^\d.]/g, ""));

test("a result is read on the side of its goal on which it lies", () => {
  const goals = lessons.flatMap(({ level }) => [
    ...level.goals,
    ...level.stars.two.goals,
    ...level.stars.three.goals,
  ]);
  fc.assert(
    fc.property(
      fc.constantFrom(...goals),
      fc.oneof(
        fc.double({ min: -6, max: 1, noNaN: true }).map((size) => 10 ** size),
        fc.double({ min: -6, max: 1, noNaN: true }).map((size) => -(10 ** size)),
      ),
      (goal, part) => {
        const target = targetOf(goal);
        const value = Math.max(0, target === 0 ? Math.abs(part) : target * (1 + part));
        const bound = "atMost" in goal ? "atMost" : "atLeast";
        const result: GoalResult = {
          indicator: goal.indicator,
          target,
          bound,
          value,
          met: meets(goal, value),
        };
        const shown = showResult(words, result);
        const allowed = showIndicator(words, goal.indicator, target);
        const missed = missedBy(words, result);
        expect(isBad(shown) || isBad(missed), `${shown} of ${allowed}, ${missed}`).toBe(false);
        expect(missed === "").toBe(result.met);
        if (shown.startsWith("<")) return;
        const [is, may] = [valueIn(shown), valueIn(allowed)];
        const looksMet = bound === "atMost" ? is <= may : is >= may;
        expect(looksMet, `${shown} where ${bound} ${allowed} is asked`).toBe(result.met);
      },
    ),
    many,
  );
});

const designsOfEach = 4;

describe.each(lessons)("level $level.number", (lesson) => {
  const { level } = lesson;
  test("board, run, requests followed and debrief of designs at random", () => {
    const designs = fc.sample(affordableDesigns(level), { numRuns: designsOfEach, seed: 900 + level.number });
    for (const built of designs) expect(badlyWritten(readOf(lesson, built))).toEqual([]);
  }, 600_000);
});
