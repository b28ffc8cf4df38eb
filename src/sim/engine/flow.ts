/**
 * How requests fall through the tiers. A `Source` is one kind of request from one client region; a
 * `Route` is its way through one site. Each tick the tiers, in path order, thin the flow (losses, with
 * place and reason) and say what each request meets there (a `Hop`); then `Walk` sends K samples along
 * the hops, adding times sample by sample, never percentile by percentile.
 */

import type { RegionName } from "../design/design.ts";
import type { Station } from "../queueing/station.ts";
import { kinds, type RequestKind, type RequestTraits } from "../scenario/kinds.ts";

/** Which samples a hop is for: all, those that hit the cache, or those that missed it. */
export type Branch = "all" | "hit" | "miss";

/** One stop of a route. Tiers create hops when the world is built and set their figures every tick. */
export class Hop {
  readonly place: number;
  readonly branch: Branch;
  /** The queue met here; null for a stop without a queue. */
  station: Station | null = null;
  /** Several queues of which each sample meets one: `stations[i]` up to cumulative share `upTo[i]` (last is 1). */
  stations: readonly Station[] | null = null;
  upTo: Float64Array | null = null;
  /** Share of the branch's samples that stop here. */
  share = 1;
  /** Parallel stops of which the slowest counts (a query over all shards). */
  fan = 1;
  /** Mean service time in seconds; `serviceHitSec` for samples that hit the cache, when it differs. */
  serviceSec = 0;
  serviceHitSec = -1;
  /** Time without any queue (network), in seconds. */
  fixedSec = 0;
  /** Whether a server is held from here on until the answer (the web tier). */
  readonly holds: boolean;
  /** How much longer each of `stations` takes for the same request; null when all are alike. */
  slower: Float64Array | null = null;
  /** Service times over their mean, one a particle, when they differ from the station's own mix. */
  unit: Float64Array | null = null;

  constructor(place: number, options: { readonly branch?: Branch; readonly holds?: boolean } = {}) {
    this.place = place;
    this.branch = options.branch ?? "all";
    this.holds = options.holds ?? false;
  }
}

/** One kind of request from one client region. */
export class Source {
  readonly kind: RequestKind;
  readonly traits: RequestTraits;
  readonly kindIndex: number;
  readonly region: RegionName;
  readonly mobileShare: number;
  /** Its routes, one a site. */
  readonly routes: Route[] = [];
  /** Fresh requests per second in this tick. */
  freshPerSec = 0;
  /** Requests per second in this tick by attempt; `[0]` is fresh. */
  readonly attemptPerSec: Float64Array;

  constructor(
    kind: RequestKind,
    kindIndex: number,
    region: RegionName,
    mobileShare: number,
    attempts: number,
  ) {
    this.kind = kind;
    this.traits = kinds[kind];
    this.kindIndex = kindIndex;
    this.region = region;
    this.mobileShare = mobileShare;
    this.attemptPerSec = new Float64Array(attempts);
  }

  /** All attempts together, per second. */
  totalPerSec(): number {
    let total = 0;
    for (let a = 0; a < this.attemptPerSec.length; a++) total += this.attemptPerSec[a]!;
    return total;
  }
}

const lossesMax = 48;
/** A route with fewer requests a second (one in 30,000 years) carries none: ratios of such figures mean nothing. */
const rateMin = 1e-12;

/** A source's way through one site. */
export class Route {
  readonly source: Source;
  readonly site: number;
  readonly kind: RequestKind;
  readonly traits: RequestTraits;
  readonly region: RegionName;
  /** In the order in which a request meets them. */
  readonly hops: Hop[] = [];
  /** Share of the source that comes this way; set by the names tier. */
  share = 0;
  /** Requests per second that enter this way. */
  offeredPerSec = 0;
  /** Requests per second that reach the next tier now (after losses; bounded by what queues let through). */
  flowPerSec = 0;
  /** Share of what entered that is still on its way to an answer. */
  mass = 1;
  /** Share that the web boxes answer from their own memory and that reaches no cache; part of `hitShare`. */
  localShare = 0;
  /** Share of the samples still alive that some memory answers: the boxes' own or the cache behind them. */
  hitShare = 0;
  /** Round trip between the client and the site, in seconds; part of the answer time, not of the wait. */
  networkSec = 0;
  /** Share of the last walk's samples whose client gave up. */
  timedOutShare = 0;
  /**
   * Mean time that a server is held after its own work, until the answer, in seconds, measured in the last tick.
   * Nobody holds a server longer for one request than its client waits.
   */
  heldSec = 0;
  /** Where to keep the last walk's times, in seconds, without the network; null when nobody asks for them. */
  kept: Float64Array | null = null;
  /** Losses of this tick: bucket and share of what entered. */
  readonly lossBucket: number[] = [];
  readonly lossMass: number[] = [];
  losses = 0;

  constructor(source: Source, site: number) {
    this.source = source;
    this.site = site;
    this.kind = source.kind;
    this.traits = source.traits;
    this.region = source.region;
  }

  /** Before the tiers say what they are: nothing is known to be in any memory. */
  forget(): void {
    this.localShare = 0;
    this.hitShare = 0;
  }

  /** Starts a tick: everything that comes this way is alive. */
  begin(): void {
    const offered = this.source.totalPerSec() * this.share;
    this.offeredPerSec = offered > rateMin ? offered : 0;
    this.flowPerSec = this.offeredPerSec;
    this.mass = 1;
    this.losses = 0;
  }

  /**
   * Loses a share (0…1) of what is still alive, or of one branch of it, to a bucket (place and reason).
   * What is lost does not reach later tiers.
   */
  lose(bucket: number, share: number, branch: Branch = "all"): void {
    if (!(share > 0) || this.mass <= 0) return;
    const bounded = share < 1 ? share : 1;
    const ofBranch = branch === "all" ? 1 : branch === "hit" ? this.hitShare : 1 - this.hitShare;
    const lost = bounded * ofBranch;
    if (lost <= 0) return;
    this.#book(bucket, this.mass * lost);
    const left = 1 - lost;
    if (branch === "miss") this.hitShare = left > 1e-12 ? Math.min(1, this.hitShare / left) : 1;
    else if (branch === "hit") this.hitShare = left > 1e-12 ? (this.hitShare * (1 - bounded)) / left : 0;
    this.mass *= left;
    this.flowPerSec *= left;
  }

  #book(bucket: number, mass: number): void {
    for (let i = 0; i < this.losses; i++)
      if (this.lossBucket[i] === bucket) {
        this.lossMass[i] = this.lossMass[i]! + mass;
        return;
      }
    if (this.losses === lossesMax)
      throw new RangeError("a route loses requests for more reasons than it can keep");
    this.lossBucket[this.losses] = bucket;
    this.lossMass[this.losses++] = mass;
  }
}
