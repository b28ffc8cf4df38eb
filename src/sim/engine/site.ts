/** A place with machines, at work: what its tiers need to know of each other. */

import type { RegionName, Site } from "../design/design.ts";
import { type Place, type PlaceName, placeIn } from "../names/places.ts";
import type { Route } from "./flow.ts";

export class SiteAtWork {
  /** 0 is home. */
  readonly index: number;
  readonly region: RegionName;
  readonly design: Site;
  /** Ways of requests through this site, one a source. */
  readonly routes: Route[] = [];
  /** Web boxes that serve in this step, on average; set by the web tier. */
  webBoxes = 0;
  /** Sessions that live here; set by the web tier. */
  liveSessions = 0;
  /** Session lookups per second that the primary must answer; set by the sessions tier, before the database serves. */
  sessionReadsPerSec = 0;

  readonly #shared = new Map<unknown, unknown>();

  constructor(design: Site, index: number) {
    this.index = index;
    this.region = design.region;
    this.design = design;
  }

  /** What several tiers share here, made when the first of them asks: one of each `make`. */
  shared<C, T>(make: (context: C, site: SiteAtWork) => T, context: C): T {
    if (!this.#shared.has(make)) this.#shared.set(make, make(context, this));
    return this.#shared.get(make) as T;
  }

  /** Whether an event strikes here: at the region that it names, otherwise at home. */
  isStruck({ region }: { readonly region?: RegionName }): boolean {
    return region === undefined ? this.index === 0 : region === this.region;
  }

  /** The place of that name here. */
  place(name: PlaceName): Place {
    return placeIn(name, this.index === 0 ? undefined : this.region);
  }
}
