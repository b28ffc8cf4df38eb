/** Everything that a run changes: the tiers at work, the flow through them, the books. Built once a run. */

import { LatencyHistogram } from "../chance/histogram.ts";
import type { Design, RegionName, Site } from "../design/design.ts";
import type { Indicators } from "../names/indicators.ts";
import type { Happened, Note } from "../names/notes.ts";
import type { Place } from "../names/places.ts";
import { Station, type StationLoad } from "../queueing/station.ts";
import { actedOn } from "../scenario/acted.ts";
import type { ActKind, ActOf } from "../scenario/acts.ts";
import { type CommitTimes, commitTimes } from "../scenario/commit.ts";
import { dayOf } from "../scenario/day.ts";
import { requestKinds } from "../scenario/kinds.ts";
import { type EventKind, type Scenario, type ScenarioEvent, withEventStreams } from "../scenario/scenario.ts";
import { Route, Source } from "./flow.ts";
import { Gauges } from "./gauges.ts";
import { type EventOf, Happenings } from "./happenings.ts";
import { kindMask, Ledger } from "./ledger.ts";
import { Losses } from "./losses.ts";
import { SiteAtWork } from "./site.ts";
import { Walk } from "./walk.ts";

/** How exact and how long a run is. */
export interface RunOptions {
  readonly seed: number;
  /** Particles per queue, a power of two: 64 for search, 256 for a reported run. */
  readonly particles: number;
  /** Ticks taken in one step while nothing changes; 1 is exact, 10 screens. */
  readonly stride: number;
  /**
   * Whether whole numbers of requests arrive, drawn anew by each seed as from many people who know nothing of each
   * other (Poisson); otherwise, and when left out, they arrive exactly at the scenario's rates.
   */
  readonly drawsTraffic?: boolean;
}

/** Sums that tiers keep over a run; the report turns them into indicators. */
export class Tally {
  reads = 0;
  staleReads = 0;
  /** Reads of a celebrity's post that asked a cache, and those of them that were given what was before the last like. */
  posts = 0;
  stalePosts = 0;
  ownReads = 0;
  staleOwnReads = 0;
  writes = 0;
  lostWrites = 0;
  recoveredWrites = 0;
  orders = 0;
  lostOrders = 0;
  cacheLookups = 0;
  cacheHits = 0;
  edgeLookups = 0;
  edgeHits = 0;
  sessionSeconds = 0;
  lostSessions = 0;
  /** Sum over all losses of lost ÷ living sessions: how often somebody who stays all day is logged out. */
  lostSessionShare = 0;
  jobs = 0;
  jobsDone = 0;
  lostJobs = 0;
  duplicateJobs = 0;
  parkedJobs = 0;
  /** Requests served in this step, and those of them whose clients had gone before the answer came. */
  stepServed = 0;
  stepInVain = 0;
  /** The same over all steps in which some had gone. */
  servedWhileLate = 0;
  inVain = 0;
}

/** A line of the bill, in dollars a month. `id` names it for the screen ("web", "egress"). */
export interface BillLine {
  readonly id: string;
  readonly perMonth: number;
}

/** A line of the bill that a run meters, told before the run: what it will come to, and the least and most it can. */
export interface ForecastLine extends BillLine {
  readonly atLeast: number;
  readonly atMost: number;
}

/**
 * One tier: what it adds to the bill and how it is built into a world. The engine knows nothing else.
 * `scope` "global" is built once (with the home site), "site" once a site.
 */
export interface TierModel {
  readonly name: string;
  readonly scope: "global" | "site";
  /** Built once, but paid for at each site. */
  readonly isPaidBySite?: true;
  /** What the design's part costs whether used or not. Metered lines come from the built tier. */
  bill(design: Design, site: Site): BillLine[];
  /** What the built tier will meter under the scenario's traffic, told without a run. */
  forecast?(design: Design, site: Site, scenario: Scenario): ForecastLine[];
  /** The tier at work, or undefined when the design has none of it. */
  build(world: World, site: SiteAtWork): Tier | undefined;
}

