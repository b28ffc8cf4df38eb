import { expect, test } from "vitest";
import * as own from "../../src/sim/scenario/capacities.ts";
import * as tenth from "../helpers/tenth-sheet.ts";
import { withTenfoldWork } from "../helpers/tenth-town.ts";

test("the sheet that whole designs are played by has every figure of the tenth town", () => {
  expect({ ...tenth }).toEqual({ ...withTenfoldWork(own) });
  expect(tenth.databaseSec.write).toBe(10 * own.databaseSec.write);
});
