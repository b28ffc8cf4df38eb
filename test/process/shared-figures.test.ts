import { expect, test, vi } from "vitest";
import { Cache } from "../../src/exact/cache.ts";
import { Popular } from "../../src/exact/popular.ts";
import { Prng } from "../../src/exact/prng.ts";
import { olderShare } from "../../src/sim/keys/cache-staleness.ts";

const share = vi.hoisted(() => 0.25);
vi.mock("../../src/sim/scenario/capacities.ts", async (original) => ({
  ...(await original<typeof import("../../src/sim/scenario/capacities.ts")>()),
  lostInvalidationShare: share,
}));

test("as many invalidations get lost as the reference sheet says, in the report and exactly", () => {
  const keys = 20_000;
  const settings = { nodes: 1, entriesPerNode: keys, policy: "lru", ttlSec: 1e9, leases: false } as const;
  const cache = new Cache({ ...settings, invalidates: true }, new Popular(keys, 1), 1, new Prng(1));
  for (let key = 0; key < keys; key++) cache.fill(key, 0, 0, 0);
  for (let key = 0; key < keys; key++) {
    cache.change(key, 1);
    cache.invalidate(key);
    cache.look(key, 2);
  }
  expect(cache.staleShare).toBeCloseTo(share, 1.5);
  expect(olderShare(0, 1e9, true)).toBe(share);
});