/** A tier at work. Called every tick: all `prepare`, then all `serve` in path order. */
export interface Tier {
  /** What this tier is in this tick: faults, failovers, scaling, memory, hit ratio. */
  prepare?(world: World): void;
  /** Takes the flow that reaches it: steps its queues, loses what it must, sets its hops. */
  serve?(world: World): void;
  /** After the tick's samples were walked: what the tier learns from them. */
  learn?(world: World): void;
  /** After the run: its own indicators, by name. */
  measure?(world: World, indicators: Indicators): void;
  /** After the run: what its use cost a month. */
  metered?(world: World): BillLine[];
}

const userFacing = kindMask(({ isCounted }) => isCounted);

export class World {
  readonly design: Design;
  readonly scenario: Scenario;
  readonly options: RunOptions;
  readonly sites: SiteAtWork[];
  readonly sources: Source[] = [];
  readonly routes: Route[] = [];
  readonly ledger = new Ledger();
  readonly gauges = new Gauges();
  readonly tally = new Tally();
  readonly notes: Note[] = [];
  readonly losses: Losses;
  readonly walk: Walk;
  readonly commit: CommitTimes;
  /** One histogram of answer times, in seconds, per source. */
  readonly latency: LatencyHistogram[] = [];
  /** Kinds of requests that count in the books. */
  readonly userFacing = userFacing;

  /** Index of the step, start of the step in simulated seconds, its length in seconds. */
  tick = 0;
  timeSec = 0;
  dtSec = 1;

  /** The scenario's events, and those that acts bring about. */
  readonly #events: readonly ScenarioEvent[];
  readonly #places: Place[] = [];
  #streams = 0;

  constructor(design: Design, scenario: Scenario, options: RunOptions) {
    this.design = design;
    const nodes = design.sites[0].cache.nodes;
    const acted = actedOn(dayOf(scenario, options.seed), nodes);
    this.scenario = withEventStreams(acted.scenario);
    const { events } = this.scenario;
    // Those of a scenario as they are: what is picked of them is remembered for every run of it.
    this.#events = acted.broughtAbout.length > 0 ? [...events, ...acted.broughtAbout] : events;
    this.options = options;
    this.commit = commitTimes(scenario.commit);
    this.walk = new Walk(options.particles, options.seed);
    this.sites = design.sites.map((site, index) => new SiteAtWork(site, index));
    this.losses = new Losses(Math.ceil(scenario.ticks / options.stride));
    for (const stream of this.scenario.streams) {
      for (const region of Object.keys(stream.regions) as RegionName[]) {
        const kindIndex = requestKinds.indexOf(stream.kind);
        const source = new Source(
          stream.kind,
          kindIndex,
          region,
          stream.mobileShare,
          scenario.clients.attempts,
        );
        this.sources.push(source);
        this.latency.push(new LatencyHistogram());
        for (const site of this.sites) {
          const route = new Route(source, site.index);
          source.routes.push(route);
          site.routes.push(route);
          this.routes.push(route);
        }
      }
    }
  }

  /** The number of a place; made on first use. */
  placeNumber(place: Place): number {
    const known = this.#places.indexOf(place);
    return known >= 0 ? known : this.#places.push(place) - 1;
  }

  /** The place of a number. */
  placeOf(number: number): Place {
    return this.#places[number]!;
  }

  /** A queue of its own randomness. */
  newStation(): Station {
    return new Station(this.options.particles, this.options.seed, ++this.#streams);
  }

  /** Keeps something that happened, at the present time. */
  note(happened: Happened): void {
    this.notes.push({ ...happened, atSec: this.timeSec });
  }

  /** The events of a kind that concern whoever asks, to be asked in every step. */
  happenings<K extends EventKind>(kind: K, concerns?: (event: EventOf<K>) => boolean): Happenings<K> {
    return new Happenings(this, this.#events, kind, concerns);
  }

  /** The acts of a kind, for whoever carries them out. */
  acts<K extends ActKind>(does: K): readonly ActOf<K>[] {
    const { acts = [] } = this.scenario;
    return acts.filter((act): act is ActOf<K> => act.does === does);
  }
}

/** A load to reuse every tick, so that nothing is allocated there. */
export function newLoad(): StationLoad {
  return {
    arrivalRatePerSec: 0,
    serviceTimeSec: 0.001,
    servers: 1,
    serviceCv2: 1,
    unitCv2: 1,
    arrivalCv2: 1,
    waitPower: 1,
    queueLimit: Number.POSITIVE_INFINITY,
  };
}
