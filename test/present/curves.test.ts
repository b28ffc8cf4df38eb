import { describe, expect, test } from "vitest";
import type { GoalResult, Recording } from "../../src/game/index.ts";
import { curvesOf, type GaugeCurve } from "../../src/present/curves.ts";
import { goalCurveOf, strainOf } from "../../src/present/goal-curve.ts";
import {
  arrivingAt,
  goalsSoFarAt,
  lampFiguresAt,
  liveAt,
  lossesAt,
  sightOf,
  smooth,
} from "../../src/present/moment.ts";
import { design, emptyDesign, type Scenario } from "../../src/sim/index.ts";
import { lessons, words } from "../helpers/english.ts";

/** Which curves a run has, what they span and when they are bad: each limit on both sides, on runs made by hand. */

type Gauges = Readonly<Record<string, number | readonly number[]>>;

/** A run of ten ticks of two seconds that is nothing but these gauges. */
function run(gauges: Gauges, more: Readonly<Record<string, unknown>> = {}): Recording {
  const all: Gauges = { offered: 100, answered: 100, failed: 0, inVain: 0, ...gauges };
  const series = (name: string) => {
    const values = all[name] ?? [];
    return Float64Array.from(typeof values === "number" ? Array.from({ length: 10 }, () => values) : values);
  };
  const flat = (ms: number) => Float64Array.from({ length: 10 }, () => ms);
  return {
    design: emptyDesign(),
    ticks: 10,
    tickSec: 2,
    names: Object.keys(gauges),
    series,
    latency: { p50: flat(10), p95: flat(95), p99: flat(99) },
    losses: [],
    notes: [],
    goalsSoFar: [],
    outcome: { goals: [] },
    ...more,
  } as unknown as Recording;
}

