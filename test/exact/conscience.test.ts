import { describe, expect, test } from "vitest";
import { conscience } from "../helpers/conscience.ts";
import { compare, type NamedDesign } from "../helpers/whole-designs.ts";

/** Small enough to be played while one waits; the others are played by `npm run deep`. */
const quick: readonly NamedDesign[] = [
  ...["lesson", "also", "naive", "A"].map((name) => ({ level: 1, name })),
  ...["lesson", "also", "naive", "B"].map((name) => ({ level: 2, name })),
  ...["lesson", "naive", "B", "C"].map((name) => ({ level: 3, name })),
];

describe("the report says what happens to every single request", () => {
  for (const named of quick)
    test(`level ${named.level}, ${named.name}`, () => {
      expect(conscience(compare(named, named.level < 3 ? 4 : 2))).toEqual([]);
    });
});
