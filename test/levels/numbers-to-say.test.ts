/** Numbers to say aloud: each level has some, they are phrases, and what they say of a level is what the level has. */
import { expect, test } from "vitest";
import { type Level, targetOf } from "../../src/game/index.ts";
import type { NumberToSay } from "../../src/levels/index.ts";
import { capacities, rateAt, searchRun, simulate } from "../../src/sim/index.ts";
import { grouped } from "../../src/words/figures.ts";
import { findLesson, lessons, words } from "../helpers/english.ts";

test.each(lessons)(
  "level $level.number has numbers of four phrases each, none of them a sentence",
  (lesson) => {
    expect(lesson.prose.numbers.length).toBeGreaterThanOrEqual(2);
    for (const { what, ...phrases } of lesson.prose.numbers) {
      expect(what).toMatch(/^[A-Z].*[^.]$/);
      for (const [part, phrase] of Object.entries(phrases))
        expect(phrase, `${what}: ${part}`).toMatch(/[^.;,:]$/);
    }
  },
);

test("a number is said in sentences: here, usually, what moves it, where that is known from", () => {
  const number = { what: "A call", here: "1 ms", usual: "2 ms", moves: "the network", source: "a test" };
  expect(words.reading.number(number)).toBe(
    "Here: 1 ms. Usually: 2 ms. What moves it: the network. Source: a test.",
  );
});

function said(level: string, what: RegExp): NumberToSay {
  const number = findLesson(level)?.prose.numbers.find((each) => what.test(each.what));
  if (!number) throw new Error(`level ${level} has no number ${what}`);
  return number;
}

function levelOf(number: string): Level {
  return findLesson(number)?.level as Level;
}

/** The goal of an indicator, of the level or of a star. */
function goalOf({ goals, stars }: Level, indicator: string): number {
  const all = [...goals, ...stars.two.goals];
  return targetOf(all.find((goal) => goal.indicator === indicator) as Level["goals"][number]);
}

/** The most requests a second of one kind. */
function mostPerSec({ scenario: { ticks, tickSec, streams } }: Level, kind: string): number {
  const curves = streams.filter((stream) => stream.kind === kind).map(({ curve }) => curve);
  const at = Array.from({ length: ticks }, (_, tick) => (tick + 0.5) * tickSec);
  return Math.max(...at.map((sec) => curves.reduce((sum, curve) => sum + rateAt(curve, sec), 0)));
}

test("what is said of a level's traffic and goals is what the level has", () => {
  const users = /^([\d,]+) users × (\d+) calls ÷ 86,400 s: (\d+) a second/.exec(
    said("1", /daily users/).here,
  );
  const [daily = 0, calls = 0, mean] = (users?.slice(1) ?? []).map((each) => Number(each.replace(",", "")));
  expect(Math.round((daily * calls) / 86_400)).toBe(mean);
  expect(findLesson("1")?.prose.story).toContain(`${grouped(daily)} people`);

  const writes = mostPerSec(levelOf("5"), "write");
  const lost = Math.round(writes * capacities.delaySec.replicationHome);
  expect(said("5", /loses/).here).toContain(`× ${grouped(writes)} a second = ${lost}`);

  expect(said("9", /availability/).here).toContain(`${100 * goalOf(levelOf("9"), "availability")} %`);
  const budget = 100 * (1 - goalOf(levelOf("11"), "availability"));
  expect(said("11", /error budget/).here).toContain(`${Number(budget.toFixed(3))} %`);
  expect(said("11", /somebody knows/).here).toContain(`${goalOf(levelOf("11"), "timeToDetectSecMean")} s`);
  expect(said("12", /shard$/).here).toContain(`${grouped(mostPerSec(levelOf("12"), "write"))} writes`);
});

test("the hit ratio that is said of the cache's lesson is the one it reaches", () => {
  const level = levelOf("6");
  const { indicators } = simulate(level.lesson, level.scenario, { seed: 11, ...searchRun });
  expect(said("6", /hit ratio/).here).toContain(`${Math.round(100 * (indicators.hitRatio ?? 0))} %`);
});
