import { describe, expect, test } from "vitest";
import { sojournMeanSec } from "../../../src/sim/queueing/erlang.ts";
import {
  databaseScaling,
  databaseSec,
  roundTripSec,
  webCpuSec,
} from "../../../src/sim/scenario/capacities.ts";
import type { ScenarioEvent } from "../../../src/sim/scenario/scenario.ts";
import { latencyOf, play, scenarioOf } from "./data-scenarios.ts";

const report: ScenarioEvent = { label: "report", what: "report", cpuShare: 0.5, atSec: 100, untilSec: 200 };
const cores = (vcpu: number) => databaseScaling.cores[vcpu] as number;

describe("the all-in-one box", () => {
  test("waits as Erlang says", () => {
    const sec = webCpuSec.dynamic + databaseSec.cheapRead;
    const rate = (0.85 * cores(8)) / sec;
    const scenario = scenarioOf({ ratePerSec: rate, shares: { page: 1 }, ticks: 600 });
    const { report: found } = play("dns · box 8", scenario, { particles: 256 });
    const expected = sojournMeanSec(8, rate, cores(8) / 8 / sec) + roundTripSec("us", "us");
    expect(latencyOf(found, "page").meanMs / (expected * 1_000)).toBeCloseTo(1, 1.7);
  });

  test("is starved by a report, which takes half its cores and makes its data dearer", () => {
    const scenario = scenarioOf({ ratePerSec: 100, shares: { page: 0.5, feed: 0.5 }, events: [report] });
    const { mean } = play("dns · box 16", scenario);
    const before = mean("box.utilization", 20, 100);
    const web = 100 * webCpuSec.dynamic;
    const data = 100 * (databaseSec.cheapRead + databaseSec.expensiveRead) * 0.5;
    expect(before).toBeCloseTo((web + data) / cores(16), 2);
    expect(mean("box.utilization", 120, 200)).toBeCloseTo((web + 2 * data) / (cores(16) / 2), 2);
  });

  test("is left alone by a report on a database of its own", () => {
    const scenario = scenarioOf({ ratePerSec: 60, shares: { page: 0.5, feed: 0.5 }, events: [report] });
    const { mean } = play("dns · box 4 · db 4", scenario);
    expect(mean("box.utilization", 20, 100)).toBeCloseTo((60 * webCpuSec.dynamic) / cores(4), 2);
    expect(mean("box.utilization", 120, 200)).toBeCloseTo(mean("box.utilization", 20, 100), 2);
    expect(mean("db.utilization", 120, 200) / mean("db.utilization", 20, 100)).toBeCloseTo(2, 1);
  });

  test("spends nothing on events that a key-value node keeps", () => {
    const scenario = scenarioOf({ ratePerSec: 400, shares: { log: 1 } });
    const alone = play("dns · box 4", scenario).mean("box.utilization", 20, 300);
    const helped = play("dns · box 4 · kv 1", scenario).mean("box.utilization", 20, 300);
    expect(alone - helped).toBeCloseTo((400 * databaseSec.batch) / cores(4), 2);
  });

  test("answers nobody while its process restarts, whatever its size", () => {
    const events: ScenarioEvent[] = [
      { label: "restart", what: "restart", tier: "box", atSec: 100, durationSec: 15 },
    ];
    for (const size of [4, 32]) {
      const scenario = scenarioOf({ ratePerSec: 40, shares: { page: 1 }, events });
      expect(play(`dns · box ${size}`, scenario).failedFor("box", "process-down")).toBe(15 * 40);
    }
    const coarse = scenarioOf({ ratePerSec: 40, shares: { page: 1 }, events });
    expect(play("dns · box 4", coarse, { stride: 10 }).failedFor("box", "process-down")).toBe(15 * 40);
  });
});
