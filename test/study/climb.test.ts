/** Ladders as they are climbed: where a climb goes on, what is kept, how marks are foretold. */
import { describe, expect, test } from "vitest";
import {
  answersMax,
  climbOf,
  latestMarks,
  markCalibration,
  type RungAnswer,
  rungCount,
  stepOf,
  unfinishedSeed,
  withMark,
  withRung,
  withTick,
} from "../../src/study/ladders.ts";

const fresh = (rung: number, seed = 7): RungAnswer => ({ rung, seed, ticks: [] });
const marked = (rung: number, seed = 7): RungAnswer => ({
  ...fresh(rung, seed),
  said: "",
  guess: 2,
  mark: 3,
});

describe("a climb", () => {
  test("goes on at the first rung without a mark, with what was answered there", () => {
    const begun = { ...fresh(2), said: "so far" };
    expect(climbOf([marked(0), marked(1), begun], 7)).toEqual({
      marked: [marked(0), marked(1)],
      current: begun,
    });
    expect(climbOf([], 7)).toEqual({ marked: [], current: fresh(0) });
    // A file edited by hand may lack a rung below.
    expect(climbOf([marked(0), marked(2)], 7).current).toEqual(fresh(1));
  });

  test("is over with the last rung, and only then is there nothing unfinished", () => {
    const all = Array.from({ length: rungCount }, (_, rung) => marked(rung));
    expect(climbOf(all, 7).current).toBeUndefined();
    expect(unfinishedSeed(all)).toBeUndefined();
    expect(unfinishedSeed(all.slice(0, -1))).toBe(7);
    expect(unfinishedSeed([])).toBeUndefined();
  });

  test("of another seed is another one; the latest one's marks are told", () => {
    const two = [marked(0), marked(1), marked(0, 8)];
    expect(climbOf(two, 8).marked).toHaveLength(1);
    expect(latestMarks(two)).toEqual([3]);
    expect(latestMarks([])).toEqual([]);
  });
});

describe("a rung", () => {
  test("asks for its number first, then for the answer, then for the guess; the points come last", () => {
    expect(stepOf(fresh(1), true)).toBe("figure");
    expect(stepOf({ ...fresh(1), figureRight: false }, true)).toBe("answer");
    expect(stepOf(fresh(0), false)).toBe("answer");
    expect(stepOf({ ...fresh(0), said: "" }, false)).toBe("guess");
    expect(stepOf({ ...fresh(0), said: "", guess: 1 }, false)).toBe("points");
  });

  test("has a point ticked once, and taken back by the same key", () => {
    const ticked = withTick(withTick(fresh(0), 3), 1);
    expect(ticked.ticks).toEqual([1, 3]);
    expect(withTick(ticked, 3).ticks).toEqual([1]);
  });

  test("keeps no text once it is marked", () => {
    expect(withMark({ ...fresh(0), said: "long", draft: "lo", guess: 1 }, 2)).toEqual({
      ...fresh(0),
      guess: 1,
      mark: 2,
    });
  });
});

test("an answer that has come further stands in the place of itself; the oldest give way", () => {
  const answers = Array.from({ length: answersMax }, (_, n) =>
    marked(n % rungCount, Math.floor(n / rungCount)),
  );
  const next = withRung(answers, marked(0, 99));
  expect(next).toHaveLength(answersMax);
  expect(next[0]).toEqual(answers[1]);
  expect(withRung(answers, { ...fresh(3, 4), said: "x" })).toHaveLength(answersMax);
  expect(withRung(next, { ...marked(0, 99), ticks: [1] }).filter(({ seed }) => seed === 99)).toHaveLength(1);
});

test("calibration counts rungs that are marked alone, and says who thinks too well of themselves", () => {
  const of = (guess: 1 | 2 | 3, mark: 1 | 2 | 3) => ({ ...fresh(0), guess, mark });
  expect(markCalibration([of(3, 1), of(2, 2), fresh(1), { ...fresh(2), guess: 3 }])).toEqual({
    of: 2,
    right: 1,
    bias: 1,
  });
  expect(markCalibration([of(1, 2)]).bias).toBe(-1);
  expect(markCalibration([])).toEqual({ of: 0, right: 0, bias: 0 });
});
