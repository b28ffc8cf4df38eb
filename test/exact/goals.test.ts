import { expect, test } from "vitest";
import { betweenRuns, runExactly } from "../../src/exact/index.ts";
import {
  design,
  type Indicator,
  mixed,
  patientClients,
  photoData,
  reportedRun,
  type Scenario,
  type ScenarioEvent,
  simulate,
} from "../../src/sim/index.ts";

/** A quiet minute and a half of pages and orders, with something that happens. */
function minuteOf(events: readonly ScenarioEvent[], orders = 0.02): Scenario {
  return {
    ticks: 90,
    tickSec: 1,
    streams: mixed([[0, 400]], { page: 0.9 - orders, write: 0.1, order: orders }, { us: 1 }, 0.3),
    data: { ...photoData, objects: 20_000 },
    clients: patientClients,
    events,
  };
}

/** An indicator of both. */
function both(line: string, scenario: Scenario, indicator: Indicator, runs = 1) {
  const report = simulate(design(line), scenario, { ...reportedRun, seed: 1 }).indicators[indicator];
  const reports = Array.from({ length: runs }, (_, i) => runExactly(design(line), scenario, i + 1));
  return { report, exact: betweenRuns(reports, indicator).mean };
}

test("boxes that a scan finds open are counted, those behind a private address are not", () => {
  const scan = minuteOf([{ label: "scan", what: "scan", boxes: 2, atSec: 30 }]);
  for (const [line, taken] of [
    ["dns · lb 1 public · web 4×2 · db 2", 2],
    ["dns · lb 1 · web 4×2 · db 2", 0],
    ["dns · web 1×8 · db 2", 1],
  ] as const)
    expect(both(line, scan, "breachedBoxes"), line).toEqual({ report: taken, exact: taken });
});

test("without transactions prints are sold twice, as often as orders meet; with them none is", () => {
  const orders = minuteOf([], 0.5);
  const { report, exact } = both("dns · lb 1 · web 4×2 · kv 1 everything", orders, "oversold", 3);
  // 200 orders a second for 100 prints, 5 ms between look and sale: two a second.
  expect(report).toBe(180);
  expect(Math.abs(exact - 180)).toBeLessThan(2 * Math.sqrt(180 / 3) + 0.02 * 180);
  expect(both("dns · lb 1 · web 4×2 · db 4", orders, "oversold")).toEqual({ report: 0, exact: 0 });
});

test.each([
  ["ttl=20s", 20],
  ["", 50],
  ["ttl=40s invalidate", 20],
])("what a sale changes is given out as it was for so long: cache %s", (settings, sec) => {
  const sale = minuteOf([{ label: "sale", what: "sale", share: 0.2, atSec: 40 }]);
  const line = `dns · lb 1 · web 4×2 · cache 1 memory=1 ${settings} · db 2`;
  const { report, exact } = both(line, sale, "staleSecMax");
  expect(Math.abs((report ?? Number.NaN) - sec)).toBeLessThanOrEqual(1);
  expect(Math.abs(exact - sec)).toBeLessThanOrEqual(settings.includes("invalidate") ? 4 : 1);
});

test.each([
  ["db 2", 1],
  ["db 2 + 1×2 zones=A", 1],
  ["db 2 + 1×2 zones=B", 0],
])("of a primary that is drowned for good, with %s, all writes are lost or hardly any", (line, share) => {
  const flood = minuteOf([{ label: "flood", what: "flood", zone: "A", atSec: 20 }]);
  const { report = Number.NaN, exact } = both(`dns · lb 1 · web 4×2 · ${line}`, flood, "lostWrites");
  // 48 writes and orders a second until then.
  const all = 48 * 20;
  expect(Math.abs(report / all - share)).toBeLessThan(0.05);
  expect(Math.abs(exact / all - share)).toBeLessThan(0.1);
});
