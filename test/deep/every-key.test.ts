/** What every footer offers, and where Escape leads, on every screen of every level. */
import { describe } from "vitest";
import { lessons } from "../helpers/english.ts";
import { testEveryKey } from "../helpers/every-key.ts";

for (const lesson of lessons) describe(`keys of level ${lesson.level.number}`, () => testEveryKey(lesson));
