import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareEstimate, estimate, type GoalResult, targetOf } from "../../src/game/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { aheadLines, eventsAhead, trafficChart } from "../../src/present/briefing.ts";
import { type Comparison, type Lamp, lampsFor } from "../../src/present/comparison.ts";
import { toAscii } from "../../src/present/glyphs.ts";
import {
  indicatorName,
  missedBy,
  showChange,
  showIndicator,
  showResult,
  showShare,
} from "../../src/present/indicators.ts";
import { logOf, seenLog } from "../../src/present/log.ts";
import { liveAt, lossesAt, sightOf, smooth } from "../../src/present/moment.ts";
import { delta, shopRows } from "../../src/present/offers.ts";
import { design } from "../../src/sim/index.ts";
import { blockOf, fitting, pack } from "../../src/ui/frame/blocks.ts";
import { firstFitting, paragraph, windowStart } from "../../src/ui/frame/frame.ts";
import { resultsLine } from "../../src/ui/frame/results.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import { pastBuckets, timeline } from "../../src/ui/frame/timeline.ts";
import { lampLines, populationLines } from "../../src/ui/screens/debrief/comparison.ts";
import { spokenPopulation } from "../../src/ui/screens/debrief/spoken.ts";
import { drawCurves } from "../../src/ui/screens/run/curves.ts";
import { findLesson, lessons, words } from "../helpers/english.ts";
import { recordingOf, watchedOf } from "../helpers/recorded.ts";

const first = findLesson("1") as Lesson;

const cache = findLesson("6") as Lesson;

describe("the shop", () => {
  test("tells the setting, what it costs and what the neighbours would", () => {
    const [domain, box] = shopRows(words, first.level, design("dns · box 2"));
    expect(domain).toMatchObject({
      name: "Domain",
      setting: "yes",
      price: { perMonth: 1, isEach: false },
      more: undefined,
    });
    expect(domain?.less).toEqual({ label: "no", costDelta: -1 });
    expect(box).toMatchObject({ setting: "2 vCPU", price: { perMonth: 70, isEach: false } });
    expect(box?.less).toEqual({ label: "1 vCPU", costDelta: -55 });
    expect(box?.more).toEqual({ label: "4 vCPU", costDelta: 70 });
  });

  test("says what a disabled offer needs", () => {
    const rows = shopRows(words, cache.level, cache.level.start);
    expect(rows.find(({ id }) => id === "cache.ttl")).toMatchObject({
      disabled: expect.stringMatching(/cache/i) as string,
      more: undefined,
    });
    expect(rows.find(({ id }) => id === "cache.nodes")?.disabled).toBeUndefined();
  });

  test("writes changes of the bill with their sign", () => {
    expect([70, -1_234, 0, 0.2].map(delta)).toEqual(["+$70", "−$1,234", "±$0", "±$0"]);
  });
});

describe("a moment of a run", () => {
  const recording = recordingOf(first.level, design("dns · box 1"), 11);

  test("has the part's load, its queue and what it loses, with the reason", () => {
    const calm = liveAt(recording, 100)("box");
    expect(calm?.utilization).toBeCloseTo(0.22, 1);
    expect(calm).not.toHaveProperty("lostPerSec");
    const peak = liveAt(recording, 330)("box");
    expect(peak?.utilization).toBeCloseTo(1, 2);
    expect(peak?.lostPerSec).toBeGreaterThan(20);
    expect(peak?.reason).toBe("timeout");
    expect(liveAt(recording, 485)("box")).toMatchObject({ down: true, reason: "process-down" });
    expect(liveAt(recording, 100)("cdn")).toBeUndefined();
  });

  test("lists losses by place and reason, the most first", () => {
    const losses = lossesAt(recording, 340);
    expect(losses.map(({ place }) => place)).toContain("box");
    expect(losses).toEqual([...losses].sort((a, b) => b.perSec - a.perSec));
    expect(lossesAt(recording, 50)).toEqual([]);
  });

  test("has a log in order of time that knows nothing of what comes later", () => {
    const log = logOf(words, first, recording);
    expect(log.map(({ tick }) => tick)).toEqual(log.map(({ tick }) => tick).sort((a, b) => a - b));
    expect(log[0]?.text).toMatch(/front page|limit|work/);
    expect(log.map(({ text }) => text).join()).not.toMatch(/until/);
  });

  test("is averaged over three ticks", () => {
    expect(smooth([0, 3, 6, 9], 3)).toBe(6);
    expect(smooth([4], 0)).toBe(4);
    expect(smooth([], 5)).toBe(0);
  });

  test("lies in fog where nothing was bought to see it", () => {
    const lesson = findLesson("11") as Lesson;
    const { start } = lesson.level;
    const run = recordingOf(lesson.level, start, 11);
    const sees = sightOf(lesson, start);
    expect(liveAt(run, 200, sees)("web")).toMatchObject({ fog: true });
    expect(liveAt(run, 200, sees)("web")).not.toHaveProperty("lostPerSec");
    expect(seenLog(logOf(words, lesson, run), sees).every(({ kind }) => kind === "good")).toBe(true);
    const bought = sightOf(lesson, lesson.level.lesson);
    expect(liveAt(run, 200, bought)("web")).not.toHaveProperty("fog");
  });
});

