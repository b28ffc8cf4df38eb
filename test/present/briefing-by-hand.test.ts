/** What a briefing tells of a day, by days and lessons made by hand. */
import { describe, expect, test } from "vitest";
import type { Level } from "../../src/game/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import {
  aheadLines,
  briefing,
  chapterLines,
  eventsAhead,
  mostOf,
  offerLines,
  pagesOf,
  peakOf,
  trafficChart,
  trafficOf,
} from "../../src/present/briefing.ts";
import type { Scenario, ScenarioEvent } from "../../src/sim/index.ts";
import { output } from "../../src/words/en/output.ts";
import { lessons, words } from "../helpers/english.ts";

const [first] = lessons as readonly [Lesson, ...Lesson[]];

type Curve = readonly (readonly [atSec: number, perSec: number])[];
interface Day {
  readonly curves: Readonly<Record<string, Curve>>;
  readonly events?: readonly ScenarioEvent[];
  readonly announces?: Level["announces"];
  readonly ticks?: number;
  readonly tickSec?: number;
}

/** The first level with another day. */
function lessonOf({ curves, events = [], announces, ticks = 10, tickSec = 1 }: Day): Lesson {
  const streams = Object.entries(curves).map(([kind, curve]) => ({ kind, curve }));
  const scenario = { ...first.level.scenario, ticks, tickSec, events, streams } as unknown as Scenario;
  return { ...first, level: { ...first.level, scenario, announces } as Level };
}

const flat = (perSec: number): Curve => [[0, perSec]];
const news = (atSec: number, untilSec?: number) =>
  ({
    label: "front-page",
    what: "news",
    atSec,
    ...(untilSec === undefined ? {} : { untilSec }),
  }) as ScenarioEvent;
const ratesOf = (day: Day) => Array.from(trafficOf(lessonOf(day)), (rate) => Number(rate.toFixed(6)));

describe("the traffic that is told", () => {
  test("is all streams together, each in the middle of its tick", () => {
    const rising: Curve = [
      [0, 0],
      [40, 400],
    ];
    expect(ratesOf({ curves: { page: rising, write: flat(7) }, ticks: 4, tickSec: 10 })).toEqual([
      57, 157, 257, 357,
    ]);
  });

  test("counts for the web tier only what somebody waits for", () => {
    const lesson = lessonOf({ curves: { page: flat(50), log: flat(30), asset: flat(9) }, ticks: 2 });
    expect(Array.from(trafficOf(lesson))).toEqual([89, 89]);
    expect(Array.from(pagesOf(lesson))).toEqual([50, 50]);
  });

  test("is a straight line over a crowd whose time is a secret, from a tick before it to a tick after", () => {
    const step: Curve = [
      [0, 100],
      [4, 100],
      [4.001, 900],
      [6, 900],
      [6.001, 100],
      [8, 100],
      [8.001, 200],
    ];
    const told = (events: readonly ScenarioEvent[], announces: Level["announces"], tickSec = 1, ticks = 10) =>
      ratesOf({ curves: { page: step }, events, announces, tickSec, ticks });
    const bare = [100, 100, 100, 100, 900, 900, 100, 100, 200, 200];
    expect(told([news(4, 6)], "when")).toEqual(bare);
    expect(told([news(4, 6)], "kinds")).toEqual([...bare.slice(0, 4), 100, 100, ...bare.slice(6)]);
    // A crowd that never goes is the day itself, and what is no crowd takes nothing away.
    expect(told([news(4)], "kinds")).toEqual(bare);
    const restart = { label: "restart", what: "restart", tier: "box", atSec: 4, untilSec: 6 } as never;
    expect(told([restart], "kinds")).toEqual(bare);
    // The line rises from what was before to what comes after.
    expect(told([news(5, 7)], "kinds")).toEqual([100, 100, 100, 100, 900, 725, 550, 375, 200, 200]);
    // Ticks that a crowd has a part of are its own.
    expect(told([news(4.5, 6.5)], "kinds")).toEqual([100, 100, 100, 100, 120, 140, 160, 180, 200, 200]);
    // At the ends of a day there is nothing beside it: the line goes on from what stands there.
    expect(told([news(0, 1)], "kinds", 2, 3)).toEqual([366.666667, 633.333333, 900]);
    expect(told([news(8, 10)], "kinds").slice(6)).toEqual([100, 100, 125, 150]);
  });

  test("is told in three figures", () => {
    expect(peakOf(lessonOf({ curves: { page: flat(12_345) } }))).toBe(12_300);
    expect([mostOf(Float64Array.of(1, 9.876, 3)), mostOf(Float64Array.of(99_960))]).toEqual([9.88, 100_000]);
  });
});

