import { expect, test } from "vitest";
import { runExactly } from "../../src/exact/index.ts";
import { design, mixed, patientClients, photoData, reportedRun, simulate } from "../../src/sim/index.ts";

test("copies that are built at the same time slow those in service for each of them, in the report and exactly", () => {
  const scenario = {
    ticks: 25,
    tickSec: 1,
    streams: mixed([[0, 3_400]], { page: 0.76, feed: 0.19, write: 0.05 }, { us: 1 }, 0.3),
    data: { ...photoData, objects: 20_000 },
    clients: patientClients,
    // One copy is left and three are built from it: four tenths of it are there for readers.
    events: [{ label: "three", what: "crash", tier: "replica", boxes: 3, atSec: 10, untilSec: 130 }] as const,
  };
  const parts = design("dns · lb 1 · web 2×8 · db 4 + 4×2");
  const { availability } = simulate(parts, scenario, { ...reportedRun, seed: 1 }).indicators;
  const exact = runExactly(parts, scenario, 1).indicators.availability;
  expect(availability).toBeLessThan(0.8);
  expect(Math.abs((exact ?? Number.NaN) - (availability ?? Number.NaN))).toBeLessThan(0.02);
});
