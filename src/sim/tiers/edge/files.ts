/** Static files at the edges: what an edge has, who answers what it lacks, and what else its provider bills. */
import type { Design, RegionName } from "../../design/design.ts";
import type { EventOf, Happenings } from "../../engine/happenings.ts";
import { overlapShare, type StepTime } from "../../engine/time.ts";
import type { BillLine } from "../../engine/world.ts";
import { CacheMemory } from "../../keys/cache-memory.ts";
import { delaySec, purgePrice } from "../../scenario/capacities.ts";
import type { DataSet, Scenario } from "../../scenario/scenario.ts";

export type CdnSettings = Design["cdn"];

/** An edge has room for every file there is. */
const edgeEntries = 1e12;
/** Time until the provider has purged a file everywhere, in seconds. */
export const purgeSec = 60;
/** Paths a month that are purged for nothing. */
const purgesFree = 1_000;
/**
 * Share of the static requests that are for photos nobody opens twice, and how many such photos there are for each
 * file in use: ten thousand million, some 400 for each of twenty-five million users.
 */
const archiveShare = 0.05;
const archivePerFile = 50_000;
/** Keeping a GB of them in the provider's storage of one region, in dollars a month (object storage, list price). */
const storedGbPrice = 0.023;
/** Share of the files, the most popular first, whose demand is predicted rightly. */
const predictedShare = 0.2;

/** What the edge of one region keeps; it is warm when it begins. */
export function edgeMemory(settings: CdnSettings, data: DataSet, steps: number): CacheMemory {
  const memory = {
    nodes: 1,
    entriesPerNode: edgeEntries,
    policy: "lru",
    ttlSec: settings.ttl,
    invalidates: false,
    // An edge asks the origin once for all who wait for the same file.
    leases: true,
    prefetched: settings.prefetch ? Math.floor(data.assets * predictedShare) : 0,
  } as const;
  return new CacheMemory(data.assets, data.zipf, memory, steps);
}

/** KB a second that are sent to the edges of a region before anybody asks. */
export function prefetchedKbPerSec({ prefetch, ttl }: CdnSettings, { assets, assetKb }: DataSet): number {
  return prefetch ? (assets * predictedShare * assetKb) / ttl : 0;
}

/** What the provider bills besides bytes: purged paths, and the archive kept for so many regions. */
export function serviceLines(
  settings: CdnSettings,
  data: DataSet,
  purges: number,
  regions: number,
): BillLine[] {
  const lines: BillLine[] = [];
  if (purges > purgesFree) lines.push({ id: "cdn-purge", perMonth: (purges - purgesFree) * purgePrice });
  if (settings.assets === "archive")
    lines.push({
      id: "cdn-archive",
      perMonth: ((data.assets * archivePerFile * data.assetKb) / 1e6) * storedGbPrice * regions,
    });
  return lines;
}

/** Paths that the scenario's rebrands purge. */
export function purgesIn({ events, data, ticks, tickSec }: Scenario, { purge }: CdnSettings): number {
  if (!purge) return 0;
  return (
    data.assets * events.filter(({ what, atSec }) => what === "rebrand" && atSec < ticks * tickSec).length
  );
}

/** How far edges are down in a step. */
export interface EdgeOutage {
  /** Share of the step in which they are. */
  readonly share: number;
  /** Share of the step in which they are and clients still ask them. */
  readonly unnoticed: number;
}

/** Edges that work. */
export const noOutage: EdgeOutage = { share: 0, unnoticed: 0 };

/** Whether an outage of edges is one of those near a region's clients. */
export function isOutageIn(region: RegionName): (event: EventOf<"cdn-outage">) => boolean {
  return (event) => event.region === undefined || event.region === region;
}

/** How far edges are down now: clients with a fallback give them up after a while. */
export function edgeOutage(outages: Happenings<"cdn-outage">, step: StepTime): EdgeOutage {
  let unnoticed = 0;
  for (const { atSec, untilSec } of outages.events)
    unnoticed += overlapShare(step, atSec, Math.min(untilSec, atSec + delaySec.edgeGivenUp));
  const share = outages.share;
  return share > 0 ? { share, unnoticed: Math.min(share, unnoticed) } : noOutage;
}

/** How one region's files are answered in a step, as shares of all. Reused from step to step. */
export class FileShares {
  /** The edge had it. */
  hits = 0;
  /** An archived photo from the provider's own storage. */
  stored = 0;
  /** Nobody answered: the edge is down and there is no fallback. */
  lost = 0;
  /** The edge fetched it from a site. */
  viaEdge = 0;
  /** A site answered itself. */
  direct = 1;
  /** Asked of an edge that was up. */
  asked = 0;
  /** Of all files, those that pages show: the archive is not part of them. */
  pageShare = 1;

  readonly #settings: CdnSettings;
  readonly #data: DataSet;

  constructor(settings: CdnSettings, data: DataSet) {
    this.#settings = settings;
    this.#data = data;
  }

  /** Files a second for which the edge's memory counts, of `ratePerSec` in all. */
  kept(ratePerSec: number, outageShare: number): number {
    return ratePerSec * (1 - archiveShare) * (1 - outageShare);
  }

  /** Divides a step's files, when the edge's memory answers `hitRatio` of what it is for. */
  split(ratePerSec: number, { share: outageShare, unnoticed }: EdgeOutage, hitRatio: number): void {
    const { assets, fallback } = this.#settings;
    if (assets === "none") return;
    const up = 1 - outageShare;
    const wanted = assets === "archive" ? 1 : 1 - archiveShare;
    this.asked = wanted * up;
    this.hits = (1 - archiveShare) * up * hitRatio;
    this.stored = 0;
    if (assets === "archive") {
      // What no edge holds comes from the provider's storage: a miss, though not for the sites.
      const held = this.#archiveHit(ratePerSec * archiveShare);
      this.hits += archiveShare * up * held;
      this.stored = archiveShare * up * (1 - held);
    }
    // Whoever has a fallback must first notice; without one nobody asks the sites for what the edge should have given.
    this.lost = wanted * (fallback ? unnoticed : outageShare);
    this.viaEdge = this.asked - this.hits - this.stored;
    this.direct = 1 - this.asked - this.lost;
    this.pageShare = 1 - archiveShare;
  }

  /** Hit ratio of photos that are all equally unpopular. */
  #archiveHit(ratePerSec: number): number {
    const kept = (ratePerSec / (this.#data.assets * archivePerFile)) * this.#settings.ttl;
    return kept / (1 + kept);
  }
}
