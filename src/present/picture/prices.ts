/** The bill spread over the picture: every line stands on the part it is for, or beside the path under its own name. */
import type { Design, PlacedLine } from "../../sim/index.ts";

export type PictureBill = readonly Pick<PlacedLine, "id" | "perMonth" | "site">[];

/** The part that a line of the bill is for. What stands on none is told beside the path. */
const partOf: Readonly<Record<string, string>> = {
  domain: "dns",
  cdn: "cdn",
  "cdn-prefetch": "cdn",
  "cdn-purge": "cdn",
  "cdn-archive": "cdn",
  box: "box",
  lb: "lb",
  web: "web",
  sessions: "sessions",
  cache: "cache",
  db: "db",
  backups: "db",
  replicas: "replicas",
  shards: "shards",
  shardReplicas: "shards",
  dedicatedShard: "shards",
  stream: "shards",
  kv: "kv",
  queue: "queue",
  workers: "workers",
  "workers-extra": "workers",
};
/** Parts that stand once. */
const once: ReadonlySet<string> = new Set(["dns", "cdn"]);

/** Dollars a month by part, such as "web" or "cache@korea". */
export function partPrices(design: Design, bill: PictureBill): ReadonlyMap<string, number> {
  return pricesOf(design, bill, true);
}

/** Dollars a month of what stands on no part, by line. */
export function factPrices(design: Design, bill: PictureBill): ReadonlyMap<string, number> {
  return pricesOf(design, bill, false);
}

function pricesOf(design: Design, bill: PictureBill, isForParts: boolean): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  let sum = 0;
  let told = 0;
  for (const line of bill) {
    // Rounded as a running sum, so that the whole dollars on the picture come to those of the bill.
    sum += line.perMonth;
    const dollars = Math.round(Math.round(sum * 100) / 100) - told;
    told += dollars;
    const part = placeOf(design, line);
    if ((part !== undefined) !== isForParts || dollars === 0) continue;
    const key = part ?? line.id;
    sums.set(key, (sums.get(key) ?? 0) + dollars);
  }
  return sums;
}

function placeOf(design: Design, { id, site }: PictureBill[number]): string | undefined {
  const own = partOf[id];
  if (own === undefined) return undefined;
  const at = design.sites[site];
  // Backups of a site that has only copies are the copies'.
  const part = id === "backups" && at?.db.size === 0 ? "replicas" : own;
  return site > 0 && !once.has(part) ? `${part}@${at?.region}` : part;
}
