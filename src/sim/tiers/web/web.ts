/** The web tier: identical boxes that compute the answers. docs/model/web.md has the formulas. */

import { Hop, type Route } from "../../engine/flow.ts";
import { type Happenings, slowdown } from "../../engine/happenings.ts";
import type { SiteAtWork } from "../../engine/site.ts";
import type { BillLine, Tier, TierModel, World } from "../../engine/world.ts";
import type { Indicators } from "../../names/indicators.ts";
import { boxPricePerMonth, delaySec, statelessScaling, webCpuSec } from "../../scenario/capacities.ts";
import { sessionLifeSec } from "../../scenario/scenario.ts";
import { hasWebTier, mainStore } from "../common/data-home.ts";
import { Demand } from "../common/demand.ts";
import { stretch } from "../common/mix.ts";
import { type WebCost, webCostOf } from "../common/web-costs.ts";
import { forecastBoxes } from "./forecast.ts";
import { BoxPool, isScaled, scaledMin } from "./pool.ts";
import { SessionBook } from "./session-book.ts";
import { WebQueues } from "./web-queues.ts";

/** A balancer's own cookie keeps a user at a box for about so long, when nothing else ends the visit. */
const cookieSec = 1_500;

export const web: TierModel = {
  name: "web",
  scope: "site",
  bill: (_design, site) => {
    if (!hasWebTier(site)) return [];
    const boxes = isScaled(site) ? scaledMin(site) : site.web.count;
    return [{ id: "web", perMonth: boxes * boxPricePerMonth[site.web.size]! }];
  },
  forecast: forecastBoxes,
  build: (world, state) => {
    if (hasWebTier(state.design)) return new WebTier(world, state);
    return state.design.box.size > 0 ? undefined : new NoServer(world, state);
  },
};

/** A site without anything that answers. */
class NoServer implements Tier {
  readonly #bucket: number;
  readonly #routes: Route[];

  constructor(world: World, state: SiteAtWork) {
    this.#bucket = world.ledger.bucket(state.place("web"), "no-server");
    this.#routes = state.routes;
  }

  serve(): void {
    for (let i = 0; i < this.#routes.length; i++) this.#routes[i]!.lose(this.#bucket, 1);
  }
}

/** What the tier keeps about one route. */
interface WebPassage {
  readonly route: Route;
  readonly hop: Hop;
  /** The extra connection of those who were sent to a dead box first. */
  readonly again: Hop;
  readonly cost: WebCost;
  /** Whether the box must know who asks. */
  readonly knows: boolean;
  /** Requests per second that reached the boxes in this step. */
  flowPerSec: number;
}

class WebTier implements Tier {
  readonly #state: SiteAtWork;
  readonly #passages: WebPassage[] = [];
  readonly #pool: BoxPool;
  readonly #queues: WebQueues;
  readonly #book: SessionBook;
  readonly #stretch: number;
  readonly #retries: boolean;
  /** Whether a scan comes, so that there is something to say of breaches. */
  readonly #isScanned: boolean;
  /** Sessions live on the boxes. */
  readonly #isLocal: boolean;
  /** Any box may get a request, and only one knows its session. */
  readonly #isScattered: boolean;
  readonly #affinitySec: number;
  readonly #loss;
  readonly #gauges;
  readonly #demand: Demand;
  readonly #restarts: Happenings<"restart">;
  readonly #slow: Happenings<"slow">;
  readonly #reports: Happenings<"report">;
  /** Whether the application adds reports up itself, because its store only finds what has a key. */
  readonly #reckons: boolean;
  #wasRestarting = false;

