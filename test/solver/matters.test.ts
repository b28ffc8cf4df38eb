/** Which values of a shop make a difference, told from the designs that pass. */
import { describe, expect, test } from "vitest";
import type { Level } from "../../src/game/index.ts";
import { findLevel } from "../../src/levels/index.ts";
import { formatDesign, withValue } from "../../src/sim/index.ts";
import { idleValues, type Passing, wrongIdeasSold } from "../../src/solver/index.ts";

const level = findLevel("4") as Level;
const passing = (stars: number, design = level.lesson): Passing => ({
  line: formatDesign(design),
  costPerMonth: 3_000,
  stars,
  values: [],
  latencyP95Ms: 40,
  availability: 1,
});
const idle = (found: readonly Passing[]) =>
  idleValues(level, found).map(({ offer, label }) => `${offer} ${label}`);
const retried = withValue(level.lesson, "lb.retry", true);

describe("a value makes a difference", () => {
  test("when one of two designs that differ in it alone passes and the other does not", () => {
    const found = idle([passing(1)]);
    expect(found).not.toContain("lb.retry on");
    expect(found).not.toContain("lb.retry off");
  });

  test("when both pass with different stars, and not when they have as many", () => {
    expect(idle([passing(1), passing(2, retried)])).not.toContain("lb.retry on");
    const alike = idle([passing(1), passing(1, retried)]);
    expect(alike).toContain("lb.retry on");
    expect(alike).toContain("lb.retry off");
  });

  test("not when only designs beyond the budget have it", () => {
    expect(idle([passing(1)])).toContain("web.size 32");
  });

  test("never, where nothing passes", () => {
    const all = level.shop.reduce((sum, { choices }) => sum + choices.length, 0);
    expect(idle([])).toHaveLength(all);
  });
});

describe("a value that makes no difference may be sold as the wrong idea itself", () => {
  const largest = [{ offer: "web.size", label: "32" }] as const;
  const proven = () => true;

  test("where a wrong answer has it, the lesson has another, and the answer fails", () => {
    expect(wrongIdeasSold(level, largest, proven)).toEqual([{ ...largest[0], letter: "B" }]);
  });

  test("not where that answer is not known to fail, or no wrong answer has it", () => {
    expect(wrongIdeasSold(level, largest, () => false)).toEqual([]);
    expect(wrongIdeasSold(level, [{ offer: "web.size", label: "16" }], proven)).toEqual([]);
  });

  test("with the lesson's own value, which undoes it, and not that value alone", () => {
    const lesson = { offer: "web.size", label: "8" };
    expect(wrongIdeasSold(level, [...largest, lesson], proven)).toEqual([
      { ...largest[0], letter: "B" },
      { ...lesson, letter: "B" },
    ]);
    expect(wrongIdeasSold(level, [lesson], proven)).toEqual([]);
  });
});
