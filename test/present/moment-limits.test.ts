/** A moment of a run and the log of one, at the limits of their rules: runs made by hand, a rule a test. */
import { describe, expect, test } from "vitest";
import type { Playback, Recording } from "../../src/game/index.ts";
import { type LogLine, logOf, newestFitting, seenLog } from "../../src/present/log.ts";
import {
  answeredShare,
  goalsSoFarAt,
  lampFiguresAt,
  liveAt,
  sightOf,
  smooth,
  uncountedAt,
} from "../../src/present/moment.ts";
import { design, emptyDesign, type Place, type Scenario } from "../../src/sim/index.ts";
import type { Words } from "../../src/words/index.ts";
import { lessons, words } from "../helpers/english.ts";

type Gauges = Readonly<Record<string, readonly number[]>>;

/** A run of four ticks of ten seconds. What is no gauge of it has values all the same, so that asking is noticed. */
function playback(gauges: Gauges, more: object = {}, hidden: Gauges = {}): Playback {
  return {
    ...{ design: emptyDesign(), ticks: 4, tickSec: 10, known: 4, losses: [], notes: [], goalsSoFar: [] },
    names: Object.keys(gauges),
    series: (name: string) => Float64Array.from(gauges[name] ?? hidden[name] ?? []),
    ...more,
  } as unknown as Playback;
}
const live = (place: Place, gauges: Gauges, more: object = {}, tick = 3, hidden: Gauges = {}) => ({
  ...liveAt(playback(gauges, more, hidden), tick)(place),
});

describe("between two ticks a part shows the one that has begun", () => {
  const gauges = {
    "web.boxes": [1, 2, 3, 4],
    "web.up": [1, 0, 1, 1],
    "shards.boxesOf1": [1, 1, 1, 1],
    "shards.utilizationOf1": [0.1, 0.2, 0.3, 0.4],
  };

  test("of what comes in whole numbers, of boxes one by one, and of means", () => {
    expect(live("web", gauges, {}, 1.9)).toEqual({ boxes: 2, down: true });
    expect(live("shards", gauges, {}, 1.9)["each"]).toEqual([{ utilization: 0.2 }]);
    expect([1, 1.9, 2].map((tick) => smooth([1, 2, 6, 9], tick))).toEqual([1.5, 1.5, 3]);
  });

  test("and so of who leads", () => {
    const notes = [{ what: "promoted", place: "db", atSec: 20 }];
    const promoted = (tick: number) =>
      live("db", { "db.backlog": [0, 0, 0, 0] }, { notes }, tick)["promoted"];
    expect([1, 1.9, 2, 2.1].map(promoted)).toEqual([undefined, undefined, true, true]);
  });
});

describe("where a copy elsewhere leads", () => {
  const notes = [{ what: "promoted", place: "db@korea", atSec: 0 }];
  const gauges = Object.fromEntries(
    ["db", "web", "db@korea", "replicas", "replicas@korea"].map((place) => [
      `${place}.backlog`,
      [0, 0, 0, 0],
    ]),
  );
  const shown = (place: Place, taken: readonly object[] = notes) => live(place, gauges, { notes: taken });

  test("the primary at home says so and nothing else, and no other part does", () => {
    expect(shown("db")).toEqual({ leadsIn: "korea" });
    for (const place of ["web", "db@korea", "replicas"] as const)
      expect(shown(place), place).toEqual({ queue: 0 });
    expect(shown("replicas@korea")).toEqual({ queue: 0, promoted: true });
  });

  test("and none does where it leads at home or where nothing happened", () => {
    expect(shown("db", [{ what: "promoted", place: "db", atSec: 0 }])).toEqual({ queue: 0, promoted: true });
    for (const place of ["db", "web", "replicas"] as const) expect(shown(place, [])).toEqual({ queue: 0 });
  });
});

