/**
 * A cache in each web process: every live web box keeps the celebrity's post for a few seconds, so that however
 * many read it, the cache or the data behind it is asked once per box and time. docs/model/shards.md has the formula.
 */
import type { Route } from "../../engine/flow.ts";
import type { SiteAtWork } from "../../engine/site.ts";
import type { Tier, TierModel, World } from "../../engine/world.ts";
import type { Indicators } from "../../names/indicators.ts";

export const localCache: TierModel = {
  name: "local",
  scope: "site",
  bill: () => [],
  build: (_world, site) =>
    site.design.web.local > 0 && site.design.web.count > 0 ? new LocalCache(site) : undefined,
};

class LocalCache implements Tier {
  readonly #site: SiteAtWork;
  readonly #posts: Route[];
  readonly #localSec: number;

  constructor(site: SiteAtWork) {
    this.#site = site;
    this.#posts = site.routes.filter((route) => route.kind === "post");
    this.#localSec = site.design.web.local;
  }

  prepare(): void {
    let rate = 0;
    for (let i = 0; i < this.#posts.length; i++) {
      const route = this.#posts[i]!;
      rate += route.source.totalPerSec() * route.share;
    }
    const boxes = this.#site.webBoxes > 0 ? this.#site.webBoxes : this.#site.design.web.count;
    // A copy that lives T is asked for r·T times more before it is fetched again.
    const missShare = 1 / (1 + (rate / boxes) * this.#localSec);
    for (let i = 0; i < this.#posts.length; i++) {
      const route = this.#posts[i]!;
      route.localShare = 1 - missShare;
      route.hitShare = route.localShare;
    }
  }

  measure(world: World, indicators: Indicators): void {
    if (world.happenings("celebrity").events.length > 0)
      indicators["staleSecMax"] = Math.max(indicators["staleSecMax"] ?? 0, this.#localSec);
  }
}
