import { describe, expect, test } from "vitest";
import {
  type Announcement,
  type GoalResult,
  type Level,
  type Playback,
  verdictSeeds,
} from "../../src/game/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { isSteady } from "../../src/present/curves.ts";
import { strainOf } from "../../src/present/goal-curve.ts";
import { hitsOf, missesOf } from "../../src/present/misses.ts";
import { goalsSoFarAt, lossesAt } from "../../src/present/moment.ts";
import { delta } from "../../src/present/offers.ts";
import { darkSites } from "../../src/present/outages.ts";
import { asClientsSee, longestHop, rowsOf, stopOf } from "../../src/present/trace.ts";
import {
  dayOf,
  emptyDesign,
  type RegionName,
  type Report,
  type Scenario,
  type Trace,
} from "../../src/sim/index.ts";
import { lessons, words } from "../helpers/english.ts";

/** What is told, and from when on: each limit on both sides. */

const level = lessons[0]!.level;

describe("the slowest kind of requests", () => {
  const sentence = (...times: readonly (readonly [string, number, string?])[]) =>
    missesOf(
      words,
      { ...level, budget: 1_000, goals: [{ indicator: "latencyP95Ms", atMost: 1 }] } as Level,
      {
        bill: [],
        costPerMonth: 0,
        ledger: { answered: 1 },
        indicators: { latencyP95Ms: 2 },
        latency: times.map(([kind, p99Ms, region = "us-east"]) => ({ kind, region, p99Ms })),
      } as unknown as Report,
    )[0]!.sentence;

  test("is told when it takes 1.3 times as long as the quickest", () => {
    expect(sentence(["read", 1_000], ["write", 1_300])).not.toBe("");
    expect(sentence(["read", 1_000], ["write", 1_299])).toBe("");
    expect(sentence(["read", 1_000])).toBe("");
  });

  test("is not told where even the quickest takes more than 2.5 s", () => {
    expect(sentence(["read", 2_500], ["write", 9_000])).not.toBe("");
    expect(sentence(["read", 2_501], ["write", 9_000])).toBe("");
  });

  test("is none that nobody waits for, and names both with their times", () => {
    expect(sentence(["read", 100], ["asset", 9_000], ["log", 9_000])).toBe("");
    const told = sentence(["write", 400], ["read", 100]);
    expect(told).toBe(sentence(["read", 100], ["write", 400]));
    expect(told).toMatch(/400 ms/);
    expect(told).toMatch(/100 ms/);
  });

  test("says where, if there is more than one region", () => {
    const [here, there] = [
      sentence(["read", 100], ["write", 400]),
      sentence(["read", 100], ["write", 400, "asia"]),
    ];
    expect(there).not.toBe(here);
  });
});

describe("a budget", () => {
  const misses = (costPerMonth: number) =>
    missesOf(words, { ...level, budget: 100, goals: [] }, { bill: [], costPerMonth } as unknown as Report);

  test("is missed by more than it, not by all of it", () => {
    expect(misses(100)).toEqual([]);
    expect(misses(130)).toMatchObject([{ indicator: "costPerMonth" }]);
    expect(misses(130)[0]?.sentence).toMatch(/\$30\b/);
  });
});

test("a cache answers too little below 60 %, an edge below 80 %; none at all is told elsewhere", () => {
  const told = (indicators: Report["indicators"]) => hitsOf(words, { indicators } as Report).length;
  expect([0, 0.001, 0.599, 0.6].map((hitRatio) => told({ hitRatio }))).toEqual([0, 1, 1, 0]);
  expect([0, 0.001, 0.799, 0.8].map((edgeHitRatio) => told({ edgeHitRatio }))).toEqual([0, 1, 1, 0]);
  expect(told({ hitRatio: 0.1, edgeHitRatio: 0.1 })).toBe(2);
});

test("losses are told by the second over the last three steps, the most first, and none that have ended", () => {
  const losses = [
    { place: "web", reason: "timeout", perStep: [30, 0, 0, 0, 0] },
    { place: "db", reason: "timeout", perStep: [0, 0, 0, 0, 60] },
    { place: "cache", reason: "timeout", perStep: [0, 0, 0, 0, 90] },
  ];
  const at = (tick: number) =>
    lossesAt({ losses, tickSec: 10 } as unknown as Playback, tick).map(({ place, perSec }) => [
      place,
      perSec,
    ]);
  expect(at(4)).toEqual([
    ["cache", 3],
    ["db", 2],
  ]);
  expect(at(2)).toEqual([["web", 1]]);
  expect(at(3)).toEqual([]);
});

