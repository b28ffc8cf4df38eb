/**
 * A cache in each web process: every live web box keeps the celebrity's post for a few seconds, so that however
 * many read it, the data tier is asked once per box and time. docs/model/shards.md has the formula.
 */
import type { Route } from "../../engine/flow.ts";
import type { SiteState, Tier, TierModel, World } from "../../engine/world.ts";

export const localCache: TierModel = {
  name: "local",
  scope: "site",
  bill: () => [],
  build: (_world, site) =>
    site.site.web.local > 0 && site.site.web.count > 0 ? new LocalCache(site) : undefined,
};

class LocalCache implements Tier {
  private readonly site: SiteState;
  private readonly posts: Route[];
  private readonly shared: boolean;
  private readonly localSec: number;

  constructor(site: SiteState) {
    this.site = site;
    this.posts = site.routes.filter((route) => route.kind === "post");
    this.shared = site.site.cache.nodes > 0;
    this.localSec = site.site.web.local;
  }

  prepare(): void {
    let rate = 0;
    for (let i = 0; i < this.posts.length; i++) {
      const route = this.posts[i] as Route;
      rate += route.source.totalPerSec() * route.share;
    }
    const boxes = this.site.webBoxes > 0 ? this.site.webBoxes : this.site.site.web.count;
    // A copy that lives T is asked for r·T times more before it is fetched again.
    const missShare = 1 / (1 + (rate / boxes) * this.localSec);
    for (let i = 0; i < this.posts.length; i++) {
      const route = this.posts[i] as Route;
      route.hitShare = 1 - missShare * (1 - (this.shared ? route.hitShare : 0));
    }
  }

  measure(world: World, indicators: Record<string, number>): void {
    if (world.scenario.events.some((event) => event.what === "celebrity"))
      indicators["staleSecMax"] = Math.max(indicators["staleSecMax"] ?? 0, this.localSec);
  }
}