describe("what cannot be seen is not asked for", () => {
  test("of work in vain", () => {
    const losses = [{ place: "web", reason: "timeout", perStep: [10, 10, 10, 10] }];
    const inVain = [0.9, 0.9, 0.9, 0.9];
    expect(live("web", {}, { losses }, 3, { inVain })).toEqual({ lostPerSec: 1, reason: "timeout" });
    expect(live("web", { inVain }, { losses })["inVain"]).toBeCloseTo(0.9);
  });

  test("of the lamps", () => {
    const hits = [0.5, 0.5, 0.5, 0.5];
    const hidden = { "cache.hitRatio": hits, "cdn.hitRatio": hits };
    expect(lampFiguresAt(playback({}, {}, hidden), 3).indicators).toMatchObject({
      hitRatio: 0,
      edgeHitRatio: 0,
    });
  });

  test("of tiers and of answer times each by its own tool", () => {
    const fog = lessons.find(({ level }) => level.scenario.fog)!;
    const seen = (tools: string) => {
      const sees = sightOf(fog, design(`dns${tools} · lb 2 · web 2×8 · db 4`));
      return (["latency", "offered", "web.utilization"] as const).map(sees);
    };
    expect([" · tools metrics=none", " · tools metrics=hosts", " · tools metrics=tiers"].map(seen)).toEqual([
      [false, true, false],
      [false, true, true],
      [true, true, true],
    ]);
  });
});

describe("boxes one by one", () => {
  const web = (...utilization: readonly number[]) =>
    live(
      "web",
      Object.fromEntries(
        utilization.flatMap((value, n) => [
          [`web.boxesOf${n + 1}`, [1, 1, 1, 1]],
          [`web.utilizationOf${n + 1}`, [value, value, value, value]],
        ]),
      ),
    );

  test("are worth it for two that are a tenth apart, and not for one alone or for none", () => {
    expect(web(0.5)).toEqual({ boxes: 1 });
    expect(web(0.1, 0)).toEqual({ boxes: 2, each: [{ utilization: 0.1 }, { utilization: 0 }] });
    expect(web(0.09, 0)).toEqual({ boxes: 2 });
    expect(live("web", { "web.boxes": [0, 0, 0, 0] })).toEqual({ boxes: 0 });
    expect(live("shards", { "shards.backlog": [0, 0, 0, 0] })).toEqual({ queue: 0 });
  });

  const shard = (boxes: readonly number[], more: Gauges = {}) =>
    live("shards", {
      "shards.boxesOf1": boxes,
      "shards.utilizationOf1": [1, 1, 1, 1],
      ...more,
    })["each"];

  test("of a shard count from half a box on, where it was there from the beginning", () => {
    expect(shard([1, 1, 1, 0.5])).toEqual([{ utilization: 1 }]);
    expect(shard([1, 1, 1, 0.49])).toEqual([{ utilization: 0, isDown: true }]);
    expect(shard([0, 0, 1, 1])).toEqual([{ utilization: 1 }]);
    expect(shard([0, 1, 1, 0])).toBeUndefined();
    expect(shard([0.1, 1, 1, 0])).toEqual([{ utilization: 0, isDown: true }]);
  });

  test("of shards ask more than they can only of what can anything, and of no other part", () => {
    const asked = (askedPerSec: number, canPerSec: number) =>
      shard([1, 1, 1, 1], {
        "hotShard.askedPerSec": [0, 0, 0, askedPerSec],
        "hotShard.canPerSec": [0, 0, 0, canPerSec],
      });
    expect(asked(3, 0.5)).toEqual([{ utilization: 6 }]);
    expect(asked(3, 3)).toEqual([{ utilization: 1 }]);
    expect(asked(3, 0)).toEqual([{ utilization: 1 }]);
    const gauges = {
      ...{ "web.boxesOf1": [1, 1, 1, 1], "web.utilizationOf1": [1, 1, 1, 1] },
      ...{ "web.boxesOf2": [1, 1, 1, 1], "web.utilizationOf2": [0, 0, 0, 0] },
      ...{ "hotShard.askedPerSec": [9, 9, 9, 9], "hotShard.canPerSec": [1, 1, 1, 1] },
    };
    expect(live("web", gauges)["each"]).toEqual([{ utilization: 1 }, { utilization: 0 }]);
  });
});

