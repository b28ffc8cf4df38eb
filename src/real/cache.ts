/** A real cache: what it hits by policy at equal memory, after a restart, and with one hot key. */
import { setTimeout as pause } from "node:timers/promises";
import { popularOf } from "../exact/popular.ts";
import { Prng } from "../exact/prng.ts";
import { cache, hotKey, restart } from "../labs/index.ts";
import { type HotKeyHits, playHotKey } from "./hot-key.ts";
import type { Keeper } from "./keeper.ts";
import { type Located, locate } from "./program.ts";
import { type RunningCache, redisPrograms, startCache, usedMemory } from "./redis.ts";

export interface CacheSetup {
  readonly keys: number;
  readonly zipf: number;
  /** Entries that are to fit. */
  readonly capacity: number;
  /** Of the hot key: reads and changes a second, and how long its value takes to make. */
  readonly reads: number;
  readonly changes: number;
  readonly computeMs: number;
  readonly seconds: number;
  readonly seed: number;
}

export const realPolicies = ["lru", "lfu", "ttl"] as const;
export type RealPolicy = (typeof realPolicies)[number];

/** What a policy hits. */
export interface PolicyFound {
  readonly policy: RealPolicy;
  readonly measured: number;
  readonly simulated: number;
  readonly theory: number;
  /** Entries that did fit. */
  readonly held: number;
  readonly readsPerSec: number;
  readonly ttlSec: number | undefined;
}

/** What it hits so many reads after a restart. */
export interface RefillFound {
  readonly afterReads: number;
  readonly measured: number;
  readonly simulated: number;
}

export interface HotKeyFound {
  readonly guard: "none" | "lease";
  readonly measured: HotKeyHits;
  readonly simulated: HotKeyHits;
}

export interface CacheFound {
  readonly program: string;
  readonly version: string;
  readonly policies: readonly PolicyFound[];
  readonly refill: readonly RefillFound[];
  readonly hotKey: readonly HotKeyFound[];
}

export type CacheNews =
  | { readonly phase: "policy"; readonly policy: RealPolicy; readonly reads: number }
  | { readonly phase: "restart"; readonly number: number; readonly of: number }
  | { readonly phase: "hot-key"; readonly seconds: number };

const valueBytes = 1_024;
/** Reads before it counts, and reads that count. */
const warmReads = 20_000;
const countedReads = 40_000;
/** Reads that are sent together; a key that is asked for again among them finds what the first has brought. */
const window = 64;
/** An entry lives so long as this many times the capacity is read. */
const ttlTimes = 1;
const restarts = 6;
const refillAt = [0, 500, 2_000, 6_000] as const;
/** As many reads as the lab looks at. */
const refillReads = 200;

/** Starts Redis and asks it. */
export async function realCache(
  setup: CacheSetup,
  keeper: Keeper,
  tell: (news: CacheNews) => void,
): Promise<CacheFound> {
  const located = await locate(redisPrograms);
  const bytes = await entryBytes(keeper, located);
  const policies: PolicyFound[] = [];
  /** Entries that really fit: what the first policy holds, whose entries do not age. */
  let fit = setup.capacity;
  let readsPerSec = 10_000;
  for (const policy of realPolicies) {
    tell({ phase: "policy", policy, reads: warmReads + countedReads });
    const one = await measurePolicy(setup, keeper, located, bytes, policy, fit, readsPerSec);
    readsPerSec = one.readsPerSec;
    if (policy === "lru") fit = one.held;
    policies.push(one);
  }
  const refill = await measureRefill(setup, fit, keeper, located, bytes, tell);
  tell({ phase: "hot-key", seconds: setup.seconds });
  return {
    program: located.name,
    version: located.version,
    policies,
    refill,
    hotKey: await measureHotKey(setup, keeper, located),
  };
}

interface EntryBytes {
  readonly empty: number;
  readonly each: number;
}

/** What an empty server takes, and an entry. */
async function entryBytes(keeper: Keeper, located: Located): Promise<EntryBytes> {
  const running = await startCache(keeper, located);
  const empty = await usedMemory(running);
  const entries = 2_000;
  const value = "x".repeat(valueBytes);
  await Promise.all(
    Array.from({ length: entries }, (_, key) => running.client.send("SET", nameOf(key), value)),
  );
  const each = ((await usedMemory(running)) - empty) / entries;
  await stop(running);
  return { empty, each };
}

async function stop({ client, started }: RunningCache): Promise<void> {
  client.close();
  await started.stop();
}

const nameOf = (key: number) => `photo:${key}`;

/** Starts one in which so many entries fit. */
async function sized(
  { capacity }: CacheSetup,
  keeper: Keeper,
  located: Located,
  { empty, each }: EntryBytes,
  policy: RealPolicy,
): Promise<RunningCache> {
  const running = await startCache(keeper, located);
  await running.client.send(
    "CONFIG",
    "SET",
    "maxmemory-policy",
    policy === "lfu" ? "allkeys-lfu" : "allkeys-lru",
  );
  await running.client.send("CONFIG", "SET", "maxmemory", Math.round(empty + capacity * each));
  return running;
}

