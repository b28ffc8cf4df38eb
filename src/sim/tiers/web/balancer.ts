/** The load balancer: one public door. Its nodes share the traffic; a lost node's address moves to another. */

import { Hop, type Route } from "../../engine/flow.ts";
import type { Happenings } from "../../engine/happenings.ts";
import type { SiteAtWork } from "../../engine/site.ts";
import { overlapShare } from "../../engine/time.ts";
import { newLoad, type Tier, type TierModel, type World } from "../../engine/world.ts";
import type { ActOf } from "../../scenario/acts.ts";
import {
  delaySec,
  pricePerMonth,
  ratePerSecMax,
  serviceSec,
  waitingPerNode,
} from "../../scenario/capacities.ts";
import { hasWebTier } from "../common/data-home.ts";

const nodeSec = 1 / ratePerSecMax.balancerNode;

export const balancer: TierModel = {
  name: "balancer",
  scope: "site",
  bill: (_design, { lb }) =>
    lb.nodes > 0 ? [{ id: "lb", perMonth: lb.nodes * pricePerMonth.balancerNode }] : [],
  build: (world, site) =>
    site.design.lb.nodes > 0 && hasWebTier(site.design) ? new BalancerTier(world, site) : undefined,
};

/**
 * Every node has an address of its own and takes 1/n of the users. When some die, the survivors take their
 * addresses over within 3 s; when all die, nothing does.
 */
class BalancerTier implements Tier {
  readonly #station;
  readonly #load = newLoad();
  readonly #routes: Route[];
  readonly #nodes: number;
  readonly #refused: number;
  readonly #dead: number;
  readonly #crashes: Happenings<"crash">;
  readonly #shed: readonly ActOf<"shed">[];
  readonly #turnedAway: number;
  readonly #gauges;

  constructor(world: World, site: SiteAtWork) {
    const name = site.place("lb");
    const place = world.placeNumber(name);
    this.#station = world.newStation();
    this.#routes = site.routes;
    this.#nodes = site.design.lb.nodes;
    this.#refused = world.ledger.bucket(name, "queue-full");
    this.#dead = world.ledger.bucket(name, "node-down");
    this.#crashes = world.happenings("crash", (event) => event.tier === "lb" && site.isStruck(event));
    this.#shed = world.acts("shed");
    this.#turnedAway = this.#shed.length > 0 ? world.ledger.bucket(name, "turned-away") : -1;
    this.#gauges = {
      utilization: world.gauges.add(`${name}.utilization`),
      backlog: world.gauges.add(`${name}.backlog`),
      up: world.gauges.add(`${name}.up`, 1),
      boxes: world.gauges.add(`${name}.boxes`, this.#nodes),
    };
    for (const route of site.routes) {
      const hop = new Hop(place);
      hop.station = this.#station;
      hop.serviceSec = nodeSec;
      hop.fixedSec = serviceSec.balancer - nodeSec;
      route.hops.push(hop);
    }
  }

  serve(world: World): void {
    let nodesUp = this.#nodes;
    let lost = 0;
    for (const crash of this.#crashes.events) {
      const boxes = Math.min(crash.boxes, this.#nodes);
      const until = crash.untilSec;
      const takenOver =
        boxes < this.#nodes ? Math.min(until, crash.atSec + delaySec.balancerFailover) : until;
      lost += (boxes / this.#nodes) * overlapShare(world, crash.atSec, takenOver);
      nodesUp -= boxes * overlapShare(world, crash.atSec, until);
    }
    let rate = 0;
    for (const act of this.#shed) this.#turnAway(world, act);
    for (const route of this.#routes) {
      route.lose(this.#dead, lost);
      rate += route.flowPerSec;
    }
    const load = this.#load;
    load.arrivalRatePerSec = nodesUp > 0 ? rate / nodesUp : 0;
    load.serviceTimeSec = nodeSec;
    load.servers = 1;
    load.queueLimit = waitingPerNode.balancer;
    this.#station.step(load, world.tick, world.dtSec);
    const accepted = rate * (1 - this.#station.blockedShare);
    const through = accepted > 0 ? (this.#station.departureRatePerSec * nodesUp) / accepted : 1;
    for (const route of this.#routes) {
      route.lose(this.#refused, this.#station.blockedShare);
      route.flowPerSec *= through;
    }
    world.gauges.set(this.#gauges.utilization, nodesUp > 0 ? this.#station.utilization : 0);
    world.gauges.set(this.#gauges.backlog, this.#station.backlog);
    world.gauges.set(this.#gauges.up, Math.max(0, 1 - lost));
    world.gauges.set(this.#gauges.boxes, Math.max(0, nodesUp));
  }

  #turnAway(world: World, { atSec, forSec, share, kinds }: ActOf<"shed">): void {
    const shed = share * overlapShare(world, atSec, atSec + forSec);
    if (shed <= 0) return;
    for (const route of this.#routes)
      if (!kinds || kinds.includes(route.kind)) route.lose(this.#turnedAway, shed);
  }
}
