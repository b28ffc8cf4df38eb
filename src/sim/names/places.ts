/** Where things happen: parts of a site, or of the whole design. Named as data, put together and taken apart here alone. */
import { type RegionName, regionNames } from "../design/design.ts";

/** Everything that a request can stop at, be lost at, or that can fall or saturate. */
export const placeNames = [
  "dns",
  "cdn",
  "lb",
  "box",
  "web",
  "services",
  "sessions",
  "cache",
  "site",
  "db",
  "replicas",
  "shards",
  "hotShard",
  "hotRow",
  "dedicatedShard",
  "kv",
  "queue",
  "workers",
] as const;
export type PlaceName = (typeof placeNames)[number];

/** Which site a place is of: nothing at home, "@korea" elsewhere. */
export type SiteSuffix = "" | `@${RegionName}`;
/** A place: "web", "db@korea". */
export type Place = `${PlaceName}${SiteSuffix}`;

/** A place taken apart; without a region it is at home, or there is only one of it. */
export interface PlaceParts {
  readonly name: PlaceName;
  readonly region?: RegionName;
}

/** The place of that name in a region; at home without one. */
export function placeIn(name: PlaceName, region?: RegionName): Place {
  return region === undefined ? name : `${name}@${region}`;
}

/** Whether a text names a place. */
export function isPlace(text: string): text is Place {
  const { name, region } = partsOfPlace(text as Place);
  return placeNames.includes(name) && (region === undefined || regionNames.includes(region));
}

/** What a place is, and in which region when it is not at home. */
export function partsOfPlace(place: Place): PlaceParts {
  const at = place.indexOf("@");
  if (at < 0) return { name: place as PlaceName };
  return { name: place.slice(0, at) as PlaceName, region: place.slice(at + 1) as RegionName };
}
