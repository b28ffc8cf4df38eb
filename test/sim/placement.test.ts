import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countMoved, grow, keyHash, placementOver, spreadOver } from "../../src/sim/keys/placement.ts";

const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);

describe("keys on shards", () => {
  test("every key has exactly one shard, the same every time, by either function", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 32 }),
        fc.constantFrom("ring" as const, "modulo" as const),
        fc.integer({ min: 0, max: 0xffffffff }),
        (shards, method, key) => {
          const shard = placementOver(shards, method).shardOf(keyHash(key));
          expect(shard).toBeGreaterThanOrEqual(0);
          expect(shard).toBeLessThan(shards);
          expect(placementOver(shards, method).shardOf(keyHash(key))).toBe(shard);
        },
      ),
    );
  });

  test("a ring moves about 1 in n + 1 of the keys for a new shard, and all of them to it", () => {
    for (const shards of [2, 4, 8, 16]) {
      const from = placementOver(shards, "ring");
      const to = placementOver(shards + 1, "ring");
      expect(countMoved(from, to, 20_000) * (shards + 1)).toBeCloseTo(1, 0);
      for (let key = 0; key < 2_000; key++) {
        const hash = keyHash(key);
        if (from.shardOf(hash) !== to.shardOf(hash)) expect(to.shardOf(hash)).toBe(shards);
      }
    }
  });

  test("the remainder moves n in n + 1 of them, between all shards", () => {
    for (const shards of [2, 4, 8, 16]) {
      const moved = countMoved(placementOver(shards, "modulo"), placementOver(shards + 1, "modulo"), 20_000);
      expect(moved).toBeCloseTo(shards / (shards + 1), 1);
    }
    const { leaves, enters } = grow(8, "modulo", "user");
    for (const share of leaves.subarray(0, 8)) expect(share).toBeGreaterThan(0.09);
    for (const share of enters) expect(share).toBeGreaterThan(0.07);
  });

  test("users spread within a fifth of the mean on a ring, evenly by remainder", () => {
    for (const shards of [2, 4, 6, 8, 12, 16, 32]) {
      expect(Math.max(...spreadOver(shards, "ring", "user").work) * shards).toBeLessThan(1.2);
      expect(Math.max(...spreadOver(shards, "modulo", "user").work) * shards).toBeLessThan(1.01);
    }
  });

  test("a further shard takes its share of the keys on a ring, give or take the luck of its 256 points", () => {
    const off: number[] = [];
    for (let shards = 4; shards <= 40; shards++)
      off.push(
        countMoved(placementOver(shards, "ring"), placementOver(shards + 1, "ring"), 20_000) * (shards + 1) -
          1,
      );
    const mean = off.reduce((a, b) => a + b, 0) / off.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    // A share of P arcs, exponential each, differs by 1/√P.
    const deviation = Math.sqrt(off.reduce((a, b) => a + (b - mean) ** 2, 0) / off.length);
    expect(deviation).toBeGreaterThan(0.5 / Math.sqrt(256));
    expect(deviation).toBeLessThan(1.6 / Math.sqrt(256));
  });

  test("countries and dates do not spread: the largest market, the newest users", () => {
    for (const shards of [4, 8, 16]) {
      expect(Math.max(...spreadOver(shards, "ring", "country").work)).toBeGreaterThanOrEqual(0.45);
      const dates = spreadOver(shards, "ring", "signup");
      expect(dates.work[shards - 1]).toBe(Math.max(...dates.work));
      expect((dates.work[shards - 1] as number) * shards).toBeGreaterThan(3);
      expect(dates.keys[0]).toBeCloseTo(1 / shards, 12);
    }
  });

  test("shares stay whole, before and after growing", () => {
    for (const key of ["user", "country", "signup"] as const)
      for (const method of ["ring", "modulo"] as const)
        for (const shards of [1, 3, 8, 32]) {
          const growth = grow(shards, method, key);
          expect(sum(spreadOver(shards, method, key).work)).toBeCloseTo(1, 9);
          expect(sum(growth.work)).toBeCloseTo(1, 9);
          expect(sum(growth.leaves)).toBeCloseTo(growth.movedShare, 9);
          expect(sum(growth.enters)).toBeCloseTo(growth.movedShare, 9);
        }
  });
});
