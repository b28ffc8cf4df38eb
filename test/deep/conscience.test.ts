import { describe, expect, test, vi } from "vitest";
import { conscience, conscienceCases, isQuick, titleOf } from "../helpers/conscience.ts";
import { readRuns, runsOf, written } from "../helpers/exact-runs.ts";
import { exactFigures, figureNames, playedIn, reportFigures } from "../helpers/whole-designs.ts";

vi.mock("../../src/sim/scenario/capacities.ts", async (original) => {
  const { withTenfoldWork } = await import("../helpers/tenth-town.ts");
  return withTenfoldWork(await original<typeof import("../../src/sim/scenario/capacities.ts")>());
});

const recorded = readRuns();

describe("the report says what happens to every single request, whatever the design", () => {
  for (const each of conscienceCases.filter((one) => !isQuick(one)))
    test(titleOf(each), () => {
      const exact = runsOf(recorded, each).map(({ figures }) => figures);
      expect(conscience(each, reportFigures(playedIn(each, each.day)), exact)).toEqual([]);
    });
});

test("every design has exact runs of what it is today: npm run model -- --exact N", () => {
  expect(conscienceCases.filter((each) => runsOf(recorded, each).length === 0).map(titleOf)).toEqual([]);
});

describe("an exact run is what was recorded of it", () => {
  const levels = [...new Set(conscienceCases.map(({ level }) => level))];
  const lessons = levels.map((level) => conscienceCases.find((each) => each.level === level)!);
  for (const each of lessons)
    test(titleOf(each), { timeout: 300_000 }, () => {
      const [first] = runsOf(recorded, each);
      const played = exactFigures(playedIn(each, each.day), first!.seed);
      for (const name of figureNames) expect(written(played[name])).toBe(written(first!.figures[name]));
    });
});
