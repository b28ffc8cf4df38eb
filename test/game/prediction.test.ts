import { describe, expect, it, test } from "vitest";
import {
  foretell,
  isAnswer,
  isWithin,
  mainGoal,
  type Prediction,
  questionFor,
  trendOf,
} from "../../src/game/index.ts";
import { design } from "../../src/sim/index.ts";
import { findLesson, lessons } from "../helpers/english.ts";
import { decidingWatchedOf, recordingOf } from "../helpers/recorded.ts";
import { sampled } from "../helpers/sampled.ts";

const first = findLesson("1")?.level as (typeof lessons)[number]["level"];
const run = (line: string) => recordingOf(first, design(line), 11);

describe("a guessed number", () => {
  it("is right within its factor either way, and nothing is near nothing alone", () => {
    expect([80, 100, 125].map((guess) => isWithin(guess, 100, 1.25))).toEqual([true, true, true]);
    expect([79, 126, 0].map((guess) => isWithin(guess, 100, 1.25))).toEqual([false, false, false]);
    expect([isWithin(0, 0, 1.25), isWithin(1, 0, 1.25)]).toEqual([true, false]);
  });

  it("may be none, and must be a number", () => {
    expect(["0", "1.5"].map((text) => isAnswer(first.prediction, text))).toEqual([true, true]);
    expect(["", "-1", "x", "."].map((text) => isAnswer(first.prediction, text))).toEqual(
      Array(4).fill(false),
    );
  });
});

describe("an expectation", () => {
  it("is held against the player's own run: another box, another truth", () => {
    const expected = { about: "question", answer: "100" } as const;
    expect(foretell(first.prediction, expected, run("dns · box 1"))).toMatchObject({
      truth: "100",
      right: true,
    });
    const roomy = foretell(first.prediction, expected, run("dns · box 4"));
    expect(roomy?.right).toBe(false);
    expect(Number(roomy?.truth)).toBeLessThan(50);
  });

  it("of a trend is held against the same goal of the run before", () => {
    const { goals } = run("dns · box 1").outcome;
    const goal = mainGoal(goals);
    expect(goal).toMatchObject({ indicator: "latencyP95Ms", met: false });
    const expected = {
      about: "trend",
      answer: "down",
      indicator: "latencyP95Ms",
      was: goal?.value ?? 0,
    } as const;
    const after = run("dns · box 2");
    expect(foretell(first.prediction, expected, after)).toMatchObject({ truth: "down", right: true });
    const was = after.outcome.goals[0]?.value ?? 0;
    expect(foretell(first.prediction, { ...expected, was }, after)).toMatchObject({ truth: "same" });
  });

  it("says nothing where the run shows nothing of the kind: a run of no answers has no answer time", () => {
    const expected = { about: "trend", answer: "down", indicator: "latencyP95Ms", was: 100 } as const;
    expect(foretell(first.prediction, expected, run("box 2"))).toBeUndefined();
  });

  it("of a design without the part in question is whether every goal will be met", () => {
    expect(questionFor(first.prediction, design("box 2"))).toBe("goals");
    expect(questionFor(first.prediction, design("dns · box 2"))).toBe("question");
    const no = { about: "goals", answer: "no" } as const;
    expect(foretell(first.prediction, no, run("box 2"))).toMatchObject({ truth: "no", right: true });
  });
});

test("the truth is told as it is shown: to a tenth below ten, whole from there on", () => {
  const truth = (value: number) =>
    foretell(
      { kind: "number", withinFactor: 1.25, truth: { stated: value } } as unknown as Prediction,
      { about: "question", answer: "10" },
      { outcome: {} } as Parameters<typeof foretell>[2],
    );
  expect([0.04, 2.46, 9.94, 9.96, 10.4, 15.5].map((value) => truth(value)?.truth)).toEqual([
    "0",
    "2.5",
    "9.9",
    "10",
    "10",
    "16",
  ]);
  expect(truth(Number.NaN)).toBeUndefined();
});

describe("a trend", () => {
  it("is the same within 5 %, and up or down beyond", () => {
    const goal = (value: number) => ({ bound: "atMost", target: 200, value }) as const;
    expect([100, 104, 106, 95, 94].map((value) => trendOf(goal(value), 100))).toEqual([
      "same",
      "same",
      "up",
      "same",
      "down",
    ]);
  });

  it("of a promise follows what fails: from 99 to 99.9 % is up", () => {
    const goal = { bound: "atLeast", target: 0.99, value: 0.999 } as const;
    expect(trendOf(goal, 0.99)).toBe("up");
    expect(trendOf({ ...goal, value: 0.9899 }, 0.99)).toBe("same");
  });

  it("is of a promise where at least more than half, and at most all, is promised", () => {
    const isPromise = (target: number, bound: "atLeast" | "atMost" = "atLeast") =>
      trendOf({ bound, target, value: 0.999 }, 0.99) === "up";
    expect([0.5, 0.51, 0.99, 1, 1.01, 2].map((target) => isPromise(target))).toEqual([
      ...[false, true, true, true, false, false],
    ]);
    expect(isPromise(0.99, "atMost")).toBe(false);
  });

  it("is none without a value, before or now; of 5 % of the larger it is the same", () => {
    const goal = { bound: "atMost", target: 200 } as const;
    expect(trendOf({ ...goal, value: Number.NaN }, 1)).toBeUndefined();
    expect(trendOf({ ...goal, value: 1 }, Number.NaN)).toBeUndefined();
    expect([95, 94.9].map((value) => trendOf({ ...goal, value }, 100))).toEqual(["same", "down"]);
    expect([100, 100.1].map((value) => trendOf({ ...goal, value }, 95))).toEqual(["same", "up"]);
    expect(trendOf({ ...goal, value: 0 }, 0)).toBe("same");
  });
});

describe.each(sampled(lessons, 2))("the question of level $level.number", ({ level, prose }) => {
  it("is answered by the runs of the start and of the solution, where it speaks of them", () => {
    const { prediction } = level;
    for (const bought of [level.start, level.lesson]) {
      if (questionFor(prediction, bought) === "goals") continue;
      const answer = prediction.kind === "choice" ? (prediction.options[0] ?? "") : "1";
      const found = foretell(prediction, { about: "question", answer }, decidingWatchedOf(level, bought));
      expect(found && isAnswer(prediction, found.truth), found?.truth).toBe(true);
    }
    expect(questionFor(prediction, level.lesson)).toBe("question");
    expect(prose.prediction.unit === undefined).toBe(prediction.kind === "choice");
  });
});
