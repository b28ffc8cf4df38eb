/** The figures of a run whose answer times, books and gauges are set by hand. */
import { describe, expect, test } from "vitest";
import type { Tier } from "../../src/sim/engine/world.ts";
import { World } from "../../src/sim/engine/world.ts";
import {
  type Design,
  design,
  type Indicators,
  type RegionName,
  type RequestKind,
  requestKinds,
  type ScenarioEvent,
} from "../../src/sim/index.ts";
import { bill } from "../../src/sim/report/cost.ts";
import { buildReport, figuresOf, round } from "../../src/sim/report/report.ts";
import type { Scenario, Stream } from "../../src/sim/scenario/scenario.ts";
import { calm } from "../helpers/scenarios.ts";

const box: Design = design("box 1");

/** Answer times of a kind from a region, in ms, each of one request. */
type Answers = readonly (readonly [RequestKind, RegionName, readonly number[]])[];

function worldOf(answers: Answers, changes: Partial<Scenario> = {}, stride = 1): World {
  const streams = answers.map(
    ([kind, region]): Stream => ({ kind, curve: [[0, 1]], regions: { [region]: 1 }, mobileShare: 0 }),
  );
  const world = new World(box, { ...calm({}, 40), streams, ...changes }, { seed: 5, particles: 16, stride });
  for (const [s, [, , timesMs]] of answers.entries())
    for (const ms of timesMs) world.latency[s]!.add(ms / 1_000, 1);
  world.timeSec = 40;
  world.dtSec = stride;
  return world;
}

/** Counts of each step: answered and failed. */
function record(world: World, steps: readonly (readonly [answered: number, failed: number])[]): World {
  const handles = (["answered", "failed"] as const).map((name) => world.gauges.add(name));
  world.gauges.start(steps.length);
  for (const counts of steps) {
    for (const [at, handle] of handles.entries()) world.gauges.set(handle, counts[at]!);
    world.gauges.record();
  }
  return world;
}

function book(world: World, kind: RequestKind, offered: number, answered: number, failed: number): World {
  const at = requestKinds.indexOf(kind);
  world.ledger.offer(at, offered);
  world.ledger.answer(at, answered, 0);
  world.ledger.fail(at, world.ledger.bucket("box", "timeout"), failed, 0);
  world.ledger.close(world.userFacing);
  return world;
}

const none = new Float64Array(0);
const indicatorsOf = (world: World, p95: Float64Array = none, tiers: readonly Tier[] = []): Indicators =>
  figuresOf(world, tiers, p95).indicators;
/** The names of answer times that are told. */
const told = (indicators: Indicators) => Object.keys(indicators).filter((name) => /Ms$/.test(name));

const whole = ["latencyP50Ms", "latencyP95Ms", "latencyP99Ms"] as const;

