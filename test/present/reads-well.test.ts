/** Whatever a player builds, what is said of it reads well. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { finish, inSlices, whatIf } from "../../src/game/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { design, withValues } from "../../src/sim/index.ts";
import { affordableDesigns } from "../helpers/designs.ts";
import { findLesson, lessons } from "../helpers/english.ts";
import { badlyWritten, readOf } from "../helpers/read-well.ts";
import { onlyWhole, sampled } from "../helpers/sampled.ts";

const lessonOf = (number: number) => findLesson(String(number)) as Lesson;

test("what reads badly is found", () => {
  const bad = [
    "Infinity times too much",
    "0.0 points short",
    "1 cores",
    "−$0 a month",
    "2 box died",
    "t=12… of 1200 s",
    "it is 1e+21",
    "12345678 requests",
    "0.1234567 ms",
    "a second..",
    "NaN ms",
  ];
  for (const line of bad) expect(badlyWritten([line]), line).not.toEqual([]);
  const good = [
    "1 core",
    "0.05 points short",
    "−$55",
    "±$0",
    "1 of 2 right",
    "12,345 requests",
    "t=1200",
    "10 %",
  ];
  expect(badlyWritten(good)).toEqual([]);
});

describe.each(sampled(lessons, 3))("level $level.number", (lesson) => {
  test("of designs at random", () => {
    for (const built of fc.sample(affordableDesigns(lesson.level), {
      numRuns: 1,
      seed: 20 + lesson.level.number,
    }))
      expect(badlyWritten(readOf(lesson, built))).toEqual([]);
  });
});

/** Designs at the ends of what can be built. */
const extremes: readonly (readonly [name: string, level: number, built: (lesson: Lesson) => string])[] = [
  ["an empty rack, where nobody is answered", 1, () => "empty"],
  ["a box that nobody finds", 1, () => "box 2"],
  ["no box at all", 4, () => "dns · lb 1 · db 4 · kv 1"],
  ["one box", 3, () => "dns · web 1×2 · db 2 · kv 1"],
  ["48 boxes", 6, () => "dns · lb 2 · web 48×8 · db 4 + 4×4 zones=B · kv 1"],
];

test.each(extremes)("of %s", (_, number, built) => {
  const lesson = lessonOf(number);
  expect(badlyWritten(readOf(lesson, design(built(lesson))))).toEqual([]);
});

onlyWhole("of 16 shards with copies in two sites", () => {
  const lesson = lessonOf(13);
  const many = {
    "shards.count": 16,
    "shards.replicas": 1,
    "@korea.shards.count": 16,
    "@korea.shards.replicas": 1,
  };
  expect(badlyWritten(readOf(lesson, withValues(lesson.level.lesson, many)))).toEqual([]);
});

test("what one change would have done reads well, of a failure and of a pass", () => {
  const lesson = lessonOf(1);
  for (const line of ["dns · box 1", "dns · box 2", "empty"]) {
    const found = finish(inSlices(lesson.level, whatIf(lesson.level, design(line), 11)));
    expect(found.length).toBeGreaterThan(0);
    expect(badlyWritten(readOf(lesson, design(line), found))).toEqual([]);
  }
});
