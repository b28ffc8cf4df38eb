/**
 * The content delivery network: an edge near each client region that keeps static files, and what bytes and
 * distance cost with and without it. An edge answers for the sites, so its answers are a way of their own
 * (`edge`) beside the sites'; what it lacks comes from the sites. docs/model/cdn.md has the formulas.
 */

import { Route, type Source } from "../../engine/flow.ts";
import type { SiteAtWork } from "../../engine/site.ts";
import type { BillLine, Tier, TierModel, World } from "../../engine/world.ts";
import { CacheMemory, type MemoryLoad } from "../../keys/cache-memory.ts";
import type { Indicators } from "../../names/indicators.ts";
import { delaySec, purgePrice, roundTripSec } from "../../scenario/capacities.ts";
import { overlapShare } from "../common/overlap.ts";
import { Egress } from "./egress.ts";
import { type FileWay, PageLoad } from "./page-load.ts";

/** An edge has room for every file there is. */
const edgeEntries = 1e12;
/** Time until the provider has purged a file everywhere, in seconds. */
const purgeSec = 60;
/** Paths a month that are purged for nothing. */
const purgesFree = 1_000;
/**
 * Share of the static requests that are for photos nobody opens twice, and how many such photos there are for each
 * file in use: a thousand million, some 400 for each of two and a half million users.
 */
const archiveShare = 0.05;
const archivePerFile = 50_000;
/** Keeping a GB of them in the provider's storage of one region, in dollars a month (object storage, list price). */
const storedGbPrice = 0.023;
/** Share of the files, the most popular first, whose demand is predicted rightly. */
const predictedShare = 0.2;

