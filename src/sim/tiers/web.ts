/** The web tier: identical boxes that compute the answers, each with so many cores and so many workers. */
import { boxPricePerMonth, delaySec, listenPerCore, poolPerCore, webCpuSec } from "../capacities.ts";
import { Hop, type Route } from "../flow.ts";
import { exponentials, hash32, TABLE_SIZE } from "../random.ts";
import type { Station } from "../station.ts";
import { type BillLine, newLoad, type SiteState, type Tier, type TierModel, type World } from "../world.ts";
import { originBranch } from "./balancer.ts";
import { BoxGroups, type Picking } from "./box-groups.ts";
import { hasWebTier } from "./data-home.ts";
import { Mix, stretch } from "./mix.ts";
import { overlapShare } from "./overlap.ts";
import { BoxPool, isScaled, scaledMin } from "./pool.ts";
import { needsSession, SessionBook, sessionLifeSec } from "./session-book.ts";
import { type RequestCost, requestCost } from "./web-costs.ts";

/** Part of the way that the measured time downstream moves towards its newest value in a step. */
const damping = 0.3;
/** How many times longer work takes on a box that does next to nothing. */
const standstill = 1e6;
/** A balancer's own cookie keeps a user at a box for about so long, when nothing else ends the visit. */
const cookieSec = 1_500;

const picking: Readonly<Record<string, Picking>> = {
  "round-robin": "round-robin",
  random: "random",
  least: "least-connections",
  two: "two-choices",
};

export const web: TierModel = {
  name: "web",
  scope: "site",
  bill: (_design, site) => {
    if (!hasWebTier(site)) return [];
    const boxes = isScaled(site) ? scaledMin(site) : site.web.count;
    return [{ id: "web", perMonth: boxes * (boxPricePerMonth[site.web.size] as number) }];
  },
  build: (world, state) => {
    if (hasWebTier(state.site)) return new Web(world, state);
    return state.site.box.size > 0 ? undefined : new NoServer(world, state);
  },
};

/** A site without anything that answers. */
class NoServer implements Tier {
  private readonly bucket: number;
  private readonly routes: Route[];

  constructor(world: World, state: SiteState) {
    this.bucket = world.ledger.bucket(`web${state.suffix}`, "no server");
    this.routes = state.routes;
  }

  serve(): void {
    for (const route of this.routes) route.lose(this.bucket, 1, originBranch(route));
  }
}

/** What the tier keeps about one route. */
interface Visit {
  readonly route: Route;
  readonly hop: Hop;
  /** The extra connection of those who were sent to a dead box first. */
  readonly again: Hop;
  readonly cost: RequestCost;
  readonly knows: boolean;
  /** Requests per second that reached the boxes in this step. */
  flowPerSec: number;
}

class Web implements Tier {
  private readonly state: SiteState;
  private readonly visits: Visit[] = [];
  private readonly pool: BoxPool;
  private readonly groups: BoxGroups;
  private readonly book: SessionBook;
  private readonly load = newLoad();
  private readonly mix = new Mix();
  private readonly vcpu: number;
  private readonly stretch: number;
  private readonly workers: number;
  /** Lists of stations and cumulative shares by number of groups, so that none is made during the run. */
  private readonly stationLists: Station[][] = [];
  private readonly upTo: Float64Array[] = [];
  private readonly slower: Float64Array[] = [];
  private readonly units: readonly Float64Array[];
  private readonly isPublic: boolean;
  private readonly retries: boolean;
  /** Sessions live on the boxes. */
  private readonly isLocal: boolean;
  /** Any box may get a request, and only one knows its session. */
  private readonly isScattered: boolean;
  private readonly affinitySec: number;
  private readonly loss;
  private readonly gauges;
  private readonly seed: number;
  /** Mean time that a worker is held downstream, in seconds. */
  private downstreamSec = 0;
  private arrivalsPerSec = 0;
  private wasRestarting = false;

