/** What the formulas say of a cache beside a cache that is asked request by request. */
import { expect, test } from "vitest";
import { cacheLab } from "../../src/sim/labs/cache.ts";

/** A test a way of eviction and a time to live, over popularities and sizes. */
export function testHitRatios(zipfs: readonly number[], capacities: readonly number[]): void {
  for (const policy of ["lru", "fifo", "lfu"] as const)
    for (const ttlSec of [undefined, 5, 60])
      test(`${policy} ${ttlSec === undefined ? "without a TTL" : `with a TTL of ${ttlSec} s`}`, () => {
        for (const zipf of zipfs)
          for (const capacity of capacities) {
            const ttl = ttlSec === undefined ? {} : { ttlSec };
            const { simulated, theory } = cacheLab({
              keys: 100_000,
              zipf,
              capacity,
              policy,
              seed: 5,
              ...ttl,
            });
            const where = `zipf ${zipf}, ${capacity} entries`;
            expect(Math.abs(simulated.hitRatio - theory.hitRatio), where).toBeLessThan(0.002);
          }
      });
}
