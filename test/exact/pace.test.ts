import { expect, test } from "vitest";
import { runExactly } from "../../src/exact/index.ts";
import { Servers } from "../../src/exact/servers.ts";
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
  const slow = runExactly(single.lesson, fewer(calm, 4), 1, { work: 4, delays: 1, cores: 1 }).indicators;
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
    runExactly(copied, scenario, 1, { work: 1, delays, cores: 1 }).indicators["primaryDownSec"];
  const { detectPrimary, promote } = capacities.delaySec;
  expect(down(1)).toBeCloseTo(detectPrimary + promote, 6);
  expect(down(0.5)).toBeCloseTo((detectPrimary + promote) / 2, 6);
});

test("a core that stands for eight is as slow as each of eight that are busy", () => {
  const alone = new Servers(1, 8, 8);
  const eight = new Servers(8, 8, 1);
  const last = Array.from({ length: 8 }, () => eight.take(0, 1)).at(-1);
  expect(alone.take(0, 1)).toBeCloseTo(last ?? 0, 9);
  expect(alone.take(10, 1)).toBeGreaterThan(11.1);
  expect(new Servers(1, 8).take(0, 1)).toBe(1);
});

test("one row's lock is as busy with fewer likes that hold it for longer", () => {
  const crowd = { label: "x", what: "celebrity", readsPerSec: 0, atSec: 0, untilSec: 100 } as const;
  const day = (likesPerSec: number): Scenario => ({
    ...fewer(single.scenario, 100),
    ticks: 100,
    data: { ...single.scenario.data, objects: 100 },
    events: [{ ...crowd, likesPerSec }],
  });
  const lost = (likesPerSec: number, work: number, cores: number) => {
    const pace = { work, delays: 1, cores };
    const copied = design("dns · web 2×8 · db 8");
    const { failed, offered } = runExactly(copied, day(likesPerSec), 1, pace);
    return failed / offered;
  };
  // One update takes a millisecond: a thousand a second fit.
  expect(lost(1_500, 1, 1)).toBeGreaterThan(0.2);
  expect(lost(150, 5, 2)).toBeGreaterThan(0.2);
  expect(lost(80, 5, 2)).toBeLessThan(0.02);
});

test("a celebrity's post is read and liked though no stream of the scenario says so", () => {
  const { events: _, ...calm } = fewer(single.scenario, 10);
  const offered = (events: Scenario["events"]) =>
    runExactly(design("dns · web 2×8 · db 8"), { ...calm, ticks: 100, events }, 1).offered;
  const crowd = { label: "x", what: "celebrity", readsPerSec: 30, likesPerSec: 10, atSec: 50 } as const;
  expect((offered([crowd]) - offered([])) / 2_000).toBeCloseTo(1, 1);
});