describe("a run has its curves, the most telling first", () => {
  const curves = (
    gauges: Gauges,
    goals: Parameters<typeof curvesOf>[2] = [],
    sees?: (what: string) => boolean,
  ) => curvesOf(words, run(gauges), goals, sees);
  const names = (...given: Parameters<typeof curves>) => curves(...given).map(({ name }) => name);
  const usual = ["requests", "p95", "answered", "p50", "p99"];
  const besides = (gauges: Gauges) => names(gauges).filter((name) => !usual.includes(name));
  const find = (all: readonly GaugeCurve[], name: string) => all.find((each) => each.name === name)!;

  test("requests, the slow and the answered always, other answer times last", () => {
    expect(names({})).toEqual(usual);
    expect(names({}, [], (what) => what !== "latency")).toEqual(["requests", "answered"]);
    expect(names({}, [], (what) => what !== "failed" && what !== "offered")).toEqual(["p95", "p50", "p99"]);
  });

  test("requests are told a second, and an answer time of nothing as none", () => {
    const [requests, p95] = curves({ offered: 4_000 }) as [GaugeCurve, GaugeCurve];
    expect([...requests.values]).toEqual(Array.from({ length: 10 }, () => 2_000));
    expect(requests.show(2_000)).toBe("2,000/s");
    expect([p95.show(0), p95.show(1)]).toEqual(["–", "1.0 ms"]);
    expect([...p95.values]).toEqual(Array.from({ length: 10 }, () => 95));
  });

  test("an answer time is bad above its goal, and without one never", () => {
    const goals = [{ indicator: "latencyP95Ms", atMost: 300 }] as const;
    const isBad = find(curves({}, goals), "p95").isBad!;
    expect([isBad(300), isBad(301)]).toEqual([false, true]);
    expect(find(curves({}, goals), "p50").isBad).toBeUndefined();
    expect(find(curves({}), "p95").isBad).toBeUndefined();
  });

  test("the answered share is bad below what is promised, or below 99.9 %", () => {
    const isBad = find(curves({}), "answered").isBad!;
    expect([isBad(0.999), isBad(0.9989)]).toEqual([false, true]);
    const promised = find(curves({}, [{ indicator: "availability", atLeast: 0.9 }]), "answered").isBad!;
    expect([promised(0.9), promised(0.899)]).toEqual([false, true]);
    expect(find(curves({}), "answered").top).toBe(1);
  });

  test("work in vain from a tenth in some tick on, where it is seen; half of it is bad", () => {
    const vain = (...values: number[]) => ({ inVain: [...values, 0, 0, 0] });
    expect(besides(vain(0.099))).toEqual([]);
    const [name] = besides(vain(0, 0.1));
    expect(name).toBe(words.curves.inVain);
    expect(names(vain(0.1), [], (what) => what !== "inVain")).not.toContain(name);
    const curve = find(curves(vain(0.1)), String(name));
    expect([curve.isBad!(0.49), curve.isBad!(0.5), curve.top, curve.show(0.254)]).toEqual([
      false,
      true,
      1,
      "25 %",
    ]);
  });

  test("of the parts the busiest, the first of two that are as busy, bad from 95 % on", () => {
    const busy = (part: "web" | "db" | "cache") => words.curves.busy(words.curves.part({ name: part }));
    const gauges = { "web.utilization": 0.5, "db.utilization": 0.9, "cache.utilization": 0.9 };
    expect(besides(gauges)).toEqual([busy("db")]);
    expect(names(gauges, [], (what) => what !== "db.utilization")).toContain(busy("cache"));
    const curve = find(curves(gauges), busy("db"));
    expect([curve.isBad!(0.949), curve.isBad!(0.95), curve.top, curve.show(0.9)]).toEqual([
      false,
      true,
      1,
      "90 %",
    ]);
    expect(besides({ "web.backlog": 0 })).toEqual([]);
  });

  const web = words.curves.part({ name: "web" });
  const rows: readonly (readonly [string, string, Gauges, Gauges])[] = [
    ["boxes that come and go", words.curves.boxes(web), { "web.boxes": [4, 4, 5] }, { "web.boxes": 4 }],
    [
      "hits",
      words.curves.hits(words.curves.part({ name: "cache" })),
      { "cache.hitRatio": 0.001 },
      { "cache.hitRatio": 0 },
    ],
    [
      "orders that are missing",
      words.curves.orders,
      { "business.ordersShare": 0.998 },
      { "business.ordersShare": 0.999 },
    ],
    [
      "what waits in a queue",
      words.curves.waiting(words.curves.part({ name: "queue" })),
      { "queue.depth": 1 },
      { "queue.depth": 0 },
    ],
    [
      "a lag of 50 ms",
      words.curves.lag(words.curves.part({ name: "replicas" })),
      { "replicas.lagMs": 50 },
      { "replicas.lagMs": 49.9 },
    ],
    ["a backlog of one", words.curves.queue(web), { "web.backlog": 1 }, { "web.backlog": 0.9 }],
  ];
  test.each(rows)("%s has a curve, and what says nothing has none", (_, name, told, untold) => {
    expect(besides(told)).toEqual([name]);
    expect(besides(untold)).toEqual([]);
    const [gauge] = Object.keys(told);
    expect(names(told, [], (what) => what !== gauge)).not.toContain(name);
  });

  test("of copies and nodes that fail there is no curve, of the web tier's and workers' boxes a stepped one", () => {
    expect(besides({ "replicas.boxes": [3, 3, 2], "cache.boxes": [3, 2, 3] })).toEqual([]);
    expect(besides({ "workers.boxes": [3, 3, 4] })).toHaveLength(1);
    const boxes = find(curves({ "web.boxes": [4, 4, 5] }), words.curves.boxes(web));
    expect([boxes.isStepped, boxes.top, boxes.show(4)]).toEqual([true, undefined, "4"]);
    const hits = curves({ "cache.hitRatio": 0.5 }).find(({ top, show }) => top === 1 && show(0.5) === "50 %");
    expect(hits?.isStepped ?? false).toBe(false);
  });

  test("what tells most comes before what lags, and what waits for a box comes last", () => {
    const gauges = {
      "web.backlog": 3,
      "replicas.lagMs": 90,
      "queue.depth": 2,
      "cache.hitRatio": 0.5,
      "web.boxes": [4, 5, 6],
      "web.utilization": 0.4,
    };
    const part = (name: "web" | "cache" | "queue" | "replicas") => words.curves.part({ name });
    expect(names(gauges)).toEqual([
      "requests",
      "p95",
      "answered",
      words.curves.busy(part("web")),
      words.curves.boxes(part("web")),
      words.curves.hits(part("cache")),
      words.curves.waiting(part("queue")),
      words.curves.lag(part("replicas")),
      "p50",
      "p99",
      words.curves.queue(part("web")),
    ]);
  });
});

