import { describe, expect, test } from "vitest";
import type { Playback, Recording } from "../../src/game/index.ts";
import { logOf } from "../../src/present/log.ts";
import { answeredShare, liveAt } from "../../src/present/moment.ts";
import { emptyDesign, type Place, type Report } from "../../src/sim/index.ts";
import type { Words } from "../../src/words/index.ts";
import { lessons, words } from "../helpers/english.ts";

/** What a part shows at a moment, from the gauges of a run: each limit on both sides. */

const lesson = lessons[0]!;

/** A run that is nothing but these gauges, for three ticks each the same unless a list is given. */
function playback(gauges: Readonly<Record<string, number | readonly number[]>>, more: object = {}): Playback {
  const series = (name: string) => {
    const values = gauges[name];
    return Float64Array.from(typeof values === "number" ? [values, values, values] : (values ?? []));
  };
  return {
    design: emptyDesign(),
    ticks: 3,
    tickSec: 10,
    known: 3,
    names: Object.keys(gauges),
    series,
    losses: [],
    notes: [],
    goalsSoFar: [],
    ...more,
  } as unknown as Playback;
}
const live = (
  place: Place,
  gauges: Parameters<typeof playback>[0],
  more: object = {},
  tick = 2,
): Record<string, unknown> => ({ ...liveAt(playback(gauges, more), tick)(place) });

describe("a part at a moment", () => {
  test("shows what it has a gauge of, averaged; what comes in whole numbers as it is now", () => {
    expect(
      live("web", { "web.utilization": [0, 0.3, 0.6], "web.backlog": 7, "web.boxes": [1, 2, 3] }),
    ).toEqual({ utilization: expect.closeTo(0.3), queue: 7, boxes: 3 });
    expect(live("cache", { "cache.hitRatio": 0.75 })).toEqual({ hitRatio: 0.75 });
    expect(live("replicas", { "replicas.lagMs": 1_500 })).toEqual({ lagSec: 1.5 });
    expect(live("queue", { "queue.depth": 12 })).toEqual({ depth: 12 });
    expect(live("dns", {})).toEqual({});
  });

  test("is down when nothing of it is up", () => {
    expect(live("db", { "db.up": [1, 1, 0] })).toEqual({ down: true });
    expect(live("db", { "db.up": [0, 0, 1] })).toEqual({});
  });

  test("is rebuilding copies, which no other part does", () => {
    expect(live("replicas", { "replicas.booting": 2 })).toEqual({ rebuilding: 2 });
    expect(live("web", { "web.booting": 2 })).toEqual({});
  });

  test("moves while some and not all has moved", () => {
    const moved = [0, 0.01, 0.99, 1].map((share) => live("shards", { "shards.movedShare": share })["moved"]);
    expect(moved).toEqual([undefined, 0.01, 0.99, undefined]);
  });

  test("loses the sum of what is lost there, for the commonest reason", () => {
    const losses = [
      { place: "web", reason: "queue-full", perStep: [10, 10, 10] },
      { place: "web", reason: "timeout", perStep: [20, 20, 20] },
      { place: "db", reason: "timeout", perStep: [90, 90, 90] },
    ];
    expect(live("web", {}, { losses })).toEqual({ lostPerSec: 3, reason: "timeout" });
  });

  test("works in vain from a tenth on, where clients have gone", () => {
    const vain = (inVain: number, reason: string) =>
      live("web", { inVain }, { losses: [{ place: "web", reason, perStep: [10, 10, 10] }] })["inVain"];
    expect(vain(0.1, "timeout")).toBeCloseTo(0.1);
    expect(vain(0.09, "timeout")).toBeUndefined();
    expect(vain(0.9, "queue-full")).toBeUndefined();
  });
});

test("works in vain for those who have gone, though others were turned away there", () => {
  const losses = ["queue-full", "timeout"].map((reason) => ({ place: "web", reason, perStep: [10, 10, 10] }));
  expect(live("web", { inVain: 0.5 }, { losses })["inVain"]).toBeCloseTo(0.5);
});

