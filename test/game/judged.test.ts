import { describe, expect, test } from "vitest";
import {
  compareEstimate,
  daySeeds,
  estimate,
  failedShare,
  goalsOfChance,
  indicatorValue,
  isOpen,
  judge,
  type Level,
  type Luck,
  lampIds,
  lampsBefore,
  lampsOf,
  mainGoal,
  type Outcome,
  play,
  rankAmong,
  shareAnswered,
  verdictOf,
} from "../../src/game/index.ts";
import { litOf } from "../../src/game/lamps.ts";
import { type Report, searchRun, withValue } from "../../src/sim/index.ts";
import { findLesson } from "../helpers/english.ts";

/** What is judged by a number or a setting alone. */

describe("the lamps of the finale", () => {
  const { level } = findLesson("finale")!;
  const { lesson } = level;
  const report = { indicators: { hitRatio: 0.9, edgeHitRatio: 0.95, hotShardUtilizationMax: 0.5 } };
  const dark = (...changes: readonly (readonly [string, unknown])[]) => {
    const design = changes.reduce(
      (made, [path, value]) =>
        withValue(made, path as Parameters<typeof withValue>[1], value as Parameters<typeof withValue>[2]),
      lesson,
    );
    const lit = lampsOf(design, report as unknown as Report);
    return lampIds.filter((id) => !lit[id]);
  };

  test("all burn in the lesson's design", () => {
    expect(dark()).toEqual([]);
  });

  test.each([
    ["sessions.store", "local", ["stateless", "redundancy"]],
    ["@korea.sessions.store", "local", ["stateless", "redundancy"]],
    ["sessions.store", "node", ["redundancy"]],
    ["lb.nodes", 1, ["redundancy"]],
    ["@korea.lb.nodes", 1, ["redundancy"]],
    ["cache.nodes", 1, ["redundancy", "cache"]],
    ["@korea.cache.nodes", 1, ["redundancy"]],
    ["shards.replicas", 0, ["redundancy"]],
    ["shards.count", 0, ["shards"]],
    ["queue.kind", "memory", ["redundancy"]],
    ["queue.kind", "none", []],
    ["workers.count", 1, ["redundancy"]],
    ["workers.count", 2, []],
    ["dns.geo", false, ["data-centers"]],
    ["sync.mode", "none", ["data-centers"]],
    ["cdn.assets", "none", ["cdn"]],
    ["cdn.fallback", false, ["cdn"]],
    ["services.split", false, ["services"]],
    ["tools.logs", "none", ["observability"]],
    ["tools.logs", "full", []],
    ["tools.metrics", "hosts", ["observability"]],
    ["tools.business", false, ["observability"]],
    ["tools.ci", "none", ["observability"]],
    ["tools.ci", "rollback", []],
    ["web.count", 1, ["redundancy", "data-centers"]],
    ["@korea.web.count", 23, []],
    ["@korea.web.count", 22, ["data-centers"]],
    ["web.count", 22, ["data-centers"]],
    ["@korea.web.count", 35, []],
    ["@korea.web.count", 36, ["data-centers"]],
  ] as const)("with %s at %s leave these dark: %j", (path, value, expected) => {
    expect(dark([path, value])).toEqual(expected);
  });

  test("are told before a run but for what a run alone can tell, where the part is there", () => {
    const foreseen = (...changes: readonly (readonly [string, string | number | boolean])[]) => {
      const built = changes.reduce((made, [path, value]) => withValue(made, path, value), lesson);
      const lamps = lampsBefore(built);
      return Object.fromEntries(lampIds.map((id) => [id, lamps[id]]));
    };
    const byRun = ["cache", "cdn", "shards"];
    expect(foreseen()).toEqual(
      Object.fromEntries(lampIds.map((id) => [id, byRun.includes(id) ? undefined : true])),
    );
    expect(foreseen(["cache.nodes", 0]).cache).toBe(false);
    expect(foreseen(["cdn.fallback", false]).cdn).toBe(false);
    expect(foreseen(["shards.count", 0]).shards).toBe(false);
    expect(foreseen(["services.split", false]).services).toBe(false);
  });

  test("are counted as many as burn", () => {
    const lit = lampsOf(lesson, report as unknown as Report);
    expect(litOf(lit)).toBe(lampIds.length);
    expect(litOf({ ...lit, cdn: false, shards: false })).toBe(lampIds.length - 2);
  });

  test.each([
    [3, []],
    [2, ["services.split"]],
    [1, ["services.split", "cdn.fallback"]],
  ] as const)("win %d stars where these are off: %j", (stars, off) => {
    const design = off.reduce((made, path) => withValue(made, path, false), lesson);
    const [seed] = daySeeds(level);
    expect(play(level, design, seed as number, searchRun).stars).toBe(stars);
  });

  test("a database alone wants a copy, where there are no shards", () => {
    const single = [
      ["shards.count", 0],
      ["db.size", 8],
    ] as const;
    expect(dark(...single)).toEqual(["redundancy", "shards"]);
    expect(dark(...single, ["db.replicas", 1], ["@korea.shards.count", 0])).toEqual(["shards"]);
  });
});

test("nearly all are answered from 99.5 %, most from 90 %", () => {
  const { truth } = shareAnswered;
  const said = (availability?: number) =>
    "run" in truth ? truth.run({ report: { indicators: { availability } } } as never) : undefined;
  expect([1, 0.995, 0.9949, 0.9, 0.8999, undefined].map(said)).toEqual([
    "nearly-all",
    "nearly-all",
    "most",
    "most",
    "not-enough",
    "not-enough",
  ]);
});

