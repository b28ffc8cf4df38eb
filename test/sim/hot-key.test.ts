import { describe, expect, test } from "vitest";
import { EventHeap } from "../../src/exact/event-heap.ts";
import { Prng } from "../../src/exact/prng.ts";
import { hotKeyLab } from "../../src/sim/index.ts";
import { hotKeyHitRatio, hotKeyStaleShare, missesPerEnd } from "../../src/sim/keys/hot-key.ts";

/** One key, read by read: misses go to a store that takes an exponential time, and each fills the entry when it is back. */
function played(readsPerSec: number, endsPerSec: number, storeSec: number) {
  const prng = new Prng(7);
  const back = new EventHeap();
  let isThere = false;
  let isOld = false;
  /** Ends so far, and how many there had been when each read began. */
  let ends = 0;
  const endsBefore: number[] = [];
  let hits = 0;
  let stale = 0;
  let nextEnd = prng.exponential() / endsPerSec;
  const reads = 400_000;
  let now = 0;
  for (let i = 0; i < reads; i++) {
    now += prng.exponential() / readsPerSec;
    for (let at = Math.min(nextEnd, back.nextTime); at <= now; at = Math.min(nextEnd, back.nextTime)) {
      isThere = at === back.nextTime;
      if (isThere) isOld = endsBefore[back.pop()]! < ends;
      else {
        ends++;
        nextEnd += prng.exponential() / endsPerSec;
      }
    }
    if (isThere) {
      hits++;
      if (isOld) stale++;
    } else back.push(now + storeSec * prng.exponential(), endsBefore.push(ends) - 1);
  }
  return { hitRatio: hits / reads, staleShare: stale / reads };
}

describe("a key that is changed all the time", () => {
  for (const [reads, ends, sec] of [
    [1_000, 20, 0.005],
    [1_000, 100, 0.02],
    [2_000, 100, 0.02],
    [2_000, 20, 0.05],
    [12_000, 1_500, 0.006],
    [12_000, 1_500, 0.5],
    [300, 100, 0.01],
  ] as const)
    test(`${reads} reads, ${ends} changes a second and ${sec * 1_000} ms to compute: hits, and is old, as often as it really does`, () => {
      const hit = hotKeyHitRatio(reads, ends, sec);
      const { hitRatio, staleShare } = played(reads, ends, sec);
      expect(Math.abs(hit - hitRatio)).toBeLessThan(0.015);
      expect(Math.abs(hotKeyStaleShare(reads, ends, sec, sec, hit) - staleShare)).toBeLessThan(0.05);
    });

  // Redis 7.0 on one machine, read by read with a cache-aside client and no lease.
  for (const [reads, ends, sec, real] of [
    [1_000, 20, 0.005, 0.935],
    [1_000, 50, 0.02, 0.827],
    [1_000, 100, 0.02, 0.74],
    [2_000, 100, 0.02, 0.803],
    [2_000, 20, 0.05, 0.918],
    [500, 5, 0.01, 0.969],
  ] as const)
    test(`as often as a real Redis, ${real}, at ${reads} reads and ${ends} invalidations a second`, () => {
      expect(Math.abs(hotKeyHitRatio(reads, ends, sec) - real)).toBeLessThan(0.025);
    });

  test("what the store refuses puts nothing back: with half of the misses refused fewer hit", () => {
    expect(hotKeyHitRatio(2_000, 100, 0.02, 0.5)).toBeLessThan(hotKeyHitRatio(2_000, 100, 0.02) - 0.05);
    expect(hotKeyHitRatio(2_000, 100, 0.02, 0)).toBeLessThan(0.01);
  });

  test("nobody who reads, nothing that hits; nothing that ends, nothing that misses", () => {
    expect(hotKeyHitRatio(0, 10, 0.1)).toBe(0);
    expect(hotKeyHitRatio(10, 0, 0.1)).toBeCloseTo(1, 5);
  });
});

test("the first miss to come back fills the entry: far fewer miss than are read in that time", () => {
  expect(missesPerEnd(0)).toBeCloseTo(1, 9);
  expect(missesPerEnd(1) / (Math.E - 1)).toBeCloseTo(1, 1);
  for (const expected of [1, 5, 20]) {
    // An entry lives ten times as long as it takes to compute.
    const reads = 1_000;
    const sec = expected / reads;
    const ends = 1 / (10 * sec);
    const { hitRatio: hit } = played(reads, ends, sec);
    const misses = ((1 - hit) / hit) * (reads / ends);
    expect(Math.abs(missesPerEnd(expected) / misses - 1), `${expected}`).toBeLessThan(0.1);
  }
});

describe("what keeps an old value out of the cache", () => {
  const lab = (secondDeleteSec = 0.04) => {
    const input = { readsPerSec: 2_000, changesPerSec: 100, computeSec: 0.02, secondDeleteSec, seed: 3 };
    const result = hotKeyLab(input);
    if (!result.ok) throw new Error(result.field);
    return result;
  };

  test("without a guard most readers are given what was before the last change, at the hits of a real Redis", () => {
    const { hitRatio, staleShare } = lab().simulated.none;
    expect(Math.abs(hitRatio - 0.803)).toBeLessThan(0.02);
    expect(staleShare).toBeGreaterThan(0.5);
  });

  test("a version keeps every old value out, at the price of hits", () => {
    const { none, version } = lab().simulated;
    expect(version.staleShare).toBe(0);
    expect(version.hitRatio).toBeLessThan(none.hitRatio - 0.1);
  });

  test("a lease spares the store; what it gives out meanwhile is the value that is being replaced", () => {
    const { none, lease } = lab().simulated;
    expect(lease.storePerSec).toBeLessThan(0.3 * none.storePerSec);
    expect(lease.hitRatio).toBeGreaterThan(0.94);
    expect(lease.staleShare).toBeGreaterThan(0.5);
  });

  test("a second delete ends an old value's life: the longer it waits the less it helps, and too early it does nothing", () => {
    const { none } = lab().simulated;
    const { secondDelete } = lab().simulated;
    expect(secondDelete.staleShare).toBeLessThan(none.staleShare);
    expect(secondDelete.staleShare).toBeLessThan(lab(2).simulated.secondDelete.staleShare);
    expect(secondDelete.staleShare).toBeLessThan(lab(1e-4).simulated.secondDelete.staleShare);
  });

  test("formulas for a lease and for a version are within 0.02 of the play", () => {
    const { simulated, theory } = lab();
    for (const guard of ["lease", "version"] as const)
      for (const figure of ["hitRatio", "staleShare"] as const)
        expect(
          Math.abs(simulated[guard][figure] - theory[guard][figure]!),
          `${guard} ${figure}`,
        ).toBeLessThan(0.02);
  });
});