describe("answer times", () => {
  test("are of all that somebody waits for, in milliseconds", () => {
    const own = indicatorsOf(
      worldOf([
        ["page", "us", [10, 20, 30, 40]],
        ["photo", "us", [9_000]],
        ["log", "us", [9_000]],
      ]),
    );
    expect(own.latencyMeanMs).toBe(25);
    expect(own.latencyP50Ms).toBeGreaterThan(19);
    expect(own.latencyP50Ms).toBeLessThanOrEqual(21);
    expect(own.latencyP95Ms).toBeGreaterThan(38);
    expect(own.latencyP99Ms).toBeGreaterThan(own.latencyP95Ms!);
    expect(own.latencyP99Ms).toBeLessThanOrEqual(40);
    expect(told(own).sort()).toEqual([...whole, "latencyMeanMs"].sort());
  });

  test("leave out one of two hundred: 99 of a hundred did not take as long", () => {
    const seldom = [...Array<number>(199).fill(10), 5_000];
    const world = worldOf([
      ["write", "us", seldom],
      ["page", "us", seldom],
    ]);
    const { indicators, latency } = buildReport(world, [], none);
    expect(indicators.latencyP99Ms).toBeLessThanOrEqual(10.0001);
    expect(indicators["writeP99Ms"]).toBeLessThanOrEqual(10.0001);
    for (const { p99Ms } of latency) expect(p99Ms).toBeLessThanOrEqual(10.0001);
  });

  test("are those of writes besides, where something is written that somebody waits for", () => {
    const both = indicatorsOf(
      worldOf([
        ["page", "us", [10, 10]],
        ["write", "us", [200]],
        ["photo", "us", [9_000]],
      ]),
    );
    expect(both["writeP99Ms"]).toBeGreaterThan(190);
    expect(both["writeP99Ms"]).toBeLessThanOrEqual(200);
    expect(indicatorsOf(worldOf([["page", "us", [10]]]))).not.toHaveProperty("writeP99Ms");
    expect(
      indicatorsOf(
        worldOf([
          ["page", "us", [10]],
          ["write", "us", []],
        ]),
      ),
    ).not.toHaveProperty("writeP99Ms");
  });

  test("are each region's own where answers come to more than one", () => {
    const two = indicatorsOf(
      worldOf([
        ["page", "us", [10]],
        ["write", "us", [12]],
        ["page", "asia", [100]],
      ]),
    );
    expect(told(two).sort()).toEqual(
      [
        ...whole,
        "latencyMeanMs",
        "writeP99Ms",
        ...whole.map((name) => `us.${name}`),
        ...whole.map((name) => `asia.${name}`),
      ].sort(),
    );
    expect(two["us.latencyP99Ms"]).toBeGreaterThan(11);
    expect(two["us.latencyP99Ms"]).toBeLessThanOrEqual(12);
    expect(two["asia.latencyP50Ms"]).toBeGreaterThan(90);
    // Files alone, or nobody at all, make no second region.
    for (const other of [
      ["asset", "asia", [100]],
      ["page", "asia", []],
    ] as const)
      expect(told(indicatorsOf(worldOf([["page", "us", [10]], other])))).not.toContain("us.latencyP50Ms");
    expect(
      told(
        indicatorsOf(
          worldOf([
            ["page", "us", [10]],
            ["feed", "us", [10]],
          ]),
        ),
      ),
    ).not.toContain("us.latencyP50Ms");
  });

  test("are in a report by kind and region, also those that nobody waits for; none of what nobody was given", () => {
    const world = worldOf([
      ["page", "us", [10, 20, 30]],
      ["log", "asia", [7]],
      ["write", "us", []],
    ]);
    const { latency } = buildReport(world, [], none);
    expect(latency.map(({ kind, region, requests }) => [kind, region, requests])).toEqual([
      ["page", "us", 3],
      ["log", "asia", 1],
    ]);
    const [page] = latency;
    expect(page?.meanMs).toBe(20);
    const near = [
      [page?.p50Ms, 20],
      [page?.p95Ms, 30],
      [page?.p99Ms, 30],
    ] as const;
    for (const [is, about] of near) expect(Math.abs(is! / about - 1)).toBeLessThan(0.06);
    expect(page!.p99Ms).toBeGreaterThan(page!.p95Ms);
  });
});

describe("the books", () => {
  test("give availability of what was answered or failed, and answers a second", () => {
    const world = book(worldOf([["page", "us", [10]]]), "page", 100, 60, 20);
    const { ledger, indicators } = figuresOf(world, [], none);
    expect(ledger).toEqual({ offered: 100, answered: 60, failed: 20, inFlight: 20 });
    expect(indicators).toMatchObject({ availability: 0.75, goodputPerSec: 1.5 });
    world.timeSec = 0.5;
    expect(indicatorsOf(world).goodputPerSec).toBe(60);
    expect(buildReport(world, [], none).ledger.failedBy).toEqual([
      { place: "box", reason: "timeout", count: 20 },
    ]);
  });

  test("count what users notice, and nothing asked is nothing lost", () => {
    const logs = book(worldOf([["log", "us", []]]), "log", 100, 10, 90);
    expect(figuresOf(logs, [], none).ledger).toEqual({ offered: 0, answered: 0, failed: 0, inFlight: 0 });
    expect(indicatorsOf(logs).availability).toBe(1);
    expect(indicatorsOf(book(worldOf([["page", "us", []]]), "page", 4, 0, 1)).availability).toBe(0);
    expect(indicatorsOf(book(worldOf([["page", "us", []]]), "page", 4, 1, 0)).availability).toBe(1);
  });

  test("know their worst step, by its share and not by its size; a step in which nothing ends is none", () => {
    const worst = (...steps: readonly (readonly [number, number])[]) =>
      indicatorsOf(record(worldOf([]), steps)).worstTickAvailability;
    expect(worst([90, 10], [1, 1], [999, 500])).toBe(0.5);
    expect(worst([10, 0], [0, 0])).toBe(1);
    expect(worst([0, 1], [10, 0])).toBe(0);
    expect(worst([3, 1], [0, 0], [10, 0])).toBe(0.75);
    expect(worst([10, 0], [3, 1])).toBe(0.75);
    expect(worst([0.5, 0.5], [1, 0])).toBe(0.5);
    expect(worst()).toBe(1);
  });

  test("say what share of the work was in vain, and none where nobody had gone", () => {
    const world = worldOf([]);
    expect(indicatorsOf(world).inVainShare).toBe(0);
    world.tally.inVain = 3;
    world.tally.servedWhileLate = 12;
    expect(indicatorsOf(world).inVainShare).toBe(0.25);
    world.tally.inVain = 0.5;
    world.tally.servedWhileLate = 1;
    expect(indicatorsOf(world).inVainShare).toBe(0.5);
  });
});

