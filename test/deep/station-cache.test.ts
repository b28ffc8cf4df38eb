import { describe, expect, test } from "vitest";
import { ExactCache, ZipfTrace } from "../../src/sim/keys/cache-trace.ts";
import { CacheModel, Popularity } from "../../src/sim/keys/popularity.ts";
import { queueLab } from "../../src/sim/labs/queue.ts";
import { testHitRatios } from "../helpers/hit-ratios.ts";

const ENDLESS = Number.POSITIVE_INFINITY;

// test/deep has what lies between.
describe("hit ratios agree with an exact cache within 0.002", () => testHitRatios([0.6, 1.2], [200, 10_000]));

describe("the exact cache is exact", () => {
  test("its LRU agrees request by request with a Map", () => {
    const cache = new ExactCache("lru", 500, 50);
    const map = new Map<number, true>();
    const trace = new ZipfTrace(500, 0.8, 9);
    for (let i = 0; i < 50_000; i++) {
      const key = trace.next();
      const expected = map.delete(key);
      map.set(key, true);
      if (map.size > 50) map.delete(map.keys().next().value!);
      expect(cache.request(key)).toBe(expected);
      expect(cache.size).toBe(map.size);
    }
  });

  test("its trace has the shares of Zipf's law", () => {
    for (const zipf of [0, 0.6, 1, 1.4]) {
      let total = 0;
      for (let rank = 1; rank <= 1000; rank++) total += rank ** -zipf;
      const trace = new ZipfTrace(1000, zipf, 1);
      const counts = new Float64Array(1000);
      for (let i = 0; i < 500_000; i++) counts[trace.next()]!++;
      for (const rank of [1, 2, 10, 100, 1000]) {
        const expected = (rank ** -zipf / total) * 500_000;
        expect(Math.abs(counts[rank - 1]! - expected)).toBeLessThan(5 * Math.sqrt(expected));
      }
    }
  });
});

describe("popularity", () => {
  test("its classes hold every key and every request", () => {
    for (const keys of [1, 10, 1000, 2_000_000, 1e9]) {
      for (const zipf of [0, 0.6, 0.9, 1, 1.2]) {
        const popularity = new Popularity(keys, zipf);
        let held = 0;
        let share = 0;
        for (let i = 0; i < popularity.classes; i++) {
          held += popularity.keyCount[i]!;
          share += popularity.keyCount[i]! * popularity.keyShare[i]!;
        }
        expect(held).toBe(keys);
        expect(Math.abs(share - 1)).toBeLessThan(1e-6);
        expect(popularity.classes).toBeLessThanOrEqual(60);
      }
    }
  });

  test("a cache of everything hits always, one of nothing never, and a larger one never less", () => {
    const model = new CacheModel(new Popularity(10_000, 0.9));
    for (const policy of ["lru", "fifo", "lfu"] as const) {
      let before = 0;
      for (const capacity of [0, 1, 10, 100, 1000, 5000, 9999, 10_000, 20_000]) {
        const hit = model.solve({ policy, capacity, ttlRequests: ENDLESS });
        expect(hit).toBeGreaterThanOrEqual(before - 1e-5);
        before = hit;
      }
      expect(before).toBeCloseTo(1, 5);
      expect(model.solve({ policy, capacity: 0, ttlRequests: ENDLESS })).toBe(0);
      expect(model.solve({ policy, capacity: 100, ttlRequests: 0 })).toBe(0);
    }
  });
});

describe("the queue lab", () => {
  const input = { arrivalRatePerSec: 640, serviceRatePerSec: 100, servers: 8, ticks: 300, dtSec: 1, seed: 3 };

  test("sets the simulated queue beside Erlang's", () => {
    const { simulated, theory } = queueLab({ ...input, serviceCv2: 1 });
    for (const figure of ["meanMs", "p50Ms", "p95Ms", "p99Ms", "utilization"] as const) {
      expect(Math.abs(simulated[figure] / theory[figure]! - 1)).toBeLessThan(0.02);
    }
  });

  test("knows the mean of other service laws, and nothing past saturation", () => {
    const fixed = queueLab({ ...input, serviceCv2: 0 });
    expect(Math.abs(fixed.simulated.meanMs / fixed.theory.meanMs! - 1)).toBeLessThan(0.02);
    expect(fixed.theory.p99Ms).toBeNull();
    expect(queueLab({ ...input, arrivalRatePerSec: 900, serviceCv2: 1 }).theory.meanMs).toBeNull();
  });
});
