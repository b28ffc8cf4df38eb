/** Parts, regions and reasons in English; the helpers are for the other English files alone. */
import type { Fate, PlaceName, PlaceParts, Reason, RegionName } from "../../sim/index.ts";
import type { PlaceWords } from "../contract/findings.ts";

const parts: Readonly<Record<PlaceName, string>> = {
  dns: "name service",
  cdn: "CDN",
  box: "box",
  lb: "load balancer",
  web: "web tier",
  services: "services",
  sessions: "session store",
  cache: "cache",
  site: "home site",
  db: "primary database",
  replicas: "replicas",
  shards: "shards",
  hotShard: "busiest shard",
  hotRow: "celebrity's row",
  dedicatedShard: "dedicated shard",
  kv: "key-value node",
  queue: "queue",
  workers: "workers",
};

const regions: PlaceWords["regions"] = { us: "the US", europe: "Europe", asia: "Asia", korea: "Korea" };

export function regionName(region: RegionName): string {
  return regions[region];
}

/** Away from home a site is no home, and its database no primary until it has taken the lead. */
const away: Readonly<Partial<Record<PlaceName, string>>> = { site: "site", db: "database" };

export function partName({ name, region }: PlaceParts): string {
  if (region === undefined) return parts[name];
  return `${away[name] ?? parts[name]} in ${regions[region]}`;
}

const plural: ReadonlySet<PlaceName> = new Set(["services", "replicas", "shards", "workers"]);

export function isMany({ name }: PlaceParts): boolean {
  return plural.has(name);
}

/** A part with its verb: "the box is", "the replicas have". */
export function partIs(place: PlaceParts, verb: "is" | "has"): string {
  return `the ${partName(place)} ${isMany(place) ? (verb === "is" ? "are" : "have") : verb}`;
}

/** A clause after the part's name, the same after one or many. */
const reasonClauses: Readonly<Record<Reason, string>> = {
  timeout: "kept them waiting too long",
  "queue-full": "had no room left in the queue",
  "turned-away": "turned them away, as it was told to",
  "process-down": "was restarting and answered nobody",
  "no-domain": "knows no such name: nobody finds the site",
  "site-down": "still sent them to a site that is down",
  "no-server": "has no server to answer them",
  "no-database": "is not there: nothing keeps the data",
  "box-down": "sent them to a dead box",
  "node-down": "had a dead node",
  "shard-down": "were down for these users",
  "primary-down": "was down; nothing else takes writes",
  "no-copy": "had no copy left to read from",
  "copy-silent": "waited for a copy that never answers",
  "store-down": "was down: nobody is known",
  "broker-down": "was down: jobs had nowhere to wait",
  "cache-down": "was down; nothing else keeps orders",
  "edge-down": "was down, and nothing had taken over",
  "row-locked": "had one row too hot to write",
  "disk-full": "had a full disk on one copy",
  "data-elsewhere": "does not have that data here",
  "logged-out": "had forgotten who they are",
  "session-elsewhere": "sent them to a box that does not know them",
  "session-unreadable": "could not read their session",
  "lost-with-box": "lost what a dying box was working on",
  "bad-build": "ran a bad build",
  "box-errs": "had one that errs and looks healthy",
  "version-skew": "spoke to a site with another version",
  "order-blocked": "took no orders from them",
};

/** What becomes of requests, in the forms that sentences need. */
const fates: Readonly<Record<Fate, Readonly<Record<"title" | "short" | "now" | "past", string>>>> = {
  refused: { title: "Refused", short: "refused", now: "are refused", past: "were refused" },
  "timed-out": { title: "Timed out", short: "timed out", now: "time out", past: "timed out" },
  failed: { title: "Failed", short: "failed", now: "fail", past: "failed" },
  lost: { title: "Lost", short: "lost", now: "are lost", past: "were lost" },
};

/** What becomes of requests: "time out", "were refused". */
export function fateWord(fate: Fate, form: "title" | "short" | "now" | "past"): string {
  return fates[fate][form];
}

/** A reason as a clause. */
export function reasonClause(reason: Reason): string {
  return reasonClauses[reason];
}

export const places: PlaceWords = {
  part: partName,
  regions,
  reason: reasonClause,
  fate: (fate) => fateWord(fate, "short"),
};
