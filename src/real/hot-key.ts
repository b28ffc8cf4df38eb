/** One key in a real cache that many read and that is changed all the time, with a lease and without. */
import { Prng } from "../exact/prng.ts";
import type { RespClient } from "./resp.ts";

export interface HotKeyTraffic {
  readonly reads: number;
  readonly changes: number;
  readonly computeMs: number;
  readonly seconds: number;
  readonly seed: number;
}

/** What was hit, what of it was old, and how often the store was asked. */
export interface HotKeyHits {
  readonly hitRatio: number;
  readonly staleShare: number;
  readonly storePerSec: number;
}

/** Puts a value in only for whoever still holds the lease: a change meanwhile has taken it away. */
const fillIfHeld =
  'if redis.call("get", KEYS[2]) == ARGV[1] then redis.call("set", KEYS[1], ARGV[2]) redis.call("del", KEYS[2]) end return 0';
/** A change: the value is gone, but kept for those who may not wait, and so is the lease. */
const change =
  'if redis.call("exists", KEYS[1]) == 1 then redis.call("rename", KEYS[1], KEYS[3]) end redis.call("del", KEYS[2]) return 0';

/** Plays reads and changes for some seconds. */
export async function playHotKey(
  client: RespClient,
  guard: "none" | "lease",
  { reads, changes, computeMs, seconds, seed }: HotKeyTraffic,
): Promise<HotKeyHits> {
  const [value, lease, old] = [`hot:${guard}`, `lease:${guard}`, `old:${guard}`];
  const making = new Prng(seed + 1);
  let version = 1;
  let [asked, hits, stale, made] = [0, 0, 0, 0];
  await client.send("SET", value, version);
  const startMs = performance.now();
  const hit = (found: unknown) => {
    hits++;
    if (Number(found) < version) stale++;
  };
  const make = (fill: (asOf: number) => Promise<unknown>) => {
    const asOf = version;
    made++;
    setTimeout(() => void fill(asOf).catch(() => {}), making.exponential() * computeMs);
  };
  const read = async () => {
    const token = ++asked;
    const found = await client.send("GET", value);
    if (found !== null) return hit(found);
    if (guard === "none") return make((asOf) => client.send("SET", value, asOf));
    // Ten times as long as making takes, in case its holder dies.
    const life = Math.ceil(10 * computeMs);
    if ((await client.send("SET", lease, token, "NX", "PX", life)) !== null)
      return make((asOf) => client.send("EVAL", fillIfHeld, 2, value, lease, token, asOf));
    hit((await client.send("GET", old)) ?? 0);
  };
  const alter = async () => {
    version++;
    await client.send("EVAL", change, 3, value, lease, old);
  };
  await Promise.all([
    poisson(new Prng(seed + 2), reads, seconds, read),
    poisson(new Prng(seed + 3), changes, seconds, alter),
  ]);
  const tookSec = (performance.now() - startMs) / 1_000;
  return { hitRatio: hits / asked, staleShare: stale / asked, storePerSec: made / tookSec };
}

/** Does something at times by chance, so many times a second, for some seconds, and waits for all of it. */
async function poisson(
  prng: Prng,
  perSec: number,
  seconds: number,
  act: () => Promise<unknown>,
): Promise<void> {
  const startMs = performance.now();
  const acts: Promise<unknown>[] = [];
  for (let atMs = 0; ; ) {
    atMs += (prng.exponential() * 1_000) / perSec;
    if (atMs >= seconds * 1_000) break;
    const waitMs = atMs - (performance.now() - startMs);
    if (waitMs > 0) await new Promise((go) => setTimeout(go, waitMs));
    const acting = act();
    acting.catch(() => {}); // it is waited for in the end, and may fail before
    acts.push(acting);
  }
  await Promise.all(acts);
}
