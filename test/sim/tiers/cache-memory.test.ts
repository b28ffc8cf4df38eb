import { describe, expect, test } from "vitest";
import { hash32 } from "../../../src/sim/chance/random.ts";
import type { MemoryLoad, MemorySettings } from "../../../src/sim/keys/cache-load.ts";
import { CacheMemory } from "../../../src/sim/keys/cache-memory.ts";
import { ExactCache, ZipfTrace } from "../../../src/sim/keys/cache-trace.ts";
import { missesPerEnd } from "../../../src/sim/keys/hot-key.ts";
import type { EvictionPolicy } from "../../../src/sim/keys/popularity.ts";
import { sampled } from "../../helpers/sampled.ts";

const never = Number.POSITIVE_INFINITY;
const keys = 20_000;
const nodes = 3;

interface Story {
  policy: EvictionPolicy;
  perNode: number;
  ttlSec: number;
  ratePerSec: number;
  sec: number;
  changesPerSec?: number;
  restartAt?: number;
  /** From when on the first node is gone: the others have its keys. */
  loseAt?: number;
  crawl?: { at: number; until: number; objects: number };
  sale?: { at: number; share: number };
}

function isSold(key: number, share: number): boolean {
  return hash32(7, key, 1) / 2 ** 32 < share;
}

/** Hit ratio of each second of real caches, keys spread over them by hash, changes invalidating them. */
function exact(story: Story, seeds: number): Float64Array {
  const { policy, perNode, ttlSec, ratePerSec, sec, changesPerSec = 0, crawl, sale } = story;
  const warmUp = 120;
  const hits = new Float64Array(sec);
  const all = keys + (crawl?.objects ?? 0) + 1;
  const fresh = () => new ExactCache(policy, all, perNode, (ttlSec * ratePerSec) / nodes);
  let gone = 0;
  const nodeOf = (key: number) => {
    const node = hash32(3, key, 9) % nodes;
    return node < gone ? gone + (hash32(4, key, 9) % (nodes - gone)) : node;
  };
  for (let seed = 1; seed <= seeds; seed++) {
    gone = 0;
    const trace = new ZipfTrace(keys, 0.9, seed);
    const caches = Array.from({ length: nodes }, fresh);
    let cold = keys;
    let changed = 0;
    let crawled = 0;
    for (let t = -warmUp; t < sec; t++) {
      if (t === story.restartAt) caches[0] = fresh();
      if (t === story.loseAt) gone = 1;
      if (sale && t === sale.at)
        for (let key = 0; key < keys; key++)
          if (isSold(key, sale.share)) caches[nodeOf(key)]!.invalidate(key);
      let hit = 0;
      for (let i = 0; i < ratePerSec; i++) {
        const key = trace.next();
        if (caches[nodeOf(key)]!.request(key)) hit++;
        for (changed += changesPerSec / ratePerSec; changed >= 1; changed--) {
          const victim = hash32(seed, t * ratePerSec + i, 5) % keys;
          caches[nodeOf(victim)]!.invalidate(victim);
        }
        if (!crawl || t < crawl.at || t >= crawl.until) continue;
        for (
          crawled += crawl.objects / (crawl.until - crawl.at) / ratePerSec;
          crawled >= 1 && cold < all - 1;
          crawled--
        ) {
          caches[nodeOf(cold)]!.request(cold);
          cold++;
        }
      }
      if (t >= 0) hits[t] = hits[t]! + hit / ratePerSec / seeds;
    }
  }
  return hits;
}

function newLoad(readsPerSec: number, changesPerSec = 0): MemoryLoad {
  return { readsPerSec, changesPerSec, crawledPerSec: 0, regenerateSec: 0, filledShare: 1, growth: 1 };
}

function newMemory(settings: Partial<MemorySettings> = {}, steps = 1_000): CacheMemory {
  const plain = {
    nodes,
    entriesPerNode: 1e6,
    policy: "lru",
    ttlSec: never,
    invalidates: false,
    leases: false,
  };
  return new CacheMemory(keys, 0.9, { ...plain, ...settings } as MemorySettings, steps);
}

/** The same second by second from the model. */
function modelled(story: Story): Float64Array {
  const { policy, perNode, ttlSec, ratePerSec, sec, changesPerSec = 0, crawl, sale } = story;
  const memory = newMemory({ entriesPerNode: perNode, policy, ttlSec, invalidates: true }, sec);
  const load = newLoad(ratePerSec, changesPerSec);
  return Float64Array.from({ length: sec }, (_, t) => {
    memory.begin(t, 1);
    if (t === story.restartAt) memory.restart(1);
    if (t === story.loseAt) memory.loseZone(0, nodes);
    if (sale && t === sale.at) memory.change(sale.share);
    const crawls = crawl && t >= crawl.at && t < crawl.until;
    load.crawledPerSec = crawls ? crawl.objects / (crawl.until - crawl.at) : 0;
    memory.look(load);
    memory.advance(load);
    return memory.hitRatio;
  });
}