test("of what cannot be seen nothing is shown, whatever it is", () => {
  const gauges = {
    ...{ "web.utilization": 0.5, "web.backlog": 7, "web.boxes": 3, "web.up": 0, "web.hitRatio": 0.5 },
    ...{ "web.lagMs": 5, "web.depth": 5, "web.movedShare": 0.5, inVain: 0.9 },
    ...{ "web.boxesOf1": 1, "web.utilizationOf1": 0.9, "web.boxesOf2": 1, "web.utilizationOf2": 0.1 },
  };
  const losses = [{ place: "web", reason: "timeout", perStep: [10, 10, 10] }];
  const seen = playback(gauges, { losses });
  expect(Object.keys(liveAt(seen, 2)("web") ?? {}).length).toBeGreaterThan(8);
  expect(liveAt(seen, 2, () => false)("web")).toEqual({ fog: true });
});

describe("boxes one by one", () => {
  const two = (a: number, b: number) => ({
    "web.boxesOf1": 1,
    "web.utilizationOf1": a,
    "web.boxesOf2": 2,
    "web.utilizationOf2": b,
  });

  test("are shown where the busiest and the idlest are a tenth apart, the busiest first", () => {
    expect(live("web", two(0.5, 0.7))["each"]).toEqual([
      { utilization: 0.7 },
      { utilization: 0.7 },
      { utilization: 0.5 },
    ]);
    expect(live("web", two(0.25, 0.375))).toHaveProperty("each");
    expect(live("web", two(0.5, 0.55))).not.toHaveProperty("each");
    expect(live("web", two(0.5, 0.55))["boxes"]).toBe(3);
  });

  test("are counted to the nearest whole one", () => {
    const boxes = (count: number) =>
      live("web", { "web.boxesOf1": count, "web.utilizationOf1": 1, ...rest })["boxes"];
    const rest = { "web.boxesOf2": 1, "web.utilizationOf2": 0.1 };
    expect([1.4, 1.5, 0.4].map(boxes)).toEqual([2, 3, 1]);
  });

  const shards = { "shards.utilizationOf1": 0.4, "shards.boxesOf2": 1, "shards.utilizationOf2": 0.9 };

  test("of shards keep their places, and one that is down is seen to be", () => {
    expect(live("shards", { ...shards, "shards.boxesOf1": 1 })["each"]).toEqual([
      { utilization: 0.4 },
      { utilization: 0.9 },
    ]);
    expect(live("shards", { ...shards, "shards.boxesOf1": [1, 1, 0] })["each"]).toEqual([
      { utilization: 0, isDown: true },
      { utilization: 0.9 },
    ]);
    // One that has yet to join is none that fell.
    expect(live("shards", { ...shards, "shards.boxesOf1": [0, 0, 0] })["each"]).toEqual([
      { utilization: 0.9 },
    ]);
  });

  test("of shards show what the hottest is asked for, once that is more than it can do", () => {
    const hottest = (utilization: number, asked: number, can: number) => {
      const each = live("shards", {
        "shards.boxesOf1": 1,
        "shards.utilizationOf1": 0.2,
        "shards.boxesOf2": 1,
        "shards.utilizationOf2": utilization,
        "hotShard.askedPerSec": asked,
        "hotShard.canPerSec": can,
      })["each"] as { utilization: number }[];
      return each.map((one) => one.utilization);
    };
    expect(hottest(0.99, 300, 100)).toEqual([0.2, 3]);
    expect(hottest(0.98, 300, 100)).toEqual([0.2, 0.98]);
    expect(hottest(1, 100, 100)).toEqual([0.2, 1]);
    expect(hottest(1, 100, 0)).toEqual([0.2, 1]);
  });
});

describe("a copy that took over", () => {
  const promoted = (place: Place, notes: readonly (readonly [string, Place, number])[], tick = 2) =>
    live(
      place,
      { [`${place}.backlog`]: 0 },
      { notes: notes.map(([what, where, atSec]) => ({ what, place: where, atSec })) },
      tick,
    )["promoted"] === true;

  test("is known from the moment it did until something else befalls the primary", () => {
    const notes = [["promoted", "db", 20]] as const;
    expect([1, 2].map((tick) => promoted("db", notes, tick))).toEqual([false, true]);
    for (const what of ["primary-lost", "restored", "primary-back"])
      expect(promoted("db", [...notes, [what, "db", 20]]), what).toBe(false);
    expect(promoted("db", [...notes, ["scale-out", "web", 20]])).toBe(true);
  });

  test("is no other part's", () => {
    expect(promoted("web", [["promoted", "db", 0]])).toBe(false);
    expect(promoted("replicas", [["promoted", "db", 0]])).toBe(false);
    expect(promoted("db@korea", [["promoted", "db", 0]])).toBe(false);
    expect(promoted("replicas@korea", [["promoted", "db@korea", 0]])).toBe(true);
    expect(promoted("db@korea", [["promoted", "db@korea", 0]])).toBe(false);
  });
});

