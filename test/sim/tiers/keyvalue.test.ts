import { describe, expect, test } from "vitest";
import { design } from "../../../src/sim/design/notation.ts";
import { bill } from "../../../src/sim/report/cost.ts";
import { joinLookups, ratePerSecMax, rowsPerUpload } from "../../../src/sim/scenario/capacities.ts";
import type { ScenarioEvent } from "../../../src/sim/scenario/scenario.ts";
import { latencyOf, play, scenarioOf } from "./data-scenarios.ts";

const logs = (ratePerSec: number, events: ScenarioEvent[] = []) =>
  scenarioOf({ ratePerSec, shares: { log: 1 }, events });
const web = "dns · web 60×32";

describe("key-value nodes", () => {
  test("store 2,000 batches of events a second each, and no more", () => {
    const full = play(`${web} · kv 1`, logs(3_000));
    expect(full.indicator("logsStoredShare")).toBeGreaterThan(0.62);
    expect(full.indicator("logsStoredShare")).toBeLessThan(0.69);
    expect(play(`${web} · kv 2`, logs(3_000)).indicator("logsStoredShare")).toBe(1);
    const busy = play(`${web} · kv 3`, logs(3_000)).mean("kv.utilization", 50, 300);
    expect(busy).toBeCloseTo((1_000 * rowsPerUpload) / ratePerSecMax.keyValueBatchedKeys, 2);
  });

  test("take logs off the relational database", () => {
    const scenario = scenarioOf({ ratePerSec: 1_250, shares: { page: 0.2, log: 0.8 } });
    const apart = play(`${web} · db 2 · kv 1`, scenario);
    const together = play(`${web} · db 2`, scenario);
    expect(apart.indicator("logsStoredShare")).toBe(1);
    expect(together.indicator("logsStoredShare")).toBeLessThan(0.95);
    expect(apart.indicator("availability")).toBe(1);
  });

  test("answer 50,000 reads a second in about a millisecond", () => {
    const scenario = scenarioOf({ ratePerSec: 40_000, shares: { page: 1 } });
    const { mean, report } = play(`${web} · kv 1 everything`, scenario);
    expect(mean("kv.utilization", 50, 300)).toBeCloseTo(0.8, 2);
    // 30 ms away, 0.5 ms to the store and 2 ms of the web box, both ways of the spread.
    expect(latencyOf(report, "page").meanMs - 30 - 0.5 - 2).toBeCloseTo(1, 0);
  });

  test("cannot join: a feed is a batch of as many keys as it has rows, in one way there and back", () => {
    const feeds = scenarioOf({ ratePerSec: 1_000, shares: { feed: 1 } });
    const pages = scenarioOf({ ratePerSec: 1_000, shares: { page: 1 } });
    const kv = (scenario: typeof feeds) => play(`${web} · kv 1 everything`, scenario);
    expect(kv(feeds).mean("kv.utilization", 50, 300)).toBeCloseTo(
      (1_000 * joinLookups) / ratePerSecMax.keyValueBatchedKeys,
      2,
    );
    const slower = latencyOf(kv(feeds).report, "feed").meanMs - latencyOf(kv(pages).report, "page").meanMs;
    expect(slower).toBeLessThan(1);
  });

  test("that die take their keys along, but events find another node", () => {
    const events: ScenarioEvent[] = [
      { label: "dead", what: "crash", tier: "kv", boxes: 1, atSec: 100, untilSec: 200 },
    ];
    const stored = play(`${web} · kv 4`, logs(1_000, events)).indicator("logsStoredShare");
    expect(stored).toBeCloseTo(1 - (3 * 0.25) / 300, 3);
    const keyed = scenarioOf({ ratePerSec: 10_000, shares: { page: 1 }, events });
    const { failedFor } = play(`${web} · kv 4 everything`, keyed);
    expect(failedFor("kv", "node-down")).toBe(10_000 * 0.25 * 100);
    const alone = play(`${web} · kv 1`, logs(1_000, events)).indicator("logsStoredShare");
    expect(alone).toBeCloseTo(2 / 3, 2);
  });

  test("cost 125 dollars a month each", () => {
    expect(bill(design("dns · web 1×2 · kv 3")).find(({ id }) => id === "kv")?.perMonth).toBe(375);
  });
});
