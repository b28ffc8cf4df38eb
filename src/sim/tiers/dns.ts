/** Names: who finds which site. Without a domain nobody finds any. */
import { delaySec, pricePerMonth, roundTripSec } from "../capacities.ts";
import type { Route, Source } from "../flow.ts";
import type { SiteState, Tier, TierModel, World } from "../world.ts";

/** Misses of a health check before a site is taken out of the answers. */
const missesMax = 3;

export const dns: TierModel = {
  name: "dns",
  scope: "global",
  bill: (design) => (design.dns.domain ? [{ id: "domain", perMonth: pricePerMonth.domain }] : []),
  build: (world) => new Dns(world),
};

/**
 * Each source is shared over the sites that resolvers know. With geo, to the nearest; after a site dies,
 * resolvers learn it when the check has missed three times, and then forget the old answer evenly over
 * one TTL (entries were fetched at random times).
 */
class Dns implements Tier {
  private readonly noDomain: number;
  private readonly unreachable: number[];
  private readonly deadSinceSec: Float64Array;
  private readonly deadUntilSec: Float64Array;

  constructor(world: World) {
    this.noDomain = world.ledger.bucket("dns", "no domain");
    this.unreachable = world.sites.map((site) => world.ledger.bucket(`dns${site.suffix}`, "site is down"));
    this.deadSinceSec = new Float64Array(world.sites.length).fill(-1);
    this.deadUntilSec = new Float64Array(world.sites.length).fill(-1);
  }

  prepare(world: World): void {
    this.watch(world);
    for (const source of world.sources) this.share(world, source);
  }

  serve(world: World): void {
    if (!world.design.dns.domain) {
      for (const route of world.routes) route.lose(this.noDomain, 1);
      return;
    }
    for (const route of world.routes)
      if (this.isDown(world, route.site)) route.lose(this.unreachable[route.site] as number, 1);
  }

  private isDown(world: World, site: number): boolean {
    const outage = world.event("region-outage");
    return outage !== undefined && outage.region === (world.sites[site] as SiteState).region;
  }

  private watch(world: World): void {
    for (let i = 0; i < world.sites.length; i++) {
      const down = this.isDown(world, i);
      const since = this.deadSinceSec[i] as number;
      if (down && since < 0) this.deadSinceSec[i] = world.timeSec;
      if (!down && since >= 0) {
        this.deadUntilSec[i] = world.timeSec;
        this.deadSinceSec[i] = -1;
      }
    }
  }

  /** Share of resolvers that still send users to this site: 1 healthy, falling to 0 after its death is known. */
  private remembered(world: World, site: number): number {
    const since = this.deadSinceSec[site] as number;
    if (since < 0) return 1;
    const { check, ttl } = world.design.dns;
    const known = since + check * missesMax;
    return Math.max(0, Math.min(1, 1 - (world.timeSec - known) / ttl));
  }

  private share(world: World, source: Source): void {
    const routes = source.routes;
    const geo = world.design.dns.geo;
    let left = 1;
    let last: Route | undefined;
    const order = geo ? nearestFirst(world, source) : routes;
    for (const route of order) {
      route.networkSec = roundTripSec(source.region, (world.sites[route.site] as SiteState).region);
      const reach = geo ? this.remembered(world, route.site) : route.site === 0 ? 1 : 0;
      route.share = left * reach;
      left -= route.share;
      if (reach > 0 || last === undefined) last = route;
    }
    // With every site known to be dead, resolvers still give the last answer they had.
    if (left > 0 && last) last.share += left;
  }
}

const orders = new WeakMap<Source, Route[]>();

function nearestFirst(world: World, source: Source): Route[] {
  let order = orders.get(source);
  if (!order) {
    const distance = (route: Route) =>
      roundTripSec(source.region, (world.sites[route.site] as SiteState).region);
    order = [...source.routes].sort((a, b) => distance(a) - distance(b));
    orders.set(source, order);
  }
  return order;
}

/** Time of a first lookup, in seconds; shown in traces, spared by caches afterwards. */
export const lookupSec = delaySec.dnsLookup;
