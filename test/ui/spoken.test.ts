/** What a screen reader is told on a level of one box and on one of two sites. All levels: test/deep. */
import { describe, expect, test } from "vitest";
import { lessons, words } from "../helpers/english.ts";
import { testSpoken } from "../helpers/spoken.ts";

test("a title ends in its own sign, or in a full stop", () => {
  const { readWhy, passage } = words.spoken;
  for (const say of [readWhy, passage]) {
    expect(say("How do both stay in sync?")).toMatch(/sync\?$/);
    expect(say("Private addresses")).toMatch(/addresses\.$/);
  }
});

for (const lesson of lessons.filter(({ level }) => [1, 9].includes(level.number)))
  describe(`level ${lesson.level.number} told aloud`, () => testSpoken(lesson));
