import { describe, expect, test } from "vitest";
import { firstToGiveWay } from "../../src/game/explain.ts";
import { explain, failsBy, fellOrSaturated, toldLosses } from "../../src/game/index.ts";
import type { Cause, EventCause, EventKind, FaultCause, LosingCause, Report } from "../../src/sim/index.ts";

const event = (kind: EventKind, tick: number, untilTick = tick, absent?: "cache"): EventCause => ({
  what: "event",
  label: kind,
  event: kind,
  tick,
  untilTick,
  ...(absent ? { absent } : {}),
});
const down = (place: FaultCause["place"], tick: number, untilTick = tick + 100): FaultCause => ({
  what: "down",
  place,
  tick,
  untilTick,
});
const busy = (place: FaultCause["place"], tick: number, untilTick = tick + 100): FaultCause => ({
  what: "saturated",
  place,
  utilization: 1,
  tick,
  untilTick,
});
const waiting = (place: FaultCause["place"], tick: number, untilTick = tick + 100): FaultCause =>
  ({ ...busy(place, tick, untilTick), waiting: true }) as FaultCause;
const losing = (
  place: LosingCause["place"],
  reason: LosingCause["reason"],
  tick: number,
  count = 100,
): LosingCause => ({ what: "losing", place, reason, tick, untilTick: tick + 100, count });

const told = (causes: readonly Cause[], missed: Parameters<typeof explain>[1] = []) =>
  explain({ causes, ledger: { failed: 1_000 } } as unknown as Report, missed);

describe("what set off a loss", () => {
  test.each([
    ["process-down", ["restart"]],
    ["box-down", ["crash", "flood"]],
    ["broker-down", ["restart", "region-outage"]],
    ["cache-down", ["cache-restart"]],
    ["edge-down", ["cdn-outage"]],
    ["site-down", ["region-outage"]],
    ["row-locked", ["celebrity"]],
    ["bad-build", ["bad-build"]],
    ["disk-full", ["disk-fills"]],
    ["no-database", []],
  ] as const)("for %s is one of %j and nothing else", (reason, kinds) => {
    const all: readonly EventKind[] = [
      "restart",
      "crash",
      "flood",
      "region-outage",
      "cache-restart",
      "cdn-outage",
      "celebrity",
      "bad-build",
      "disk-fills",
      "news",
      "sale",
    ];
    const bringing = all.filter(
      (kind) => told([event(kind, 100), losing("web", reason, 101)]).trigger !== undefined,
    );
    expect([...bringing].sort()).toEqual([...kinds].sort());
  });

  test.each([
    ["at the moment itself", 100, true],
    ["40 ticks after its end", 160, true],
    ["later than that for an overload alone", 161, false],
  ])("came before it: %s", (_, at, isSo) => {
    expect(told([event("rush" as EventKind, 100, 120), busy("web", at)]).trigger !== undefined).toBe(isSo);
  });

  test("it may come in the tick of the fall itself; of several that put a part under load the last", () => {
    for (const kind of ["crash", "restart", "flood"] as const)
      expect(told([event(kind, 100), down("web", 100)]).trigger, kind).toBeDefined();
    const crowds = [event("news", 50), event("news", 90)] as const;
    expect(told([...crowds, busy("web", 100)]).trigger).toBe(crowds[1]);
  });

  test("an overload may be seen one tick before its event, no earlier", () => {
    const trigger = (tick: number) => told([event("news", 100), busy("web", tick)]).trigger;
    expect([98, 99, 220, 221].map((tick) => trigger(tick) !== undefined)).toEqual([false, true, true, false]);
  });

  test("a box that crashed and has no end given is dead for good; a restart is over in a while", () => {
    const trigger = (kind: EventKind, tick: number) => told([event(kind, 100), down("web", tick)]).trigger;
    expect(trigger("crash", 9_000)).toBeDefined();
    expect(trigger("flood", 9_000)).toBeDefined();
    expect([140, 141, 9_000].map((tick) => trigger("restart", tick) !== undefined)).toEqual([
      true,
      false,
      false,
    ]);
    expect(trigger("crash", 99)).toBeUndefined();
  });

  test("the last event before it, not one that found nothing to hit or breaks nothing by itself", () => {
    const [old, young] = [event("crash", 50), event("flood", 90)];
    expect(told([old, young, down("web", 100)]).trigger).toBe(young);
    expect(told([event("crash", 90, 90, "cache"), down("web", 100)]).trigger).toBeUndefined();
    for (const kind of ["sale", "rebrand", "deploy", "disk-fills", "gray"] as const)
      expect(told([event(kind, 95), busy("web", 100)]).trigger, kind).toBeUndefined();
  });
});