describe("the goal that matters is drawn", () => {
  const goal = (indicator: string, bound: string, target: number, value: number, met: boolean) =>
    ({ indicator, bound, target, value, met }) as GoalResult;
  const p95 = (value: number, met: boolean, target = 300) =>
    goal("latencyP95Ms", "atMost", target, value, met);
  const up = (value: number, met: boolean, target = 0.99) =>
    goal("availability", "atLeast", target, value, met);
  const curve = (goals: readonly GoalResult[], more: Gauges & { looks?: never } = {}, extra: object = {}) =>
    goalCurveOf(words, run(more, { outcome: { goals }, ...extra }), () => true);

  test("which is the one that was missed by most, or else the nearest to be missed; never the bill", () => {
    expect(curve([p95(310, false), up(0.9, false)])?.target).toBe(0.99);
    expect(curve([p95(3_100, false), up(0.989, false)])?.target).toBe(300);
    expect(curve([p95(290, true), up(0.9999, true)])?.target).toBe(300);
    expect(curve([p95(100, true), up(0.991, true)])?.target).toBe(0.99);
    expect(curve([goal("costPerMonth", "atMost", 10, 20, false)])).toBeUndefined();
    expect(curve([goal("costPerMonth", "atMost", 10, 20, false), p95(1, true)])?.target).toBe(300);
    expect(
      goalCurveOf(words, run({}, { outcome: { goals: [p95(1, true)] } }), (what) => what !== "failed"),
    ).toBe(undefined);
  });

  test("of what was never measured only where nothing else was missed", () => {
    const none = goal("latencyP99Ms", "atMost", 500, Number.NaN, false);
    expect(curve([none, p95(290, true)])?.target).toBe(500);
    expect(curve([none, p95(301, false)])?.target).toBe(300);
  });

  test("an axis begins at nothing where more is worse, and ends a little above all that is on it", () => {
    const axis = (target: number, ms: number) => {
      const latency = Float64Array.from({ length: 10 }, () => ms);
      const found = curve(
        [p95(ms, ms <= target, target)],
        {},
        { latency: { p50: latency, p95: latency, p99: latency } },
      );
      return [found?.from, found?.to];
    };
    expect(axis(300, 95)).toEqual([0, 500]);
    expect(axis(285, 95)).toEqual([0, 300]);
    expect(axis(286, 95)).toEqual([0, 500]);
    expect(axis(95, 700)).toEqual([0, 750]);
    expect(axis(95, 720)).toEqual([0, 1_000]);
  });

  test("an axis of a share ends at the whole, and is looked at closely where it hardly moves", () => {
    const axis = (failed: number) => {
      const found = curve([up(0.9, false)], { answered: 100 - failed, failed });
      return [found?.from, found?.to];
    };
    expect(axis(1)).toEqual([0.985, 1]);
    expect(axis(10)).toEqual([0.85, 1]);
    expect(axis(100)).toEqual([0, 1]);
  });

  test("a value is bad beyond its goal, and an answer time of nobody is", () => {
    const slow = curve([p95(310, false)])!;
    expect([slow.isBad!(300), slow.isBad!(301), slow.isBad!(Number.NaN)]).toEqual([false, true, true]);
    const down = curve([up(0.9, false)])!;
    expect([down.isBad!(0.99), down.isBad!(0.98), down.isBad!(Number.NaN)]).toEqual([false, true, false]);
    expect(slow.show(Number.NaN)).toBe(words.indicators.none);
    expect(slow.bound).toBe("atMost");
  });

  test("what is measured in each tick is a curve, of the rest how it stood at each look", () => {
    const measured = curve([up(0.9, false)], { answered: 90, failed: 10 })!;
    expect([measured.isStepped, measured.values[0], measured.values.length]).toEqual([false, 0.9, 10]);
    const none = Float64Array.from([0, 5, ...Array.from({ length: 8 }, () => 7)]);
    const times = curve([p95(310, false)], {}, { latency: { p50: none, p95: none, p99: none } })!;
    expect([...times.values.slice(0, 3)]).toEqual([Number.NaN, 5, 7]);
    const lost = (value: number) => goal("lostWrites", "atMost", 0, value, value === 0);
    const stood = curve(
      [lost(4)],
      {},
      {
        goalsSoFar: [
          { tick: 3, goals: [lost(0)] },
          { tick: 6, goals: [lost(4)] },
          { tick: 9, goals: [] },
        ],
      },
    )!;
    expect(stood.isStepped).toBe(true);
    expect([...stood.values]).toEqual([NaN, NaN, 0, 0, 0, 4, 4, 4, NaN, NaN]);
  });

  test("orders are a curve where they are seen", () => {
    const orders = goal("ordersShare", "atLeast", 0.9, 0.5, false);
    const gauges = { "business.ordersShare": 0.5 };
    expect(curve([orders], gauges)?.isStepped).toBe(false);
    expect(curve([orders], {})?.isStepped).toBe(true);
    const recording = run(gauges, { outcome: { goals: [orders] } });
    expect(goalCurveOf(words, recording, (what) => what === "failed")?.isStepped).toBe(true);
  });

  test("how much of what a goal allows is used up", () => {
    expect(strainOf(p95(150, true))).toBe(0.5);
    expect(strainOf(p95(600, false))).toBe(2);
    expect(strainOf(up(0.995, true))).toBeCloseTo(0.5);
    expect(strainOf(up(0.97, false))).toBeCloseTo(3);
    expect(strainOf(up(0.5, false, 1))).toBe(2);
    expect(strainOf(up(0, false, 1))).toBe(Number.POSITIVE_INFINITY);
    expect(strainOf(p95(Number.NaN, false))).toBe(Number.POSITIVE_INFINITY);
    expect(strainOf(p95(0, true, 0))).toBe(0);
    expect([1, 4].map((lost) => strainOf(p95(lost, false, 0)))).toEqual([2, 5]);
    // Whatever rounding does, what was missed comes before what was met.
    expect(strainOf(p95(300, false))).toBeGreaterThan(1);
    expect(strainOf(p95(310, true))).toBe(1);
  });
});

