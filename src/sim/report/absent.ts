/** Events that find nothing in a design: what they would hit was never bought. */
import type { Design, Site } from "../design/design.ts";
import type { PlaceName } from "../names/places.ts";
import type { ScenarioEvent } from "../scenario/scenario.ts";

type Tier = Extract<ScenarioEvent, { readonly tier: string }>["tier"];

/** What a fault of a tier hits, and whether a site has it. A primary is a shard's as well. */
const struck: Readonly<Record<Tier, readonly [PlaceName, (site: Site) => boolean]>> = {
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

/** The part that an event would hit, where the design has none of it; undefined where it finds something. */
export function absentPart({ cdn, sites }: Design, event: ScenarioEvent): PlaceName | undefined {
  const [home] = sites;
  const unless = (isThere: boolean, part: PlaceName) => (isThere ? undefined : part);
  switch (event.what) {
    case "restart":
    case "crash":
    case "slow": {
      const [part, isIn] = struck[event.tier];
      return unless(isIn(home), part);
    }
    case "cache-restart":
    case "crawl":
      return unless(home.cache.nodes > 0, "cache");
    case "cdn-outage":
      return unless(cdn.assets !== "none", "cdn");
    case "poison":
      return unless(home.workers.count > 0, "workers");
    case "disk-fills":
      return unless(home.db.replicas > 0 || home.shards.count * home.shards.replicas > 0, "replicas");
    case "add-shard":
      return unless(home.shards.count > 0, "shards");
    case "region-outage":
      return unless(
        sites.some(({ region }) => region === event.region),
        "site",
      );
    default:
      return undefined;
  }
}