  constructor(world: World, state: SiteState) {
    const { site, suffix } = state;
    const name = `web${suffix}`;
    const place = world.place(name);
    const { lb } = site;
    this.state = state;
    this.vcpu = site.web.size;
    this.stretch = stretch(this.vcpu);
    this.workers = site.web.pool > 0 ? site.web.pool : poolPerCore * this.vcpu;
    this.pool = new BoxPool(world, state);
    const life = sessionLifeSec(world);
    const balanced = lb.nodes > 0;
    const isSticky = balanced && lb.sticky;
    this.isPublic = !balanced || lb.public;
    this.retries = balanced && lb.retry;
    this.isLocal = site.sessions.store === "local" && life > 0;
    this.isScattered = this.isLocal && balanced && !isSticky;
    this.affinitySec = life > 0 ? life : cookieSec;
    const maySlow = world.scenario.events.some((event) => event.what === "slow" && event.tier === "web");
    // Names give each user any address, and the user keeps it: a split at random.
    const policy: Picking = balanced ? (picking[lb.policy] as Picking) : "random";
    this.groups = new BoxGroups(world, this.pool.serving, this.vcpu, policy, isSticky, maySlow);
    for (let n = 0; n <= this.groups.groups.length; n++) {
      this.stationLists.push(this.groups.groups.slice(0, n).map((group) => group.station));
      this.upTo.push(new Float64Array(n));
      this.slower.push(new Float64Array(n));
    }
    this.book = new SessionBook(world, state);
    this.seed = world.options.seed ^ (state.index + 1);
    this.units = unitBlocks(world.options.particles);
    this.loss = {
      refused: world.ledger.bucket(name, "queue full"),
      dead: world.ledger.bucket(name, "box is down"),
      stopped: world.ledger.bucket(name, "process is down"),
      died: world.ledger.bucket(name, "lost with its box"),
      out: world.ledger.bucket(name, "logged out"),
      wrong: world.ledger.bucket(name, "session is on another box"),
    };
    this.gauges = {
      utilization: world.gauges.add(`${name}.utilization`),
      cpu: world.gauges.add(`${name}.cpu`),
      slots: world.gauges.add(`${name}.slots`),
      backlog: world.gauges.add(`${name}.backlog`),
      up: world.gauges.add(`${name}.up`, 1),
      boxes: world.gauges.add(`${name}.boxes`, this.pool.serving),
      paid: world.gauges.add(`${name}.paidBoxes`, this.pool.paid),
      oldest: world.gauges.add(`${name}.busiestCpu`),
      newest: world.gauges.add(`${name}.idlestCpu`),
      sessions: world.gauges.add(`${name}.sessions`),
    };
    const sharedSessions = site.sessions.store !== "local" && life > 0;
    for (const route of state.routes) {
      const knows = needsSession(route.kind);
      const branch = originBranch(route);
      const again = new Hop(place, { branch });
      again.share = 0;
      again.fixedSec = delaySec.connectTimeout;
      const hop = new Hop(place, { branch, holds: true });
      route.hops.push(again, hop);
      const cost = requestCost(route.kind, site, knows && sharedSessions);
      this.visits.push({ route, hop, again, cost, knows, flowPerSec: 0 });
    }
  }

  prepare(world: World): void {
    const { pool, groups } = this;
    pool.advance(world);
    const before = groups.boxes;
    const restart = world.event("restart", "web");
    const isRestarting = restart !== undefined;
    if (isRestarting && !this.wasRestarting) {
      groups.forget();
      if (this.isLocal) this.book.lose(world, 1);
    }
    this.wasRestarting = isRestarting;
    const left = groups.resize(pool.serving);
    // Where sessions are scattered the boxes lose them too, though nobody could use them.
    if (left > 0 && before > 0 && this.isLocal) this.book.lose(world, left);
    const slow = world.event("slow", "web");
    groups.slow(slow ? Math.min(slow.boxes, pool.serving) : 0, slow ? slow.speed : 1);
    this.state.webBoxes = pool.serving;
  }

