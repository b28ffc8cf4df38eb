/** What hangs on a wall is shown in its own unit. */
import { describe, expect, test } from "vitest";
import { signalTop, signalValue } from "../../src/present/on-call.ts";
import { alarmSignals, lostPlaceOf, type Signal } from "../../src/rooms/on-call/index.ts";
import {
  businessGauges,
  numberedGauges,
  type PlaceGauge,
  placeGauges,
  placeNames,
  totalGauges,
} from "../../src/sim/index.ts";

const signals: readonly Signal[] = [
  ...alarmSignals,
  ...placeNames.map((place) => `${place}.lostShare` as const),
  "worstBoxErrorShare",
  ...totalGauges,
  ...businessGauges.map((gauge) => `business.${gauge}` as const),
  ...placeGauges.map((gauge) => `web.${gauge}` as const),
  ...numberedGauges.map((gauge) => `web.${gauge}1` as const),
];

/** Units stand last in a name: what ends so is no share. */
const named: readonly [RegExp, RegExp][] = [
  [/Ms$/, /^30 ms$/],
  [/PerSec$/, /^30$/],
  [/(?<!Per)Sec$/, /^30 s$/],
  [/(?:Share|Ratio|Cpu|\.cpu|utilization|Used)$/, /^3,000 %$/],
];
/** What is counted, or is something of everything; their names have no unit. */
const counted: readonly PlaceGauge[] = [
  "boxes",
  "booting",
  "paidBoxes",
  "sessions",
  "backlog",
  "depth",
  "parked",
];

describe("a signal", () => {
  test("is shown in the unit that its name ends with, and a count as a count", () => {
    for (const signal of signals) {
      const shown = named.find(([ending]) => ending.test(signal))?.[1];
      if (shown) expect(signalValue(signal, 30), signal).toMatch(shown);
    }
    for (const gauge of counted) expect(signalValue(`web.${gauge}`, 30), gauge).toBe("30");
    for (const signal of ["offered", "answered", "failed", "web.boxesOf1"] as const)
      expect(signalValue(signal, 30), signal).toBe("30");
  });

  test("of whole things is a whole number", () => {
    expect(signalValue("web.backlog", 2.6)).toBe("3");
    expect(signalValue("queue.ageSec", 44.6)).toBe("45 s");
  });

  test("of a share is drawn up to all of it, but where it is small throughout", () => {
    const top = (signal: Signal, most: number) => signalTop(signal, Float64Array.of(0, most, most / 2));
    expect(top("web.cpu", 0.21)).toBe(1);
    expect(top("web.cpu", 1.3)).toBe(1.3);
    expect(top("errorShare", 0.2)).toBeLessThan(0.5);
    for (const signal of ["web.booting", "web.boxesOf1", "business.ordersPerSec"] as const)
      expect(top(signal, 0.5), signal).toBeLessThan(1);
  });

  test("adds up one part's losses where it names a part, and no other signal does", () => {
    for (const signal of signals) {
      const place = lostPlaceOf(signal);
      expect(signal.endsWith(".lostShare"), signal).toBe(place !== undefined);
      if (place !== undefined) expect(signal).toBe(`${place}.lostShare`);
    }
  });
});
