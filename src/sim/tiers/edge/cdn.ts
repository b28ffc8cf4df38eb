/**
 * The content delivery network: an edge near each client region that keeps static files, and what bytes and
 * distance cost with and without it. An edge answers for the sites, so its answers are a way of their own
 * (`edge`) beside the sites'; what it lacks comes from the sites. docs/model/cdn.md has the formulas.
 */

import { Route, type Source } from "../../engine/flow.ts";
import type { Happenings } from "../../engine/happenings.ts";
import type { SiteAtWork } from "../../engine/site.ts";
import type { BillLine, Tier, TierModel, World } from "../../engine/world.ts";
import type { MemoryLoad } from "../../keys/cache-load.ts";
import type { CacheMemory } from "../../keys/cache-memory.ts";
import type { Indicators } from "../../names/indicators.ts";
import { delaySec, roundTripSec } from "../../scenario/capacities.ts";
import { kinds } from "../../scenario/kinds.ts";
import { Egress } from "./egress.ts";
import {
  edgeMemory,
  edgeOutage,
  FileShares,
  isOutageIn,
  noOutage,
  prefetchedKbPerSec,
  purgeSec,
  serviceLines,
} from "./files.ts";
import { forecastFiles } from "./forecast.ts";
import { type FileWay, PageLoad } from "./page-load.ts";

export const cdn: TierModel = {
  name: "cdn",
  scope: "global",
  bill: () => [],
  forecast: (design, _site, scenario) =>
    forecastFiles(scenario, { cdn: design.cdn, home: design.sites[0].region }),
  build: (world) => {
    const { design, scenario } = world;
    const hasFiles = scenario.streams.some((stream) => kinds[stream.kind].does === "file");
    return design.cdn.assets !== "none" || hasFiles || scenario.billBandwidth === true
      ? new Cdn(world)
      : new NoCdn();
  },
};

/** Without edges nothing is old there. */
class NoCdn implements Tier {
  measure(_world: World, indicators: Indicators): void {
    indicators["edgeHitRatio"] = 0;
    indicators["staleAssetSecMax"] = 0;
  }
}

/** The edge of one client region. */
class Edge {
  /** What the edge answers itself. */
  readonly route: Route;
  /** The ways of what it lacks, one a site. */
  readonly origins: Route[];
  readonly memory: CacheMemory;
  readonly load: MemoryLoad = {
    readsPerSec: 0,
    changesPerSec: 0,
    crawledPerSec: 0,
    regenerateSec: 0,
    filledShare: 1,
    growth: 1,
  };
  /** How the region's files are answered in this step. */
  readonly shares: FileShares;
  readonly ways: FileWay[];
  readonly #outages: Happenings<"cdn-outage">;
  outage = noOutage;

  constructor(world: World, source: Source, place: SiteAtWork) {
    const { cdn: settings } = world.design;
    const { data, ticks } = world.scenario;
    this.#outages = world.happenings("cdn-outage", isOutageIn(source.region));
    this.origins = [...source.routes];
    this.route = new Route(source, -1);
    this.route.networkSec = delaySec.edgeRoundTrip;
    this.shares = new FileShares(settings, data);
    this.memory = edgeMemory(settings, data, Math.ceil(ticks / world.options.stride));
    // The time to fetch a file, as far as distance makes it.
    this.load.regenerateSec = roundTripSec(source.region, place.region);
    this.ways = [
      { route: this.route, share: 0, viaEdge: true },
      ...this.origins.map((route) => ({ route, share: 0, viaEdge: true })),
      ...this.origins.map((route) => ({ route, share: 0, viaEdge: false })),
    ];
  }

  /** What happens to it in this step. */
  begin(world: World): void {
    this.memory.begin(world.timeSec, world.dtSec);
    this.outage = edgeOutage(this.#outages, world);
  }
}

class Cdn implements Tier {
  readonly #edges: Edge[] = [];
  readonly #inUse: boolean;
  readonly #egress: Egress;
  readonly #pages: PageLoad | null;
  readonly #noDomain: number;
  readonly #edgeDown: number;
  readonly #gauges;
  readonly #rebrands: Happenings<"rebrand">;
  #purgeAtSec = Number.POSITIVE_INFINITY;
  #purges = 0;

