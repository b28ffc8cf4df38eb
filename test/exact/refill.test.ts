import { expect, test } from "vitest";
import { betweenRuns, runExactly } from "../../src/exact/index.ts";
import {
  type DataSet,
  design,
  mixed,
  patientClients,
  photoData,
  reportedRun,
  type Scenario,
  simulate,
} from "../../src/sim/index.ts";
import { sampled } from "../helpers/sampled.ts";

/** Boxes that cannot do without the only cache node, which is away for a while. */
function withoutCache(ratePerSec: number, awaySec: number, data: DataSet): Scenario {
  return {
    ticks: 80,
    tickSec: 1,
    streams: mixed([[0, ratePerSec]], { page: 0.76, feed: 0.19, write: 0.04, order: 0.01 }, { us: 1 }, 0.3),
    data,
    clients: patientClients,
    events: [{ label: "restart", what: "cache-restart", nodes: 1, atSec: 10, untilSec: 10 + awaySec }],
  };
}

const parts = design("dns · lb 1 · web 2×8 · cache 1 invalidate · db 4 + 2×4");
const runs = 6;

for (const [ratePerSec, awaySec, objects] of sampled(
  [
    [820, 8, 20_000],
    [780, 12, 50_000],
  ] as const,
  2,
))
  test(`those who wait when a cache node comes back find what it holds when their turn comes: ${ratePerSec} a second, ${awaySec} s away`, () => {
    const scenario = withoutCache(ratePerSec, awaySec, { ...photoData, objects });
    const { indicators } = simulate(parts, scenario, { ...reportedRun, seed: 1 });
    const exact = Array.from({ length: runs }, (_, i) => runExactly(parts, scenario, i + 1));
    for (const [indicator, apart] of [
      ["latencyMeanMs", 0.05],
      ["latencyP95Ms", 0.08],
    ] as const) {
      const { mean, deviation } = betweenRuns(exact, indicator);
      const chance = (2 * deviation) / Math.sqrt(runs);
      const found = indicators[indicator] ?? Number.NaN;
      expect(Math.abs(found - mean), `${indicator} ${found}, exact ${mean}`).toBeLessThan(
        apart * mean + chance,
      );
    }
    expect(indicators.hitRatio).toBeCloseTo(betweenRuns(exact, "hitRatio").mean, 2);
  });
