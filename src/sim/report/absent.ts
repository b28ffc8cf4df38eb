/** Events that find nothing in a design: what they would hit was never bought, or not where they strike. */
import type { Design, Site } from "../design/design.ts";
import { type Place, type PlaceName, placeIn } from "../names/places.ts";
import type { ScenarioEvent } from "../scenario/scenario.ts";

type Tier = Extract<ScenarioEvent, { readonly tier: string }>["tier"];
type Find = readonly [PlaceName, (site: Site) => boolean];

/** What a fault of a tier hits, and whether a site has it. A primary is a shard's as well. */
const struck: Readonly<Record<Tier, Find>> = {
  box: ["box", ({ box }) => box.size > 0],
  web: ["web", ({ web }) => web.count > 0],
  lb: ["lb", ({ lb }) => lb.nodes > 0],
  primary: ["db", ({ db, shards }) => db.size > 0 || shards.count > 0],
  replica: ["replicas", ({ db }) => db.replicas > 0],
  shard: ["shards", ({ shards }) => shards.count > 0],
  kv: ["kv", ({ kv }) => kv.nodes > 0],
  sessions: ["sessions", ({ sessions }) => sessions.store === "pair" || sessions.store === "node"],
  queue: ["queue", ({ queue }) => queue.kind !== "none"],
  workers: ["workers", ({ workers }) => workers.count > 0],
};

const hasCache: Find = ["cache", ({ cache }) => cache.nodes > 0];
const hasCopies: Find = [
  "replicas",
  ({ db, shards }) => db.replicas > 0 || shards.count * shards.replicas > 0,
];

/** What of a site an event would hit; undefined of those that concern no part of a site, or whatever answers. */
function targetOf(event: ScenarioEvent): Find | undefined {
  switch (event.what) {
    case "restart":
    case "crash":
    case "slow":
      return struck[event.tier];
    case "cache-restart":
    case "crawl":
      return hasCache;
    case "poison":
      return struck.workers;
    case "disk-fills":
      return hasCopies;
    case "add-shard":
      return struck.shard;
    default:
      return undefined;
  }
}

/** Whether an event that names no region strikes at every site, rather than at home. */
function isEverywhere(event: ScenarioEvent): boolean {
  switch (event.what) {
    case "restart":
      return event.tier !== "queue";
    case "slow":
      return event.tier !== "shard";
    default:
      return event.what === "crawl" || event.what === "add-shard";
  }
}

/** The part that an event would hit, where the design has none of it; undefined where it finds something. */
export function absentPart({ cdn, sites }: Design, event: ScenarioEvent): Place | undefined {
  // The edges near a region's clients are no site there.
  if (event.what === "cdn-outage") return cdn.assets === "none" ? "cdn" : undefined;
  const [home] = sites;
  const region = "region" in event ? event.region : undefined;
  const placeOf = (name: PlaceName) => placeIn(name, region === home.region ? undefined : region);
  const there = sites.filter((site) =>
    region === undefined ? site === home || isEverywhere(event) : site.region === region,
  );
  if (there.length === 0) return placeOf("site");
  const target = targetOf(event);
  if (!target) return undefined;
  const [part, isIn] = target;
  return there.some(isIn) ? undefined : placeOf(part);
}
