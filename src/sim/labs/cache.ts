/** A lab: a real cache, request by request, beside Che's formula. */
import { ExactCache, ZipfTrace } from "../keys/cache-trace.ts";
import { CacheModel, type EvictionPolicy, Popularity } from "../keys/popularity.ts";
import { SampledCache, type SampledPolicy } from "../keys/sampled-cache.ts";

/** One cache to try by hand. */
export interface CacheLabInput {
  keys: number;
  zipf: number;
  /** Entries that fit. */
  capacity: number;
  ttlSec?: number;
  /** Requests per second, which turn seconds into requests: a TTL's, and those of a sampled policy's clock (1000 when not given). */
  ratePerSec?: number;
  /** A sampled policy has no life of entries. */
  policy: EvictionPolicy | SampledPolicy;
  seed: number;
}

export interface CacheLabResult {
  simulated: { hitRatio: number };
  theory: { hitRatio: number };
}

/**
 * Replays a random trace through a real cache, request by request, and sets its hit ratio beside Che's formula; one that
 * evicts by samples beside that of the policy which it approximates.
 */
export function cacheLab(input: CacheLabInput): CacheLabResult {
  const { keys, zipf, capacity, policy, seed } = input;
  const ttlRequests =
    input.ttlSec === undefined ? Number.POSITIVE_INFINITY : input.ttlSec * (input.ratePerSec ?? 1000);
  const model = new CacheModel(new Popularity(keys, zipf));
  const sampled = policy === "sampled-lru" || policy === "sampled-lfu" ? policy : undefined;
  const exact = policy === "sampled-lru" ? "lru" : policy === "sampled-lfu" ? "lfu" : policy;
  const theory = model.solve({ policy: exact, capacity, ttlRequests });
  // Warm until what the formula calls one memory of the cache has passed a few times, within reason.
  const memory = Math.min(model.characteristicRequests, ttlRequests, 400_000);
  const warmUp = Math.ceil(3 * memory + 3 * Math.min(capacity, keys));
  const measured = sampled ? 1_000_000 : Math.max(1_000_000, Math.min(4_000_000, 2 * warmUp));
  const trace = new ZipfTrace(keys, zipf, seed);
  const cache = sampled
    ? new SampledCache(sampled, keys, capacity, input.ratePerSec ?? 1000, seed)
    : new ExactCache(exact, keys, capacity, ttlRequests);
  for (let i = 0; i < warmUp; i++) cache.request(trace.next());
  let hits = 0;
  for (let i = 0; i < measured; i++) if (cache.request(trace.next())) hits++;
  return { simulated: { hitRatio: hits / measured }, theory: { hitRatio: theory } };
}