describe("how much neighbours feel a report", () => {
  const report: ScenarioEvent = { label: "report", what: "report", cpuShare: 0.5, atSec: 20, untilSec: 30 };
  const series = (of: (tick: number) => number, steps = 40) =>
    Float64Array.from({ length: steps }, (_, tick) => of(tick));
  const ratio = (
    events: readonly ScenarioEvent[],
    p95: Float64Array,
    { stride = 1, recorded = 40 }: { readonly stride?: number; readonly recorded?: number } = {},
  ) => {
    const world = worldOf([], { events }, stride);
    record(
      world,
      Array.from({ length: recorded }, () => [1, 0] as const),
    );
    return indicatorsOf(world, p95).reportP95Ratio;
  };
  /** 10 ms in the ten seconds before it, 30 while it runs, another time at other times. */
  const felt = (tick: number) => (tick < 10 ? 500 : tick < 20 ? 10 : tick < 30 ? 30 : 900);

  test("is p95 while it runs over that of as long a time before it", () => {
    expect(ratio([report], series(felt))).toBe(3);
    const news: ScenarioEvent = { label: "news", what: "news", atSec: 2, untilSec: 4 };
    expect(ratio([news, report, { ...report, atSec: 5, untilSec: 8 }], series(felt))).toBe(3);
    expect(
      ratio(
        [report],
        series((step) => felt(step * 2)),
        { stride: 2 },
      ),
    ).toBe(3);
    // Means of all its seconds, the first and the last among them.
    expect(
      ratio(
        [report],
        series((tick) => (tick === 20 || tick === 29 ? 60 : 10)),
      ),
    ).toBe(2);
    expect(
      ratio(
        [report],
        series((tick) => (tick === 10 || tick === 19 ? 60 : 10)),
      ),
    ).toBe(0.5);
    expect(
      ratio(
        [report],
        series((tick) => (tick === 9 || tick === 30 ? 60 : 10)),
      ),
    ).toBe(1);
  });

  test("is of the time that there is: of what was run, and of what there was before", () => {
    expect(
      ratio(
        [{ ...report, untilSec: 90 }],
        series((tick) => (tick < 20 ? 10 : 30)),
      ),
    ).toBe(3);
    expect(ratio([report], series(felt), { recorded: 25 })).toBe(3);
    const early = series((tick) => (tick < 3 ? 10 : 20));
    expect(ratio([{ ...report, atSec: 3, untilSec: 13 }], early)).toBe(2);
    // From the first second on.
    const first = series((tick) => (tick === 0 ? 4 : tick < 3 ? 10 : 16));
    expect(ratio([{ ...report, atSec: 3, untilSec: 13 }], first)).toBe(2);
    // What begins or ends within a second begins and ends with it.
    const within = series((tick) => (tick === 20 ? 110 : tick === 30 ? 900 : 10));
    expect(ratio([{ ...report, atSec: 20.5, untilSec: 30.5 }], within)).toBe(2);
  });

  test("is 1 where there is no report, nothing before it, or no series", () => {
    expect(ratio([], series(felt))).toBe(1);
    expect(ratio([{ ...report, atSec: 0, untilSec: 10 }], series(felt))).toBe(1);
    expect(
      ratio(
        [report],
        series((tick) => (tick < 20 ? 0 : 30)),
      ),
    ).toBe(1);
    expect(
      ratio(
        [report],
        series((tick) => (tick < 20 ? 0.5 : 0.25)),
      ),
    ).toBe(0.5);
    // It has not come yet, or only just.
    for (const recorded of [10, 20])
      expect(
        ratio(
          [report],
          series(() => 10),
          { recorded },
        ),
      ).toBe(1);
  });
});

test("tiers add figures of their own and what they meter; all of it is rounded, the bill to the cent", () => {
  const world = worldOf([], { prices: {} });
  const tier = (name: string, perMonth: number): Tier => ({
    measure: (_, indicators) => {
      indicators.hitRatio = 1 / 3;
      indicators.lostWrites = (indicators.lostWrites ?? 0) + 2;
    },
    metered: () => [{ id: name, perMonth }],
  });
  const fixed = bill(box);
  const sum = fixed.reduce((total, { perMonth }) => total + perMonth, 0);
  const found = figuresOf(world, [tier("egress", 1.006), {}, tier("egress", 2), tier("web", 0.111)], none);
  expect(found.indicators).toMatchObject({ hitRatio: 0.3333333, lostWrites: 6 });
  expect(found.bill).toEqual([...fixed, { id: "egress", perMonth: 3.01 }, { id: "web", perMonth: 0.11 }]);
  expect(found.costPerMonth).toBe(Math.round((sum + 3.12) * 100) / 100);
});

test("seven digits are kept of a figure, and what is none stays what it is", () => {
  expect(round(1_234_567.89)).toBe(1_234_568);
  expect(round(0.000_123_456_78)).toBe(0.000_123_456_8);
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 0]) expect(round(value)).toBe(value);
});