  serve(world: World): void {
    const { groups, mix, visits } = this;
    const { serving, deadAsked } = this.pool;
    const restart = world.event("restart", "web");
    const stopped = restart ? overlapShare(world, restart.atSec, restart.atSec + restart.durationSec) : 0;
    const asked = serving + deadAsked;
    const dead = asked > 0 ? deadAsked / asked : 1;
    const isRetried = this.retries && serving > 0;
    this.book.count(world, true);
    const out = this.book.comeBack(world);
    const wrong = this.isScattered && serving > 1 ? 1 - 1 / serving : 0;

    mix.clear();
    for (let i = 0; i < visits.length; i++) {
      const visit = visits[i] as Visit;
      const { route, cost } = visit;
      const branch = originBranch(route);
      route.lose(this.loss.stopped, stopped, branch);
      if (!isRetried) route.lose(this.loss.dead, dead, branch);
      visit.again.share = isRetried ? dead : 0;
      visit.flowPerSec = route.flowPerSec;
      const turned = visit.knows ? Math.min(1, wrong + out) : 0;
      const hits = branch === "all" ? route.hitShare : 0;
      mix.add(visit.flowPerSec * (1 - turned) * (1 - hits), cost.missSec);
      mix.add(visit.flowPerSec * (1 - turned) * hits, cost.hitSec);
      mix.add(visit.flowPerSec * turned, webCpuSec.turnAway);
    }
    const scan = this.isPublic ? world.event("scan") : undefined;
    const pace = scan ? 1 - scan.cpuShare * overlapShare(world, scan.atSec, endOfScan(scan.untilSec)) : 1;
    const slowest = Math.min(standstill, this.stretch / pace);
    this.arrivalsPerSec = mix.ratePerSec;
    // A crash between two steps takes with it what its boxes were working on and kept waiting.
    const died = this.diedShare(world);
    if (groups.isSticky) groups.age(world.dtSec, this.stickySessions(asked), this.affinitySec);
    const blocked = this.stepQueues(world, slowest, serving * (1 - stopped));
    const accepted = this.arrivalsPerSec * (1 - blocked);
    const through = accepted > 0 ? this.departuresPerSec / accepted : 1;
    const unit = this.units[hash32(this.seed, world.tick, 77) % this.units.length] as Float64Array;
    for (let i = 0; i < visits.length; i++) {
      const visit = visits[i] as Visit;
      const { route, hop, cost } = visit;
      const branch = originBranch(route);
      hop.serviceSec = cost.missSec * slowest;
      hop.serviceHitSec = cost.hitSec * slowest;
      hop.unit = unit;
      this.place(hop);
      route.lose(this.loss.refused, blocked, branch);
      route.lose(this.loss.died, died, branch);
      if (visit.knows) {
        route.lose(this.loss.wrong, wrong);
        route.lose(this.loss.out, out);
      }
      route.flowPerSec *= through;
    }
  }

  /** What the workers learn about the time they are held downstream. */
  learn(): void {
    let held = 0;
    let flow = 0;
    for (let i = 0; i < this.visits.length; i++) {
      const { route, flowPerSec } = this.visits[i] as Visit;
      flow += flowPerSec;
      // Whoever is turned away at once holds nobody.
      if (route.mass > 0) held += route.offeredPerSec * route.mass * route.heldSec;
    }
    const mean = flow > 0 ? Math.min(held / flow, 1e6) : 0;
    this.downstreamSec += damping * (mean - this.downstreamSec);
  }

  measure(world: World, indicators: Record<string, number>): void {
    const boxes = world.timeSec > 0 ? this.pool.paidBoxSec / world.timeSec : this.pool.paid;
    indicators["webBoxesMean"] = rounded((indicators["webBoxesMean"] ?? 0) + boxes);
    indicators["sessionsLost"] = Math.round(world.tally.lostSessions);
    indicators["lostSessionsShare"] = rounded(world.tally.lostSessionShare);
  }

  metered(world: World): BillLine[] {
    const { site } = this.state;
    if (!isScaled(site) || world.timeSec <= 0) return [];
    const extra = this.pool.paidBoxSec / world.timeSec - scaledMin(site);
    return [{ id: "web", perMonth: Math.max(0, extra) * (boxPricePerMonth[site.web.size] as number) }];
  }

  private departuresPerSec = 0;

  /** Users that sticky cookies bind: sessions, or anybody who came with a cookie. */
  private stickySessions(asked: number): number {
    const users = this.book.live > 0 ? this.book.live : this.arrivalsPerSec * this.affinitySec;
    return asked > 0 ? (users * this.pool.serving) / asked : 0;
  }

