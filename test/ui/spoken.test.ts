/** What a screen reader is told on a level of one box and on one of two sites. All levels: test/deep. */
import { describe } from "vitest";
import { lessons } from "../helpers/english.ts";
import { testSpoken } from "../helpers/spoken.ts";

for (const lesson of lessons.filter(({ level }) => [1, 9].includes(level.number)))
  describe(`level ${lesson.level.number} told aloud`, () => testSpoken(lesson));
