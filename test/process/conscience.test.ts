import { describe, expect, test, vi } from "vitest";
import { conscience, conscienceCases, titleOf } from "../helpers/conscience.ts";
import { tenthOf, withTenfoldWork } from "../helpers/tenth-town.ts";
import { compare } from "../helpers/whole-designs.ts";

vi.mock("../../src/sim/scenario/capacities.ts", async (original) =>
  withTenfoldWork(await original<typeof import("../../src/sim/scenario/capacities.ts")>()),
);

describe("the report says what happens to every single request", () => {
  for (const each of conscienceCases)
    if (each.pace === "quick")
      test(titleOf(each), () => {
        expect(
          conscience(
            compare(each, each.runs, (whole) => tenthOf(whole, each.day)),
            each,
          ),
        ).toEqual([]);
      });

  test("of two dozen designs and more, lessons and wrong answers; whoever has a margin of his own says why", () => {
    expect(conscienceCases.length).toBeGreaterThanOrEqual(24);
    for (const { margins, reason } of conscienceCases)
      expect(margins === undefined).toBe(reason === undefined);
  });
});