  constructor(world: World) {
    const { cdn: settings } = world.design;
    this.#inUse = settings.assets !== "none";
    this.#egress = new Egress(world.scenario);
    this.#rebrands = world.happenings("rebrand");
    this.#noDomain = world.ledger.bucket("dns", "no-domain");
    this.#edgeDown = world.ledger.bucket("cdn", "edge-down");
    this.#gauges = this.#inUse
      ? { hitRatio: world.gauges.add("cdn.hitRatio"), up: world.gauges.add("cdn.up", 1) }
      : null;
    for (const source of world.sources)
      if (source.traits.does === "file") this.#edges.push(new Edge(world, source, world.sites[0]!));
    if (this.#inUse) for (const edge of this.#edges) edge.route.source.routes.push(edge.route);
    this.#pages =
      this.#edges.length > 0
        ? new PageLoad(
            world,
            (source) => this.#edges.find((edge) => edge.route.source === source)?.ways ?? [],
          )
        : null;
  }

  prepare(world: World): void {
    if (this.#inUse) this.#readEvents(world);
    for (let e = 0; e < this.#edges.length; e++) this.#split(world, this.#edges[e]!);
  }

  /** Outages, rebrands and purges of this step. */
  #readEvents(world: World): void {
    const { cdn: settings } = world.design;
    const end = world.timeSec + world.dtSec;
    for (let e = 0; e < this.#edges.length; e++) this.#edges[e]!.begin(world);
    for (const event of this.#rebrands.events) {
      if (!this.#rebrands.begins(event)) continue;
      if (settings.purge) {
        this.#purges += world.scenario.data.assets;
        this.#purgeAtSec = event.atSec + purgeSec;
      }
      for (let e = 0; e < this.#edges.length; e++) {
        const { memory } = this.#edges[e]!;
        // A new name is a file no edge has seen; the old name's copy just lies there.
        if (settings.versioned) memory.restart(1);
        else memory.change(1);
      }
    }
    if (this.#purgeAtSec < end && !settings.versioned)
      for (let e = 0; e < this.#edges.length; e++) this.#edges[e]!.memory.restart(1);
    if (this.#purgeAtSec < end) this.#purgeAtSec = Number.POSITIVE_INFINITY;
  }

  /** Divides a region's files between its edge and the sites. */
  #split(world: World, edge: Edge): void {
    const { load, memory, origins, ways, route, shares } = edge;
    const rate = route.source.totalPerSec();
    const { share: outageShare, unnoticed } = edge.outage;
    if (this.#inUse) {
      load.readsPerSec = shares.kept(rate, outageShare);
      memory.look(load);
      shares.split(rate, edge.outage, memory.hitRatio);
      route.share = shares.hits + shares.stored + shares.lost;
    }
    const { viaEdge, direct, pageShare } = shares;
    const rest = viaEdge + direct;
    const pageFiles = pageShare * (1 - outageShare);
    ways[0]!.share = pageFiles * memory.hitRatio;
    const noticed = world.design.cdn.fallback ? outageShare - unnoticed : 0;
    const pageDirect = this.#inUse ? pageShare * noticed : 1;
    for (let i = 0; i < origins.length; i++) {
      const origin = origins[i]!;
      const site = origin.share;
      ways[1 + i]!.share = this.#inUse ? site * pageFiles * (1 - memory.hitRatio) : 0;
      ways[1 + origins.length + i]!.share = site * pageDirect;
      origin.share = site * rest;
      if (rest > 0) origin.networkSec += (viaEdge / rest) * delaySec.edgeRoundTrip;
    }
    const lostShare = route.share > 0 ? shares.lost / route.share : 0;
    route.begin();
    if (!world.design.dns.domain) route.lose(this.#noDomain, 1);
    else route.lose(this.#edgeDown, lostShare);
    world.tally.edgeLookups += rate * shares.asked * world.dtSec;
    world.tally.edgeHits += rate * shares.hits * world.dtSec;
  }

  learn(world: World): void {
    if (this.#inUse) {
      let asked = 0;
      let hits = 0;
      let up = 1;
      for (let e = 0; e < this.#edges.length; e++) {
        const edge = this.#edges[e]!;
        this.#remember(edge);
        asked += edge.load.readsPerSec;
        hits += edge.load.readsPerSec * edge.memory.hitRatio;
        if (edge.outage.share >= 1) up = 0;
      }
      if (this.#gauges) {
        world.gauges.set(this.#gauges.hitRatio, asked > 0 ? hits / asked : 0);
        world.gauges.set(this.#gauges.up, up);
      }
    }
    this.#book(world);
    this.#pages?.learn(world);
  }

  /** The bytes of this step, as asked for: what fails is not cheaper. */
  #book(world: World): void {
    const egress = this.#egress;
    const { dtSec } = world;
    egress.pass(dtSec);
    for (let s = 0; s < world.sources.length; s++) {
      const { kind, traits, freshPerSec } = world.sources[s]!;
      if (traits.does !== "file") egress.bookSites(kind, freshPerSec * dtSec);
    }
    for (let e = 0; e < this.#edges.length; e++) {
      const { shares, route } = this.#edges[e]!;
      egress.bookFiles(shares, route.source.freshPerSec * dtSec);
    }
    if (this.#inUse)
      egress.bookPrefetch(
        prefetchedKbPerSec(world.design.cdn, world.scenario.data) * this.#edges.length * dtSec,
      );
  }

  /** The edge keeps what it fetched; what the sites did not answer it does not have. */
  #remember({ load, memory, origins }: Edge): void {
    let asked = 0;
    let came = 0;
    for (let i = 0; i < origins.length; i++) {
      const origin = origins[i]!;
      asked += origin.offeredPerSec;
      came += origin.offeredPerSec * origin.mass * (1 - origin.timedOutShare);
    }
    load.filledShare = asked > 0 ? Math.min(1, came / asked) : 1;
    memory.advance(load);
  }

  measure(world: World, indicators: Indicators): void {
    this.#pages?.measure(indicators);
    const { edgeHits, edgeLookups } = world.tally;
    indicators["edgeHitRatio"] = edgeLookups > 0 ? edgeHits / edgeLookups : 0;
    let stale = 0;
    for (const { memory } of this.#edges) stale = Math.max(stale, memory.staleSecMax);
    indicators["staleAssetSecMax"] = stale;
  }

  metered(world: World): BillLine[] {
    const { cdn: settings } = world.design;
    return [
      ...this.#egress.bill(),
      ...serviceLines(settings, world.scenario.data, this.#purges, this.#edges.length),
    ];
  }
}
