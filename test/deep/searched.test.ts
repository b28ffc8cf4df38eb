import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { searchedTables } from "../../scripts/model/searched-table.ts";
import {
  byDesign,
  compare,
  hingeOf,
  otherVerdicts,
  readSearched,
  searchedTitle,
  sharedFrom,
  whyApart,
} from "../helpers/searched.ts";

vi.mock("../../src/sim/scenario/capacities.ts", async (original) => {
  const { withTenfoldWork } = await import("../helpers/tenth-town.ts");
  return withTenfoldWork(await original<typeof import("../../src/sim/scenario/capacities.ts")>());
});

describe("exact runs of designs that a search came upon share the report's verdict, but for those that are near a goal", () => {
  test.each(byDesign(readSearched()).map((runs) => [searchedTitle(runs[0]!), runs] as const))(
    "%s",
    (_, runs) => {
      const found = compare(runs);
      // Of another level than today's they say nothing: npm run model -- --search.
      expect(found.isStale).toBe(false);
      const isFar = Math.abs(hingeOf(found.told).distance) >= sharedFrom;
      if (isFar && found.agreement !== "chance") expect(otherVerdicts(found)).toBe(0);
      if (found.agreement === "apart") expect(whyApart(found)).not.toBe("not known");
    },
  );

  test("and so the page says", () => {
    const page = readFileSync(new URL("../../docs/model/searched.md", import.meta.url), "utf8");
    expect(page).toContain(searchedTables());
  });
});

test.each([
  [1, 8],
  [2, 8],
  [3, 8],
  [4, 8],
  [5, 8],
  [6, 8],
  [8, 6],
  [10, 8],
  [12, 7],
])(
  "of level %i %i designs and more were come upon: all there are of level 1, fewest where a run takes minutes",
  (level, least) => {
    const designs = byDesign(readSearched()).filter(([run]) => run!.level === level);
    expect(designs.length).toBeGreaterThanOrEqual(least);
  },
);