test("work is in vain from a tenth on", () => {
  const losses = [{ place: "web", reason: "timeout", perStep: [10, 10, 10, 10] }];
  const vain = (share: number) => live("web", { inVain: [0, share, share, share] }, { losses }, 1)["inVain"];
  expect([0.2, 0.198].map(vain)).toEqual([0.1, undefined]);
});

test("what nobody counts arrives by its own curve in the middle of a tick, and what is counted does not", () => {
  const curve = [
    [0, 0],
    [100, 100],
  ];
  const scenario = { tickSec: 10, streams: ["log", "page", "log"].map((kind) => ({ kind, curve })) };
  const at = (tick: number) => uncountedAt(scenario as unknown as Scenario, tick);
  expect([0, 3, 3.9].map(at)).toEqual([10, 70, 70]);
});

test("the share answered is of what came to an end in a tick, and the whole where nothing did", () => {
  const recording = playback({ answered: [1, 3, 0, 0], failed: [0, 1, 4, 0] }) as Recording;
  expect([...answeredShare(recording)]).toEqual([1, 0.75, 0, 1]);
  // What fails is known to have failed where it was counted.
  expect([...answeredShare(playback({ answered: [1, 0], failed: [] }) as Recording)]).toEqual([1, 1]);
});

test("goals stand as at the last look", () => {
  const looks = [2, 2, 4].map((tick, at) => ({ tick, goals: [at] }));
  const at = (tick: number) => goalsSoFarAt(playback({}, { goalsSoFar: looks }), tick)?.goals;
  expect([0, 1, 2, 3].map(at)).toEqual([undefined, [1], [1], [2]]);
});