describe("the fault that a loss belongs to", () => {
  const first = (causes: readonly Cause[]) => told(causes).first;

  test("was on when the loss began, give or take five ticks", () => {
    const on = (tick: number, untilTick: number) =>
      first([busy("web", tick, untilTick), losing("web", "timeout", 100)]) !== undefined;
    expect([on(105, 200), on(106, 200), on(50, 95), on(50, 94)]).toEqual([true, false, true, false]);
  });

  test("is a fall where the loss is one, an overload or a fall where it is too much work", () => {
    const [fall, overload] = [down("web", 100), busy("db", 90)];
    expect(first([overload, fall, losing("web", "box-down", 100)])).toBe(fall);
    expect(first([overload, fall, losing("web", "timeout", 100)])).toBe(overload);
    expect(first([overload, losing("web", "box-down", 100)])).toBeUndefined();
    expect(first([overload, fall, losing("web", "bad-build", 100)])).toBeUndefined();
  });

  test("is the hot row's overload where the row was locked, and no other", () => {
    const [row, shard] = [busy("hotRow", 100), busy("hotShard", 90)];
    expect(first([shard, row, losing("shards", "row-locked", 100)])).toBe(row);
    expect(first([shard, losing("shards", "row-locked", 100)])).toBeUndefined();
    expect(first([shard, row, losing("shards", "queue-full", 100)])).toBe(shard);
  });

  test("of several in one tick: a dark site, its own part's fall, another's, its own overload, another's", () => {
    const ranked = [down("site", 100), down("web", 100), down("db", 100), busy("web", 100), busy("db", 100)];
    for (const [at, best] of ranked.entries())
      expect(first([...ranked.slice(at).reverse(), losing("web", "timeout", 100)])).toBe(best);
  });

  test("is what stands behind a part that only waits, if that was over while it waited", () => {
    const held = waiting("web", 100, 120);
    const loss = losing("web", "timeout", 110);
    const behind = busy("db", 112);
    expect(first([held, behind, loss])).toBe(behind);
    expect(first([held, loss])).toBe(held);
    const over = waiting("web", 100, 111);
    expect(first([over, behind, loss])).toBe(over);
    expect(first([held, waiting("db", 112), loss])).toBe(held);
    expect(first([held, busy("web", 105), loss])).toBe(held);
    // The earliest of what stands there, up to the last tick of the waiting.
    expect(first([held, behind, busy("cache", 113), loss])).toBe(behind);
    for (const [tick, isBehind] of [
      [120, true],
      [121, false],
    ] as const)
      expect(first([held, busy("db", tick), losing("web", "timeout", 118)]) !== held).toBe(isBehind);
  });

  test("is the largest loss's; with no loss, the first fault", () => {
    const [one, two] = [busy("web", 10, 20), busy("db", 50, 60)];
    const losses = [losing("web", "timeout", 10, 5), losing("db", "timeout", 50, 6)];
    expect(first([one, two, ...losses])).toBe(two);
    expect(first([one, two])).toBe(one);
  });
});

