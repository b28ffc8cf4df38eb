/** What is followed of a run is what the run shows: in every level, of designs at random. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Run, reportedRun } from "../../src/sim/index.ts";
import { affordableDesigns } from "../helpers/designs.ts";
import { lessons } from "../helpers/english.ts";
import { followedAt, patienceOf, tracesOf } from "../helpers/followed.ts";

const seed = 11;

describe.each(lessons.map(({ level }) => [level.number, level] as const))("level %s", (_, level) => {
  test("the median and the slow request take what the panel shows, within sampling", () => {
    for (const built of [level.start, level.lesson]) {
      const found = followedAt(level, built, seed, [0.05, 0.4, 0.8]);
      expect(found.filter(({ isFar }) => isFar)).toEqual([]);
    }
  });

  test("every request whose client gave up shows the wait where it is charged, of designs at random", () => {
    for (const built of fc.sample(affordableDesigns(level), { numRuns: 6, seed: 700 + level.number }))
      expect(
        patienceOf(tracesOf(new Run(built, level.scenario, { seed, ...reportedRun }), 25), level),
      ).toEqual([]);
  });
});
