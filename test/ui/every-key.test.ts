/** Keys tell the truth, on every screen of a plain level and of one with two sites. All levels: test/deep. */
import { describe } from "vitest";
import { lessons } from "../helpers/english.ts";
import { testEveryKey } from "../helpers/every-key.ts";

for (const lesson of lessons.filter(({ level }) => [2, 9].includes(level.number)))
  describe(`keys of level ${lesson.level.number}`, () => testEveryKey(lesson));