describe("a moment of a run", () => {
  test("is the mean of three ticks, and of fewer at its beginning", () => {
    const values = [3, 6, 12, 24];
    expect([0, 1, 2, 3, 3.9, 9].map((tick) => smooth(values, tick))).toEqual([3, 4.5, 7, 14, 14, 14]);
    expect(smooth([], 3)).toBe(0);
    expect(smooth([5], -1)).toBe(0);
  });

  test("has all that arrives in a second: what the books count, and what nobody waits for", () => {
    const streams = (["page", "log"] as const).map((kind) => ({
      kind,
      curve: [
        [0, 0],
        [100, 100],
      ],
    }));
    const arriving = (given: readonly unknown[], tick: number) =>
      arrivingAt({ tickSec: 2, streams: given } as unknown as Scenario, run({ offered: 60 }), tick);
    expect(arriving(streams.slice(0, 1), 5)).toBe(30);
    // As it is in the middle of the tick.
    expect([5, 5.9].map((tick) => arriving(streams, tick))).toEqual([41, 41]);
  });

  test("loses by the second what is lost in a tick, the most first, and nothing of nothing", () => {
    const losses = [
      { place: "web", reason: "timeout", perStep: [2, 2, 2] },
      { place: "db", reason: "timeout", perStep: [8, 8, 8] },
      { place: "lb", reason: "timeout", perStep: [0, 0, 0] },
    ];
    expect(lossesAt(run({}, { losses }), 2).map(({ place, perSec }) => [place, perSec])).toEqual([
      ["db", 4],
      ["web", 1],
    ]);
  });

  test("has the goals of the last look that was taken, the one of the next tick too", () => {
    const goalsSoFar = [3, 6].map((tick) => ({ tick, goals: [] }));
    const at = (tick: number) => goalsSoFarAt(run({}, { goalsSoFar }), tick)?.tick;
    expect([1, 2, 4, 5, 9].map(at)).toEqual([undefined, 3, 3, 6, 6]);
  });

  test("shows at its end what the lamps came to in the whole run, as the debrief does, and not before", () => {
    const report = { indicators: { hitRatio: 0.9 } };
    const whole = run({ "cache.hitRatio": 0.2 }, { outcome: { report } });
    expect(lampFiguresAt(whole, whole.ticks - 2).indicators.hitRatio).toBeCloseTo(0.2);
    expect(lampFiguresAt(whole, whole.ticks - 1)).toBe(report);
  });

  test("lights the lamps by hits and by the hottest shard", () => {
    expect(lampFiguresAt(run({}), 5).indicators).toEqual({
      hitRatio: 0,
      edgeHitRatio: 0,
      hotShardUtilizationMax: 0,
    });
    const gauges = {
      "cache.hitRatio": 0.7,
      "cdn.hitRatio": 0.9,
      "shards.utilizationOf1": 0.4,
      "shards.utilizationOf2": 0.8,
      "web.utilizationOf1": 0.99,
    };
    expect(lampFiguresAt(run(gauges), 5).indicators).toEqual({
      hitRatio: expect.closeTo(0.7),
      edgeHitRatio: expect.closeTo(0.9),
      hotShardUtilizationMax: expect.closeTo(0.8),
    });
  });

  test("hides in fog what was not bought, and elsewhere nothing", () => {
    const clear = lessons.find(({ level }) => !level.scenario.fog)!;
    const fog = lessons.find(({ level }) => level.scenario.fog)!;
    const blind = design("dns · lb 2 · web 2×8 · db 4");
    const seeing = design("dns · tools metrics=tiers · lb 2 · web 2×8 · db 4");
    expect((["latency", "web.utilization"] as const).map(sightOf(clear, blind))).toEqual([true, true]);
    expect((["latency", "web.utilization"] as const).map(sightOf(fog, blind))).toEqual([false, false]);
    expect((["latency", "web.utilization"] as const).map(sightOf(fog, seeing))).toContain(true);
    const seen = liveAt(run({ "web.utilization": 0.5 }), 5, (what) => what !== "web.utilization")("web");
    expect(seen).toEqual({ fog: true });
    expect(liveAt(run({ "web.utilization": 0.5 }), 5)("?rack")).toBeUndefined();
    // Nothing is known of what has no gauge.
    expect(liveAt(run({}), 5)("web")).toBeUndefined();
  });
});
