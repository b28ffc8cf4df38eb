import { describe, expect, test } from "vitest";
import { goalsInSteps, lengthsOf, movedByTheEnd } from "../../scripts/model/steps.ts";
import { levels } from "../../src/levels/index.ts";

/** Goals that are met in steps of a second and missed in steps of ten: docs/model/steps.md has the figures. */
const known: Readonly<Record<string, readonly string[]>> = { "02-database": ["B: reportP95Ratio"] };

describe.each(levels)("level $number", (level) => {
  test("comes out alike in steps of 1 and of 10 s, or of 10 and of 60 where a day is long, but for what is known", () => {
    const flips = goalsInSteps(level, lengthsOf(level).slice(0, 2)).filter((each) => each.flips);
    expect(flips.map(({ design, goal }) => `${design}: ${goal.indicator}`)).toEqual(known[level.id] ?? []);
  });

  test("comes out alike in whichever second its run ends", () => {
    expect(movedByTheEnd(level).flips).toEqual([]);
  });
});
