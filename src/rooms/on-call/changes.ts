/** What whoever is on call can do, and how long a hand needs for it. */
import type { Doing } from "../../sim/index.ts";

const table = {
  "replace-copy": { does: "replace", tier: "replica" },
  "replace-box": { does: "replace", tier: "web" },
  "replace-shard": { does: "replace", tier: "shard" },
  "fail-over": { does: "fail-over" },
  "roll-back": { does: "roll-back" },
  "clear-disk": { does: "clear-disk" },
  "restart-web": { does: "restart-web" },
  "purge-cache": { does: "purge-cache" },
  "block-crawler": { does: "end", what: "crawl" },
  "stop-query": { does: "end", what: "report" },
  reconnect: { does: "end", what: "region-outage", region: "korea" },
  // The last stream of a case is the job that sends.
  "pause-job": { does: "pause", stream: -1 },
  "add-web": { does: "add-boxes", tier: "web", boxes: 4 },
  "add-workers": { does: "add-boxes", tier: "workers", boxes: 4 },
  "raise-max": { does: "raise-max", boxes: 40 },
  "limit-retries": { does: "limit-retries", budget: 0.1 },
  "park-message": { does: "park", attempts: 3 },
  lease: { does: "lease" },
  "shed-half": { does: "shed", share: 0.5, forSec: 180 },
  "shed-crowd": { does: "shed", share: 0.8, forSec: 3_600, kinds: ["like"] },
  "loosen-checks": { does: "loosen-checks", misses: 5 },
} as const satisfies Readonly<Record<string, Doing>>;

export type ChangeId = keyof typeof table;

/** What a change does. */
export const changes: Readonly<Record<ChangeId, Doing>> = table;