export const cdn: TierModel = {
  name: "cdn",
  scope: "global",
  bill: () => [],
  build: (world) => {
    const { design, scenario } = world;
    const hasFiles = scenario.streams.some((stream) => stream.kind === "asset");
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
  /** Part of what each origin route carries that the edge handed on. */
  readonly viaEdge: Float64Array;
  readonly ways: FileWay[];

  constructor(world: World, source: Source, place: SiteAtWork) {
    const { cdn: settings } = world.design;
    const { data, ticks } = world.scenario;
    this.origins = [...source.routes];
    this.route = new Route(source, -1);
    this.route.networkSec = delaySec.edgeRoundTrip;
    this.viaEdge = new Float64Array(this.origins.length);
    this.memory = new CacheMemory(
      data.assets,
      data.zipf,
      {
        nodes: 1,
        entriesPerNode: edgeEntries,
        policy: "lru",
        ttlSec: settings.ttl,
        invalidates: false,
        // An edge asks the origin once for all who wait for the same file.
        leases: true,
        prefetched: settings.prefetch ? Math.floor(data.assets * predictedShare) : 0,
      },
      Math.ceil(ticks / world.options.stride),
    );
    // The time to fetch a file, as far as distance makes it.
    this.load.regenerateSec = roundTripSec(source.region, place.region);
    this.ways = [
      { route: this.route, share: 0, viaEdge: true },
      ...this.origins.map((route) => ({ route, share: 0, viaEdge: true })),
      ...this.origins.map((route) => ({ route, share: 0, viaEdge: false })),
    ];
  }
}

class Cdn implements Tier {
  private readonly edges: Edge[] = [];
  private readonly inUse: boolean;
  private readonly egress = new Egress();
  private readonly pages: PageLoad | null;
  private readonly noDomain: number;
  private readonly edgeDown: number;
  private readonly gauges;
  private readonly archiveKept: boolean;
  private outageShare = 0;
  private purgeAtSec = Number.POSITIVE_INFINITY;
  private purges = 0;

  constructor(world: World) {
    const { cdn: settings } = world.design;
    this.inUse = settings.assets !== "none";
    this.archiveKept = settings.assets === "archive";
    this.noDomain = world.ledger.bucket("dns", "no-domain");
    this.edgeDown = world.ledger.bucket("cdn", "edge-down");
    this.gauges = this.inUse
      ? { hitRatio: world.gauges.add("cdn.hitRatio"), up: world.gauges.add("cdn.up", 1) }
      : null;
    for (const source of world.sources)
      if (source.kind === "asset") this.edges.push(new Edge(world, source, world.sites[0] as SiteAtWork));
    if (this.inUse) for (const edge of this.edges) edge.route.source.routes.push(edge.route);
    this.pages =
      this.edges.length > 0
        ? new PageLoad(world, (source) => this.edges.find((edge) => edge.route.source === source)?.ways ?? [])
        : null;
  }

  prepare(world: World): void {
    if (this.inUse) this.readEvents(world);
    for (let e = 0; e < this.edges.length; e++) this.split(world, this.edges[e] as Edge);
  }

  /** Outages, rebrands and purges of this step. */
  private readEvents(world: World): void {
    const { cdn: settings } = world.design;
    const end = world.timeSec + world.dtSec;
    this.outageShare = 0;
    for (let e = 0; e < this.edges.length; e++)
      (this.edges[e] as Edge).memory.begin(world.timeSec, world.dtSec);
    for (let i = 0; i < world.activeCount; i++) {
      const event = world.active[i] as World["active"][number];
      if (event.what === "cdn-outage") {
        const share = overlapShare(world, event.atSec, event.untilSec ?? Number.POSITIVE_INFINITY);
        this.outageShare = Math.min(1, this.outageShare + share);
      }
      if (event.what !== "rebrand" || !world.begins(event)) continue;
      if (settings.purge) {
        this.purges += world.scenario.data.assets;
        this.purgeAtSec = event.atSec + purgeSec;
      }
      for (let e = 0; e < this.edges.length; e++) {
        const { memory } = this.edges[e] as Edge;
        // A new name is a file no edge has seen; the old name's copy just lies there.
        if (settings.versioned) memory.restart(1);
        else memory.change(1);
      }
    }
    if (this.purgeAtSec < end && !settings.versioned)
      for (let e = 0; e < this.edges.length; e++) (this.edges[e] as Edge).memory.restart(1);
    if (this.purgeAtSec < end) this.purgeAtSec = Number.POSITIVE_INFINITY;
  }

  /** Divides a region's files between its edge and the sites. */
  private split(world: World, edge: Edge): void {
    const { load, memory, origins, ways, route } = edge;
    const rate = route.source.totalPerSec();
    const archive = this.inUse ? archiveShare : 0;
    let hits = 0;
    let stored = 0;
    let asked = 0;
    let lost = 0;
    if (this.inUse) {
      load.readsPerSec = rate * (1 - archive) * (1 - this.outageShare);
      memory.look(load);
      asked = (this.archiveKept ? 1 : 1 - archive) * (1 - this.outageShare);
      hits = (1 - archive) * (1 - this.outageShare) * memory.hitRatio;
      if (this.archiveKept) {
        // What no edge holds comes from the provider's storage: a miss, though not for the sites.
        const opened = archive * (1 - this.outageShare);
        const held = this.archiveHit(world, rate * archive);
        hits += opened * held;
        stored = opened * (1 - held);
      }
      // Without a fallback nobody asks the sites for what the edge should have given.
      if (!world.design.cdn.fallback) lost = (this.archiveKept ? 1 : 1 - archive) * this.outageShare;
      route.share = hits + stored + lost;
    }
    const viaEdge = asked - hits - stored;
    const direct = 1 - asked - lost;
    const rest = viaEdge + direct;
    // Archived photos are not part of pages.
    const pageFiles = (1 - archive) * (1 - this.outageShare);
    (ways[0] as FileWay).share = pageFiles * memory.hitRatio;
    const pageDirect = this.inUse ? (world.design.cdn.fallback ? (1 - archive) * this.outageShare : 0) : 1;
    for (let i = 0; i < origins.length; i++) {
      const origin = origins[i] as Route;
      const site = origin.share;
      (ways[1 + i] as FileWay).share = this.inUse ? site * pageFiles * (1 - memory.hitRatio) : 0;
      (ways[1 + origins.length + i] as FileWay).share = site * pageDirect;
      origin.share = site * rest;
      const handed = rest > 0 ? viaEdge / rest : 0;
      edge.viaEdge[i] = handed;
      origin.networkSec += handed * delaySec.edgeRoundTrip;
    }
    this.lostShare = route.share > 0 ? lost / route.share : 0;
    route.begin();
    if (!world.design.dns.domain) route.lose(this.noDomain, 1);
    else route.lose(this.edgeDown, this.lostShare);
    world.tally.edgeLookups += rate * asked * world.dtSec;
    world.tally.edgeHits += rate * hits * world.dtSec;
  }

  private lostShare = 0;

  /** Hit ratio of photos that are all equally unpopular. */
  private archiveHit(world: World, ratePerSec: number): number {
    const each = ratePerSec / (world.scenario.data.assets * archivePerFile);
    const kept = each * world.design.cdn.ttl;
    return kept / (1 + kept);
  }

  learn(world: World): void {
    if (this.inUse) {
      let asked = 0;
      let hits = 0;
      for (let e = 0; e < this.edges.length; e++) {
        const edge = this.edges[e] as Edge;
        this.remember(world, edge);
        asked += edge.load.readsPerSec;
        hits += edge.load.readsPerSec * edge.memory.hitRatio;
      }
      if (this.gauges) {
        world.gauges.set(this.gauges.hitRatio, asked > 0 ? hits / asked : 0);
        world.gauges.set(this.gauges.up, this.outageShare >= 1 ? 0 : 1);
      }
    }
    for (let i = 0; i < world.routes.length; i++) {
      const route = world.routes[i] as Route;
      if (route.kind !== "asset") this.egress.book(world, route, 0);
    }
    for (let e = 0; e < this.edges.length; e++) {
      const edge = this.edges[e] as Edge;
      for (let i = 0; i < edge.origins.length; i++)
        this.egress.book(world, edge.origins[i] as Route, edge.viaEdge[i] as number);
      if (this.inUse) this.egress.book(world, edge.route, 1);
    }
    this.pages?.learn(world);
  }

  /** The edge keeps what it fetched; what the sites did not answer it does not have. */
  private remember(world: World, { load, memory, origins }: Edge): void {
    let asked = 0;
    let came = 0;
    for (let i = 0; i < origins.length; i++) {
      const origin = origins[i] as Route;
      asked += origin.offeredPerSec;
      came += origin.offeredPerSec * origin.mass * (1 - origin.timedOutShare);
    }
    load.filledShare = asked > 0 ? Math.min(1, came / asked) : 1;
    memory.advance(load);
    const { cdn: settings } = world.design;
    if (!settings.prefetch) return;
    const { assets, assetKb } = world.scenario.data;
    this.egress.bookPrefetch((assets * predictedShare * assetKb * world.dtSec) / settings.ttl);
  }

  measure(world: World, indicators: Indicators): void {
    this.pages?.measure(indicators);
    const { edgeHits, edgeLookups } = world.tally;
    indicators["edgeHitRatio"] = edgeLookups > 0 ? edgeHits / edgeLookups : 0;
    let stale = 0;
    for (const { memory } of this.edges) stale = Math.max(stale, memory.staleSecMax);
    indicators["staleAssetSecMax"] = stale;
  }

  metered(world: World): BillLine[] {
    const lines = this.egress.bill(world);
    const { assets, assetKb } = world.scenario.data;
    if (this.purges > purgesFree)
      lines.push({ id: "cdn-purge", perMonth: (this.purges - purgesFree) * purgePrice });
    if (this.archiveKept)
      lines.push({
        id: "cdn-archive",
        perMonth: ((assets * archivePerFile * assetKb) / 1e6) * storedGbPrice * this.edges.length,
      });
    return lines;
  }
}
