import { describe, expect, test } from "vitest";
import { niceAbove } from "../../src/present/chart.ts";
import { areAlike, type Compared } from "../../src/present/comparison.ts";
import {
  figureText,
  ladderLines,
  numberText,
  poseRung,
  poseRungs,
  topicLines,
  withNumbers,
} from "../../src/present/ladders.ts";
import { progressFormats, progressSections } from "../../src/present/progress.ts";
import type { PosedFigure } from "../../src/study/figures/index.ts";
import type { StudyPlan, StudyProgress } from "../../src/study/progress.ts";
import { ladders as texts } from "../../src/words/en/ladders/index.ts";
import { output } from "../../src/words/en/output.ts";
import { lessons, words } from "../helpers/english.ts";

/** Ladders and progress as lines, and the scale of an axis. */

test("an axis ends at the next of 1, 1.5, 2, 3, 5 and 7.5 that is not less, in every decade", () => {
  const steps = [1, 1.5, 2, 3, 5, 7.5];
  for (const decade of [0.001, 0.1, 1, 10, 1_000])
    for (const [at, step] of steps.entries()) {
      const next = steps[at + 1] ?? 10;
      expect(niceAbove(step * decade)).toBeCloseTo(step * decade, 9);
      expect(niceAbove(step * decade * 1.001)).toBeCloseTo(next * decade, 9);
    }
  expect([0, -1, Number.NaN].map(niceAbove)).toEqual([1, 1, 1]);
});

describe("a ladder", () => {
  const ladder = texts.ladders.find(({ rungs }) => rungs.some(({ figure }) => figure))!;

  test("has a number from its seed for each name in its questions, the same for the same seed", () => {
    const rungs = poseRungs(ladder, 7);
    expect(rungs).toHaveLength(ladder.rungs.length);
    expect(rungs.map(({ ask }) => ask).join()).not.toMatch(/\{\w+\}/);
    expect(poseRungs(ladder, 7)).toEqual(rungs);
    expect(poseRung(ladder, ladder.rungs.length, 7)).toBeUndefined();
    const figure = { values: { a: 1_234, b: 0.5 } } as unknown as PosedFigure;
    expect(withNumbers("{a} and {b} and {c}", figure)).toBe("1,234 and 0.5 and {c}");
    expect(withNumbers("{a}", undefined)).toBe("{a}");
  });

  test("says three figures of what is no whole number below a thousand", () => {
    expect([999.96, 1_000.4, 12, 12_345, 0.123_4].map(numberText)).toEqual([
      "1000",
      "1,000",
      "12",
      "12,345",
      "0.123",
    ]);
  });

  test("is told rung by rung, in no more cells than there are", () => {
    const lines = ladderLines(texts, ladder, 7, 80);
    const posed = poseRungs(ladder, 7);
    expect(lines[0]).toBe(ladder.topic);
    for (const [at, { figure, prose }] of posed.entries()) {
      const from = lines.indexOf(texts.rung({ at: at + 1, of: posed.length }));
      const next = lines.indexOf(texts.rung({ at: at + 2, of: posed.length }));
      const own = lines.slice(from, next < 0 ? lines.length : next);
      expect(lines[from - 1]).toBe("");
      for (const title of [texts.points, texts.redFlags, ...Object.values(texts.samples)])
        expect(own).toContain(`  ${title}`);
      expect(own.filter((line) => line.startsWith("    · "))).toHaveLength(
        prose.points.length + prose.redFlags.length,
      );
      expect(own.includes(figure ? `  ${figureText(texts, figure)}` : "never")).toBe(figure !== undefined);
      for (const line of own.slice(2)) expect(line.length).toBeLessThanOrEqual(80);
    }
  });

  test("stands under its level with its id in a column", () => {
    const lines = topicLines(texts, output, lessons);
    const own = lines.filter((line) => line.startsWith("  "));
    expect(own).toHaveLength(texts.ladders.length);
    const column = new Set(
      own.map((line) => {
        const { id, topic } = texts.ladders.find((each) => line.startsWith(`  ${each.id} `))!;
        expect(line.endsWith(topic)).toBe(true);
        expect(line.startsWith(`  ${id}  `)).toBe(true);
        return line.length - topic.length;
      }),
    );
    expect(column.size).toBe(1);
  });
});

