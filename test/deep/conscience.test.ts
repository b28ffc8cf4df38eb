import { describe, expect, test, vi } from "vitest";
import { conscience, conscienceCases, titleOf } from "../helpers/conscience.ts";
import { tenthOf, withTenfoldWork } from "../helpers/tenth-town.ts";
import { compare } from "../helpers/whole-designs.ts";

vi.mock("../../src/sim/scenario/capacities.ts", async (original) =>
  withTenfoldWork(await original<typeof import("../../src/sim/scenario/capacities.ts")>()),
);

describe("the report says what happens to every single request, at full rate", () => {
  for (const each of conscienceCases)
    if (each.pace === "deep")
      test(titleOf(each), { timeout: 600_000 }, () => {
        expect(
          conscience(
            compare(each, each.runs, (whole) => tenthOf(whole, each.day)),
            each,
          ),
        ).toEqual([]);
      });
});
