/** The links of a chain, found in gauges and losses that are set by hand: where each begins, ends and what it says. */
import { describe, expect, test } from "vitest";
import { World } from "../../src/sim/engine/world.ts";
import {
  type Cause,
  design,
  type Gauge,
  type Place,
  type Reason,
  requestKinds,
  type ScenarioEvent,
} from "../../src/sim/index.ts";
import { findCauses } from "../../src/sim/report/causes.ts";
import { calm } from "../helpers/scenarios.ts";

interface Recorded {
  readonly gauges?: Readonly<Partial<Record<Gauge, readonly number[]>>>;
  /** Requests that a place loses, step by step. */
  readonly losses?: readonly (readonly [Place, Reason, readonly number[]])[];
  readonly events?: readonly ScenarioEvent[];
  readonly stride?: number;
  readonly tickSec?: number;
  readonly timeSec?: number;
}

/** The links of a run of so many steps that recorded this. */
function causesOf({ gauges = {}, losses = [], events = [], ...how }: Recorded): Cause[] {
  const { stride = 1, tickSec = 1, timeSec = Number.POSITIVE_INFINITY } = how;
  const columns = Object.entries(gauges) as [Gauge, readonly number[]][];
  const steps = Math.max(20, ...columns.map(([, values]) => values.length));
  const world = new World(
    design("dns · lb 1 · web 2×2 · db 1"),
    { ...calm({ page: 1 }, steps * stride), tickSec, events },
    { seed: 1, particles: 16, stride },
  );
  const handles = columns.map(([name]) => world.gauges.add(name));
  world.gauges.start(steps);
  for (let step = 0; step < steps; step++) {
    for (const [at, [, values]] of columns.entries()) world.gauges.set(handles[at]!, values[step] ?? 0.5);
    world.gauges.record();
  }
  const page = requestKinds.indexOf("page");
  for (const [place, reason, perStep] of losses) {
    const bucket = world.ledger.bucket(place, reason);
    const count = perStep.reduce((sum, requests) => sum + requests, 0);
    world.ledger.offer(page, count);
    world.ledger.fail(page, bucket, count, 0);
    for (const [step, requests] of perStep.entries())
      if (requests > 0) world.losses.add(bucket, step, requests);
  }
  world.ledger.close(world.userFacing);
  world.timeSec = timeSec;
  return findCauses(world);
}

/** So many steps of a value. */
const times = (count: number, value: number) => Array<number>(count).fill(value);
const busySteps = (...stretches: readonly (readonly [steps: number, value: number])[]) =>
  stretches.flatMap(([steps, value]) => times(steps, value));

describe("a part is saturated", () => {
  const spells = (column: readonly number[], stride = 1) =>
    causesOf({ gauges: { "web.utilization": column }, stride }).map(
      ({ tick, untilTick, ...rest }) => [tick, untilTick, "utilization" in rest && rest.utilization] as const,
    );

  test("where it works 99.5 % of its time, for three ticks at least", () => {
    expect(spells(busySteps([4, 0.5], [3, 0.995], [9, 0.5]))).toEqual([[4, 6, 0.995]]);
    expect(spells(busySteps([4, 0.5], [3, 0.9949], [9, 0.5]))).toEqual([]);
    expect(spells(busySteps([4, 0.5], [2, 1], [9, 0.5]))).toEqual([]);
    expect(spells(busySteps([3, 1], [9, 0.5]))).toEqual([[0, 2, 1]]);
  });

  test("where steps are longer, as many ticks as those take", () => {
    expect(spells(busySteps([4, 0.5], [1, 1], [9, 0.5]), 4)).toEqual([[16, 16, 1]]);
    expect(spells(busySteps([4, 0.5], [1, 1], [9, 0.5]), 2)).toEqual([]);
    expect(spells(busySteps([4, 0.5], [2, 1], [9, 0.5]), 2)).toEqual([[8, 10, 1]]);
    expect(spells(busySteps([4, 0.5], [1, 1], [9, 0.5]), 3)).toEqual([[12, 12, 1]]);
  });

  test("once, through gaps of five steps and less, at its hardest", () => {
    const withGap = (gap: number) => spells(busySteps([4, 1], [gap, 0.5], [4, 1.2], [9, 0.5]));
    expect(withGap(5)).toEqual([[0, 12, 1.2]]);
    expect(withGap(6)).toEqual([
      [0, 3, 1],
      [10, 13, 1.2],
    ]);
    // What is over has no part in what comes after it.
    expect(spells(busySteps([4, 1.4], [6, 0.5], [4, 1.2], [6, 0.5]))[1]).toEqual([10, 13, 1.2]);
    expect(spells(busySteps([4, 1.4], [6, 0.5], [4, 0.996], [6, 0.5]))[1]).toEqual([10, 13, 0.996]);
  });

  test("until the end of the run where it does not end, also of a gap", () => {
    expect(spells(busySteps([15, 0.5], [5, 1]))).toEqual([[15, 19, 1]]);
    expect(spells(busySteps([10, 0.5], [5, 1], [5, 0.5]))).toEqual([[10, 14, 1]]);
  });

  test("four times at most: later spells are not told", () => {
    const spell = [3, 1] as const;
    const gap = [7, 0.5] as const;
    const many = spells(busySteps(spell, gap, spell, gap, spell, gap, spell, gap, spell, gap));
    expect(many.map(([tick]) => tick)).toEqual([0, 10, 20, 30]);
  });
});

