import { describe, expect, test } from "vitest";
import { conscience, conscienceCases } from "../helpers/conscience.ts";
import { compare } from "../helpers/whole-designs.ts";

describe("the report says what happens to every single request", () => {
  for (const each of conscienceCases)
    if (each.pace === "quick")
      test(`level ${each.level}, ${each.name}`, () => {
        expect(conscience(compare(each, each.runs), each)).toEqual([]);
      });

  test("of two dozen designs and more, lessons and wrong answers; whoever has a margin of his own says why", () => {
    expect(conscienceCases.length).toBeGreaterThanOrEqual(24);
    for (const { margins, reason } of conscienceCases)
      expect(margins === undefined).toBe(reason === undefined);
  });
});