  constructor(world: World, state: SiteAtWork) {
    const { design: site } = state;
    const name = state.place("web");
    const place = world.placeNumber(name);
    const { lb } = site;
    this.#state = state;
    this.#restarts = world.happenings(
      "restart",
      ({ tier, region = state.region }) => tier === "web" && region === state.region,
    );
    this.#slow = world.happenings("slow", ({ tier }) => tier === "web");
    this.#isScanned = world.happenings("scan").events.length > 0;
    this.#reports = world.happenings("report");
    this.#reckons = mainStore(site) === "kv";
    this.#stretch = stretch(site.web.size, statelessScaling);
    this.#pool = new BoxPool(world, state);
    this.#queues = new WebQueues(world, state, this.#pool.serving);
    this.#book = new SessionBook(world, state);
    const life = sessionLifeSec(world.scenario);
    const balanced = lb.nodes > 0;
    this.#retries = balanced && lb.retry;
    this.#isLocal = site.sessions.store === "local" && life > 0;
    this.#isScattered = this.#isLocal && balanced && !lb.sticky;
    this.#affinitySec = life > 0 ? life : cookieSec;
    this.#loss = {
      refused: world.ledger.bucket(name, "queue-full"),
      dead: world.ledger.bucket(name, "box-down"),
      stopped: world.ledger.bucket(name, "process-down"),
      died: world.ledger.bucket(name, "lost-with-box"),
      out: world.ledger.bucket(name, "logged-out"),
      wrong: world.ledger.bucket(name, "session-elsewhere"),
    };
    this.#demand = new Demand(world, name);
    this.#gauges = {
      utilization: world.gauges.add(`${name}.utilization`),
      cpu: world.gauges.add(`${name}.cpu`),
      slots: world.gauges.add(`${name}.slots`),
      backlog: world.gauges.add(`${name}.backlog`),
      up: world.gauges.add(`${name}.up`, 1),
      boxes: world.gauges.add(`${name}.boxes`, this.#pool.serving),
      paid: world.gauges.add(`${name}.paidBoxes`, this.#pool.paid),
      busiest: world.gauges.add(`${name}.busiestCpu`),
      idlest: world.gauges.add(`${name}.idlestCpu`),
      sessions: world.gauges.add(`${name}.sessions`),
      /** Crowds of boxes that are alike, where there may be several. */
      each: this.#queues.groups.groups.map((_, i, { length }) => ({
        cpu: length > 1 ? world.gauges.add(`${name}.utilizationOf${i + 1}`) : -1,
        boxes: length > 1 ? world.gauges.add(`${name}.boxesOf${i + 1}`) : -1,
      })),
    };
    const publishes = site.queue.kind !== "none";
    const asksStore = site.sessions.store !== "local" && life > 0;
    for (const route of state.routes) {
      const knows = life > 0 && route.traits.hasSession;
      const again = new Hop(place);
      again.share = 0;
      again.fixedSec = delaySec.connectTimeout;
      const hop = new Hop(place, { holds: true });
      route.hops.push(again, hop);
      const cost = webCostOf(route.traits, site, knows && asksStore, publishes);
      this.#passages.push({ route, hop, again, cost, knows, flowPerSec: 0 });
    }
  }

  prepare(world: World): void {
    const pool = this.#pool;
    const { groups } = this.#queues;
    pool.advance(world);
    const isRestarting = this.#restarts.share > 0;
    if (isRestarting && !this.#wasRestarting) {
      groups.forget();
      if (this.#isLocal) this.#book.lose(world, 1);
    }
    this.#wasRestarting = isRestarting;
    const left = groups.resize(pool.serving, pool.stayingShare);
    if (this.#isLocal) this.#book.lose(world, left);
    const { boxes, speed } = slowdown(this.#slow);
    groups.slow(Math.min(boxes, pool.serving), speed);
    this.#state.webBoxes = pool.serving;
  }

  serve(world: World): void {
    const queues = this.#queues;
    const passages = this.#passages;
    const { groups, mix } = queues;
    const { serving, deadAsked } = this.#pool;
    const stopped = this.#restarts.share;
    const asked = serving + deadAsked;
    const dead = asked > 0 ? deadAsked / asked : 1;
    const isRetried = this.#retries && serving > 0;
    this.#book.count(world, true);
    const out = this.#book.logInAgain(world);
    const wrong = this.#isScattered && serving > 1 ? 1 - 1 / serving : 0;

    mix.clear();
    let waiting = 0;
    let waitingWorkSec = 0;
    for (let i = 0; i < passages.length; i++) {
      const passage = passages[i]!;
      const { route, cost } = passage;
      const formerPerSec = passage.flowPerSec;
      route.lose(this.#loss.stopped, stopped);
      if (!isRetried) route.lose(this.#loss.dead, dead);
      passage.again.share = isRetried ? dead : 0;
      passage.flowPerSec = route.flowPerSec;
      const turned = passage.knows ? Math.min(1, wrong + out) : 0;
      const served = passage.flowPerSec * (1 - turned);
      mix.add(served * (1 - route.hitShare), cost.missSec);
      mix.add(served * route.hitShare, cost.hitSec);
      mix.add(passage.flowPerSec * turned, webCpuSec.turnAway);
      // Whoever waits asks the cache when a core begins with him: what he will find is what it holds then.
      const servedSec = cost.missSec + route.hitShare * (cost.hitSec - cost.missSec);
      waiting += formerPerSec;
      waitingWorkSec += formerPerSec * (servedSec + turned * (webCpuSec.turnAway - servedSec));
    }
    queues.waitingWork =
      waitingWorkSec > 0 && mix.workSec > 0 ? (waitingWorkSec / waiting) * (mix.ratePerSec / mix.workSec) : 1;
    // A crash between two steps takes with it what its boxes were working on and kept waiting.
    const arrivals = mix.ratePerSec * world.dtSec;
    const died = arrivals > 0 ? Math.min(1, (queues.insideBox() * this.#pool.dying) / arrivals) : 0;
    if (groups.isSticky) groups.age(world.dtSec, this.#stickyUsers(asked), this.#affinitySec);
    const up = serving * (1 - stopped);
    const blocked = queues.step(world, serving, up, this.#slower());
    this.#pool.measure(queues.cpu);
    const accepted = mix.ratePerSec * (1 - blocked);
    const through = accepted > 0 ? queues.departuresPerSec / accepted : 1;
    for (let i = 0; i < passages.length; i++) {
      const { route, hop, cost, knows } = passages[i]!;
      queues.place(hop, cost.missSec, cost.hitSec);
      route.lose(this.#loss.refused, blocked);
      route.lose(this.#loss.died, died);
      if (knows) {
        route.lose(this.#loss.wrong, wrong);
        route.lose(this.#loss.out, out);
      }
      route.flowPerSec *= through;
    }
    this.#show(world, up);
  }

  /** What the workers learn about the time they are held downstream. */
  learn(): void {
    let held = 0;
    let flow = 0;
    for (let i = 0; i < this.#passages.length; i++) {
      const { route, flowPerSec } = this.#passages[i]!;
      flow += flowPerSec;
      // Whoever is turned away at once holds nobody.
      if (route.mass > 0) held += route.offeredPerSec * route.mass * route.heldSec;
    }
    this.#queues.learn(flow > 0 ? held / flow : 0);
  }

  measure(world: World, indicators: Indicators): void {
    const boxes = world.timeSec > 0 ? this.#pool.paidBoxSec / world.timeSec : this.#pool.paid;
    indicators["webBoxesMean"] = rounded((indicators["webBoxesMean"] ?? 0) + boxes);
    if (this.#isScanned)
      indicators["breachedBoxes"] = (indicators["breachedBoxes"] ?? 0) + this.#pool.breached(world.timeSec);
    indicators["sessionsLost"] = Math.round(world.tally.lostSessions);
    indicators["lostSessionsShare"] = rounded(world.tally.lostSessionShare);
  }

  metered(world: World): BillLine[] {
    const { design: site } = this.#state;
    if (!isScaled(site) || world.timeSec <= 0) return [];
    const extra = this.#pool.paidBoxSec / world.timeSec - scaledMin(site);
    return [{ id: "web", perMonth: Math.max(0, extra) * boxPricePerMonth[site.web.size]! }];
  }

  /**
   * How much longer work takes on a core of these boxes than on one free vCPU: contention, and
   * reports that no store computes.
   */
  #slower(): number {
    const reported = this.#reckons ? this.#reports.sum(({ cpuShare }) => cpuShare) : 0;
    const pace = 1 - reported;
    return pace > 0 ? this.#stretch / pace : Number.POSITIVE_INFINITY;
  }

  /** Users that sticky cookies bind: sessions, or anybody who came with a cookie. */
  #stickyUsers(asked: number): number {
    const users = this.#book.live > 0 ? this.#book.live : this.#queues.mix.ratePerSec * this.#affinitySec;
    return asked > 0 ? (users * this.#pool.serving) / asked : 0;
  }

  #show(world: World, boxes: number): void {
    const gauges = this.#gauges;
    const queues = this.#queues;
    const pool = this.#pool;
    this.#demand.show(queues.mix.ratePerSec, queues.canPerSec);
    world.gauges.set(gauges.utilization, queues.busiest);
    world.gauges.set(gauges.cpu, queues.cpu);
    world.gauges.set(gauges.slots, queues.slots);
    world.gauges.set(gauges.backlog, queues.waiting);
    world.gauges.set(gauges.up, boxes / Math.max(1e-9, pool.serving + pool.deadAsked));
    world.gauges.set(gauges.boxes, pool.serving);
    world.gauges.set(gauges.paid, pool.paid);
    world.gauges.set(gauges.busiest, queues.cpuMost);
    world.gauges.set(gauges.idlest, queues.cpuLeast);
    const { groups, count } = queues.groups;
    for (let i = 0; i < groups.length && groups.length > 1; i++) {
      const { cpu, boxes: alike } = groups[i]!;
      const each = gauges.each[i]!;
      world.gauges.set(each.cpu, i < count ? cpu : 0);
      world.gauges.set(each.boxes, i < count ? alike : 0);
    }
    // Sessions in a shared store live on no box.
    world.gauges.set(gauges.sessions, this.#isLocal ? this.#book.live : 0);
  }
}

function rounded(value: number): number {
  return Number(value.toPrecision(7));
}