describe("progress", () => {
  const [first, second] = lessons as [(typeof lessons)[0], (typeof lessons)[0]];
  const nameOf = ({ level, prose }: typeof first) =>
    words.study.from({ level: level.number, title: prose.title });
  const found = {
    levels: [
      { level: first.level.id, passed: true, stars: 2, is: "weak" },
      { level: second.level.id, passed: false, stars: 1, is: "weak" },
      { level: "gone", passed: true, stars: 1, is: "strong" },
    ],
    predictions: { of: 4, right: 3 },
    marks: { of: 0 },
    reviews: 9,
    due: 2,
    drills: [],
    interviews: { held: 0, grades: { of: 0, right: 0, bias: 0 } },
    time: { totalMs: 0, days: [] },
  } as unknown as StudyProgress;
  const plan = (left: number): StudyPlan => ({
    days: [
      {
        minutes: 30,
        tasks: [
          { kind: "review", minutes: 5 },
          { kind: "drill", minutes: 6 },
          { kind: "drill", weakest: "order", minutes: 6 },
          { kind: "level", id: second.level.id, minutes: 8 },
          { kind: "ladder", id: texts.ladders[0]!.id, minutes: 10 },
          { kind: "ladder", id: "gone", minutes: 10 },
        ],
      },
      { minutes: 0, tasks: [] },
    ],
    left,
  });
  const { progress } = texts;
  const sections = (given: Partial<StudyProgress> = {}, planned?: StudyPlan) => {
    const bare = { ...progress, predictions: () => "p", time: () => "t" };
    const screen = { ...texts.screen, calibration: () => "c" };
    return new Map(
      progressSections(
        words,
        { ...texts, progress: bare, screen },
        lessons,
        { ...found, ...given },
        planned,
      ).map(({ title, lines }) => [title, lines]),
    );
  };

  test("names each level with its stars once it is passed, and says of what is passed how it is known", () => {
    const told = sections();
    expect(told.get(progress.sections.levels)).toEqual([
      progress.level({ name: nameOf(first), stars: 2 }),
      progress.level({ name: nameOf(second) }),
      progress.level({ name: "gone", stars: 1 }),
    ]);
    expect(told.get(progress.sections.topics)?.slice(1)).toEqual([
      progress.standing({ is: "weak", levels: [nameOf(first)] }),
      progress.standing({ is: "strong", levels: ["gone"] }),
      progress.standing({ is: "open", levels: [] }),
    ]);
    expect(told.get(progress.sections.drills)).toEqual([progress.noDrill]);
    expect(told.has(progress.sections.plan)).toBe(false);
  });

  test("plans day by day, and says what found no room where something did", () => {
    const [day, ...rest] = sections({}, plan(0)).get(progress.sections.plan) ?? [];
    expect(day).toBe(
      progress.day({
        day: 1,
        minutes: 30,
        tasks: [
          progress.review,
          progress.drills(undefined),
          progress.drills(words.drills.kinds.order),
          progress.play(nameOf(second)),
          progress.climb(texts.ladders[0]!.topic),
          progress.climb("gone"),
        ],
      }),
    );
    expect(rest).toEqual([progress.day({ day: 2, minutes: 0, tasks: [] })]);
    expect(sections({}, plan(1)).get(progress.sections.plan)?.at(-1)).toBe(progress.left(1));
  });

  test("is a text with its lines indented, and Markdown with lists", () => {
    const all = [{ title: "a", lines: ["b", "c"] }];
    expect(progressFormats.text("t", all)).toBe("t\n\na\n  b\n  c\n");
    expect(progressFormats.md("t", all)).toBe("# t\n\n## a\n\n- b\n- c\n");
  });
});

test("all that pass are alike where the least and the most of them are shown as the same", () => {
  const measure = (least: number, greatest: number) =>
    ({ indicator: "latencyP95Ms", rank: { least, greatest } }) as unknown as Compared;
  expect(areAlike(words, measure(100, 100.2))).toBe(true);
  expect(areAlike(words, measure(100, 120))).toBe(false);
});