describe("a log", () => {
  /** Words that say what they are about. */
  const bare = {
    ...words,
    log: new Proxy(
      {},
      {
        get: (_, name) => (found: { name?: string; place?: { name: string } }) =>
          `${String(name)} ${found.name ?? found.place?.name ?? ""}`.trim(),
      },
    ) as unknown as Words["log"],
  };
  const log = (causes: readonly object[], gauges: Gauges = {}, more: object = {}) =>
    logOf(
      bare,
      lessons[0]!,
      playback(
        { failed: [0, 0, 0, 0], ...gauges },
        { outcome: { report: { causes } }, ...more },
      ) as Recording,
    ).map(({ tick, text }) => `${tick} ${text}`);
  const cause = (what: string, tick: number, more: object = {}) => ({
    ...{ what, place: "db", tick, untilTick: tick + 5, reason: "timeout", count: 1, label: "crowd" },
    ...more,
  });

  test("tells what happens at once in the order event, fall, overload, loss", () => {
    const at = ["losing", "saturated", "down", "event"].map((what, n) =>
      cause(what, 7, { place: ["web", "lb", "db", "cache"][n] }),
    );
    const told = ["7 crowd", "7 down db", "7 overloaded lb", "7 losing web"];
    expect(log(at)).toEqual(told);
    expect(log(at.toReversed())).toEqual(told);
    expect(log([cause("losing", 6), cause("event", 7), cause("saturated", 5, { place: "lb" })])).toEqual([
      "5 overloaded lb",
      "6 losing db",
      "7 crowd",
    ]);
  });

  test("tells a fall as early as the first loss by it, of two ticks before and of no other part", () => {
    const down = cause("down", 10);
    expect(log([cause("losing", 8), cause("losing", 9, { reason: "store-down" }), down])).toEqual([
      "8 down db",
      "8 losing db",
      "9 losing db",
    ]);
    expect(log([cause("losing", 7), down])).toEqual(["7 losing db", "10 down db"]);
    expect(log([cause("losing", 9, { place: "web" }), down])).toEqual(["9 losing web", "10 down db"]);
    expect(log([cause("saturated", 9), down])).toEqual(["9 overloaded db", "10 down db"]);
  });

  test("tells an overload again after a rest of a minute, or of another part, or of another kind", () => {
    const first = cause("saturated", 10, { untilTick: 20 });
    const again = (tick: number, more: object = {}) =>
      log([first, cause("saturated", tick, { untilTick: tick + 9, ...more })]).length;
    expect([79, 80].map((tick) => again(tick))).toEqual([1, 2]);
    expect([again(79, { place: "web" }), again(79, { waiting: true })]).toEqual([2, 2]);
    expect(log([cause("down", 10, { untilTick: 20 }), cause("saturated", 30)])).toHaveLength(2);
    // Two that begin at once are the same words in one breath, and neither goes on from the other.
    expect(log([first, first])).toEqual(["10 overloaded db"]);
  });

  test("knows workers that a poison job takes, from the moment it comes on", () => {
    const poison = (tick: number) => cause("event", tick, { event: "poison", label: "poison" });
    const busy = cause("saturated", 10, { place: "workers" });
    const told = (...causes: readonly object[]) =>
      log([...causes, busy]).filter((line) => / (overl|poisoned)/.test(line));
    expect(told(poison(10))).toEqual(["10 poisoned workers"]);
    expect(told(poison(11))).toEqual(["10 overloaded workers"]);
    expect(told(poison(5), cause("event", 10, { event: "news" }))).toEqual(["10 overloaded workers"]);
    expect(log([poison(5), cause("saturated", 10)])).toContain("10 overloaded db");
  });

  test("warns of a part before the first loss alone: where the first tick loses, of none", () => {
    const near = (failed: readonly number[], utilization = [0.95, 0.95, 1, 1]) =>
      log([], { "web.utilization": utilization, failed });
    expect(near([0, 0, 0, 0])).toEqual(["0 nearLimit web"]);
    expect(near([1, 0, 0, 0])).toEqual([]);
    expect(near([0, 0.5, 0, 0], [0, 0.95, 1, 1])).toEqual([]);
    expect(near([0, 0, 0.5, 0], [0, 0.9, 1, 1])).toEqual(["1 nearLimit web"]);
    expect(log([], { "web.hitRatio": [1, 1, 1, 1], inVain: [1, 1, 1, 1] })).toEqual([]);
  });

  test("does not warn of a part that is too busy within three ticks, whenever that is", () => {
    const busy = [0, 0, 0, 0, 0, 0.95, 1, 1, 1];
    const warned = (tick: number, place = "web") =>
      log(
        [cause("saturated", tick, { place })],
        { "web.utilization": busy, failed: [0] },
        { ticks: 9 },
      ).includes("5 nearLimit web");
    expect([7, 8].map((tick) => warned(tick))).toEqual([false, true]);
    expect(warned(7, "db")).toBe(true);
    expect(
      log([cause("down", 7, { place: "web" })], { "web.utilization": busy, failed: [0] }, { ticks: 9 }),
    ).toContain("5 nearLimit web");
  });

  test("is told whole where faults are seen, and in fog by its good news", () => {
    const line = (kind: LogLine["kind"]): LogLine => ({ tick: 1, kind, text: kind });
    const all = (["event", "note", "warn", "bad", "good"] as const).map(line);
    expect(seenLog(all, () => true)).toEqual(all);
    expect(seenLog(all, () => false)).toEqual([line("good")]);
    expect(seenLog(all, (what) => what === "failed")).toEqual(all);
  });

  test("keeps the newest of its events, and where there is none only what fits", () => {
    const line = (tick: number, kind: LogLine["kind"], text: string): LogLine => ({ tick, kind, text });
    const kept = (lines: readonly LogLine[], rows: number) =>
      newestFitting(lines, rows, () => 1).map(({ text }) => text);
    const lines = [
      line(5, "event", "old"),
      line(6, "event", "new"),
      line(7, "bad", "a"),
      line(8, "bad", "b"),
    ];
    expect([1, 2, 3, 4].map((rows) => kept(lines, rows))).toEqual([
      ["new"],
      ["new", "b"],
      ["new", "a", "b"],
      ["old", "new", "a", "b"],
    ]);
    expect(kept(lines.slice(2), 1)).toEqual(["b"]);
    expect(kept(lines.slice(2), 2)).toEqual(["a", "b"]);
  });
});
