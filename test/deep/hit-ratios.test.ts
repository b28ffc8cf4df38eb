import { describe } from "vitest";
import { testHitRatios } from "../helpers/hit-ratios.ts";

describe("hit ratios agree with an exact cache within 0.002", () =>
  testHitRatios([0.6, 0.8, 1, 1.2], [200, 1_000, 10_000]));