/** Reads through the cache: whoever misses brings the value. */
class Reader {
  readonly #running: RunningCache;
  readonly #trace: () => number;
  readonly #ttlMs: number | undefined;
  readonly #value = "x".repeat(valueBytes);

  constructor(running: RunningCache, trace: () => number, ttlMs?: number) {
    this.#running = running;
    this.#trace = trace;
    this.#ttlMs = ttlMs;
  }

  /** Hits among so many reads. */
  async read(count: number): Promise<number> {
    let hits = 0;
    for (let left = count; left > 0; left -= window) hits += await this.#together(Math.min(window, left));
    return hits;
  }

  async #together(count: number): Promise<number> {
    const { client } = this.#running;
    const keys = Array.from({ length: count }, this.#trace);
    const found = await Promise.all(keys.map((key) => client.send("GET", nameOf(key))));
    const missed = new Set<number>();
    let hits = 0;
    keys.forEach((key, n) => {
      if (found[n] !== null || missed.has(key)) hits++;
      else missed.add(key);
    });
    const life = this.#ttlMs === undefined ? [] : ["PX", Math.round(this.#ttlMs)];
    await Promise.all([...missed].map((key) => client.send("SET", nameOf(key), this.#value, ...life)));
    return hits;
  }
}

/** Keys by their popularity. */
export function zipfTrace(keys: number, zipf: number, seed: number): () => number {
  const prng = new Prng(seed);
  const popular = popularOf(keys, zipf);
  return () => popular.draw(prng);
}

async function measurePolicy(
  setup: CacheSetup,
  keeper: Keeper,
  located: Located,
  bytes: EntryBytes,
  policy: RealPolicy,
  fit: number,
  expectedPerSec: number,
): Promise<PolicyFound> {
  const { keys, zipf, seed } = setup;
  const running = await sized(setup, keeper, located, bytes, policy);
  const ttlSec = policy === "ttl" ? (ttlTimes * fit) / expectedPerSec : undefined;
  const reader = new Reader(running, zipfTrace(keys, zipf, seed), ttlSec && ttlSec * 1_000);
  await reader.read(warmReads);
  const startMs = performance.now();
  const hits = await reader.read(countedReads);
  const readsPerSec = (countedReads * 1_000) / (performance.now() - startMs);
  const held = Number(await running.client.send("DBSIZE"));
  await stop(running);
  // What dies of age leaves room, so that the number held says nothing of what would fit.
  const predicted = cache.run({
    ...{ keys, zipf, seed, rate: readsPerSec, ttl: ttlSec },
    capacity: policy === "ttl" ? fit : held,
    policy: policy === "ttl" ? "lru" : `sampled-${policy}`,
  }) as Extract<ReturnType<typeof cache.run>, { simulated: unknown }>;
  return {
    policy,
    measured: hits / countedReads,
    simulated: predicted.simulated.hitRatio,
    theory: predicted.theory.hitRatio,
    held,
    readsPerSec,
    ttlSec,
  };
}

async function measureRefill(
  setup: CacheSetup,
  fit: number,
  keeper: Keeper,
  located: Located,
  bytes: EntryBytes,
  tell: (news: CacheNews) => void,
): Promise<readonly RefillFound[]> {
  const { keys, zipf, seed } = setup;
  const hits = refillAt.map(() => 0);
  for (let number = 1; number <= restarts; number++) {
    tell({ phase: "restart", number, of: restarts });
    const running = await sized(setup, keeper, located, bytes, "lru");
    const reader = new Reader(running, zipfTrace(keys, zipf, seed + number));
    let read = 0;
    for (const [n, afterReads] of refillAt.entries()) {
      await reader.read(afterReads - read);
      hits[n]! += await reader.read(refillReads);
      read = afterReads + refillReads;
    }
    await stop(running);
  }
  return refillAt.map((afterReads, n) => {
    const rate = 1_000;
    const { simulated } = restart.run({
      keys,
      zipf,
      capacity: fit,
      at: afterReads / rate,
      rate,
      seed,
    }) as Extract<ReturnType<typeof restart.run>, { simulated: unknown }>;
    return { afterReads, measured: hits[n]! / (restarts * refillReads), simulated: simulated.hitRatio };
  });
}

async function measureHotKey(
  setup: CacheSetup,
  keeper: Keeper,
  located: Located,
): Promise<readonly HotKeyFound[]> {
  const { reads, changes, computeMs, seconds, seed } = setup;
  const running = await startCache(keeper, located);
  const guards = ["none", "lease"] as const;
  const measured = await Promise.all(guards.map((guard) => playHotKey(running.client, guard, setup)));
  await pause(Math.min(seconds, 0.1) * 1_000); // what is still being made
  await stop(running);
  const { simulated } = hotKey.run({
    ...{ reads, changes, compute: computeMs / 1_000, seed },
    "second-delete": (2 * computeMs) / 1_000,
  }) as Extract<ReturnType<typeof hotKey.run>, { simulated: unknown }>;
  return guards.map((guard, n) => ({ guard, measured: measured[n]!, simulated: simulated[guard] }));
}
