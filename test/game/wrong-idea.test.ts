/** Whose idea a failed design is: told only when running it without the idea shows that it is to blame. */
import { describe, expect, test } from "vitest";
import { type GoalResult, type Level, type Outcome, wrongIdeas } from "../../src/game/index.ts";
import { design, formatDesign, withValue } from "../../src/sim/index.ts";
import { lessons } from "../helpers/english.ts";
import { searchedOf } from "../helpers/recorded.ts";
import { chosen } from "../helpers/sampled.ts";
import { ideasOf, seed, testCounterfactuals, told } from "../helpers/wrong-ideas.ts";

const levels = lessons.map(({ level }) => level);
const levelOf = (number: number) => levels.find((level) => level.number === number) as Level;

// Boxes, a cache, a second site, shards.
describe.each(chosen(levels, ({ number }) => [2, 4, 6, 9, 12.5].includes(number)))(
  "level $number",
  (level) => {
    test("names the idea of each of its wrong answers", () => {
      for (const { letter, design: wrong } of ideasOf(level)) {
        if (formatDesign(wrong) === formatDesign(level.start)) continue;
        if (searchedOf(level, wrong, seed).passed) continue;
        const same = ideasOf(level).filter((idea) => formatDesign(idea.design) === formatDesign(wrong));
        const letters = told(level, wrong);
        expect(
          same.some((idea) => letters.includes(idea.letter)),
          `${letter}: ${letters.join()}`,
        ).toBe(true);
      }
    });
  },
);

// test/deep has every level.
describe.each(levels.filter(({ number }) => [4, 6].includes(number)))("level $number", testCounterfactuals);

test("an idea that stands in two designs is told once", () => {
  for (const level of levels)
    for (const { design: wrong } of ideasOf(level).filter(({ letter }, at, all) =>
      all.some((other, i) => i !== at && other.letter === letter),
    ))
      expect(told(level, wrong).toSorted()).toEqual([...new Set(told(level, wrong))].toSorted());
  const two = ideasOf(levelOf(2)).filter(({ letter }) => letter === "A");
  expect(two.length).toBe(2);
  for (const { design: wrong } of two)
    expect(told(levelOf(2), wrong).filter((letter) => letter === "A").length).toBeLessThan(2);
});

describe("no idea is told", () => {
  test("in a start, nor in what passes", () => {
    for (const level of chosen(levels, ({ number }) => number % 3 === 0)) {
      expect(told(level, level.start)).toEqual([]);
      expect(told(level, level.lesson)).toEqual([]);
    }
  });

  test("of replicas in zone A, when they stand in A and B", () => {
    const line = "dns · lb 2 interval=10s retry · web 9×8 · db 4 + 3×4 zones=AB · kv 1";
    expect(told(levelOf(5), design(line))).not.toContain("A");
  });
});

describe("of several ideas that fit", () => {
  const lab = levelOf(12.5);
  const eleven = levelOf(11);

  test("one that is a part of another says nothing beside it", () => {
    const dedicated = ideasOf(lab).find(({ letter }) => letter === "dedicated-shard")!;
    expect(told(lab, dedicated.design)).toEqual(["dedicated-shard"]);
  });

  test("none is told of who has not bought what it takes for granted: a remedy, a tool", () => {
    const salting = ideasOf(lab).find(({ letter }) => letter === "salting")!;
    expect(told(lab, salting.design)).toContain("salting");
    expect(told(lab, withValue(salting.design, "shards.salt", 1))).not.toContain("salting");
    const noBusiness = ideasOf(eleven).find(({ letter }) => letter === "B")!;
    expect(told(eleven, noBusiness.design)).toContain("B");
    expect(told(eleven, withValue(noBusiness.design, "tools.logs", "none"))).not.toContain("B");
  });
});