describe("what it dragged along", () => {
  test("comes after it, each part once, at most three, and not what an earlier part did", () => {
    const start = busy("db", 100);
    const later = [busy("web", 110), busy("cache", 111), busy("lb", 112), busy("queue", 113)];
    const chain = told([
      busy("cdn", 90, 92),
      start,
      ...later,
      busy("web", 115),
      losing("db", "timeout", 100),
    ]);
    expect(chain.first).toBe(start);
    expect(chain.dragged).toEqual(later.slice(0, 3));
  });

  test("may fall in the same tick or besides an overload of its own, and is told once however often it falls", () => {
    const start = busy("db", 100);
    const same = busy("web", 100);
    const fall = down("db", 110);
    const again = [busy("db", 120), down("db", 130), busy("web", 140)];
    const loss = losing("db", "timeout", 100);
    expect(told([start, same, fall, ...again, loss])).toMatchObject({ first: start, dragged: [same, fall] });
    // What fell takes nothing along by that: only a site does.
    expect(told([down("web", 100), down("cache", 120), losing("web", "box-down", 100)]).dragged).toHaveLength(
      1,
    );
  });

  test("is of the losses that are told, where nothing fell or saturated first", () => {
    const [own, other] = [busy("db", 100), busy("cache", 90)];
    const errors = losing("web", "bad-build", 95, 900);
    expect(told([own, other, errors])).toMatchObject({ first: undefined, dragged: [] });
    const both = told([own, busy("lb", 300), errors, losing("db", "timeout", 104, 90)]);
    expect(both).toMatchObject({ first: undefined, dragged: [own] });
  });

  test("leaves out what went dark with its site, and tells what fell before or after", () => {
    const site = down("site", 100, 200);
    const dragged = (place: FaultCause["place"], tick: number) =>
      told([site, down(place, tick), losing("web", "site-down", 100)]).dragged.length;
    expect([dragged("web", 100), dragged("web", 200), dragged("web", 201)]).toEqual([0, 0, 1]);
    expect(dragged("web@korea", 150)).toBe(1);
  });

  test("leaves out workers that are behind where no missed goal is about waiting", () => {
    const causes = [busy("db", 100), busy("workers", 110), losing("db", "timeout", 100)];
    expect(told(causes, ["availability"]).dragged).toEqual([]);
    expect(told(causes, ["availability", "photoReadyP95Sec"]).dragged).toHaveLength(1);
    expect(told(causes).dragged).toHaveLength(1);
  });
});

test("where only waiting was promised and missed, the story begins at the workers or the queue", () => {
  const causes = [busy("db", 100), busy("workers", 110), losing("db", "timeout", 100)];
  for (const indicator of ["photoReadyP95Sec", "queueAgeMaxSec", "waitingJobs"] as const)
    expect(told(causes, [indicator]).first, indicator).toBe(causes[1]);
  expect(told(causes, ["waitingJobs", "availability"]).first).toBe(causes[0]);
  const both = [busy("queue", 120), busy("workers", 130)];
  expect(told([...causes.slice(0, 1), ...both], ["waitingJobs"]).first).toBe(both[0]);
  // Requests that were lost besides did not make anybody wait.
  const lost = [event("crash", 100), losing("web", "box-down", 101)];
  expect(told(lost, ["waitingJobs"]).trigger).toBeUndefined();
  expect(told(lost, ["availability"]).trigger).toBe(lost[0]);
});

test("besides the first part what set off another loss is told: what came before its fault, not before the loss", () => {
  const fall = [event("crash", 9, 20), down("db", 10, 20), losing("db", "box-down", 10, 900)] as const;
  const crowd = event("news", 95);
  const late = event("celebrity", 103, 110);
  const found = told([...fall, crowd, late, busy("web", 100), losing("web", "timeout", 105, 90)]);
  expect(found).toMatchObject({ trigger: fall[0], first: fall[1], besides: [crowd] });
  // Each fault has its own, though another was on at the time.
  const own = event("crash", 104);
  expect(told([...fall, crowd, busy("cache", 100), own, down("web", 104)]).besides).toEqual([crowd, own]);
  // What nothing set off is put down to nothing, and what set off both is told once.
  expect(told([...fall, busy("web", 300), losing("web", "timeout", 300, 90)]).besides).toEqual([]);
  const twice = [crowd, busy("web", 100), busy("cache", 101), losing("web", "timeout", 100, 90)];
  expect(told([...fall, ...twice, losing("cache", "timeout", 101, 80)]).besides).toEqual([crowd]);
  expect(told(twice).besides).toEqual([]);
});

