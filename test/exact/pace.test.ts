import { expect, test } from "vitest";
import { runExactly } from "../../src/exact/index.ts";
import { level as single } from "../../src/levels/01-single-server/level.ts";
import { capacities, design, type Scenario } from "../../src/sim/index.ts";

const fewer = (scenario: Scenario, by: number): Scenario => ({
  ...scenario,
  streams: scenario.streams.map((each) => ({
    ...each,
    curve: each.curve.map(([sec, rate]) => [sec, rate / by] as const),
  })),
});

test("work that takes four times as long, asked for a quarter as often, takes four times as long to be answered", () => {
  const calm = { ...single.scenario, events: [], ticks: 600 };
  const plain = runExactly(single.lesson, calm, 1).indicators;
  const slow = runExactly(single.lesson, fewer(calm, 4), 1, { work: 4, delays: 1 }).indicators;
  const roundTripMs = capacities.delaySec.ownRegionRoundTrip * 1_000;
  const ratio = ((slow["latencyMeanMs"] ?? 0) - roundTripMs) / ((plain["latencyMeanMs"] ?? 0) - roundTripMs);
  expect(ratio).toBeGreaterThan(3.6);
  expect(ratio).toBeLessThan(4.4);
});

test("delays that are halved halve the time without a primary", () => {
  const scenario: Scenario = {
    ...fewer(single.scenario, 10),
    ticks: 100,
    data: { ...single.scenario.data, objects: 100 },
    events: [{ label: "x", what: "crash", tier: "primary", boxes: 1, atSec: 20 }],
  };
  const copied = design("dns · web 2×2 · db 2 + 2×2");
  const down = (delays: number) =>
    runExactly(copied, scenario, 1, { work: 1, delays }).indicators["primaryDownSec"];
  const { detectPrimary, promote } = capacities.delaySec;
  expect(down(1)).toBeCloseTo(detectPrimary + promote, 6);
  expect(down(0.5)).toBeCloseTo((detectPrimary + promote) / 2, 6);
});