describe("the worst idea is told first", () => {
  const start = design("dns · box 1");
  const lesson = design("dns · lb 2 · web 4×4 · db 4");
  const both = design("dns · lb 1 · web 4×4 · db 1");
  const answers = {
    A: design("dns · lb 2 · web 4×4 · db 1"),
    B: design("dns · lb 1 · web 4×4 · db 4"),
    C: both,
  };
  /** What is told where undoing each idea brings the goal so far on its way. */
  const told = (gains: Readonly<Record<string, number>>) => {
    const ideas = Object.entries(gains);
    const wrongAnswers = ideas.map(([letter]) => ({ letter, design: answers[letter as "A"], fails: {} }));
    const outcome = (value: number) =>
      ({
        passed: false,
        withinBudget: true,
        goals: [{ bound: "atMost", target: 100, value, met: false }],
      }) as unknown as Outcome;
    const plan = wrongIdeas(
      { ...levels[0]!, start, lesson, wrongAnswers } as Level,
      both,
      outcome(200),
      seed,
    );
    plan.next([]);
    return plan.next([outcome(200), ...ideas.map(([, gain]) => outcome(200 - 100 * gain))]).value;
  };

  test("whichever is written first", () => {
    expect(told({ A: 0.5, B: 0.75 })).toEqual(["B", "A"]);
    expect(told({ A: 0.75, B: 0.5 })).toEqual(["A", "B"]);
    expect(told({ B: 0.5, A: 0.75 })).toEqual(["A", "B"]);
  });

  test("its parts are not told beside it, but in its place where the whole is not to blame", () => {
    expect(told({ A: 0.5, B: 0.75, C: 0.25 })).toEqual(["C"]);
    expect(told({ A: 0.5, B: 0.75, C: 0.2 })).toEqual(["B", "A"]);
    expect(told({ A: 0.2, B: 0.1, C: 0.9 })).toEqual(["C"]);
  });
});

describe("an idea is to blame", () => {
  const level = levelOf(2);
  const naive = design("dns · box 8");
  const alone = {
    ...level,
    wrongAnswers: level.wrongAnswers.filter(({ letter }) => letter === "naive"),
  } as Level;
  const outcome = (goals: readonly Partial<GoalResult>[], withinBudget = true) =>
    ({ passed: false, withinBudget, goals }) as unknown as Outcome;
  /** What is told when the run comes out so, and so once the idea is undone. */
  const blamed = (before: Outcome, after: Outcome) => {
    const plan = wrongIdeas(alone, naive, before, seed);
    expect(plan.next([])).toMatchObject({ done: false, value: { later: 0, runs: [{}, {}] } });
    return plan.next([before, after]).value;
  };
  const slow = (value: number, met = false) =>
    outcome([{ bound: "atMost", target: 100, value, met } as const]);
  const share = (value: number) => outcome([{ bound: "atLeast", target: 0.9, value, met: false } as const]);

  test("when without it a missed goal comes a quarter of its way nearer, or is met", () => {
    expect(blamed(slow(500), slow(400))).toEqual(["naive"]);
    expect(blamed(slow(500), slow(401))).toEqual([]);
    expect(blamed(slow(500), slow(600))).toEqual([]);
    expect(blamed(slow(101), slow(100, true))).toEqual(["naive"]);
    expect(blamed(share(0.5), share(0.61))).toEqual(["naive"]);
    expect(blamed(share(0.5), share(0.59))).toEqual([]);
  });

  test("when without it there is a value at all, not when there is none any more", () => {
    expect(blamed(slow(Number.NaN), slow(900))).toEqual(["naive"]);
    expect(blamed(slow(500), slow(Number.NaN))).toEqual([]);
    expect(blamed(slow(Number.NaN), slow(Number.NaN))).toEqual([]);
  });

  test("when without it the bill is within the budget, and not for a goal that was met anyway", () => {
    expect(blamed(outcome([], false), outcome([]))).toEqual(["naive"]);
    expect(blamed(outcome([], false), outcome([], false))).toEqual([]);
    expect(blamed(outcome([]), outcome([]))).toEqual([]);
    expect(blamed(slow(90, true), slow(10, true))).toEqual([]);
  });
});