describe("what is told of events", () => {
  const events = [news(2, 4), { label: "restart", what: "restart", tier: "box", atSec: 8, durationSec: 1 }];

  test("has the time of each in a column, whatever lines it takes", () => {
    const lesson = lessonOf({ curves: { page: flat(1) }, events: events as never, tickSec: 30, ticks: 20 });
    const lines = aheadLines(words, lesson, 40);
    expect(lines.map(([line = ""]) => line.slice(0, 7))).toEqual(["t=2    ", "t=8    "]);
    expect(lines).toHaveLength(2);
    const told = first.prose.events;
    for (const [at, label] of ["front-page", "restart"].entries()) {
      const [head = "", ...rest] = lines[at]!;
      expect(rest.length).toBeGreaterThan(0);
      expect(rest.every((line) => line.startsWith(" ".repeat(7)) && line[7] !== " ")).toBe(true);
      expect([head, ...rest].map((line) => line.slice(7)).join(" ")).toBe(told[label]);
      expect(Math.max(...[head, ...rest].map((line) => line.length))).toBeLessThanOrEqual(40);
    }
  });

  test("stands once for all that begins at one moment, and by its label where it has no words", () => {
    const two = [
      { ...events[0], label: "nobody's" },
      { ...events[1], atSec: 2, label: "unheard-of" },
    ];
    const day = { curves: { page: flat(1) }, events: two as never };
    expect(eventsAhead(words, lessonOf(day))).toEqual([{ atSec: 2, words: "unheard-of" }]);
  });

  test("is one sentence where times are kept, or kinds too", () => {
    const of = (announces: Level["announces"], all: unknown = events) =>
      eventsAhead(words, lessonOf({ curves: { page: flat(1) }, events: all as never, announces }));
    const kindsTold = [words.ahead.kinds.restart, words.ahead.kinds.news];
    const [told] = of("kinds");
    expect(of("kinds")).toHaveLength(1);
    expect(told!.atSec).toBeUndefined();
    for (const kind of kindsTold) expect(told!.words.split(kind)).toHaveLength(2);
    // In the order of the words, whichever way the day has them.
    expect(of("kinds", [...events].reverse())).toEqual([told]);
    expect(of("kinds", [])).toEqual([]);
    expect(of("nothing")).toEqual([{ words: words.ahead.nothing }]);
    const lesson = lessonOf({ curves: { page: flat(1) }, announces: "nothing" });
    expect(aheadLines(words, lesson, 50)).toHaveLength(1);
    expect(aheadLines(words, lesson, 50)[0]!.join(" ")).toBe(words.ahead.nothing);
  });
});

describe("the chart of traffic", () => {
  const chartOf = (day: Day, cells = 24, height = 2) => trafficChart(words, lessonOf(day), cells, height);
  const mark = (atSec: number) =>
    ({ label: "restart", what: "restart", tier: "box", atSec, durationSec: 1 }) as never;

  test("has the peak beside its top, and a mark below each event", () => {
    const rising: Curve = [
      [0, 0],
      [16, 1_600],
    ];
    const day = { curves: { page: rising }, ticks: 16, events: [mark(0), mark(4), mark(15.9)] };
    expect(chartOf(day)).toMatchInlineSnapshot(`
      [
        "1,550/s │        ▁▂▃▄▅▆█",
        "        │▁▂▃▄▅▆▇████████",
        "        └▲──▲──────────▲",
      ]
    `);
    // What comes at the very end, or after it, is marked in the last cell.
    expect(chartOf({ ...day, events: [mark(16)] }).at(-1)).toMatch(/└─+▲$/);
    expect(chartOf({ ...day, events: [mark(99)] }).at(-1)).toMatch(/└─+▲$/);
    expect(Math.max(...chartOf(day).map((line) => line.length))).toBe(24);
  });

  test("has a line for what never changes, at its height, and no marks where times are kept", () => {
    const day: Day = { curves: { page: flat(40) }, ticks: 16, events: [mark(4)], announces: "kinds" };
    expect(chartOf(day, 14, 3)).toEqual([
      "40/s │▁▁▁▁▁▁▁▁",
      "     │        ",
      "     │        ",
      "     └────────",
    ]);
  });
});

test("a whole briefing, and the chapter that it begins", async () => {
  const pages = [0, 8].flatMap((at) => [
    ...briefing(words, output, lessons[at]!, 60),
    "",
    ...chapterLines(output, lessons[at]!, 60),
    "",
  ]);
  await expect(`${pages.join("\n")}\n`).toMatchFileSnapshot("../golden/told/briefings.txt");
});

test("an offer's name stands before its line, in a column", () => {
  const line = "one two three four five six seven";
  expect(offerLines([{ name: "Replica", line }], 30)).toEqual([
    "Replica         one two three",
    "                four five six",
    "                seven",
  ]);
  expect(
    offerLines(
      [
        { name: "Cache", line: "one" },
        { name: "CDN", line: "two" },
      ],
      30,
    ),
  ).toHaveLength(2);
});