  /** Steps the queue of every group; returns the share of arrivals that found no room. */
  private stepQueues(world: World, slowest: number, boxes: number): number {
    const { groups, mix, load, vcpu, gauges } = this;
    const rate = mix.ratePerSec;
    mix.fill(load, vcpu, 1, webCpuSec.dynamic);
    const meanSec = (load.serviceTimeSec / this.stretch) * slowest;
    const cpuPerSec = vcpu / meanSec;
    groups.split(rate, meanSec);
    let blocked = 0;
    let waiting = 0;
    let busiest = 0;
    let most = 0;
    let least = Number.POSITIVE_INFINITY;
    let slots = 0;
    this.departuresPerSec = 0;
    for (let g = 0; g < groups.count; g++) {
      const group = groups.groups[g] as (typeof groups.groups)[number];
      const { queue, station, speed } = group;
      // A process that is down for a part of the step leaves its boxes' work to the rest of it.
      const up = group.boxes > 0 && boxes > 0 ? (group.boxes * boxes) / this.pool.serving : 0;
      const perBox = up > 0 ? (rate * group.share) / up : 0;
      const ownSec = meanSec * Math.min(standstill, 1 / speed);
      const coresPerSec = vcpu / ownSec;
      const workersPerSec = this.workers / (ownSec + this.downstreamSec);
      load.arrivalRatePerSec = perBox * queue.boxesPooled;
      load.arrivalCv2 = queue.arrivalCv2;
      if (workersPerSec < coresPerSec) {
        load.servers = this.workers * queue.boxesPooled;
        load.serviceTimeSec = ownSec + this.downstreamSec;
      } else {
        load.servers = up > 0 ? queue.servers : 0;
        load.serviceTimeSec = ownSec;
      }
      load.queueLimit = (this.workers + listenPerCore * vcpu) * queue.boxesPooled;
      station.step(load, world.tick, world.dtSec);
      const alike = queue.boxesPooled > 0 ? up / queue.boxesPooled : 0;
      const departures = station.departureRatePerSec * alike;
      const cpu = up > 0 ? departures / up / coresPerSec : 0;
      blocked += group.share * station.blockedShare;
      this.departuresPerSec += departures;
      waiting += station.backlog * alike;
      slots = Math.max(slots, up > 0 ? departures / up / workersPerSec : 0);
      if (up > 0) {
        busiest = Math.max(busiest, station.utilization);
        most = Math.max(most, cpu);
        least = Math.min(least, cpu);
      }
    }
    const mean = boxes > 0 ? Math.min(1, this.departuresPerSec / (boxes * cpuPerSec)) : 0;
    this.pool.measure(mean);
    world.gauges.set(gauges.utilization, busiest);
    world.gauges.set(gauges.cpu, mean);
    world.gauges.set(gauges.slots, Math.min(1, slots));
    world.gauges.set(gauges.backlog, waiting);
    world.gauges.set(gauges.up, boxes / Math.max(1e-9, this.pool.serving + this.pool.deadAsked));
    world.gauges.set(gauges.boxes, this.pool.serving);
    world.gauges.set(gauges.paid, this.pool.paid);
    world.gauges.set(gauges.oldest, Math.min(1, most));
    world.gauges.set(gauges.newest, Math.min(1, least));
    world.gauges.set(gauges.sessions, this.book.live);
    return boxes > 0 ? Math.min(1, blocked) : 0;
  }

  /** Requests that were inside boxes which died in this step, as a share of those that arrive in it. */
  private diedShare(world: World): number {
    const { pool, groups } = this;
    const arrivals = this.arrivalsPerSec * world.dtSec;
    if (pool.dying <= 0 || arrivals <= 0) return 0;
    let inside = 0;
    for (let g = 0; g < groups.count; g++) {
      const group = groups.groups[g] as (typeof groups.groups)[number];
      const { station, queue } = group;
      const inBox = station.ledgerBacklog / queue.boxesPooled + station.utilization * this.vcpu;
      inside += inBox * group.share * pool.dying;
    }
    return Math.min(1, inside / arrivals);
  }

  private place(hop: Hop): void {
    const { groups } = this;
    const n = groups.count;
    const first = groups.groups[0] as (typeof groups.groups)[number];
    if (n === 1) {
      hop.stations = null;
      hop.upTo = null;
      hop.slower = null;
      hop.station = first.station;
      const slower = Math.min(standstill, 1 / first.speed);
      hop.serviceSec *= slower;
      hop.serviceHitSec *= slower;
      return;
    }
    const stations = this.stationLists[n] as Station[];
    const upTo = this.upTo[n] as Float64Array;
    const slower = this.slower[n] as Float64Array;
    let sum = 0;
    for (let g = 0; g < n; g++) {
      const group = groups.groups[g] as (typeof groups.groups)[number];
      sum += group.share;
      stations[g] = group.station;
      upTo[g] = sum;
      slower[g] = Math.min(standstill, 1 / group.speed);
    }
    upTo[n - 1] = 1;
    hop.stations = stations;
    hop.upTo = upTo;
    hop.slower = slower;
  }
}

function rounded(value: number): number {
  return Number(value.toPrecision(7));
}

function endOfScan(untilSec: number | undefined): number {
  return untilSec ?? Number.POSITIVE_INFINITY;
}

const blocksBySize = new Map<number, readonly Float64Array[]>();

/** Exponential service times over their mean, in blocks of one per particle: each kind of request is exponential by itself. */
function unitBlocks(particles: number): readonly Float64Array[] {
  let blocks = blocksBySize.get(particles);
  if (!blocks) {
    blocks = Array.from({ length: TABLE_SIZE / particles }, (_, i) =>
      exponentials.subarray(i * particles, (i + 1) * particles),
    );
    blocksBySize.set(particles, blocks);
  }
  return blocks;
}
