import { describe, expect, test } from "vitest";
import { conscience, conscienceCases } from "../helpers/conscience.ts";
import { compare } from "../helpers/whole-designs.ts";

describe("the report says what happens to every single request, at full rate", () => {
  for (const each of conscienceCases)
    if (each.pace === "deep")
      test(`level ${each.level}, ${each.name}`, { timeout: 600_000 }, () => {
        expect(conscience(compare(each, each.runs), each)).toEqual([]);
      });
});
