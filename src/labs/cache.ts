/** A real cache, request by request: how much of what is asked fits, by size, popularity and what is thrown out. */
import { cacheLab } from "../sim/index.ts";
import { seedKnob } from "./knobs.ts";
import { benchOf, type Lab, numberAt } from "./lab.ts";

const policies = ["lru", "fifo", "lfu", "sampled-lru", "sampled-lfu"] as const;

const knobs = {
  keys: { is: "number", sign: "N", min: 1, max: 5_000_000, whole: true },
  zipf: { is: "number", sign: "α", min: 0, max: 3 },
  capacity: { is: "number", sign: "C", min: 1, max: 5_000_000, whole: true },
  ttl: { is: "number", sign: "s", min: 0.001, max: 1e9, isOptional: true },
  rate: { is: "number", sign: "r", min: 0.001, max: 1e9, isOptional: true },
  policy: { is: "word", words: policies },
  seed: seedKnob,
} as const;

export const cache: Lab<typeof knobs, ReturnType<typeof cacheLab>> = {
  name: "cache",
  knobs,
  run: ({ keys, zipf, capacity, ttl, rate = 1_000, policy, seed }) =>
    cacheLab({
      keys,
      zipf,
      capacity,
      policy,
      seed,
      ratePerSec: rate,
      ...(ttl === undefined ? {} : { ttlSec: ttl }),
    }),
};

const keys = 2_000;

export const cacheBench = benchOf(cache, {
  name: "cache",
  unit: "share",
  sweep: { id: "size", values: [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9], start: 3 },
  others: [
    { id: "popularity", values: [0.4, 0.7, 1, 1.3], start: 2 },
    { id: "eviction", values: policies, start: 0 },
  ],
  settings: (turned) => ({
    keys,
    zipf: numberAt(turned, "popularity"),
    capacity: Math.round(numberAt(turned, "size") * keys),
    policy: policies.find((policy) => policy === turned.eviction) ?? policies[0],
  }),
  trial: ({ simulated, theory }) => ({ measured: simulated.hitRatio, theory: theory.hitRatio }),
});
