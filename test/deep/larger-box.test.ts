import { describe, expect, test } from "vitest";
import { runExactly } from "../../src/exact/index.ts";
import {
  capacities,
  design,
  mixed,
  patientClients,
  photoData,
  reportedRun,
  type Scenario,
  simulate,
} from "../../src/sim/index.ts";

/** Pages for one web box, which keep it so busy. */
function pages(vcpu: number, utilization: number, ticks: number): Scenario {
  const ratePerSec = (utilization * capacities.statelessScaling.cores[vcpu]!) / capacities.webCpuSec.dynamic;
  return {
    ticks,
    tickSec: 1,
    streams: mixed([[0, ratePerSec]], { page: 1 }, { us: 1 }, 0),
    data: photoData,
    clients: patientClients,
    events: [],
  };
}

const box = (vcpu: number) => design(`dns · lb 1 · web 1×${vcpu} · db 32`);

describe("a box of several cores", () => {
  test("takes as long for a request that is alone as a box of one core", () => {
    const [one, two, large] = [1, 2, 32].map((vcpu) => {
      const scenario = pages(vcpu, 0.001, 60);
      return simulate(box(vcpu), scenario, { ...reportedRun, seed: 1 }).indicators;
    });
    for (const indicator of ["latencyMeanMs", "latencyP95Ms"] as const) {
      expect(Math.abs(two![indicator]! / one![indicator]! - 1)).toBeLessThan(0.005);
      expect(Math.abs(large![indicator]! / one![indicator]! - 1)).toBeLessThan(0.005);
    }
  });

  for (const [vcpu, utilization, ticks] of [
    [2, 0.6, 60],
    [8, 0.3, 20],
    [8, 0.8, 20],
    [32, 0.6, 8],
    [32, 0.9, 8],
  ] as const)
    test(`of ${vcpu} cores is slowed by those that work, as request by request: ${utilization} busy`, () => {
      const scenario = pages(vcpu, utilization, ticks);
      const report = simulate(box(vcpu), scenario, { ...reportedRun, seed: 1 }).indicators;
      const exact = [1, 2].map((seed) => runExactly(box(vcpu), scenario, seed).indicators);
      for (const indicator of ["latencyMeanMs", "latencyP50Ms", "latencyP95Ms"] as const) {
        const mean = (exact[0]![indicator]! + exact[1]![indicator]!) / 2;
        expect(Math.abs(report[indicator]! / mean - 1), indicator).toBeLessThan(0.03);
      }
    });
});
