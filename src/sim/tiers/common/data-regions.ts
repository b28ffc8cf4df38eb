/** Whose data lives where, when nothing is copied between the sites. */

import type { RegionName } from "../../design/design.ts";
import type { SiteAtWork } from "../../engine/site.ts";
import type { World } from "../../engine/world.ts";
import { roundTripSec } from "../../scenario/capacities.ts";
import { mainStore } from "./data-home.ts";

/** The site where users of a region have written what they have: the nearest with a store, or home without geo names. */
export function dataHomeOf(world: World, region: RegionName): SiteAtWork {
  const home = world.sites[0]!;
  if (!world.design.dns.geo) return home;
  let best = home;
  for (const site of world.sites)
    if (
      mainStore(site.design) !== "none" &&
      roundTripSec(region, site.region) < roundTripSec(region, best.region)
    )
      best = site;
  return best;
}