describe("curves", () => {
  const plain = { good: (text: string) => text, bad: (text: string) => text.replace(/\S/g, "!"), rows: 1 };
  /** Which dots of a column stand, from the top; two columns a cell. */
  const columnsOf = (line: string) =>
    [...line].flatMap((sign) => {
      const bits = sign === " " ? 0 : (sign.codePointAt(0) ?? 0) - 0x28_00;
      return [
        [0x01, 0x02, 0x04, 0x40],
        [0x08, 0x10, 0x20, 0x80],
      ].map((dots) => dots.flatMap((dot, at) => (bits & dot ? [at] : [])));
    });
  const row = (values: readonly number[], to: number, tick = values.length) =>
    timeline(values, { ...plain, to, cells: values.length / 2, tick })[0] ?? "";

  test("show the past and leave the rest empty", () => {
    expect(pastBuckets([1, 2, 3, 4], 1, 4)).toEqual([1, 2, undefined, undefined]);
    expect(columnsOf(row([8, 8, 8, 8], 8, 2))).toEqual([[0], [0], [0], []]);
  });

  test("a dot stands at the top only where nothing is missing: one box of many that is gone is seen", () => {
    const top = (values: readonly number[], to: number) =>
      columnsOf(row(values, to)).map((dots) => dots.includes(0));
    expect(top([7, 7, 8, 8], 8)).toEqual([false, false, true, true]);
    expect(top([47, 47, 48, 48], 48)).toEqual([false, false, true, true]);
    expect(top([0.967, 0.967, 1, 1], 1)).toEqual([false, false, true, true]);
    expect(top([0.99, 0.99, 1, 1], 1)).toEqual([true, true, true, true]);
    expect(columnsOf(row([0, 0, 1, 1], 1))[0]).toEqual([3]);
  });

  test("what hardly moves is a thin line, however high, and nothing is filled below it", () => {
    const shares = fc.record({
      level: fc.double({ min: 0.01, max: 1, noNaN: true }),
      moves: fc.array(fc.double({ min: -0.1, max: 0, noNaN: true }), { minLength: 20, maxLength: 20 }),
      rows: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(shares, ({ level, moves, rows }) => {
        const values = moves.map((move) => level * (1 + move));
        const drawn = timeline(values, { ...plain, rows, to: 1, cells: 10, tick: 20 }).map(columnsOf);
        for (let at = 0; at < 20; at++) {
          const dots = drawn.reduce((sum, each) => sum + (each[at]?.length ?? 0), 0);
          expect(dots).toBeGreaterThan(0);
          expect(dots).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  test("a figure beside its row is whole at every moment, smoothed ones too", () => {
    const values = Float64Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 0 : 100));
    const curve = { name: "answered", values, show: (value: number) => `${value} %` };
    const at = (tick: number) =>
      drawCurves(recordingOf(first.level, first.level.lesson, 11), undefined, [curve], {
        tick,
        cells: 80,
        rows: 3,
        theme: plainTheme,
        words,
      });
    for (let tick = 0; tick < values.length; tick++)
      expect(at(tick)[0]).toContain(`answered ${curve.show(smooth(values, tick)).padStart(20)} │`);
  });

  test("the large one is headed by its goal's whole name and its value at 80 columns, however bad it is", () => {
    const recording = recordingOf(first.level, first.level.lesson, 11);
    for (const { level } of lessons)
      for (const goal of level.goals) {
        const { indicator } = goal;
        const target = targetOf(goal);
        const value = "atMost" in goal ? Math.max(1, target) * 12_345 : target / 9;
        const show = (each: number) => showIndicator(words, indicator, each);
        const bound = "atMost" in goal ? ("atMost" as const) : ("atLeast" as const);
        const name = indicatorName(words, indicator);
        const values = new Float64Array(recording.ticks).fill(value);
        const curve = { name, values, show, isBad: () => true, target, bound, from: 0, to: value };
        const [head] = drawCurves(recording, curve, [], {
          tick: 9,
          cells: 78,
          rows: 5,
          theme: plainTheme,
          words,
        });
        expect(head, level.id).toContain(`${name} now ${show(value)}`);
      }
  });

  test("mark what is bad", () => {
    const line = timeline([1, 1, 8, 8], { ...plain, to: 8, cells: 2, tick: 4, isBad: (value) => value > 5 });
    expect(line[0]).toMatch(/^[⠁-⣿]!$/);
  });
});

test("where goals stand is said with full names as long as they fit, the targets giving way first", () => {
  const goal = (
    indicator: GoalResult["indicator"],
    value: number,
    target: number,
    bound: GoalResult["bound"],
  ) => ({ indicator, value, target, bound, met: false }) as const;
  const goals = [
    goal("latencyP95Ms", 3_028, 60, "atMost"),
    goal("availability", 0.006, 0.95, "atLeast"),
    goal("worstTickAvailability", 0, 0.1, "atLeast"),
  ];
  const at = (cells: number) => resultsLine(goals, { theme: plainTheme, words }, cells);
  const full = "✗ p95 3,028 ms  ✗ availability 0.6 %  ✗ worst second 0 %";
  expect(at(120)).toContain("availability 0.6 % ≥ 95.0 %");
  expect(at(full.length)).toBe(full);
  expect(at(full.length - 1)).toContain("✗ up 0.6 %");
  // Closer together before a figure that was met gives way.
  const close = "✗ p95 3,028ms ✗ up 0.6% ✗ worst second 0%";
  expect(at(close.length)).toBe(close);
  const mostlyMet = goals.map((each, i) => ({ ...each, met: i > 0 }));
  const met = (cells: number) => resultsLine(mostlyMet, { theme: plainTheme, words }, cells);
  expect(met(close.length)).toBe("✗ p95 3,028ms ✓ up 0.6% ✓ worst second 0%");
  expect(met(close.length - 1)).toBe("✗ p95 3,028ms  ✓ 2 met");
});

describe("the debrief", () => {
  const goal = (change: Partial<GoalResult>): GoalResult => ({
    indicator: "latencyP95Ms",
    target: 250,
    bound: "atMost",
    value: 100,
    met: false,
    ...change,
  });

  test("says by how much a goal is missed, in its own terms", () => {
    expect(missedBy(words, goal({ met: true }))).toBe("");
    expect(missedBy(words, goal({ value: 275 }))).toBe("10 % too much");
    expect(missedBy(words, goal({ value: 3_000 }))).toBe("12 times too much");
    const up = { indicator: "availability", bound: "atLeast", target: 0.99 } as const;
    expect(missedBy(words, goal({ ...up, value: 0.985 }))).toBe("0.5 points short");
    expect(missedBy(words, goal({ ...up, value: 0.95 }))).toBe("5.0 times what may fail");
    expect(missedBy(words, goal({ value: Number.NaN }))).toBe("");
    expect(missedBy(words, goal({ indicator: "lostJobs", target: 0, value: 3 }))).toBe("3 too many");
  });

  test("never shows a missed goal as if it were met", () => {
    const up = goal({ indicator: "availability", bound: "atLeast", target: 0.995, value: 0.9946 });
    expect(showResult(words, up)).toBe("99.46 %");
    expect(showResult(words, { ...up, value: 0.9 })).toBe("90.0 %");
    const stale = goal({ indicator: "staleOwnReadShare", target: 0.0005, value: 0.0015 });
    expect([showResult(words, stale), missedBy(words, stale)]).toEqual(["0.15 %", "3.0 times too much"]);
    const lost = goal({ indicator: "lostWrites", target: 2, value: 7.2 });
    expect([showResult(words, lost), missedBy(words, lost)]).toEqual(["7", "3.5 times too much"]);
  });

  test("shows a share that misses its bound as one that does, and any other as it is", () => {
    expect(showShare(0.98487, 0.985)).toBe("98.49 %");
    expect(showShare(0.984996, 0.985)).toBe("98.4996 %");
    expect(showShare(0.985, 0.985)).toBe("98.5 %");
    expect(showShare(0.9, 0.985)).toBe("90.0 %");
  });

  test("writes a change with its unit once", () => {
    expect(showChange(words, "latencyP95Ms", 3_109, 145)).toBe("3,109 → 145 ms");
    expect(showChange(words, "availability", 0.51, 0.985)).toBe("51.0 → 98.5 %");
    expect(showChange(words, "latencyP95Ms", Number.NaN, 145)).toBe("none → 145 ms");
  });

  test("a wait that nothing will end is never over, and misses its target by no number", () => {
    expect(showChange(words, "photoReadyP95Sec", 600, 86_400)).toBe("600 → 86,400 s");
    expect(showChange(words, "photoReadyP95Sec", 600, 99_915)).toBe("600 s → never");
    const missed = { indicator: "photoReadyP95Sec", bound: "atMost", target: 70, met: false } as const;
    expect(showResult(words, { ...missed, value: 99_915 })).toBe("never");
    expect(missedBy(words, { ...missed, value: 99_915 })).toBe("");
    expect(missedBy(words, { ...missed, value: 700 })).toBe("10 times too much");
  });
});

describe("among all designs that pass", () => {
  const place = (least: number, greatest: number, at: number, betterThan: number) => ({
    least,
    greatest,
    counts: [1, 2, 8, 4, 1, 0, 0, 0, 0, 0, 0, 2],
    at,
    betterThan,
  });
  const comparison: Comparison = {
    passing: 3_412,
    measures: [
      {
        indicator: "costPerMonth",
        name: "bill",
        value: 3_747,
        rank: place(3_600, 4_400, 2, 0.83),
      },
      { indicator: "latencyP95Ms", name: "p95", value: 2_869, rank: place(60, 120, 11, 0) },
      {
        indicator: "availability",
        name: "availability",
        value: 0.9991,
        rank: place(0.995, 1, 11, 0.4),
      },
    ],
    passed: true,
  };
  const frame = { columns: 80, rows: 24, words, theme: plainTheme, still: true, unicode: true };

  test("a design is shown in three histograms, with its place and how many it beats", () => {
    const text = populationLines(comparison, frame).join("\n");
    expect(text).toMatch(/^ALL 3,412 DESIGNS THAT PASS {2}and yours among them/);
    expect(text).toContain("▲ you");
    expect(text).toContain("you ▲");
    // What passes is one of them: no finer run puts it outside.
    expect(text).not.toContain("you ▶");
    expect(text).toContain("cheaper than 83 %");
    expect(text).toContain("quicker than none");
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(78);
    expect(text.split("\n").map(toAscii).join("\n")).not.toMatch(/[^\n\u0020-\u007E]|\?/);
  });

  test("one that does not pass has its place, but beats nobody", () => {
    const text = populationLines({ ...comparison, passed: false }, frame).join("\n");
    expect(text).toContain("and where yours is");
    expect(text).toContain("you ▶");
    expect(text).not.toMatch(/than/);
    expect(spokenPopulation(words, comparison).join("\n")).toMatch(
      /3,412 designs[\s\S]*\$3,747, theirs \$3,600 to \$4,400, cheaper than 83 % of them/,
    );
    const alike = { ...comparison.measures[1]!, rank: place(80.1, 80.2, 0, 0) };
    const drawn = (passed: boolean) =>
      populationLines({ ...comparison, passed, measures: [alike] }, frame).join("\n");
    expect(drawn(false)).toMatch(/the same for all that pass: 80 ms/);
    // Whatever a finer run says: it is one of them.
    expect(drawn(true)).toMatch(/the same for all that pass: 2,869 ms/);
    expect(drawn(false) + drawn(true)).not.toMatch(/▲|─{4}|none/);
    expect([populationLines(undefined, frame), spokenPopulation(words, undefined)]).toEqual([[], []]);
  });
});

describe("the eight lamps", () => {
  const finale = findLesson("finale") as Lesson;
  // The lamps look at what the day was like; a short one says enough for their words.
  const level = { ...finale.level, scenario: { ...finale.level.scenario, ticks: 40 } };
  const lampsOf = (of: typeof level.start) =>
    lampsFor(words, level, of, watchedOf(level, of, 11).outcome.report);
  const frame = { columns: 80, rows: 24, words, theme: plainTheme, still: true, unicode: true };

  test("are named with what they say, green or dark", () => {
    const dark = lampsOf(level.start);
    const lines = lampLines(dark, frame);
    expect(lines[0]).toMatch(/^THE EIGHT LAMPS {2}\d of 8 are green/);
    expect(lines.filter((line) => /^[✓✗]/.test(line))).toHaveLength(8);
    expect(lines.join("\n")).toMatch(/✗ Several data centers +When a region fails/);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78);
    const aloud = (lamps: readonly Lamp[]) => lamps.map(words.spoken.lamp).join("\n");
    expect(aloud(dark)).toMatch(/Lamp Several data centers: dark/);
    expect(aloud(lampsOf(level.lesson))).toMatch(/Lamp Several data centers: green/);
  });

  test("are only on the finale", () => {
    const { outcome } = recordingOf(first.level, first.level.lesson, 11);
    const none = lampsFor(words, first.level, first.level.lesson, outcome.report);
    expect([none, lampLines(none, frame)]).toEqual([[], []]);
  });

  test("and nothing before the day tells when its events will come, or even which, unless its level does", () => {
    const told = (lesson: Lesson) =>
      [...trafficChart(words, lesson, 60), ...aheadLines(words, lesson, 60).flat()].join("\n");
    expect(told(finale)).not.toMatch(/t=|▲/);
    expect(eventsAhead(words, finale)).toEqual([{ words: words.ahead.nothing }]);
    expect(told(cache)).not.toMatch(/t=|▲/);
    expect(told(cache)).toContain(words.ahead.kinds.flood);
    expect(eventsAhead(words, cache)).toHaveLength(1);
    expect(told(findLesson("4") as Lesson)).toMatch(/▲[\s\S]*t=/);
  });
});

describe("an estimate", () => {
  test("multiplies what is known and leaves the rest open", () => {
    const found = estimate({ dailyUsers: 86_400, requestsPerUserDaily: 10, peakFactor: 6, workMs: 22 });
    expect(found.meanPerSec).toBeCloseTo(10);
    expect(found.peakPerSec).toBeCloseTo(60);
    expect(found.busyCores).toBeCloseTo(1.32);
    expect(found).not.toHaveProperty("memoryGb");
    expect(estimate({ objects: 250_000, objectKb: 4 })).toEqual({ memoryGb: 1 });
  });

  test("is close within a quarter either way", () => {
    expect([50, 48, 47, 75, 76].map((mine) => compareEstimate(mine, 60))).toEqual([
      "close",
      "close",
      "low",
      "close",
      "high",
    ]);
  });
});

describe("layout", () => {
  const block = (rows: number) => ({ title: ["t"], lines: Array.from({ length: rows }, () => "x") });

  test("keeps blocks together and fills pages in order", () => {
    expect(pack([block(3), block(3), block(3)], 9).map((page) => page.length)).toEqual([2, 1]);
    expect(fitting([block(3), block(3)], 9)).toHaveLength(1);
  });

  test("breaks a title that has no room, and counts its lines", () => {
    const { title, lines } = blockOf("What is still a single point of failure?", "The balancer.", 31);
    expect(title).toEqual(["What is still a single point of", "failure?"]);
    expect(fitting([{ title, lines }], 3)).toEqual([]);
    expect(fitting([{ title, lines }], 4)).toHaveLength(1);
  });

  test("keeps the focus of a list in view", () => {
    expect([0, 5, 19].map((focus) => windowStart(focus, 20, 6))).toEqual([0, 2, 14]);
    expect(windowStart(2, 3, 6)).toBe(0);
  });

  test("keeps a figure and its unit together", () => {
    expect(paragraph("it takes at most 250 ms", 20)).toEqual(["it takes at most", "250 ms"]);
  });

  test("takes the longest words that fit", () => {
    expect(firstFitting(["availability", "up"], 5)).toBe("up");
    expect(firstFitting(["availability", "uptime"], 4)).toBe("upt…");
  });
});
