import { describe, expect, test } from "vitest";
import { conscience } from "../helpers/conscience.ts";
import { compare, namedDesigns } from "../helpers/whole-designs.ts";

describe("the report says what happens to every single request, at full rate", () => {
  for (const named of namedDesigns([4, 5, 6, 10, 12]))
    test(`level ${named.level}, ${named.name}`, { timeout: 1_800_000 }, () => {
      const runs = named.level === 12 ? 1 : 2;
      expect(conscience(compare(named, runs), runs)).toEqual([]);
    });
});
