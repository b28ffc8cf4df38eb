/** Keys tell the truth, on every screen of a plain level and of one with two sites, and in the sandbox. All levels: test/deep. */
import { describe } from "vitest";
import { lessons } from "../helpers/english.ts";
import { testEveryKey, testKeysOfSandbox } from "../helpers/every-key.ts";

for (const [number, board] of [
  [2, "start"],
  [9, "lesson"],
] as const)
  for (const lesson of lessons.filter(({ level }) => level.number === number))
    describe(`keys of level ${number}`, () => testEveryKey(lesson, [board]));

describe("keys of systems of one's own", testKeysOfSandbox);
