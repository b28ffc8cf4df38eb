/** A cache that comes back empty, read by read: how soon it answers again. */
import { Prng } from "../exact/prng.ts";
import { seedKnob } from "./knobs.ts";
import { benchOf, type Lab, numberAt } from "./lab.ts";
import { inverse } from "./times.ts";

const knobs = {
  keys: { is: "number", sign: "N", min: 1, max: 1_000_000, whole: true },
  zipf: { is: "number", sign: "α", min: 0, max: 3 },
  capacity: { is: "number", sign: "C", min: 1, max: 1_000_000, whole: true },
  at: { is: "number", sign: "s", min: 0, max: 1_000_000 },
  rate: { is: "number", sign: "r", min: 0.001, max: 1e6, fallback: 1_000 },
  seed: seedKnob,
} as const;

export interface RestartResult {
  readonly simulated: { readonly hitRatio: number };
  readonly theory: { readonly hitRatio: number };
  /** What it hits once the restart is forgotten. */
  readonly steadyHitRatio: number;
}

interface Setup {
  readonly keys: number;
  readonly zipf: number;
  readonly capacity: number;
  readonly at: number;
  readonly rate: number;
  readonly seed: number;
}

/** So many reads are looked at in all, over as many restarts as that takes, and no more than so many are played. */
const looked = 20_000;
const readsMax = 500_000;
/** Reads of one restart that are looked at: so few that the cache hardly fills meanwhile. */
const lookedOnce = 200;
const lookedStep = 20;

function run(setup: Setup): RestartResult {
  const { keys, zipf, at, rate, capacity } = setup;
  const shares = popularity(keys, zipf);
  const before = Math.round(at * rate);
  const steady = memoryOf(shares, capacity);
  return {
    simulated: { hitRatio: counted(setup, shares, before) },
    theory: { hitRatio: meanHits(shares, before, steady) },
    steadyHitRatio: hits(shares, steady),
  };
}

function popularity(keys: number, exponent: number): Float64Array {
  const weights = Float64Array.from({ length: keys }, (_, key) => (key + 1) ** -exponent);
  const total = weights.reduce((sum, each) => sum + each, 0);
  return weights.map((each) => each / total);
}

/** The share of reads that were read within the last so many. */
function hits(shares: Float64Array, reads: number): number {
  return shares.reduce((sum, share) => sum + share * -Math.expm1(-share * reads), 0);
}

/** The same over the reads that are looked at: a key is there when it was read since the restart and is remembered. */
function meanHits(shares: Float64Array, before: number, memory: number): number {
  let sum = 0;
  for (let read = 0; read < lookedOnce; read += lookedStep)
    sum += hits(shares, Math.min(before + read + lookedStep / 2, memory));
  return (sum * lookedStep) / lookedOnce;
}

/** So many reads back a cache remembers (Che 2002): then as many different keys were read as fit. */
function memoryOf(shares: Float64Array, capacity: number): number {
  if (capacity >= shares.length) return Number.POSITIVE_INFINITY;
  const held = (reads: number) => shares.reduce((sum, share) => sum - Math.expm1(-share * reads), 0);
  return inverse((reads) => -held(reads), -capacity, capacity);
}

/** Real caches that throw out what was read least recently, each empty at first. */
function counted({ capacity, seed }: Setup, shares: Float64Array, before: number): number {
  const prng = new Prng(seed);
  const upTo = shares.slice();
  for (let key = 1; key < upTo.length; key++) upTo[key] = upTo[key]! + upTo[key - 1]!;
  const restarts = Math.max(1, Math.min(looked / lookedOnce, Math.floor(readsMax / (before + lookedOnce))));
  let found = 0;
  for (let restart = 0; restart < restarts; restart++) {
    const held = new Set<number>();
    for (let read = 0; read < before + lookedOnce; read++) {
      const key = placeOf(upTo, prng.uniform());
      const isHit = held.delete(key);
      held.add(key);
      if (held.size > capacity) held.delete(held.values().next().value as number);
      if (isHit && read >= before) found++;
    }
  }
  return found / (restarts * lookedOnce);
}

/** The first place whose value is not less. */
function placeOf(upTo: Float64Array, value: number): number {
  let [low, high] = [0, upTo.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (upTo[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const restart: Lab<typeof knobs, RestartResult> = { name: "restart", knobs, run };

const keys = 2_000;

export const restartBench = benchOf(restart, {
  name: "restart",
  unit: "share",
  sweep: { id: "sinceSec", values: [0, 0.2, 0.5, 1, 2, 5, 10, 20], start: 3 },
  others: [
    { id: "popularity", values: [0.4, 0.7, 1, 1.3], start: 2 },
    { id: "size", values: [0.05, 0.2, 0.5], start: 1 },
  ],
  settings: (turned) => ({
    keys,
    zipf: numberAt(turned, "popularity"),
    capacity: Math.round(numberAt(turned, "size") * keys),
    at: numberAt(turned, "sinceSec"),
  }),
  trial: ({ simulated, theory }) => ({ measured: simulated.hitRatio, theory: theory.hitRatio }),
});