describe("the log", () => {
  /** Words that say what they are about. */
  const bare = {
    ...words,
    log: new Proxy({}, { get: (_, name) => () => String(name) }) as Words["log"],
  };
  const log = (gauges: Parameters<typeof playback>[0], causes: readonly object[], more: object = {}) =>
    logOf(
      bare,
      lesson,
      playback(gauges, {
        outcome: { report: { causes } as unknown as Report },
        ...more,
      }) as Recording,
    ).map(({ tick, kind, text }) => [tick, kind, text]);

  test("warns of a part at nine tenths, before anything is lost", () => {
    const near = (utilization: number, failed: readonly number[]) =>
      log({ "web.utilization": [0, utilization, 1], failed }, []).map(([tick]) => tick);
    expect(near(0.9, [0, 0, 5])).toEqual([1]);
    expect(near(0.89, [0, 0, 5])).toEqual([]);
    expect(near(0.9, [0, 5, 5])).toEqual([]);
    expect(near(0.9, [0, 0, 0])).toEqual([1]);
    expect(log({ "web.utilization": 0.5, failed: [0, 0, 0] }, [])).toEqual([]);
  });

  test("does not warn in the same breath as the overload itself, which is three ticks", () => {
    const warned = (tick: number, place = "web") =>
      log({ "web.utilization": [0.95, 1, 1], failed: [0, 0, 0] }, [{ what: "saturated", place, tick }]).some(
        ([, , text]) => text === "nearLimit",
      );
    expect([2, 3].map((tick) => warned(tick))).toEqual([false, true]);
    expect(warned(2, "db")).toBe(true);
  });

  test.each([
    [{ what: "down", place: "db" }, "bad", "down"],
    [{ what: "saturated", place: "db" }, "warn", "overloaded"],
    [{ what: "saturated", place: "db", waiting: true }, "warn", "held"],
    [{ what: "losing", place: "db", reason: "timeout", count: 1 }, "bad", "losing"],
    [{ what: "event", label: "crowd" }, "event", "crowd"],
    [{ what: "event", label: "crowd", absent: "cache" }, "event", "untouched"],
  ])("tells %j as %s: %s", (cause, kind, text) => {
    expect(log({}, [{ ...cause, tick: 7 }])).toEqual([[7, kind, text]]);
  });

  test("does not tell an event that found nothing where its twin hit something at the same time", () => {
    const [hit, missed] = [
      { what: "event", label: "crowd", tick: 1 },
      { what: "event", label: "crowd", tick: 1, absent: "cache" },
    ];
    expect(log({}, [missed, hit])).toEqual([[1, "event", "crowd"]]);
    expect(log({}, [missed, { ...hit, tick: 2 }])).toHaveLength(2);
    expect(log({}, [missed, { ...hit, label: "other" }])).toHaveLength(2);
  });

  test("says nothing twice in one breath, and tells good news as such", () => {
    const twice = { what: "down", place: "db" };
    expect(
      log({}, [
        { ...twice, tick: 1 },
        { ...twice, tick: 1 },
      ]),
    ).toHaveLength(1);
    expect(
      log({}, [
        { ...twice, tick: 1 },
        { ...twice, tick: 2 },
      ]),
    ).toHaveLength(2);
    const notes = [
      { what: "primary-back", place: "db", atSec: 25 },
      { what: "primary-lost", place: "db", atSec: 5 },
    ];
    expect(log({}, [], { notes }).map(([tick, kind]) => [tick, kind])).toEqual([
      [0, "note"],
      [2, "good"],
    ]);
  });
});

test("the share answered counts what came to an end; where nothing did, all is well", () => {
  const recording = playback({ answered: [9, 0, 0], failed: [1, 5, 0] }) as Recording;
  expect([...answeredShare(recording)]).toEqual([0.9, 0, 1]);
});
