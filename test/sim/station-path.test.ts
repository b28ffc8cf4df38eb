import { describe, expect, test } from "vitest";
import { Path } from "../../src/sim/chain.ts";
import { LatencyHistogram } from "../../src/sim/histogram.ts";
import { Station } from "../../src/sim/station.ts";
import { simulatePath } from "../oracle/network.ts";
import { quantileOf } from "../oracle/queue.ts";

const HOPS = [
  { servers: 2, serviceTimeSec: 0.001 },
  { servers: 16, serviceTimeSec: 0.014 },
  { servers: 4, serviceTimeSec: 0.0032 },
  { servers: 8, serviceTimeSec: 0.032, skipShare: 0.8 },
  { servers: 1, serviceTimeSec: 0.0008 },
];

describe("five hops with a cache branch agree with the exact simulation", () => {
  const runs = [1, 2, 3].map((seed) => simulatePath(HOPS, 1000, 1_000_000, 20_000, seed));
  const all = new Float64Array(3_000_000);
  runs.forEach((run, i) => {
    all.set(run, i * 1_000_000);
  });
  const p50 = quantileOf(all, 0.5);
  const p95 = quantileOf(all, 0.95);
  const p99 = quantileOf(all, 0.99);

  for (const [particles, bar] of [
    [256, 0.02],
    [64, 0.05],
  ] as const) {
    test(`with ${particles} particles p99 is within ${bar * 100} % for every seed`, () => {
      for (const seed of [1, 2, 3, 4, 5, 6]) {
        const stations = HOPS.map((_, i) => new Station(particles, seed, i));
        const path = new Path(particles);
        const histogram = new LatencyHistogram();
        for (let tick = 0; tick < 600; tick++) {
          path.begin(seed, tick, 99);
          for (const [i, hop] of HOPS.entries()) {
            const station = stations[i]!;
            const skipShare = hop.skipShare ?? 0;
            const arrivalRatePerSec = 1000 * (1 - skipShare);
            const queueLimit = Number.POSITIVE_INFINITY;
            station.step({ ...hop, arrivalRatePerSec, serviceCv2: 1, arrivalCv2: 1, queueLimit }, tick, 1);
            path.fork(skipShare);
            path.addWhere(0, station, hop.serviceTimeSec);
          }
          if (tick >= 30) histogram.addAll(path.totalSec, 1000 / particles);
        }
        expect(Math.abs(histogram.quantileSec(0.5) / p50 - 1)).toBeLessThan(bar);
        expect(Math.abs(histogram.quantileSec(0.95) / p95 - 1)).toBeLessThan(bar);
        expect(Math.abs(histogram.quantileSec(0.99) / p99 - 1)).toBeLessThan(bar);
      }
    });
  }
});