function mean(values: Float64Array, from: number, to: number): number {
  return values.subarray(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
}

const usual = { policy: "lru", perNode: 2_000, ttlSec: never, ratePerSec: 3_000, sec: 60 } as const;

describe("a cluster of nodes agrees with real caches, request by request", () => {
  const steady: [string, Story][] = [
    ["full, under LRU", usual],
    ["full, under FIFO", { ...usual, policy: "fifo" }],
    ["with a short time to live and room for all", { ...usual, perNode: 20_000, ttlSec: 5 }],
    ["full and with a time to live", { ...usual, ttlSec: 20 }],
    ["with changes that invalidate, and room for all", { ...usual, perNode: 20_000, changesPerSec: 300 }],
  ];
  for (const [name, story] of sampled(steady, 2))
    test(`${name}: within 0.002 in steady state`, () => {
      // Over whole times to live: how the copies of one age expire together evens out.
      const real = mean(exact(story, 6), 0, 60);
      expect(Math.abs(mean(modelled(story), 0, 60) - real)).toBeLessThan(0.002);
    });

  const restarted: [string, Story, number][] = [
    ["full, under LRU", { ...usual, restartAt: 20 }, 0.006],
    // A FIFO queue that has just filled up is younger than the steady one.
    ["full, under FIFO", { ...usual, policy: "fifo", restartAt: 20 }, 0.01],
    ["with room for all and changes", { ...usual, perNode: 20_000, changesPerSec: 300, restartAt: 20 }, 0.01],
    // Entries of one age expire together after a restart; the model takes the mean.
    ["with a time to live", { ...usual, perNode: 20_000, ttlSec: 10, restartAt: 20 }, 0.02],
  ];
  for (const [name, story, bound] of sampled(restarted, 2, 1))
    test(`${name}: follows a restart within ${bound}`, () => {
      const real = exact(story, 6);
      const model = modelled(story);
      for (const [from, to] of [
        [20, 22],
        [22, 26],
        [26, 34],
        [34, 46],
        [46, 60],
      ] as const)
        expect(Math.abs(mean(model, from, to) - mean(real, from, to)), `s ${from}–${to}`).toBeLessThan(bound);
      expect(mean(real, 20, 22)).toBeLessThan(mean(real, 10, 20) - 0.05);
    });

  for (const [policy, bound] of [
    ["lru", 0.008],
    ["fifo", 0.015],
  ] as const)
    test(`the ${policy} nodes that are left after a flood forget their own keys one by one, as those of the lost node come to them`, () => {
      const story: Story = { ...usual, policy, perNode: 3_000, loseAt: 20 };
      const real = exact(story, 6);
      const model = modelled(story);
      // Two thirds of what was hit are hit still.
      expect(mean(real, 20, 21) / mean(real, 5, 20)).toBeGreaterThan(0.7);
      for (const [from, to] of [
        [5, 20],
        [20, 21],
        [21, 22],
        [22, 24],
        [24, 30],
        [30, 60],
      ] as const)
        expect(Math.abs(mean(model, from, to) - mean(real, from, to)), `s ${from}–${to}`).toBeLessThan(bound);
    });

  for (const policy of ["lru", "fifo"] as const)
    test(`a crawler pushes hot entries out of a full ${policy} cache, as much as it really does`, () => {
      const story: Story = { ...usual, policy, crawl: { at: 20, until: 40, objects: 20_000 } };
      const real = exact(story, 4);
      const model = modelled(story);
      expect(mean(real, 25, 40)).toBeLessThan(mean(real, 5, 20) - 0.03);
      for (const [from, to] of [
        [5, 20],
        [25, 40],
        [45, 60],
      ] as const)
        expect(Math.abs(mean(model, from, to) - mean(real, from, to)), `s ${from}–${to}`).toBeLessThan(0.012);
    });

  for (const [policy, bound] of [
    ["lru", 0.012],
    ["fifo", 0.02],
  ] as const)
    test(`a ${policy} cache much smaller than a crawl still answers, and recovers as soon as it really does`, () => {
      const crawl = { at: 20, until: 40, objects: 60_000 };
      const story: Story = { ...usual, policy, perNode: 500, crawl };
      const real = exact(story, 4);
      const model = modelled(story);
      expect(mean(real, 25, 40)).toBeLessThan(mean(real, 5, 20) - 0.05);
      for (const [from, to] of [
        [5, 20],
        [25, 40],
        [42, 60],
      ] as const)
        expect(Math.abs(mean(model, from, to) - mean(real, from, to)), `s ${from}–${to}`).toBeLessThan(bound);
      expect(mean(model, 42, 60)).toBeCloseTo(mean(model, 5, 20), 2);
    });

  test("a sale that invalidates makes what it changed miss once", () => {
    const story: Story = { ...usual, perNode: 20_000, ttlSec: 30, sale: { at: 20, share: 0.2 } };
    const real = exact(story, 6);
    const model = modelled(story);
    expect(mean(real, 20, 22)).toBeLessThan(mean(real, 10, 20) - 0.05);
    for (const [from, to] of [
      [20, 22],
      [22, 30],
      [30, 60],
    ] as const)
      expect(Math.abs(mean(model, from, to) - mean(real, from, to)), `s ${from}–${to}`).toBeLessThan(0.012);
  });
});

/** Runs a memory for so many seconds and returns it. */
function played(
  memory: CacheMemory,
  load: MemoryLoad,
  sec: number,
  each?: (t: number) => void,
  dtSec = 1,
): CacheMemory {
  for (let t = 0; t < sec; t += dtSec) {
    memory.begin(t, dtSec);
    each?.(t);
    memory.look(load);
    memory.advance(load);
  }
  return memory;
}

describe("what is kept can be old", () => {
  const rates = [newLoad(3_000, 10)] as const;

  test("without invalidation the stale share is that of copies younger than the time to live", () => {
    const memory = played(newMemory({ ttlSec: 100 }), rates[0], 50);
    // 10 changes a second over 20,000 keys, ages spread evenly over 100 s.
    const x = (10 / keys) * 100;
    expect(memory.staleShare / memory.hitRatio).toBeCloseTo(1 - (1 - Math.exp(-x)) / x, 4);
  });

  test("a shorter time to live is fresher, invalidation fresher still, but for what gets lost", () => {
    const share = (settings: Partial<MemorySettings>) => played(newMemory(settings), rates[0], 50).staleShare;
    expect(share({ ttlSec: 10 })).toBeLessThan(share({ ttlSec: 100 }));
    expect(share({ ttlSec: never })).toBeGreaterThan(share({ ttlSec: 3_600 }));
    const invalidated = share({ ttlSec: 100, invalidates: true });
    // One invalidation in a hundred is lost.
    expect(invalidated).toBeGreaterThan(share({ ttlSec: 100 }) / 125);
    expect(invalidated).toBeLessThan(share({ ttlSec: 100 }) / 80);
  });

  test("after a sale the old is served for one time to live, for ever without one, and where an invalidation was lost as well", () => {
    const oldFor = (settings: Partial<MemorySettings>) => {
      const memory = newMemory(settings);
      return played(memory, newLoad(3_000), 200, (t) => {
        if (t === 50) memory.change(0.05);
      }).staleSecMax;
    };
    expect(oldFor({ ttlSec: 60 })).toBeGreaterThanOrEqual(58);
    expect(oldFor({ ttlSec: 60 })).toBeLessThanOrEqual(60);
    expect(oldFor({ ttlSec: never })).toBe(150);
    // Of one in a hundred, until so few of those entries are left that nobody notices.
    expect(oldFor({ ttlSec: 60, invalidates: true })).toBe(30);
  });

  test("the sale's stale reads are counted as share × hits × copies older than the sale", () => {
    const memory = newMemory({ ttlSec: 60 });
    played(memory, newLoad(3_000), 70, (t) => {
      if (t === 50) memory.change(0.1);
    });
    // The last step begins 19 s after the sale.
    expect(memory.staleShare).toBeCloseTo(0.1 * memory.hitRatio * (1 - 19.5 / 60), 6);
  });
});

describe("misses", () => {
  test("of a hot key come together while it is computed again, and a lease lets one through", () => {
    const ratio = (leases: boolean, regenerateSec: number) => {
      const memory = newMemory({ ttlSec: 1, leases });
      return played(memory, { ...newLoad(3_000), regenerateSec }, 30).hitRatio;
    };
    expect(ratio(false, 0.01)).toBeCloseTo(ratio(true, 0.01), 1);
    expect(ratio(false, 2)).toBeLessThan(ratio(false, 0.01) - 0.1);
    expect(ratio(true, 2)).toBeGreaterThanOrEqual(ratio(true, 0.01));
  });

  test("one key's stampede lasts until the first who missed is back", () => {
    const memory = new CacheMemory(
      1,
      1,
      { nodes: 1, entriesPerNode: 10, policy: "lru", ttlSec: 5, invalidates: false, leases: false },
      100,
    );
    played(memory, { ...newLoad(200), regenerateSec: 0.5 }, 60);
    // A turn: as many misses as come until one of them is back, far fewer than in half a second; then 5 s of hits.
    const misses = missesPerEnd(200 * 0.5);
    expect(misses).toBeLessThan(14);
    expect(memory.hitRatio).toBeCloseTo((200 * 5) / (misses + 200 * 5), 4);
  });

  test("whose answers fail fill nothing: a node stays cold as long as the database is gone", () => {
    const memory = newMemory();
    const load = { ...newLoad(3_000), filledShare: 0 };
    played(memory, load, 50, (t) => {
      if (t === 10) memory.restart(nodes);
    });
    expect(memory.hitRatio).toBe(0);
  });

  test("go up by one n-th when one of n nodes is away, and a lost zone's keys start cold on the others", () => {
    const away = newMemory();
    played(away, newLoad(3_000), 3, (t) => {
      away.starting = t === 2 ? 1 : 0;
    });
    expect(away.hitRatio).toBeCloseTo(2 / 3, 6);
    const flooded = newMemory();
    played(flooded, newLoad(3_000), 3, (t) => {
      if (t === 2) expect(flooded.loseZone(0, 2)).toBeCloseTo(2 / 3, 6);
    });
    expect(flooded.alive).toBe(1);
    expect(flooded.hitRatio).toBeGreaterThan(1 / 3);
    expect(flooded.hitRatio).toBeLessThan(0.8);
    flooded.begin(3, 1);
    expect(flooded.loseZone(1, 2)).toBe(1);
    flooded.look(newLoad(3_000));
    expect(flooded.hitRatio).toBe(0);
  });

  test("come back with a zone that is there again: its nodes are empty, the other's node has kept its third", () => {
    const memory = newMemory();
    const whole = newMemory();
    played(whole, newLoad(3_000), 40, () => {});
    played(memory, newLoad(3_000), 40, (t) => {
      if (t === 10) memory.loseZone(0, 2);
      // What was never lost does not come back.
      if (t === 39) memory.regainZone(1, 2);
      if (t === 39) memory.regainZone(0, 2);
    });
    expect(memory.alive).toBe(3);
    expect(memory.hitRatio).toBeGreaterThan(whole.hitRatio / 3);
    expect(memory.hitRatio).toBeLessThan(whole.hitRatio * 0.8);
    memory.begin(40, 1);
    expect(memory.loseZone(0, 2)).toBeCloseTo(2 / 3, 6);
  });
});

describe("extremes and strides", () => {
  test("no traffic, one object, no room and a thousand million reads keep every figure sane", () => {
    for (const objects of [1, 1e9])
      for (const entriesPerNode of [0, 1, 1e12])
        for (const rate of [0, 1e9])
          for (const ttlSec of [1, never]) {
            const memory = new CacheMemory(
              objects,
              0.9,
              { nodes: 2, entriesPerNode, policy: "lru", ttlSec, invalidates: true, leases: false },
              20,
            );
            played(memory, { ...newLoad(rate, rate / 10), regenerateSec: 3, crawledPerSec: 1e5 }, 10, (t) => {
              if (t === 3) memory.restart(1);
              if (t === 5) memory.change(1);
            });
            for (const value of [memory.hitRatio, memory.staleShare, memory.usedShare]) {
              expect(value).toBeGreaterThanOrEqual(0);
              expect(value).toBeLessThanOrEqual(1);
            }
            expect(memory.evictionsPerSec).toBeGreaterThanOrEqual(0);
            expect(Number.isFinite(memory.evictionsPerSec)).toBe(true);
          }
  });

  test("steps of ten seconds tell the same story as steps of one", () => {
    const story = (dtSec: number) => {
      const memory = newMemory({ ttlSec: 60, entriesPerNode: 3_000 });
      let sum = 0;
      played(
        memory,
        newLoad(3_000),
        200,
        (t) => {
          if (t === 50) memory.restart(1);
          sum += memory.hitRatio;
        },
        dtSec,
      );
      return (sum * dtSec) / 200;
    };
    expect(Math.abs(story(10) - story(1))).toBeLessThan(0.05);
  });
});
