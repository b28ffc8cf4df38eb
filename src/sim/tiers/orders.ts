/**
 * Orders of prints of which there is one each: whether none is sold twice depends on the store. Where it has
 * transactions, reading the stock and writing it back are one act. Where it has none, whoever reads between another's
 * read and write sells the same print again.
 */
import type { Route } from "../engine/flow.ts";
import type { SiteAtWork } from "../engine/site.ts";
import type { Tier, TierModel, World } from "../engine/world.ts";
import type { Indicators } from "../names/indicators.ts";
import { singlePrints } from "../scenario/capacities.ts";
import { mainStore } from "./common/data-home.ts";

export const orders: TierModel = {
  name: "orders",
  scope: "site",
  bill: () => [],
  build: (_world, site) => (site.routes.some(({ kind }) => kind === "order") ? new Orders(site) : undefined),
};

class Orders implements Tier {
  readonly #routes: readonly Route[];
  readonly #isUnguarded: boolean;
  /** Orders of a print that somebody else was buying, expected so far. */
  #oversold = 0;

  constructor(site: SiteAtWork) {
    this.#routes = site.routes.filter(({ kind }) => kind === "order");
    this.#isUnguarded = mainStore(site.design) === "kv";
  }

  learn({ dtSec }: World): void {
    if (!this.#isUnguarded) return;
    let rate = 0;
    for (const { offeredPerSec, mass } of this.#routes) rate += offeredPerSec * mass;
    // Each order meets those for the same print that come within its time between check and sale.
    this.#oversold += ((rate * rate * singlePrints.checkToSaleSec) / singlePrints.onSale) * dtSec;
  }

  measure(_world: World, indicators: Indicators): void {
    indicators["oversold"] = (indicators["oversold"] ?? 0) + Math.round(this.#oversold);
  }
}