describe("what a saturated part was asked for and could do", () => {
  const demand = (more: Recorded["gauges"], stride = 1) =>
    causesOf({ gauges: { "web.utilization": busySteps([5, 0.5], [10, 1], [5, 0.5]), ...more }, stride })[0];
  const asked = (values: readonly number[], can: readonly number[] = times(20, 100)) => ({
    "web.askedPerSec": values,
    "web.canPerSec": can,
  });
  const rising = Array.from({ length: 20 }, (_, step) => 100 + step * 10);

  test("is of the step that is harder than 95 % of the spell, none before or after it", () => {
    // Of ten steps the last in order of load.
    expect(demand(asked(rising))).toMatchObject({ askedPerSec: 240, canPerSec: 100 });
    expect(demand(asked([...rising].reverse()))).toMatchObject({ askedPerSec: 240 });
    // Of more than twenty steps a single peak is left out.
    const peaks = [900, 800, 700] as const;
    for (const [steps, count, expected] of [
      [20, 1, 900],
      [40, 1, 150],
      [40, 2, 800],
      [60, 3, 700],
    ] as const) {
      const column = [...peaks.slice(0, count), ...times(steps - count, 150)];
      const found = demand({ "web.utilization": times(steps, 1), ...asked(column, times(steps, 100)) });
      expect(found, `${steps} ${count}`).toMatchObject({ askedPerSec: expected });
    }
  });

  test("is told by load, not by what was asked, and whole", () => {
    const can = times(20, 100.4);
    can[10] = 20;
    expect(demand(asked(rising, can))).toMatchObject({ askedPerSec: 200, canPerSec: 20 });
    expect(demand(asked(times(20, 123.6), times(20, 99.5)))).toMatchObject({
      askedPerSec: 124,
      canPerSec: 100,
    });
  });

  test("is unknown where the part can do nothing, or nothing is kept of it", () => {
    for (const nothing of [asked(rising, times(20, 0)), {}])
      expect(demand(nothing)).toEqual({
        what: "saturated",
        place: "web",
        tick: 5,
        untilTick: 14,
        utilization: 1,
      });
    expect(demand(asked(rising, times(20, 0.6)))).toMatchObject({ askedPerSec: 240, canPerSec: 1 });
    const few = times(20, 0);
    few[7] = 50;
    expect(demand(asked(rising, few))).toMatchObject({ askedPerSec: 170, canPerSec: 50 });
  });

  test("is of the spell's own steps where those are longer than a tick", () => {
    for (const stride of [2, 4])
      expect(demand(asked(rising), stride)).toMatchObject({
        tick: 5 * stride,
        untilTick: 14 * stride,
        askedPerSec: 240,
      });
    expect(demand(asked([...rising].reverse()), 4)).toMatchObject({ askedPerSec: 240 });
  });

  test("is waiting where all its workers are taken and its processors have time; without figures it is not", () => {
    const waiting = (slots: number | undefined, cpu: number | undefined) => {
      const found = demand({
        ...asked(rising),
        ...(slots === undefined ? {} : { "web.slots": times(20, slots) }),
        ...(cpu === undefined ? {} : { "web.cpu": times(20, cpu) }),
      });
      if (found === undefined || !("waiting" in found)) return false;
      expect(found.waiting).toBe(true);
      return true;
    };
    expect(waiting(0.995, 0.89)).toBe(true);
    expect(waiting(0.994, 0.89)).toBe(false);
    expect(waiting(1, 0.9)).toBe(false);
    expect(waiting(1, 0.2)).toBe(true);
    expect(waiting(0.2, 0.95)).toBe(false);
    expect(waiting(undefined, 0.2)).toBe(false);
    expect(waiting(1, undefined)).toBe(false);
  });
});