test("a site is dark from the moment its outage begins until the moment it ends", () => {
  const dark = (tick: number, untilSec?: number, announces: Announcement = "when") =>
    darkSites(
      words,
      {
        level: {
          announces,
          scenario: {
            ticks: 100,
            tickSec: 10,
            events: [{ what: "region-outage", region: "us-east", atSec: 100, untilSec, label: "x" }],
          },
        },
      } as unknown as Lesson,
      1,
      tick,
    );
  expect([9, 10, 19, 20].map((tick) => dark(tick, 200).size)).toEqual([0, 1, 1, 0]);
  expect([9, 10, 99].map((tick) => dark(tick).size)).toEqual([0, 1, 1]);
  // An end after the run is none that anybody will see.
  const never = [...dark(10).values()];
  expect([...dark(10, 1_000).values()]).toEqual(never);
  expect([...dark(10, 990).values()]).not.toEqual(never);
  // Whoever was told nothing of it does not know when it ends.
  for (const announces of ["kinds", "nothing"] as const) {
    expect([9, 10, 19, 20].map((tick) => dark(tick, 200, announces).size)).toEqual([0, 1, 1, 0]);
    expect([...dark(10, 200, announces).values()]).toEqual([words.picture.live.dark]);
  }
});

test("which site is dark, and from when on, is that of the seed's own day", () => {
  const outage = (region: RegionName) =>
    ({ what: "region-outage", region, atSec: 100, untilSec: 200, label: region }) as const;
  const scenario = {
    ticks: 100,
    tickSec: 10,
    events: [],
    drawn: [{ oneOf: [outage("us"), outage("korea")], laterSec: 300 }],
  } as unknown as Scenario;
  const lesson = { level: { announces: "when", scenario } } as unknown as Lesson;
  const seen = new Set<RegionName>();
  for (const seed of verdictSeeds) {
    const [event] = dayOf(scenario, seed).events as [ReturnType<typeof outage>];
    seen.add(event.region);
    const [first, last] = [event.atSec / 10, event.untilSec / 10];
    const dark = (tick: number) => [...darkSites(words, lesson, seed, tick).keys()];
    expect(dark(first - 0.1)).toEqual([]);
    expect(dark(first)).toEqual([event.region]);
    expect(dark(last - 0.1)).toEqual([event.region]);
    expect(dark(last)).toEqual([]);
  }
  expect(seen.size).toBe(2);
});

test("goals stand as they were last looked at", () => {
  const looks = [9, 19, 29].map((tick) => ({ tick, goals: [] }));
  const at = (tick: number) => goalsSoFarAt({ goalsSoFar: looks } as unknown as Playback, tick)?.tick;
  expect([7, 8, 17, 18, 40].map(at)).toEqual([undefined, 9, 9, 19, 29]);
});

test("a curve that moves by 2 % of itself or less stands still", () => {
  expect([isSteady([100, 98]), isSteady([100, 97.9]), isSteady([0, 0]), isSteady([-100, -98])]).toEqual([
    true,
    false,
    true,
    true,
  ]);
  expect([isSteady([0, 1]), isSteady([1, 0, 1])]).toEqual([false, false]);
});

test.each([
  [0.4, "±$0"],
  [-0.4, "±$0"],
  [0.5, "+$1"],
  [70, "+$70"],
  [-15, "−$15"],
])("a change of %d dollars is %s", (dollars, text) => {
  expect(delta(dollars)).toBe(text);
});

describe("the strain of a goal", () => {
  const strain = (
    bound: GoalResult["bound"],
    target: number,
    value: number,
    indicator: GoalResult["indicator"] = "ordersLost",
    met = bound === "atMost" ? value <= target : value >= target,
  ) => strainOf({ indicator, bound, target, value, met });

  test("is the share of what it allows that was used up", () => {
    expect(strain("atMost", 200, 100)).toBe(0.5);
    expect(strain("atMost", 200, 300)).toBe(1.5);
    expect(strain("atLeast", 0.9, 0.95, "availability")).toBeCloseTo(0.5);
    expect(strain("atLeast", 0.9, 0.7, "availability")).toBeCloseTo(3);
    expect(strain("atLeast", 100, 200)).toBe(0.5);
  });

  test("counts each one where nothing is allowed: one box lost is no worse than most answers", () => {
    expect([0, 1, 500].map((value) => strain("atMost", 0, value))).toEqual([0, 2, 501]);
    expect(strain("atLeast", 0.985, 0.815, "availability")).toBeGreaterThan(strain("atMost", 0, 1));
  });

  test("is endless where nothing was measured, and nothing where nothing came", () => {
    expect(strain("atMost", 5, Number.NaN)).toBe(Number.POSITIVE_INFINITY);
    expect(strain("atLeast", 5, 0)).toBe(Number.POSITIVE_INFINITY);
  });

  test("of what was missed is more than of all that was met", () => {
    expect(strain("atMost", 100, 100, "ordersLost", false)).toBeGreaterThan(1);
    expect(strain("atMost", 100, 100.1, "ordersLost", true)).toBe(1);
  });
});

