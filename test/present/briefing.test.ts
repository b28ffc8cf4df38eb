import { describe, expect, test } from "vitest";
import { tellsTimes } from "../../src/game/index.ts";
import { chapterOf, type Lesson, newInShop } from "../../src/levels/index.ts";
import { briefing, pagesOf, peakOf, trafficChart, trafficOf } from "../../src/present/briefing.ts";
import { showGoal, showIndicator } from "../../src/present/indicators.ts";
import { pageCount } from "../../src/ui/screens/reading/layout.ts";
import { output } from "../../src/words/en/output.ts";
import { findLesson, lessons, words } from "../helpers/english.ts";
import { visitOf } from "../helpers/screens.ts";

describe.each(lessons)("the briefing of level $level.number", (lesson) => {
  const lines = briefing(words, output, lesson, 80).flatMap((line) => line.split("\n"));

  test("fits 80 columns and carries no stray control characters", () => {
    expect(lines.filter((line) => [...line].length > 80)).toEqual([]);
    expect(lines.filter((line) => /\p{Cc}/u.test(line))).toEqual([]);
  });

  test("tells story, traffic, events, goals, budget, stars, what is new in the shop, and nothing of the lesson", () => {
    const text = lines.join(" ").replace(/\s+/g, " ");
    const { level, prose } = lesson;
    for (const part of [prose.story, prose.stars.two, prose.stars.three, ...prose.brief.map((p) => p.text)])
      expect(text).toContain(part);
    for (const { id } of newInShop(level)) expect(text).toContain(words.shop.offers[id]?.line);
    for (const goal of level.goals) expect(text).toContain(showGoal(words, goal));
    if (tellsTimes(level))
      for (const event of level.scenario.events) expect(text).toContain(prose.events[event.label]);
    for (const passage of prose.lesson) expect(text).not.toContain(passage.text);
  });

  test("is at most three pages on the smallest screen, and the challenge stands on the first", () => {
    const size = { columns: 80, rows: 24, words };
    const screen = {
      kind: "briefing",
      visit: visitOf(lesson, lesson.level.start),
      page: 0,
      back: { kind: "title" },
    } as const;
    expect(pageCount(screen, size)).toBeLessThanOrEqual(3);
    expect(pageCount(screen, { ...size, columns: 120, rows: 40 })).toBeLessThanOrEqual(2);
    expect(lesson.prose.brief.length).toBeGreaterThan(0);
  });

  test("and the lesson are the chapter, whole and in its order", () => {
    const { brief, lesson: rest } = lesson.prose;
    const chapter = chapterOf(lesson.prose);
    expect(new Set(chapter)).toEqual(new Set([...brief, ...rest]));
    const counts = chapter.map(({ id }) => Number(/\d+$/.exec(id)));
    expect(counts).toEqual(counts.map((_, at) => at + 1));
  });
});

test("every goal has a name and a unit of its own", () => {
  const goals = lessons.flatMap(({ level }) => [
    ...level.goals,
    ...level.stars.two.goals,
    ...level.stars.three.goals,
  ]);
  for (const goal of goals) {
    const shown = showGoal(words, goal);
    // A name in words, not the indicator's own.
    expect(shown, goal.indicator).not.toMatch(/[a-z][A-Z]|Ms\b|Sec\b/);
    expect(showIndicator(words, goal.indicator, Number.NaN)).toBe("none");
  }
});

describe("the traffic that is told", () => {
  const lessonOf = (number: number) => lessons.find(({ level }) => level.number === number) as Lesson;

  test("has a celebrity's crowd in it where times are told, but no crowd whose time is a secret", () => {
    const told = lessonOf(12);
    expect(peakOf({ ...told, level: { ...told.level, announces: "when" } })).toBe(335_000);
    expect(peakOf(told)).toBe(200_000);
    expect(peakOf(lessonOf(13))).toBe(140_000);
    // Neither has it the minute in which a crowd goes.
    expect(peakOf(lessonOf(8))).toBe(60_000);
  });

  test("stays level under a secret crowd, whether it comes first, in the middle or stays to the end", () => {
    const { level, prose } = lessonOf(8);
    const [stream] = level.scenario.streams;
    const ticks = 60;
    for (const [atSec, untilSec] of [
      [0, 10],
      [20, 30],
      [50, 60],
      [50, 61],
    ] as const) {
      const crowded = [
        [0, 100],
        [atSec, 100],
        [Math.max(atSec, 0.001), 900],
        [untilSec, 900],
        [untilSec + 0.001, 100],
      ] as const;
      const events = [{ what: "news", atSec, untilSec, label: "crowd" }] as const;
      const curve = crowded.filter(([sec], at) => at === 0 || sec > crowded[at - 1]![0]);
      const scenario = { ...level.scenario, ticks, tickSec: 1, streams: [{ ...stream!, curve }], events };
      const rates = trafficOf({ level: { ...level, scenario }, prose });
      // At the very edge of a day nothing calm stands beside the crowd: what stands there is what it comes from or goes to.
      const calmest = Math.min(...rates);
      const [from, to] = [Math.max(0, atSec - 1), Math.min(ticks, untilSec + 1)];
      for (let t = from; t < to; t++) {
        expect(rates[t], `${t} of ${atSec} to ${untilSec}`).toBeGreaterThanOrEqual(
          Math.min(rates[from]!, 100),
        );
        expect(rates[t]).toBeLessThanOrEqual(900);
      }
      expect(calmest).toBe(100);
    }
  });

  test("is for the estimate what somebody waits for: no logs, no files", () => {
    expect(Math.max(...pagesOf(lessonOf(2)))).toBeCloseTo(1_000, -1);
    expect(peakOf(lessonOf(2))).toBe(2_000);
  });
});

test("traffic that never changes is a line, traffic that does an area", () => {
  const chart = (level: string) => trafficChart(words, findLesson(level) as Lesson, 60, 3).slice(0, 3);
  const [top = "", ...below] = chart("7");
  expect(top).toMatch(/│▁+$/);
  expect(below.join("")).not.toMatch(/[▁-█]/);
  expect(chart("1").join("")).toContain("█");
});
