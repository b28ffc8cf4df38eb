import { describe, expect, test } from "vitest";
import { conscience } from "../helpers/conscience.ts";
import { compare, type NamedDesign } from "../helpers/whole-designs.ts";

/** What a run of one to ten seconds can tell. Levels 6 and 12 take minutes a design: `play exact` compares them. */
const named: readonly NamedDesign[] = [
  ...["lesson", "also", "A", "B", "D"].map((name) => ({ level: 4, name })),
  ...["lesson", "also"].map((name) => ({ level: 5, name })),
  ...["lesson", "also", "B", "C"].map((name) => ({ level: 10, name })),
];

describe("the report says what happens to every single request, at full rate", () => {
  for (const design of named)
    test(`level ${design.level}, ${design.name}`, { timeout: 600_000 }, () => {
      expect(conscience(compare(design, 2), 2)).toEqual([]);
    });
});
