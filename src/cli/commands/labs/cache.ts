import { cacheLab } from "../../../sim/index.ts";
import { UsageError } from "../../io.ts";
import { numberFlag, seedBounds, wordFlag } from "../../parse.ts";
import { besideTheory, type Lab } from "./lab.ts";

/** A real cache, request by request, beside Che's formula. */
export const cache: Lab = {
  name: "cache",
  usage:
    "--keys N --zipf α --capacity C [--ttl s --rate r] [--policy lru|fifo|lfu|sampled-lru|sampled-lfu] [--seed s]",
  flags: {
    keys: "value",
    zipf: "value",
    capacity: "value",
    ttl: "value",
    rate: "value",
    policy: "value",
    seed: "value",
  },
  run(args) {
    const policy = wordFlag(args, "policy", ["lru", "fifo", "lfu", "sampled-lru", "sampled-lfu"], "lru");
    const isSampled = policy === "sampled-lru" || policy === "sampled-lfu";
    if (isSampled && args.has("ttl")) throw new UsageError((usage) => usage.ttlOfSampled());
    if (args.has("rate") && !args.has("ttl") && !isSampled)
      throw new UsageError((usage) => usage.rateWithoutTtl());
    const json = cacheLab({
      keys: numberFlag(args, "keys", { min: 1, max: 5_000_000, whole: true }),
      zipf: numberFlag(args, "zipf", { min: 0, max: 3 }),
      capacity: numberFlag(args, "capacity", { min: 1, max: 5_000_000, whole: true }),
      policy,
      seed: numberFlag(args, "seed", seedBounds),
      ...(args.has("ttl")
        ? {
            ttlSec: numberFlag(args, "ttl", { min: 0.001, max: 1e9 }),
          }
        : {}),
      ratePerSec: numberFlag(args, "rate", { min: 0.001, max: 1e9, fallback: 1_000 }),
    });
    return { json, text: (words) => besideTheory(words, json.simulated, json.theory) };
  },
};
