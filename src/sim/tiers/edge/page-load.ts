/**
 * How long a whole page takes: the round trips to the site, the answer, and the files the page shows, put
 * together sample by sample from what both met in the same step.
 */

import { hash32 } from "../../chance/random.ts";
import { streamOf, strides } from "../../chance/streams.ts";
import type { RegionName } from "../../design/design.ts";
import type { Route, Source } from "../../engine/flow.ts";
import type { World } from "../../engine/world.ts";
import type { Indicators } from "../../names/indicators.ts";
import { delaySec, roundTripSec } from "../../scenario/capacities.ts";

/** Round trips to the site before a page can be shown: connect, secure, ask. The others fetch its files. */
export const siteRoundTrips = 3;
/** Files a page waits for together, at most. */
const filesMax = 8;

/** Where a file can come from: an edge, the site through the edge, or the site itself. */
export interface FileWay {
  readonly route: Route;
  /** Share of the region's files that come this way in this step. */
  share: number;
  readonly viaEdge: boolean;
}

/** Where a document can come from. */
interface DocumentWay {
  readonly route: Route;
  /** Round trip to the site, in seconds. */
  readonly farSec: number;
}

/** Width of a bin and the longest page told apart, in seconds. */
const binSec = 0.002;
const longestSec = 30;

/**
 * Page loads in bins of 2 ms. They lie close together (most of each is distance), closer than the logarithmic
 * bins of answer times could tell apart.
 */
class PageTimes {
  readonly #weights = new Float64Array(longestSec / binSec);
  count = 0;

  add(sec: number, weight: number): void {
    const bin = Math.min(this.#weights.length - 1, (sec / binSec) | 0);
    this.#weights[bin] = this.#weights[bin]! + weight;
    this.count += weight;
  }

  merge(other: PageTimes): void {
    for (let bin = 0; bin < this.#weights.length; bin++)
      this.#weights[bin] = this.#weights[bin]! + other.#weights[bin]!;
    this.count += other.count;
  }

  quantileMs(q: number): number {
    const target = q * this.count;
    let before = 0;
    for (let bin = 0; bin < this.#weights.length; bin++) {
      const weight = this.#weights[bin]!;
      if (weight > 0 && before + weight >= target) return (bin + (target - before) / weight) * binSec * 1_000;
      before += weight;
    }
    return longestSec * 1_000;
  }
}

class RegionPages {
  readonly region: RegionName;
  readonly times = new PageTimes();
  readonly documents: DocumentWay[] = [];
  readonly files: FileWay[];
  /** What the network adds to a file of each way, in seconds. */
  readonly fileSec: Float64Array;
  readonly upTo: Float64Array;

  constructor(world: World, region: RegionName, files: FileWay[]) {
    this.region = region;
    this.files = files;
    this.upTo = new Float64Array(files.length);
    const trips = world.scenario.clients.pageRoundTrips;
    const forFiles = trips - Math.min(siteRoundTrips, trips);
    this.fileSec = Float64Array.from(files, ({ route, viaEdge }) =>
      // An edge keeps its connection to the site: what it lacks costs one round trip more.
      viaEdge ? forFiles * delaySec.edgeRoundTrip + farSec(world, route) : forFiles * farSec(world, route),
    );
  }
}

export class PageLoad {
  readonly #regions: RegionPages[] = [];

  /** @param waysOf how the files of a source can come; empty when pages show none */
  constructor(world: World, waysOf: (source: Source) => FileWay[]) {
    for (const source of world.sources) {
      if (!source.traits.isPage) continue;
      let pages = this.#regions.find(({ region }) => region === source.region);
      if (!pages) {
        const files = world.sources.find(
          ({ traits, region }) => traits.does === "file" && region === source.region,
        );
        pages = new RegionPages(world, source.region, files ? waysOf(files) : []);
        this.#regions.push(pages);
      }
      for (const route of source.routes) pages.documents.push({ route, farSec: farSec(world, route) });
    }
    for (const { documents, files } of this.#regions)
      for (const { route } of [...documents, ...files])
        route.kept ??= new Float64Array(world.options.particles);
  }

  /** Puts this step's pages together. */
  learn(world: World): void {
    for (let i = 0; i < this.#regions.length; i++) this.#learnRegion(world, this.#regions[i]!, i);
  }

  #learnRegion(world: World, pages: RegionPages, stream: number): void {
    const { documents, files, upTo } = pages;
    let fileRate = 0;
    for (let i = 0; i < files.length; i++) {
      const way = files[i]!;
      if (way.share > 0) fileRate += way.share * way.route.source.totalPerSec() * way.route.mass;
      upTo[i] = fileRate;
    }
    // Pages whose files cannot be had at all never finish; the books count their failures.
    if (files.length > 0 && fileRate <= 0) return;
    let documentRate = 0;
    for (let d = 0; d < documents.length; d++) {
      const { route } = documents[d]!;
      documentRate += route.offeredPerSec * route.mass;
    }
    if (documentRate <= 0) return;
    const together =
      files.length === 0 ? 0 : Math.max(1, Math.min(filesMax, Math.round(fileRate / documentRate)));
    const random = hash32(world.options.seed, world.tick, streamOf("pages", stream));
    for (let d = 0; d < documents.length; d++) {
      const document = documents[d]!;
      if (document.route.offeredPerSec * document.route.mass > 0)
        this.#load(world, pages, document, together, fileRate, (random + d) >>> 0);
    }
  }

  #load(
    world: World,
    pages: RegionPages,
    document: DocumentWay,
    together: number,
    fileRate: number,
    random: number,
  ): void {
    const { files, upTo, fileSec } = pages;
    const { route } = document;
    const n = world.options.particles;
    const mask = n - 1;
    const weight = (route.offeredPerSec * route.mass * world.dtSec) / n;
    const siteSec = Math.min(siteRoundTrips, world.scenario.clients.pageRoundTrips) * document.farSec;
    const answers = route.kept as Float64Array;
    const jitter = (random >>> 16) / 65_536;
    for (let k = 0; k < n; k++) {
      let slowest = 0;
      for (let f = 0; f < together; f++) {
        const place = (Math.imul(k, strides.file) + (random >>> (3 * f)) + f * 7) & mask;
        const u = ((place + jitter) / n) * fileRate;
        let i = 0;
        while (i < files.length - 1 && u >= upTo[i]!) i++;
        const way = files[i]!;
        const sample = (Math.imul(k, strides.fileSample) + (random >>> 7) + f) & mask;
        const sec = fileSec[i]! + (way.route.kept as Float64Array)[sample]!;
        if (sec > slowest) slowest = sec;
      }
      pages.times.add(siteSec + answers[k]! + slowest, weight);
    }
  }

  /** Page-load indicators, in ms: of all, by region, and of the worst region. */
  measure(indicators: Indicators): void {
    const all = new PageTimes();
    let worst = 0;
    for (const { region, times } of this.#regions) {
      if (times.count <= 0) continue;
      const p95 = times.quantileMs(0.95);
      indicators[`${region}.pageLoadP95Ms`] = p95;
      indicators[`${region}.pageLoadP50Ms`] = times.quantileMs(0.5);
      worst = Math.max(worst, p95);
      all.merge(times);
    }
    if (all.count <= 0) return;
    indicators["pageLoadP95Ms"] = all.quantileMs(0.95);
    indicators["worstRegionPageLoadP95Ms"] = worst;
  }
}

/** Round trip between a route's clients and its site, in seconds; 0 for what an edge answers itself. */
function farSec(world: World, route: Route): number {
  const site = world.sites[route.site];
  return site ? roundTripSec(route.region, site.region) : 0;
}
