/** The message queue: photos are published and answered at once; workers take them at their own pace. */

import { Hop, type Route } from "../../engine/flow.ts";
import type { SiteAtWork } from "../../engine/site.ts";
import type { Tier, TierModel, World } from "../../engine/world.ts";
import { endOf, newLoad } from "../../engine/world.ts";
import type { Indicators } from "../../names/indicators.ts";
import { jobs as jobFigures, pricePerMonth, ratePerSecMax, serviceSec } from "../../scenario/capacities.ts";
import { kinds } from "../../scenario/kinds.ts";
import type { ScenarioEvent } from "../../scenario/scenario.ts";
import type { JobLine } from "./line.ts";
import { lineOf, measureLines } from "./lines.ts";

export const queue: TierModel = {
  name: "queue",
  scope: "site",
  bill: (_design, site) =>
    site.queue.kind === "none" ? [] : [{ id: "queue", perMonth: pricePerMonth.queue }],
  build(world, site) {
    if (site.design.queue.kind !== "none") return new Queue(world, site);
    const photos = world.scenario.streams.some(({ kind }) => kinds[kind].isQueued);
    return photos && site.index === 0 ? new PhotosInRequest() : undefined;
  },
};

/** Publishing is one more queue: the broker accepts so many messages a second. */
class Queue implements Tier {
  private readonly line: JobLine;
  private readonly station;
  private readonly load = newLoad();
  private readonly routes: Route[];
  private readonly poisons: PoisonEvent[];
  private readonly down: number;
  private readonly full: number;
  private readonly gauges;
  private readonly site: SiteAtWork;
  private downShare = 0;
  private outage = false;
  private ageMaxSec = 0;

  constructor(world: World, site: SiteAtWork) {
    const name = site.place("queue");
    const place = world.placeNumber(name);
    this.site = site;
    this.line = lineOf(world, site);
    this.station = world.newStation();
    this.routes = site.routes.filter(({ traits }) => traits.isQueued);
    for (const route of this.routes) {
      const hop = new Hop(place);
      hop.station = this.station;
      hop.serviceSec = 1 / ratePerSecMax.queue;
      hop.fixedSec = serviceSec.lan;
      route.hops.push(hop);
    }
    this.poisons = site.index === 0 ? world.scenario.events.filter(isPoison) : [];
    this.down = world.ledger.bucket(name, "broker-down");
    this.full = world.ledger.bucket(name, "queue-full");
    this.gauges = {
      depth: world.gauges.add(`${name}.depth`),
      ageSec: world.gauges.add(`${name}.ageSec`),
      parked: world.gauges.add(`${name}.parked`),
      utilization: world.gauges.add(`${name}.utilization`),
      up: world.gauges.add(`${name}.up`, 1),
    };
    this.load.serviceTimeSec = 1 / ratePerSecMax.queue;
    this.load.queueLimit = jobFigures.publishBacklog;
  }

  prepare(world: World): void {
    this.downShare = 0;
    for (let i = 0; i < world.activeCount; i++) {
      const event = world.active[i] as ScenarioEvent;
      if (event.what !== "restart" || event.tier !== "queue" || this.site.index > 0) continue;
      if (world.begins(event)) this.restart(endOf(event));
      const from = Math.max(event.atSec, world.timeSec);
      const to = Math.min(endOf(event), world.timeSec + world.dtSec);
      this.downShare = Math.min(1, this.downShare + Math.max(0, to - from) / world.dtSec);
    }
    const outage = world.event("region-outage")?.region === this.site.region;
    if (outage && !this.outage) this.restart(world.timeSec);
    this.outage = outage;
    if (outage) this.downShare = 1;
  }

  private restart(backAtSec: number): void {
    this.station.restart();
    this.line.restartBroker(backAtSec);
  }

  serve(world: World): void {
    let rate = 0;
    for (let i = 0; i < this.routes.length; i++) {
      const route = this.routes[i] as Route;
      route.lose(this.down, this.downShare);
      rate += route.flowPerSec;
    }
    this.load.arrivalRatePerSec = rate;
    this.load.servers = this.downShare < 1 ? 1 : 0;
    this.station.step(this.load, world.tick, world.dtSec);
    const { blockedShare, departureRatePerSec } = this.station;
    for (let i = 0; i < this.routes.length; i++) (this.routes[i] as Route).lose(this.full, blockedShare);
    this.line.arrivalsPerSec = departureRatePerSec;
    for (let i = 0; i < this.poisons.length; i++) this.publishPoison(this.poisons[i] as PoisonEvent, world);
    world.gauges.set(this.gauges.utilization, this.station.utilization);
    world.gauges.set(this.gauges.up, this.downShare < 1 ? 1 : 0);
  }

  /** All messages at once, or evenly until the event ends. */
  private publishPoison(event: PoisonEvent, world: World): void {
    const end = world.timeSec + world.dtSec;
    if (event.atSec >= end) return;
    const until = event.untilSec ?? event.atSec;
    if (until <= event.atSec) {
      if (world.begins(event)) this.line.publishPoison(event.messages, event.atSec);
      return;
    }
    const messages = poisonUpTo(event, until, end) - poisonUpTo(event, until, world.timeSec);
    if (messages > 0) this.line.publishPoison(messages, Math.max(event.atSec, world.timeSec));
  }

  /** After the workers of this tick have worked. */
  learn(world: World): void {
    const age = this.line.ageSec(world.timeSec + world.dtSec);
    if (age > this.ageMaxSec) this.ageMaxSec = age;
    world.gauges.set(this.gauges.depth, this.line.waiting);
    world.gauges.set(this.gauges.ageSec, age);
    world.gauges.set(this.gauges.parked, this.line.parked);
  }

  measure(world: World, indicators: Indicators): void {
    measureLines(world, indicators);
    indicators["queueAgeMaxSec"] = Math.max(indicators["queueAgeMaxSec"] ?? 0, this.ageMaxSec);
  }
}

type PoisonEvent = Extract<ScenarioEvent, { what: "poison" }>;

/** Messages of an event up to a time; the first one comes at its beginning. */
function poisonUpTo(event: PoisonEvent, untilSec: number, sec: number): number {
  const share = (sec - event.atSec) / (untilSec - event.atSec);
  return Math.ceil(event.messages * Math.max(0, Math.min(1, share)));
}

function isPoison(event: ScenarioEvent): event is PoisonEvent {
  return event.what === "poison";
}

/** Without a queue a photo is ready when its request is answered; nothing waits elsewhere, nothing is lost unseen. */
class PhotosInRequest implements Tier {
  measure(world: World, indicators: Indicators): void {
    if (world.sites.some((site) => site.design.queue.kind !== "none")) return;
    let offered = 0;
    let answered = 0;
    let p95 = 0;
    world.sources.forEach((source, s) => {
      if (!source.traits.isQueued) return;
      offered = world.ledger.offered[source.kindIndex] as number;
      answered = world.ledger.answered[source.kindIndex] as number;
      p95 = Math.max(p95, world.latency[s]?.quantileSec(0.95) ?? 0);
    });
    indicators["photoReadyP95Sec"] = p95;
    indicators["photosReadyShare"] = offered > 0 ? answered / offered : 1;
    for (const name of ["queueAgeMaxSec", "lostJobs", "duplicateJobs", "waitingJobs", "parkedJobs"] as const)
      indicators[name] = 0;
  }
}
