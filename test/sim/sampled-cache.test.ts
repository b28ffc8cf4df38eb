import { describe, expect, test } from "vitest";
import { cacheLab } from "../../src/sim/index.ts";

const keys = 50_000;

// Redis 7.0 on one machine: GET, and SET on a miss, of 512 bytes each; capacity is what it held.
const measured = [
  ["sampled-lru", 0.9, 1_084, 29_000, 0.3578],
  ["sampled-lru", 0.9, 4_990, 32_000, 0.5578],
  ["sampled-lru", 0.9, 4_988, 2_000, 0.5877],
  ["sampled-lru", 1.1, 14_840, 48_000, 0.9095],
  ["sampled-lfu", 0.9, 14_840, 42_000, 0.7843],
  ["sampled-lfu", 1.1, 4_990, 46_000, 0.8504],
] as const;

describe("a cache that evicts by samples", () => {
  for (const [policy, zipf, capacity, ratePerSec, real] of measured)
    test(`hits as a real Redis does: ${policy}, ${capacity} entries, ${ratePerSec} a second`, () => {
      const { simulated, theory } = cacheLab({ keys, zipf, capacity, ratePerSec, policy, seed: 11 });
      const within = policy === "sampled-lru" ? 0.01 : 0.03;
      expect(Math.abs(simulated.hitRatio - real)).toBeLessThan(within);
      // What it approximates hits more often.
      expect(simulated.hitRatio).toBeLessThan(theory.hitRatio);
      expect(Math.abs(simulated.hitRatio - real)).toBeLessThan(theory.hitRatio - real);
    });

  test("by a clock of whole seconds loses what is asked for again within one", () => {
    const at = (ratePerSec: number) =>
      cacheLab({ keys, zipf: 0.9, capacity: 1_000, ratePerSec, policy: "sampled-lru", seed: 11 }).simulated
        .hitRatio;
    expect(at(50_000)).toBeLessThan(at(500) - 0.02);
  });
});
