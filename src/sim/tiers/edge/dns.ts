/** Names: who finds which site. Without a domain nobody finds any. docs/model/dns.md has the assumptions. */

import type { Route, Source } from "../../engine/flow.ts";
import type { Happenings } from "../../engine/happenings.ts";
import type { Tier, TierModel, World } from "../../engine/world.ts";
import { pricePerMonth, roundTripSec } from "../../scenario/capacities.ts";

/** Checks in a row that take a site out of the answers, or put it back. */
const checksInARow = 3;

export const dns: TierModel = {
  name: "dns",
  scope: "global",
  bill: (design) => (design.dns.domain ? [{ id: "domain", perMonth: pricePerMonth.domain }] : []),
  build: (world) => new Dns(world),
};

/** One of a source's routes, and the round trip to its site, in seconds. */
interface Way {
  readonly route: Route;
  readonly networkSec: number;
}

/**
 * Each source is shared over the sites that resolvers know: with geo, to the nearest; otherwise all to the home
 * site. After a site dies, the checks notice when they have missed three times; resolvers then forget the old
 * answer evenly over one TTL (they fetched it at random times). When it is back, the same in reverse.
 */
class Dns implements Tier {
  readonly #noDomain: number;
  readonly #unreachable: number[];
  readonly #up: number[];
  readonly #outages: Happenings<"region-outage">[];
  /** Per source: its routes, nearest site first (home first without geo). */
  readonly #ways: Way[][];
  /** Share of this step in which each site is dark. */
  readonly #darkShare: Float64Array;
  /** When each site last went dark or came back, in seconds; −1 before. */
  readonly #darkSinceSec: Float64Array;
  readonly #backSinceSec: Float64Array;
  /** Share of resolvers that name each site: at the end of the last step, and on average over this one. */
  readonly #named: Float64Array;
  readonly #namedMean: Float64Array;

  constructor(world: World) {
    const { sites } = world;
    this.#noDomain = world.ledger.bucket("dns", "no-domain");
    this.#unreachable = sites.map((site) => world.ledger.bucket(site.place("dns"), "site-down"));
    this.#up = sites.map((site) => world.gauges.add(`${site.place("site")}.up`, 1));
    this.#outages = sites.map((site) =>
      world.happenings("region-outage", ({ region }) => region === site.region),
    );
    this.#darkShare = new Float64Array(sites.length);
    this.#darkSinceSec = new Float64Array(sites.length).fill(-1);
    this.#backSinceSec = new Float64Array(sites.length).fill(-1);
    this.#named = new Float64Array(sites.length).fill(1);
    this.#namedMean = new Float64Array(sites.length).fill(1);
    this.#ways = world.sources.map((source) => waysOf(world, source));
  }

  prepare(world: World): void {
    for (let i = 0; i < world.sites.length; i++) this.#watch(world, i);
    for (let s = 0; s < this.#ways.length; s++) this.#direct(world, this.#ways[s]!);
  }

  serve(world: World): void {
    const found = world.design.dns.domain;
    for (let i = 0; i < world.routes.length; i++) {
      const route = world.routes[i]!;
      if (found) route.lose(this.#unreachable[route.site]!, this.#darkShare[route.site]!);
      else route.lose(this.#noDomain, 1);
    }
  }

  /** Whether the site is dark, since when, and how many resolvers have learned it. */
  #watch(world: World, site: number): void {
    const outages = this.#outages[site]!;
    const dark = outages.share;
    if (dark > 0 && this.#darkSinceSec[site]! < 0) {
      this.#darkSinceSec[site] = outages.events.find((event) => outages.shareOf(event) > 0)!.atSec;
      this.#backSinceSec[site] = -1;
    }
    const isDark = dark > 0;
    if (!isDark && this.#darkSinceSec[site]! >= 0) {
      this.#darkSinceSec[site] = -1;
      this.#backSinceSec[site] = world.timeSec;
    }
    this.#darkShare[site] = dark;
    world.gauges.set(this.#up[site]!, dark >= 1 ? 0 : 1);
    this.#spread(world, site, isDark);
  }

  /** Moves the share of resolvers that name the site by what one step does. */
  #spread(world: World, site: number, isDark: boolean): void {
    const { check, ttl } = world.design.dns;
    const since = (isDark ? this.#darkSinceSec : this.#backSinceSec)[site]!;
    const before = this.#named[site]!;
    let after = before;
    if (since >= 0) {
      const end = world.timeSec + world.dtSec;
      const step = Math.min(world.dtSec, Math.max(0, end - (since + check * checksInARow))) / ttl;
      after = isDark ? Math.max(0, before - step) : Math.min(1, before + step);
    }
    this.#named[site] = after;
    this.#namedMean[site] = (before + after) / 2;
  }

  /** Shares a source over its ways: each site takes those whose resolver names it and no nearer one. */
  #direct(world: World, ways: Way[]): void {
    const { geo } = world.design.dns;
    let left = 1;
    let last = ways[0]!.route;
    for (let i = 0; i < ways.length; i++) {
      const { route, networkSec } = ways[i]!;
      const named = geo ? this.#namedMean[route.site]! : i === 0 ? 1 : 0;
      route.share = left * named;
      route.networkSec = networkSec;
      left -= route.share;
      if (named > 0) last = route;
    }
    // With every site known to be dark, resolvers still give the last answer they had.
    last.share += Math.max(0, left);
  }
}

function waysOf(world: World, source: Source): Way[] {
  const ways = source.routes.map((route) => ({
    route,
    networkSec: roundTripSec(source.region, world.sites[route.site]!.region),
  }));
  return world.design.dns.geo ? ways.sort((a, b) => a.networkSec - b.networkSec) : ways;
}