test("the share that failed counts from one tick up to the other, and is never more than all", () => {
  const series = (name: string) =>
    Float64Array.from(name === "failed" ? [9, 1, 2, 9] : name === "offered" ? [9, 10, 20, 9] : []);
  expect(failedShare(series, 1, 3)).toBeCloseTo(0.1);
  const late = (name: string) => Float64Array.from(name === "failed" ? [5] : [2]);
  expect(failedShare(late, 0, 1)).toBe(1);
});

test("a level opens when the one before was passed, or practised; the first always is", () => {
  const levels = [{ id: "a" }, { id: "b" }, { id: "c" }] as Level[];
  const opens = (state?: { passed: boolean; practice: boolean }) =>
    levels.map((_, at) =>
      isOpen(levels, at, (id) => (id === "a" && state ? { ...state, stars: 0 } : undefined)),
    );
  expect(opens()).toEqual([true, false, false]);
  expect(opens({ passed: false, practice: false })).toEqual([true, false, false]);
  expect(opens({ passed: true, practice: false })).toEqual([true, true, false]);
  expect(opens({ passed: false, practice: true })).toEqual([true, true, false]);
});

test("chance decides a goal that some days meet and others miss", () => {
  const goals = [0, 1, 7, 8].map((met) => ({ met }));
  expect(goalsOfChance({ runs: 8, goals } as unknown as Luck).map(({ met }) => met)).toEqual([1, 7]);
});

test("an estimate multiplies what is known, and what hangs on something unknown stays open", () => {
  const day = 86_400;
  expect(
    estimate({
      dailyUsers: day,
      requestsPerUserDaily: 20,
      peakFactor: 3,
      workMs: 50,
      objects: 1e6,
      objectKb: 4,
    }),
  ).toEqual({ meanPerSec: 20, peakPerSec: 60, busyCores: 3, memoryGb: 4 });
  expect(estimate({ dailyUsers: day, requestsPerUserDaily: 2 })).toEqual({ meanPerSec: 2 });
  expect(estimate({ peakFactor: 2, workMs: 3, objects: 5 })).toEqual({});
});

test("an estimate is close within a quarter of the larger, either way", () => {
  expect([80, 79.9, 125, 125.1, 100].map((guess) => compareEstimate(guess, 100))).toEqual([
    "close",
    "low",
    "close",
    "high",
    "close",
  ]);
});

test("the goal asked about is the first that was missed, or else the first", () => {
  const goals = (...met: boolean[]) => met.map((is, at) => ({ met: is, indicator: at })) as never;
  expect(mainGoal(goals(true, false, false))?.indicator).toBe(1);
  expect(mainGoal(goals(true, true))?.indicator).toBe(0);
});

test("where nobody was answered there is no answer time, but there is a bill and a share", () => {
  const report = (answered: number) =>
    ({
      ledger: { answered },
      costPerMonth: 5,
      indicators: { latencyP95Ms: 10, availability: 0.5 },
    }) as unknown as Report;
  expect(indicatorValue(report(0), "latencyP95Ms")).toBeNaN();
  expect(indicatorValue(report(1), "latencyP95Ms")).toBe(10);
  expect(indicatorValue(report(0), "costPerMonth")).toBe(5);
  expect(indicatorValue(report(0), "availability")).toBe(0.5);
  expect(indicatorValue(report(1), "ordersLost")).toBeNaN();
});

test("a goal is met at its very target, and by nothing that was not measured", () => {
  const met = (goal: Parameters<typeof judge>[0][number], availability: number) =>
    judge([goal], { ledger: { answered: 1 }, indicators: { availability } } as unknown as Report)[0]?.met;
  const [least, most] = [
    { indicator: "availability", atLeast: 0.9 },
    { indicator: "availability", atMost: 0.9 },
  ] as const;
  expect([0.9, 0.8999, Number.NaN].map((value) => met(least, value))).toEqual([true, false, false]);
  expect([0.9, 0.9001, Number.NaN].map((value) => met(most, value))).toEqual([true, false, false]);
});

test("a verdict passes when every seed does, with the fewest stars, and is unanimous when all say the same", () => {
  const outcome = (passed: boolean, stars: number) => ({ passed, stars }) as Outcome;
  expect(verdictOf([outcome(true, 3), outcome(true, 2)])).toMatchObject({
    passed: true,
    stars: 2,
    unanimous: false,
  });
  expect(verdictOf([outcome(true, 1), outcome(false, 0)])).toMatchObject({
    passed: false,
    stars: 0,
    unanimous: false,
  });
  expect(verdictOf([outcome(true, 1), outcome(true, 1)])).toMatchObject({ passed: true, unanimous: true });
});

test("a rank is the share of all that are worse, whichever way is better", () => {
  const spread = { counts: [1, 2, 1], sample: [0, 10, 15, 30] };
  const rank = (value: number, more: boolean) =>
    rankAmong({ indicator: "costPerMonth", spread, more }, value);
  expect(rank(10, false)).toMatchObject({ betterThan: 0.5, at: 1 });
  expect(rank(10, true)).toMatchObject({ betterThan: 0.25, at: 1 });
  expect([-5, 9, 20, 99].map((value) => rank(value, true).at)).toEqual([0, 0, 2, 2]);
});
