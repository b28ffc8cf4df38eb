/** How many web boxes will come and go, told without a run: the pool and its scaler follow the traffic's work alone. */
import type { Design, RegionName, Site } from "../../design/design.ts";
import { type EventOf, Happenings } from "../../engine/happenings.ts";
import { SiteAtWork } from "../../engine/site.ts";
import type { ForecastLine } from "../../engine/world.ts";
import type { MemoryLoad } from "../../keys/cache-load.ts";
import { boxPricePerMonth, statelessScaling } from "../../scenario/capacities.ts";
import { kinds } from "../../scenario/kinds.ts";
import {
  crowdAt,
  type EventKind,
  rateAt,
  type Scenario,
  type Stream,
  sessionLifeSec,
  withEventStreams,
} from "../../scenario/scenario.ts";
import { hasWebTier } from "../common/data-home.ts";
import { regionsOf, remembered, shareOf } from "../common/forecast.ts";
import { stretch } from "../common/mix.ts";
import { siteMemory } from "../common/site-memory.ts";
import { webCostOf } from "../common/web-costs.ts";
import { BoxPool, isScaled, type PoolWorld, scaledMax, scaledMin } from "./pool.ts";

/** Steps in which the cache is followed. */
const cacheStepsMax = 100;

interface ServedSite {
  readonly site: Site;
  readonly index: number;
  /** Whose users come here. */
  readonly regions: readonly RegionName[];
  /** Whether edges take the files off the boxes. */
  readonly hasEdges: boolean;
}

/** The line of a site's boxes beyond the least. */
export function forecastBoxes(design: Design, site: Site, scenario: Scenario): ForecastLine[] {
  if (!hasWebTier(site) || !isScaled(site)) return [];
  const place = {
    site,
    index: design.sites.indexOf(site),
    regions: regionsOf(design, site, scenario),
    hasEdges: design.cdn.assets !== "none",
  };
  const price = boxPricePerMonth[site.web.size]!;
  const extra = Math.max(0, boxesOnAverage(scenario, place) - scaledMin(site));
  return [
    { id: "web", perMonth: extra * price, atLeast: 0, atMost: (scaledMax(site) - scaledMin(site)) * price },
  ];
}

/** Boxes that are paid for, on average over the scenario, while all requests are answered. */
const boxesOnAverage = remembered((scenario: Scenario, place: ServedSite): number => {
  const { site, index } = place;
  const { ticks, tickSec } = scenario;
  const work = new SiteWork(withEventStreams(scenario), place);
  const world: PoolWorld & { timeSec: number } = {
    scenario,
    options: { stride: 1 },
    timeSec: 0,
    dtSec: tickSec,
    happenings: <K extends EventKind>(kind: K, concerns?: (event: EventOf<K>) => boolean) =>
      new Happenings(world, scenario.events, kind, concerns),
    acts: () => [],
    note: () => {},
  };
  const pool = new BoxPool(world, new SiteAtWork(site, index));
  for (let tick = 0; tick < ticks; tick++) {
    world.timeSec = tick * tickSec;
    pool.advance(world);
    const cores = pool.serving * site.web.size;
    pool.measure(cores > 0 ? Math.min(1, work.coresAt(world.timeSec, tickSec) / cores) : 0);
  }
  return ticks > 0 ? pool.paidBoxSec / (ticks * tickSec) : 0;
});

/** Work of a site's requests over time. */
class SiteWork {
  readonly #scenario: Scenario;
  readonly #place: ServedSite;
  readonly #memory;
  readonly #load: MemoryLoad = {
    readsPerSec: 0,
    changesPerSec: 0,
    crawledPerSec: 0,
    regenerateSec: 0,
    filledShare: 1,
    growth: 1,
  };
  readonly #cacheStepSec: number;
  #cacheUntilSec = 0;

  constructor(scenario: Scenario, place: ServedSite) {
    this.#scenario = scenario;
    this.#place = place;
    const steps = Math.min(scenario.ticks, cacheStepsMax);
    this.#cacheStepSec = (scenario.ticks * scenario.tickSec) / steps;
    this.#memory = place.site.cache.nodes > 0 ? siteMemory(place.site, scenario.data, steps) : undefined;
  }

  /** Cores that the requests of a step keep busy, on boxes of the site's size. */
  coresAt(timeSec: number, dtSec: number): number {
    const scenario = this.#scenario;
    const place = this.#place;
    const { site } = place;
    const asksStore = site.sessions.store !== "local" && sessionLifeSec(scenario) > 0;
    const publishes = site.queue.kind !== "none";
    const middle = timeSec + dtSec / 2;
    const hits = this.#hitRatio(middle);
    let sec = 0;
    for (const stream of scenario.streams) {
      const traits = kinds[stream.kind];
      if (traits.does === "file" && place.hasEdges) continue;
      const rate = this.#rateOf(stream, middle);
      const { missSec, hitSec } = webCostOf(traits, site, asksStore && traits.hasSession, publishes);
      const hit = traits.isCached ? hits : 0;
      sec += rate * (missSec * (1 - hit) + hitSec * hit);
    }
    return sec * stretch(site.web.size, statelessScaling);
  }

  #rateOf({ kind, curve, regions }: Stream, atSec: number): number {
    const share = shareOf(regions, this.#place.regions);
    return (rateAt(curve, atSec) + crowdAt(this.#scenario, kind, atSec)) * share;
  }

  /** Share of the kept reads that memory answers. */
  #hitRatio(atSec: number): number {
    const memory = this.#memory;
    const load = this.#load;
    const scenario = this.#scenario;
    if (!memory) return 0;
    for (; this.#cacheUntilSec <= atSec; this.#cacheUntilSec += this.#cacheStepSec) {
      memory.begin(this.#cacheUntilSec, this.#cacheStepSec);
      load.readsPerSec = 0;
      load.changesPerSec = 0;
      for (const stream of scenario.streams) {
        const rate = this.#rateOf(stream, this.#cacheUntilSec + this.#cacheStepSec / 2);
        if (kinds[stream.kind].isCached) load.readsPerSec += rate;
        if (stream.kind === "write") load.changesPerSec += rate * scenario.data.changesPerWrite;
      }
      memory.look(load);
      memory.advance(load);
    }
    return memory.hitRatio;
  }
}
