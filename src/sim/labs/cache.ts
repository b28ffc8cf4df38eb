/** A lab: a real cache, request by request, beside Che's formula. */
import { ExactCache, ZipfTrace } from "../keys/cache-trace.ts";
import { CacheModel, type EvictionPolicy, Popularity } from "../keys/popularity.ts";

/** One cache to try by hand. */
export interface CacheLabInput {
  keys: number;
  zipf: number;
  /** Entries that fit. */
  capacity: number;
  ttlSec?: number;
  /** Requests per second, needed only to turn the TTL into requests (1000 when not given). */
  ratePerSec?: number;
  policy: EvictionPolicy;
  seed: number;
}

export interface CacheLabResult {
  simulated: { hitRatio: number };
  theory: { hitRatio: number };
}

/** Replays a random trace through a real cache, request by request, and sets its hit ratio beside Che's formula. */
export function cacheLab(input: CacheLabInput): CacheLabResult {
  const { keys, zipf, capacity, policy, seed } = input;
  const ttlRequests =
    input.ttlSec === undefined ? Number.POSITIVE_INFINITY : input.ttlSec * (input.ratePerSec ?? 1000);
  const model = new CacheModel(new Popularity(keys, zipf));
  const theory = model.solve({ policy, capacity, ttlRequests });
  // Warm until what the formula calls one memory of the cache has passed a few times, within reason.
  const memory = Math.min(model.characteristicRequests, ttlRequests, 400_000);
  const warmUp = Math.ceil(3 * memory + 3 * Math.min(capacity, keys));
  const measured = Math.max(1_000_000, Math.min(4_000_000, 2 * warmUp));
  const trace = new ZipfTrace(keys, zipf, seed);
  const cache = new ExactCache(policy, keys, capacity, ttlRequests);
  for (let i = 0; i < warmUp; i++) cache.request(trace.next());
  let hits = 0;
  for (let i = 0; i < measured; i++) if (cache.request(trace.next())) hits++;
  return { simulated: { hitRatio: hits / measured }, theory: { hitRatio: theory } };
}