test("a part is down where nothing of it is up, however short that is, and gauges of other things say nothing", () => {
  const column = [...busySteps([3, 1], [1, 0], [2, 0.01], [5, 0], [9, 1])];
  expect(
    causesOf({
      gauges: { "cache@korea.up": column, failed: times(20, 0), "business.ordersShare": times(20, 0) },
    }),
  ).toEqual([{ what: "down", place: "cache@korea", tick: 3, untilTick: 10 }]);
  expect(causesOf({ gauges: { "db.up": busySteps([3, 1], [2, 0], [15, 1]) }, stride: 3 })).toEqual([
    { what: "down", place: "db", tick: 9, untilTick: 12 },
  ]);
  expect(causesOf({ gauges: { "db.up": busySteps([7, 1], [1, 0], [12, 1]) } })).toEqual([
    { what: "down", place: "db", tick: 7, untilTick: 7 },
  ]);
  expect(causesOf({ gauges: { "db.hitRatio": times(20, 0), "db.memoryUsed": times(20, 1) } })).toEqual([]);
});

describe("a loss", () => {
  const lost = (perStep: readonly number[], stride = 1) =>
    causesOf({ losses: [["web", "timeout", perStep]], stride })[0];

  test("says how many were lost, from the first to the last step in which some were", () => {
    expect(lost([0, 0, 5, 0, 7, 0])).toEqual({
      what: "losing",
      place: "web",
      reason: "timeout",
      count: 12,
      tick: 2,
      untilTick: 4,
    });
    expect(lost([0, 0, 5, 0, 7, 0], 4)).toMatchObject({ tick: 8, untilTick: 16 });
    expect(lost([0, 5, 1, 0])).toMatchObject({ tick: 1, untilTick: 2 });
    expect(lost([])).toBeUndefined();
  });

  test("begins where it is a twentieth of what it is on average while it lasts", () => {
    // 57 over three steps are 19 on average, 63 are 21: one is more than a twentieth of 19, and less of 21.
    expect(lost([1, 0, 0, 28, 28])).toMatchObject({ tick: 0 });
    expect(lost([1, 0, 0, 31, 31])).toMatchObject({ tick: 3 });
    expect(lost([1, 0, 19, 40])).toMatchObject({ tick: 0 });
  });
});

describe("an event", () => {
  const restart = { label: "again", what: "restart", tier: "web", durationSec: 5 } as const;
  const told = (event: ScenarioEvent, how: Omit<Recorded, "events"> = {}) =>
    causesOf({ events: [event], ...how }).filter(({ what }) => what === "event");

  test("is told with its name and its ticks, once it has come", () => {
    expect(told({ ...restart, atSec: 7, untilSec: 9 })).toEqual([
      { what: "event", label: "again", event: "restart", tick: 7, untilTick: 9 },
    ]);
    expect(told({ ...restart, atSec: 7 })).toMatchObject([{ tick: 7, untilTick: 7 }]);
    expect([6.9, 7, 7.1].map((timeSec) => told({ ...restart, atSec: 7 }, { timeSec }).length)).toEqual([
      0, 0, 1,
    ]);
  });

  test("is counted in whole ticks, and ends with the run at the latest", () => {
    const long = { ...restart, atSec: 35, untilSec: 75 };
    expect(told(long, { tickSec: 10 })).toMatchObject([{ tick: 3, untilTick: 7 }]);
    expect(told({ ...restart, atSec: 5, untilSec: 900 })).toMatchObject([{ tick: 5, untilTick: 19 }]);
    expect(told({ ...restart, atSec: 5, untilSec: 900 }, { stride: 4 })).toMatchObject([
      { tick: 5, untilTick: 79 },
    ]);
  });

  test("says what it would have hit, where there is none", () => {
    expect(told({ label: "gone", what: "cache-restart", nodes: 1, atSec: 3 })).toMatchObject([
      { absent: "cache" },
    ]);
    expect(told({ ...restart, atSec: 3 })[0]).not.toHaveProperty("absent");
  });
});

test("links stand in order of time; in one tick what happened, fell, was saturated and lost", () => {
  const found = causesOf({
    events: [
      { label: "later", what: "news", atSec: 9 },
      { label: "news", what: "news", atSec: 5 },
    ],
    gauges: {
      "db.utilization": busySteps([5, 0.5], [9, 1]),
      "lb.utilization": busySteps([2, 0.5], [9, 1]),
      "web.up": busySteps([5, 1], [9, 0], [6, 1]),
    },
    losses: [
      ["lb", "queue-full", busySteps([5, 0], [3, 10])],
      ["web", "timeout", busySteps([5, 0], [3, 20])],
      ["db", "timeout", busySteps([1, 0], [3, 5])],
    ],
  });
  expect(
    found.map((cause) => `${cause.tick} ${cause.what} ${"place" in cause ? cause.place : cause.label}`),
  ).toEqual([
    "1 losing db",
    "2 saturated lb",
    "5 event news",
    "5 down web",
    "5 saturated db",
    "5 losing web",
    "5 losing lb",
    "9 event later",
  ]);
});
