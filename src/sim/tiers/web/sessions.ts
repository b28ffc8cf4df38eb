/** The shared session store: one place that every web box can ask who a user is. */

import { Hop, type Route } from "../../engine/flow.ts";
import type { Happenings } from "../../engine/happenings.ts";
import type { SiteAtWork } from "../../engine/site.ts";
import { overlapShare } from "../../engine/time.ts";
import { newLoad, type Tier, type TierModel, type World } from "../../engine/world.ts";
import {
  delaySec,
  pricePerMonth,
  ratePerSecMax,
  serviceSec,
  waitingPerNode,
} from "../../scenario/capacities.ts";
import { sessionLifeSec } from "../../scenario/scenario.ts";
import { hasWebTier } from "../common/data-home.ts";
import { SessionBook } from "./session-book.ts";

const lookupSec = 1 / ratePerSecMax.sessionPair;

export const sessions: TierModel = {
  name: "sessions",
  scope: "site",
  bill: (_design, site) => {
    switch (site.sessions.store) {
      case "pair":
        return [{ id: "sessions", perMonth: pricePerMonth.sessionPair }];
      case "node":
        return [{ id: "sessions", perMonth: pricePerMonth.sessionNode }];
      default:
        return [];
    }
  },
  build: (world, state) => {
    const { store } = state.design.sessions;
    if (store === "local" || sessionLifeSec(world.scenario) <= 0 || !hasWebTier(state.design))
      return undefined;
    return store === "sql" ? new SqlSessions(state) : new SessionStore(world, state);
  },
};

/** Sessions in the database: the primary answers a lookup for every request (the database tier does the work). */
class SqlSessions implements Tier {
  readonly #state: SiteAtWork;

  constructor(state: SiteAtWork) {
    this.#state = state;
  }

  serve(): void {
    let rate = 0;
    for (const route of this.#state.routes) if (route.traits.hasSession) rate += route.flowPerSec;
    this.#state.sessionReadsPerSec = rate;
  }
}

/**
 * A node that holds all sessions in memory, alone or with a copy. A pair hands over within 3 s and keeps them all;
 * a single node that dies takes every session with it, and comes back empty.
 */
class SessionStore implements Tier {
  readonly #station;
  readonly #load = newLoad();
  readonly #asking: Route[];
  readonly #book: SessionBook;
  readonly #nodes: number;
  readonly #crashes: Happenings<"crash">;
  readonly #refused: number;
  readonly #down: number;
  readonly #out: number;
  readonly #gauges;

  constructor(world: World, state: SiteAtWork) {
    const name = state.place("sessions");
    const place = world.placeNumber(name);
    this.#station = world.newStation();
    this.#book = new SessionBook(world, state);
    this.#nodes = state.design.sessions.store === "pair" ? 2 : 1;
    this.#asking = state.routes.filter((route) => route.traits.hasSession);
    this.#crashes = world.happenings("crash", (event) => event.tier === "sessions" && state.isStruck(event));
    this.#refused = world.ledger.bucket(name, "queue-full");
    this.#down = world.ledger.bucket(name, "store-down");
    this.#out = world.ledger.bucket(name, "logged-out");
    this.#gauges = {
      utilization: world.gauges.add(`${name}.utilization`),
      backlog: world.gauges.add(`${name}.backlog`),
      up: world.gauges.add(`${name}.up`, 1),
    };
    for (const route of this.#asking) {
      const hop = new Hop(place);
      hop.station = this.#station;
      hop.serviceSec = lookupSec;
      hop.fixedSec = serviceSec.sessionStore - lookupSec;
      route.hops.push(hop);
    }
  }

  serve(world: World): void {
    this.#book.count(world, false);
    let down = 0;
    for (const crash of this.#crashes.events) {
      const until = crash.untilSec;
      const isLast = crash.boxes >= this.#nodes;
      if (isLast && this.#crashes.begins(crash)) this.#book.lose(world, 1);
      const back = isLast ? until : Math.min(until, crash.atSec + delaySec.balancerFailover);
      down += overlapShare(world, crash.atSec, back);
    }
    down = Math.min(1, down);
    // While the store is down nobody learns that the session is gone.
    const out = down < 1 ? this.#book.logInAgain(world) : 0;
    let rate = 0;
    for (const route of this.#asking) {
      route.lose(this.#down, down);
      rate += route.flowPerSec;
    }
    const load = this.#load;
    load.arrivalRatePerSec = rate;
    load.serviceTimeSec = lookupSec;
    load.servers = 1;
    load.queueLimit = waitingPerNode.sessions;
    this.#station.step(load, world.tick, world.dtSec);
    const accepted = rate * (1 - this.#station.blockedShare);
    const through = accepted > 0 ? this.#station.departureRatePerSec / accepted : 1;
    for (const route of this.#asking) {
      route.lose(this.#refused, this.#station.blockedShare);
      route.lose(this.#out, out);
      route.flowPerSec *= through;
    }
    world.gauges.set(this.#gauges.utilization, this.#station.utilization);
    world.gauges.set(this.#gauges.backlog, this.#station.backlog);
    world.gauges.set(this.#gauges.up, 1 - down);
  }
}
