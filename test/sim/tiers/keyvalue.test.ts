import { describe, expect, test } from "vitest";
import { design } from "../../../src/sim/design/notation.ts";
import { bill } from "../../../src/sim/report/cost.ts";
import { joinLookups, ratePerSecMax } from "../../../src/sim/scenario/capacities.ts";
import type { ScenarioEvent } from "../../../src/sim/scenario/scenario.ts";
import { latencyOf, play, scenarioOf } from "./data-scenarios.ts";

const logs = (ratePerSec: number, events: ScenarioEvent[] = []) =>
  scenarioOf({ ratePerSec, shares: { log: 1 }, events });
const web = "dns · web 60×32";

describe("key-value nodes", () => {
  test("store 2,000 events a second each, and no more", () => {
    const full = play(`${web} · kv 1`, logs(3_000));
    expect(full.indicator("logsStoredShare")).toBeGreaterThan(0.62);
    expect(full.indicator("logsStoredShare")).toBeLessThan(0.69);
    expect(play(`${web} · kv 2`, logs(3_000)).indicator("logsStoredShare")).toBe(1);
    const busy = play(`${web} · kv 3`, logs(3_000)).mean("kv.utilization", 50, 300);
    expect(busy).toBeCloseTo(1_000 / ratePerSecMax.keyValueWrites, 2);
  });

  test("take logs off the relational database", () => {
    const scenario = scenarioOf({ ratePerSec: 500, shares: { page: 0.2, log: 0.8 } });
    const apart = play(`${web} · db 2 · kv 1`, scenario);
    const together = play(`${web} · db 2`, scenario);
    expect(apart.indicator("logsStoredShare")).toBe(1);
    expect(together.indicator("logsStoredShare")).toBeLessThan(0.95);
    expect(apart.indicator("availability")).toBe(1);
  });

  test("answer 5,000 reads a second in about a millisecond", () => {
    const scenario = scenarioOf({ ratePerSec: 4_000, shares: { page: 1 } });
    const { mean, report } = play(`${web} · kv 1 everything`, scenario);
    expect(mean("kv.utilization", 50, 300)).toBeCloseTo(0.8, 2);
    const relational = play(`${web} · db 32`, scenario).report;
    expect(latencyOf(report, "page").meanMs).toBeLessThan(latencyOf(relational, "page").meanMs);
  });

  test("cannot join: a feed is as many lookups as it has rows", () => {
    const feeds = scenarioOf({ ratePerSec: 100, shares: { feed: 1 } });
    const pages = scenarioOf({ ratePerSec: 100, shares: { page: 1 } });
    const kv = (scenario: typeof feeds) => play(`${web} · kv 1 everything`, scenario);
    expect(kv(feeds).mean("kv.utilization", 50, 300)).toBeCloseTo((100 * joinLookups) / 5_000, 2);
    const slower = latencyOf(kv(feeds).report, "feed").meanMs - latencyOf(kv(pages).report, "page").meanMs;
    expect(slower).toBeGreaterThan(joinLookups - 1);
  });

  test("that die take their keys along, but events find another node", () => {
    const events: ScenarioEvent[] = [
      { label: "dead", what: "crash", tier: "kv", boxes: 1, atSec: 100, untilSec: 200 },
    ];
    const stored = play(`${web} · kv 4`, logs(1_000, events)).indicator("logsStoredShare");
    expect(stored).toBeCloseTo(1 - (3 * 0.25) / 300, 3);
    const keyed = scenarioOf({ ratePerSec: 1_000, shares: { page: 1 }, events });
    const { failedFor } = play(`${web} · kv 4 everything`, keyed);
    expect(failedFor("kv", "node-down")).toBe(1_000 * 0.25 * 100);
    const alone = play(`${web} · kv 1`, logs(1_000, events)).indicator("logsStoredShare");
    expect(alone).toBeCloseTo(2 / 3, 2);
  });

  test("cost 60 dollars a month each", () => {
    expect(bill(design("dns · web 1×2 · kv 3")).find(({ id }) => id === "kv")?.perMonth).toBe(180);
  });
});
