/** What is told of a level's events before they come: for each kind of announcement, wherever a player looks. */
import { describe, expect, test } from "vitest";
import type { Announcement } from "../../src/game/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { briefing, trafficChart } from "../../src/present/briefing.ts";
import { logOf } from "../../src/present/log.ts";
import { emptySave } from "../../src/saves/index.ts";
import { initialState, mapRowsOf, type Screen } from "../../src/ui/reduce.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { output } from "../../src/words/en/output.ts";
import { findLesson, words } from "../helpers/english.ts";
import { watchedOf } from "../helpers/recorded.ts";
import { drawnAt, visitOf } from "../helpers/screens.ts";

const base = findLesson("1") as Lesson;

/** A made-up level: the first one, with a restart, and a crowd that the curve of the traffic has too. */
function levelThat(announces: Announcement): Lesson {
  return {
    level: {
      ...base.level,
      announces,
      scenario: {
        ...base.level.scenario,
        ticks: 60,
        streams: base.level.scenario.streams.slice(0, 1).map((stream) => ({
          ...stream,
          curve: [
            [0, 10],
            [20, 10],
            [21, 4_321],
            [29, 4_321],
            [30, 10],
          ] as const,
        })),
        events: [
          { what: "news", atSec: 20, untilSec: 30, label: "crowd" },
          { what: "restart", tier: "box", durationSec: 5, atSec: 47, label: "dark-moment" },
        ],
      },
    },
    prose: {
      ...base.prose,
      events: { crowd: "The whole town looks.", "dark-moment": "The box restarts." },
    },
  };
}

/** Everything that a player can see of a level before a run: command line, screens at both sizes, spoken forms. */
function beforeOf(lesson: Lesson): string {
  const visit = visitOf(lesson, lesson.level.start);
  const screens: Screen[] = [
    { kind: "briefing", visit, page: 0, back: { kind: "title" } },
    { kind: "board", visit },
  ];
  const rows = mapRowsOf([lesson]);
  const state = (screen: Screen) => ({ ...initialState(words, rows, emptySave(), []), screen });
  return [
    ...briefing(words, output, lesson, 80),
    ...trafficChart(words, lesson, 60),
    ...screens.flatMap((screen) => [
      ...drawnAt(screen, { columns: 80, rows: 24 }),
      ...drawnAt(screen, { columns: 120, rows: 40 }),
      ...spokenLines(state(screen)),
    ]),
  ].join(" ");
}

describe("a level that announces", () => {
  test("when, tells each event with its time and the traffic as it will be", () => {
    const text = beforeOf(levelThat("when"));
    expect(text).toContain("The whole town looks.");
    expect(text).toMatch(/t=47 +The box restarts\./);
    expect(text).toMatch(/At 47 seconds: The box restarts\./);
    expect(text).toMatch(/4,3[0-9]{2}\/s|4k\/s/);
  });

  test("kinds, says in words what may happen, but neither which, nor when, nor how much will come", () => {
    const text = beforeOf(levelThat("kinds"));
    const { kinds } = words.ahead;
    expect(text).toContain(words.ahead.mayHappen([kinds.news, kinds.restart]));
    expect(text).not.toContain("The whole town looks.");
    expect(text).not.toContain("The box restarts.");
    expect(text).not.toMatch(/▲ *t=|t=47|t=20|47 seconds/);
    expect(text).not.toMatch(/4,?3[0-9]{2}/);
  });

  test("nothing, says no more than that", () => {
    const text = beforeOf(levelThat("nothing"));
    expect(text).toContain(words.ahead.nothing);
    for (const kind of Object.values(words.ahead.kinds)) expect(text).not.toContain(kind);
    expect(text).not.toMatch(/whole town|box restarts|t=47|t=20|47 seconds/i);
    expect(text).not.toMatch(/4,?3[0-9]{2}/);
  });

  test.each(["when", "kinds", "nothing"] as const)(
    "%s, tells an event in the run once it has happened",
    (announces) => {
      const lesson = levelThat(announces);
      const recording = watchedOf(lesson.level, lesson.level.lesson, 11);
      const told = logOf(words, lesson, recording).filter(({ kind }) => kind === "event");
      expect(told.map(({ tick, text }) => [tick, text])).toEqual([
        [20, "The whole town looks."],
        [47, "The box restarts."],
      ]);
    },
  );
});

test("the kinds of things are told in an order that says nothing of the day, each once", () => {
  const lesson = levelThat("kinds");
  const { scenario } = lesson.level;
  const backwards = {
    ...lesson,
    level: { ...lesson.level, scenario: { ...scenario, events: scenario.events.toReversed() } },
  };
  const chart = (each: Lesson) => trafficChart(words, each, 60).at(-1);
  expect(chart(backwards)).toBe(chart(lesson));
});
