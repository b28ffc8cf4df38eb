/** The memory of a site's cache nodes, for the tier and for the forecast of what its hits spare. */

import type { Site } from "../../design/design.ts";
import { CacheMemory } from "../../keys/cache-memory.ts";
import { cacheKbPerGb } from "../../scenario/capacities.ts";
import type { DataSet } from "../../scenario/scenario.ts";

/** What a site's nodes remember; they are warm when it begins. */
export function siteMemory({ cache }: Site, data: DataSet, steps: number): CacheMemory {
  const memory = {
    nodes: cache.nodes,
    entriesPerNode: (cache.memory * cacheKbPerGb) / data.objectKb,
    policy: cache.evict,
    ttlSec: cache.ttl,
    invalidates: cache.invalidate,
    leases: cache.lease,
  };
  return new CacheMemory(data.objects, data.zipf, memory, steps);
}
