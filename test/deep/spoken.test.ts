/** What a screen reader is told on every screen of every level. */
import { describe } from "vitest";
import { lessons } from "../helpers/english.ts";
import { testSpoken } from "../helpers/spoken.ts";

for (const lesson of lessons) describe(`level ${lesson.level.number} told aloud`, () => testSpoken(lesson));
