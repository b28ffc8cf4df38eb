import { describe, expect, test } from "vitest";
import { fiveHops, runFiveHops } from "../helpers/five-hops.ts";
import { simulatePath } from "../oracle/network.ts";
import { quantileOf } from "../oracle/queue.ts";

describe("five hops with a cache branch agree with the exact simulation", () => {
  const runs = [1, 2, 3].map((seed) => simulatePath(fiveHops, 1000, 1_000_000, 20_000, seed));
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
        const histogram = runFiveHops(particles, seed, 600, () => 1_000);
        expect(Math.abs(histogram.quantileSec(0.5) / p50 - 1)).toBeLessThan(bar);
        expect(Math.abs(histogram.quantileSec(0.95) / p95 - 1)).toBeLessThan(bar);
        expect(Math.abs(histogram.quantileSec(0.99) / p99 - 1)).toBeLessThan(bar);
      }
    });
  }
});
