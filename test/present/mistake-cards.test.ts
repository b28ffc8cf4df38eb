/** A card of a mistake: what was run, what was expected and what came, as far as the save still names what there is. */
import { describe, expect, test } from "vitest";
import { indicatorName, showGoal, showIndicator } from "../../src/present/indicators.ts";
import { cardText } from "../../src/present/study.ts";
import type { Mistake } from "../../src/study/deck.ts";
import { lessons, words } from "../helpers/english.ts";

const lesson = lessons[0]!;
const { mistakes } = words.study;
const mistake: Mistake = {
  ...{ about: "question", of: "", answer: "2", truth: "72" },
  ...{ design: "dns · box 1", missed: [] },
};
const told = (rest: Partial<Mistake>) =>
  cardText(words, { id: "m", kind: "mistake", lesson, mistake: { ...mistake, ...rest } });

test("says the design, and of every goal that it missed the value and the goal", () => {
  const { question, answer } = told({
    missed: [
      { indicator: "availability", bound: "atLeast", target: 0.99, value: 0.5 },
      { indicator: "costPerMonth", bound: "atMost", target: 100, value: 250 },
      { indicator: "gone since", bound: "atMost", target: 1, value: 2 },
    ],
  });
  expect(question).toContain("dns · box 1");
  const goal = showGoal(words, { indicator: "availability", atLeast: 0.99 });
  const bill = showGoal(words, { indicator: "costPerMonth", atMost: 100 });
  expect(
    answer.endsWith(
      mistakes.missed([
        { value: showIndicator(words, "availability", 0.5), goal },
        { value: "$250", goal: bill },
      ]),
    ),
  ).toBe(true);
});

test("says nothing of goals where none was missed, or none that there is", () => {
  const none = told({}).answer;
  expect(none).not.toContain(mistakes.missed([]).split(":")[0]);
  expect(told({ missed: [{ indicator: "gone since", bound: "atMost", target: 1, value: 2 }] }).answer).toBe(
    none,
  );
});

describe("the answer", () => {
  test("to the level's question is explained, to whether all goals are met it is not", () => {
    const { explanation } = lesson.prose.prediction;
    expect(told({}).answer).toContain(explanation);
    expect(told({ about: "goals", answer: "yes", truth: "no" }).answer).not.toContain(explanation);
  });

  test("to where an indicator goes is told in words, and as it stands where the save names none that there is", () => {
    const trend = (of: string) => told({ about: "trend", of, answer: "up", truth: "down" });
    for (const indicator of ["latencyP95Ms", "costPerMonth"] as const) {
      const name = indicatorName(words, indicator);
      const inWords = (way: "up" | "down") => words.prediction.trend({ name, trend: way });
      expect(trend(indicator).question).toContain(mistakes.trend(inWords("up")));
      expect(trend(indicator).answer).toBe(mistakes.trendAnswer(inWords("down")));
    }
    expect(trend("gone since").question).toBe(
      mistakes.design({ line: mistake.design, question: mistakes.trend("up") }),
    );
    expect(trend("gone since").answer).toBe(mistakes.trendAnswer("down"));
  });

  test("of an idea is its title and why it fails; its letter where the level has it no more", () => {
    const [letter, { title, why }] = Object.entries(lesson.prose.wrongAnswers)[0]!;
    expect(told({ about: "idea", of: letter }).answer).toBe(mistakes.ideaAnswer({ title, why }));
    expect(told({ about: "idea", of: "?" }).answer).toBe(mistakes.ideaAnswer({ title: "?", why: "" }));
  });
});
