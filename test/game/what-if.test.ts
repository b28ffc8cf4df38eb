/** What a change would have done: which changes are told. */
import { describe, expect, test } from "vitest";
import { type Counterfactual, finish, inSlices, type Level, play, whatIf } from "../../src/game/index.ts";
import { type Design, design, searchRun } from "../../src/sim/index.ts";
import { lessons } from "../helpers/english.ts";

const levelOf = (number: number) => lessons.find(({ level }) => level.number === number)?.level as Level;
const told = (level: Level, built: Design) => finish(inSlices(level, whatIf(level, built, 11)));
const offers = (found: readonly Counterfactual[]) =>
  found.map(({ moves }) => moves.map(({ offer }) => offer.id).join("+"));

describe("of a design that failed", () => {
  const level = levelOf(6);
  const short = design(
    "dns · lb 2 interval=10s retry · web 9×8 · cache 1 ttl=5s invalidate · db 4 + 4×4 zones=B · kv 1",
  );

  test("each offer is told once, with its best value, and none that changes nothing", () => {
    const found = told(level, short);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(offers(found)).size).toBe(found.length);
    const before = play(level, short, 11, searchRun);
    for (const { outcome } of found)
      expect(outcome.goals.map(({ value }) => value)).not.toEqual(before.goals.map(({ value }) => value));
  });

  test("the concept is among the changes, and a pair where no single one passes", () => {
    const cdn = levelOf(7);
    const found = told(cdn, cdn.start);
    expect(found.some(({ design: built }) => cdn.concept(built))).toBe(true);
    expect(found.some(({ moves }) => moves.length === 2)).toBe(true);
    for (const { costDelta, outcome } of found)
      expect(
        outcome.report.costPerMonth - play(cdn, cdn.start, 11, searchRun).report.costPerMonth,
      ).toBeCloseTo(costDelta, -2);
  });
});

test("a part that is not there is tried with what is set for nothing as long as it is missing", () => {
  const twelve = levelOf(12);
  const [first] = told(twelve, twelve.start);
  expect(first?.moves.map(({ offer, choice }) => `${offer.id} ${choice.label}`)).toEqual([
    "data 16 shards",
    "shards.dedicated on",
  ]);
});

test("of a design that passed: what could be taken away, or earns a star, and what would break it", () => {
  const level = levelOf(6);
  const rich = level.alsoPasses;
  const before = play(level, rich, 11, searchRun);
  expect(before.passed).toBe(true);
  const found = told(level, rich);
  expect(found.some(({ outcome }) => !outcome.passed)).toBe(true);
  expect(
    found.some(({ outcome, costDelta }) => outcome.passed && (costDelta < 0 || outcome.stars > before.stars)),
  ).toBe(true);
});

test.each([1, 2, 3, 4, 5])(
  "of level %i's lesson and its best design something breaks, and people are still answered",
  (number) => {
    const level = levelOf(number);
    for (const built of [level.lesson, level.stars.three.design]) {
      const found = told(level, built);
      expect(found.some(({ outcome }) => !outcome.passed)).toBe(true);
      for (const { outcome, costDelta } of found) {
        expect(outcome.report.ledger.answered).toBeGreaterThan(0);
        // What is told is a saving, or earns a star, or costs nothing and breaks it.
        expect(costDelta < 1 || outcome.stars > 1).toBe(true);
      }
    }
  },
);
