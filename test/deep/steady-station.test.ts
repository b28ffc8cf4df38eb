import { describe } from "vitest";
import { testSteady } from "../helpers/steady-station.ts";

describe("a station at a steady load agrees with Erlang", () =>
  testSteady([1, 2, 8, 64, 1_000], [0.3, 0.5, 0.7, 0.8, 0.9, 0.95]));
