import { describe, expect, test, vi } from "vitest";
import { conscience, conscienceCases, isQuick, titleOf } from "../helpers/conscience.ts";
import { readRuns, runsOf, written } from "../helpers/exact-runs.ts";
import { exactFigures, figureNames, playedIn, reportFigures } from "../helpers/whole-designs.ts";

vi.mock("../../src/sim/scenario/capacities.ts", async (original) => {
  const { withTenfoldWork } = await import("../helpers/tenth-town.ts");
  return withTenfoldWork(await original<typeof import("../../src/sim/scenario/capacities.ts")>());
});

const recorded = readRuns();
const fresh = new Map(conscienceCases.map((each) => [each, runsOf(recorded, each)]));

describe("the report says what happens to every single request", () => {
  for (const [each, runs] of fresh)
    if (isQuick(each) && runs.length > 0)
      test(titleOf(each), () => {
        const exact = runs.map(({ figures }) => figures);
        expect(conscience(each, reportFigures(playedIn(each, each.day)), exact)).toEqual([]);
      });

  test("of three dozen designs and more, with exact runs of what they are today; who has a margin of his own says why", () => {
    expect([...fresh.values()].filter((runs) => runs.length > 0).length).toBeGreaterThanOrEqual(36);
    for (const { margins, reason } of conscienceCases)
      expect(margins === undefined).toBe(reason === undefined);
  });

  test("no exact run is kept of a design that is not on the list", () => {
    const titles = new Set(conscienceCases.map(titleOf));
    expect([...recorded.keys()].filter((title) => !titles.has(title))).toEqual([]);
  });

  test.each(["level 1, lesson", "level 1, naive"])("an exact run is what was recorded of it: %s", (title) => {
    const each = conscienceCases.find((one) => titleOf(one) === title)!;
    for (const { seed, figures } of fresh.get(each)!.slice(0, 1)) {
      const played = exactFigures(playedIn(each, each.day), seed);
      for (const name of figureNames) expect(written(played[name])).toBe(written(figures[name]));
    }
  });
});