describe("a request as its client sees it", () => {
  const traced = (hops: readonly (readonly [string, number])[], reason?: string): Trace =>
    ({
      hops: hops.map(([place, ms]) => ({ place, ms })),
      totalMs: hops.reduce((sum, [, ms]) => sum + ms, 0),
      ...(reason ? { lostAt: { place: hops.at(-1)![0], reason } } : {}),
    }) as unknown as Trace;
  const patience = level.scenario.clients.timeoutSec * 1_000;

  test("ends when patience does, which begins when it is on its way", () => {
    const seen = asClientsSee(
      traced(
        [
          ["dns", 50],
          ["network", 40],
          ["web", patience - 100],
          ["db", 500],
          ["cache", 10],
        ],
        "timeout",
      ),
      level,
    );
    expect(seen.hops.map(({ place, ms }) => [place, ms])).toEqual([
      ["dns", 50],
      ["network", 40],
      ["web", patience - 100],
      ["db", 100],
    ]);
    expect(seen.totalMs).toBe(patience + 90);
  });

  test("has one stop for what a place does one after the other: a queue accepts a job, and it waits there", () => {
    const photo = traced([
      ["db", 2],
      ["queue", 1],
      ["queue", 900],
      ["workers", 30],
      ["workers", 30],
    ]);
    const steps = {
      ...photo,
      hops: photo.hops.map((hop, at) => (at < 3 ? hop : { ...hop, step: "crop" as const })),
    };
    const seen = asClientsSee(steps, level);
    expect(seen.hops.map(({ place, ms }) => [place, ms])).toEqual([
      ["db", 2],
      ["queue", 901],
      ["workers", 30],
      ["workers", 30],
    ]);
    expect(seen.totalMs).toBe(photo.totalMs);
  });

  test("is whole where it was answered, or lost for another reason", () => {
    for (const trace of [traced([["web", 9 * patience]]), traced([["web", 9 * patience]], "queue-full")])
      expect(asClientsSee(trace, level)).toBe(trace);
  });

  test("has its stops one after the other; where it was lost is one, even if it took no time", () => {
    const rows = (trace: Trace) =>
      rowsOf(trace).map(({ place, startMs, isLost }) => [place, startMs, isLost]);
    const hops = [
      ["web", 10],
      ["db", 20],
      ["web", 5],
    ] as const;
    expect(rows(traced(hops))).toEqual([
      ["web", 0, false],
      ["db", 10, false],
      ["web", 30, false],
    ]);
    expect(rows(traced(hops, "timeout")).map(([, , isLost]) => isLost)).toEqual([false, false, true]);
    const gone = { ...traced(hops), lostAt: { place: "cache", reason: "cache-down" } } as Trace;
    expect(rows(gone).at(-1)).toEqual(["cache", 35, true]);
    expect(rows(gone)).toHaveLength(4);
  });

  test("took longest at the first of its longest stops", () => {
    const trace = traced([
      ["lb", 5],
      ["web", 20],
      ["db", 20],
    ]);
    expect(longestHop(trace)?.place).toBe("web");
    expect(longestHop(traced([]))).toBeUndefined();
  });

  test("asks for a name unless it knows it", () => {
    expect(stopOf({ place: "dns", ms: 0 }, emptyDesign())).toBe("known-name");
    expect(stopOf({ place: "dns", ms: 1 }, emptyDesign())).not.toBe("known-name");
    expect(stopOf({ place: "network", ms: 0 }, emptyDesign())).toBe("network");
    expect(stopOf({ place: "web", ms: 0 }, emptyDesign())).toMatchObject({ name: "web" });
  });
});
