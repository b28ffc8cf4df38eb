/** Entries that others leave to the keys of a cluster of cache nodes: a crawler, and keys whose own nodes are lost. */
import type { RequestHistory } from "./cache-history.ts";
import type { CacheModel, EvictionPolicy } from "./popularity.ts";

/** Halvings that find how far back a cache remembers, to a millionth of the range. */
const bisections = 20;
/** A memory of more requests than any run has is endless. */
const endless = 1e13;

/**
 * Of so many entries, those that a crawler leaves to the keys. What it holds and how far back the cache remembers depend
 * on each other: keys and crawled objects of the last t requests together fill the memory, and both grow with t.
 * @param growth objects there are now, over objects at the start: more of the same popularity are as good as less memory
 */
export function roomBesideCrawler(
  model: CacheModel,
  policy: EvictionPolicy,
  history: RequestHistory,
  entries: number,
  growth: number,
): number {
  const crawled = policy === "lfu" ? 0 : history.crawledWithin(Number.POSITIVE_INFINITY);
  if (crawled === 0) return entries / growth;
  const heldWithin = (requests: number) =>
    growth * model.heldWithin(policy, requests) + history.crawledWithin(requests);
  let low = 0;
  let high = entries;
  while (heldWithin(high) < entries && high < endless) {
    low = high;
    high *= 4;
  }
  if (high >= endless) return (entries - crawled) / growth;
  for (let i = 0; i < bisections; i++) {
    const middle = (low + high) / 2;
    if (heldWithin(middle) < entries) low = middle;
    else high = middle;
  }
  // Rounded, so that a last-bit difference of exp between two engines does not reach a report.
  return Math.fround((entries - history.crawledWithin(low)) / growth);
}

/**
 * Entries of a cluster in which every node kept as much of its own keys as those do that are left of it. Keys that come
 * from lost nodes push these out one by one, as they are asked for: what they hold by now is what has been forgotten.
 * @param moved entries that the lost nodes' keys would hold if each of these nodes had all keys, added up
 */
export function roomAfterLoss(entriesPerNode: number, nodes: number, alive: number, moved: number): number {
  return Math.max(entriesPerNode * alive, entriesPerNode * nodes - Math.fround(moved) / alive);
}