test("lost jobs are put down to what can take them along", () => {
  for (const kind of ["restart", "crash", "poison"] as const)
    expect(told([event(kind, 5)], ["lostJobs"]).besides, kind).toHaveLength(1);
  expect(told([event("sale", 5)], ["lostJobs"]).besides).toEqual([]);
  expect(told([event("restart", 5)], ["availability"]).besides).toEqual([]);
});

test("the three largest losses are told, a fourth where it is the last, smaller ones from 1 % of all that failed", () => {
  const losses = (...counts: number[]) => counts.map((count) => losing("web", "timeout", 1, count));
  const counts = (...given: number[]) => toldLosses(losses(...given), 1_000).map(({ count }) => count);
  expect(counts(900, 10, 9)).toEqual([900, 10]);
  expect(counts(400, 300, 200, 100)).toEqual([400, 300, 200, 100]);
  expect(counts(400, 300, 200, 50, 50)).toEqual([400, 300, 200]);
  expect(counts(5)).toEqual([5]);
});

describe("what growth breaks first", () => {
  const gaveWay = (...causes: readonly Cause[]) => firstToGiveWay({ causes } as unknown as Report)?.place;
  const outage = [event("region-outage", 490, 570), down("site", 490), losing("dns", "site-down", 493, 300)];

  test("is the part that saturates, not the outage that would have come without growth", () => {
    expect(gaveWay(...outage, busy("web@korea", 527), losing("web@korea", "timeout", 548, 900))).toBe(
      "web@korea",
    );
  });

  test("is the overload behind the largest loss, though another came earlier and cost less", () => {
    const small = [busy("lb", 133, 144), losing("lb", "queue-full", 133, 10)];
    const large = [busy("web@korea", 527), losing("web@korea", "timeout", 548, 900)];
    expect(gaveWay(...small, ...large)).toBe("web@korea");
  });

  test("is the overload of the next largest loss where the largest comes of none", () => {
    const idle = busy("lb", 133, 144);
    expect(
      gaveWay(
        ...outage.slice(0, 2),
        idle,
        busy("web@korea", 527),
        losing("dns", "site-down", 493, 9_000),
        losing("web@korea", "timeout", 548, 900),
      ),
    ).toBe("web@korea");
  });

  test("is what saturates even where nothing is lost by it", () => {
    expect(gaveWay(...outage, busy("workers@korea", 530))).toBe("workers@korea");
  });

  test("is what fell where nothing saturates, and nothing where nothing did either", () => {
    expect(gaveWay(...outage)).toBe("site");
    expect(gaveWay(event("news", 10))).toBeUndefined();
  });
});

test("a run fails by its three largest losses, each by its place and its reason", () => {
  const failedBy = ["dns", "lb", "web", "db"].map((place) => ({ place, reason: "timeout", count: 1 }));
  const report = { ledger: { failedBy } } as unknown as Report;
  const fails = (place: string, reason = "timeout") => failsBy(report, { place, reason } as never);
  expect(["dns", "lb", "web", "db", "cache"].map((place) => fails(place))).toEqual([
    ...[true, true, true, false, false],
  ]);
  expect(fails("dns", "no-domain")).toBe(false);
});

test("a place fell or was saturated where a cause of it says so, and not where it only lost requests", () => {
  const report = { causes: [down("db", 1), busy("web", 2), losing("lb", "timeout", 3)] } as unknown as Report;
  expect((["db", "web", "lb", "cache"] as const).map((place) => fellOrSaturated(report, place))).toEqual([
    ...[true, true, false, false],
  ]);
});
