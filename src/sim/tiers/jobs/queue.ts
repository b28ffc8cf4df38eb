/** The message queue: photos are published and answered at once; workers take them at their own pace. */

import { Hop, type Route } from "../../engine/flow.ts";
import type { EventOf, Happenings } from "../../engine/happenings.ts";
import type { SiteAtWork } from "../../engine/site.ts";
import { isWithin } from "../../engine/time.ts";
import type { Tier, TierModel, World } from "../../engine/world.ts";
import { newLoad } from "../../engine/world.ts";
import type { Indicators } from "../../names/indicators.ts";
import type { ActOf } from "../../scenario/acts.ts";
import { jobs as jobFigures, pricePerMonth, ratePerSecMax, serviceSec } from "../../scenario/capacities.ts";
import { kinds } from "../../scenario/kinds.ts";
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
  readonly #line: JobLine;
  readonly #station;
  readonly #load = newLoad();
  readonly #routes: Route[];
  readonly #poisons: Happenings<"poison">;
  readonly #restarts: Happenings<"restart">;
  readonly #parks: readonly ActOf<"park">[];
  readonly #outages: Happenings<"region-outage">;
  readonly #down: number;
  readonly #full: number;
  readonly #gauges;
  #downShare = 0;
  #outage = false;
  #ageMaxSec = 0;

  constructor(world: World, site: SiteAtWork) {
    const name = site.place("queue");
    const place = world.placeNumber(name);
    this.#line = lineOf(world, site);
    this.#station = world.newStation();
    this.#routes = site.routes.filter(({ traits }) => traits.isQueued);
    for (const route of this.#routes) {
      const hop = new Hop(place);
      hop.station = this.#station;
      hop.serviceSec = 1 / ratePerSecMax.queue;
      hop.fixedSec = serviceSec.lan;
      route.hops.push(hop);
    }
    this.#poisons = world.happenings("poison", () => site.index === 0);
    this.#parks = world.acts("park");
    this.#restarts = world.happenings("restart", (event) => event.tier === "queue" && site.isStruck(event));
    this.#outages = world.happenings("region-outage", ({ region }) => region === site.region);
    this.#down = world.ledger.bucket(name, "broker-down");
    this.#full = world.ledger.bucket(name, "queue-full");
    this.#gauges = {
      depth: world.gauges.add(`${name}.depth`),
      ageSec: world.gauges.add(`${name}.ageSec`),
      parked: world.gauges.add(`${name}.parked`),
      utilization: world.gauges.add(`${name}.utilization`),
      up: world.gauges.add(`${name}.up`, 1),
    };
    this.#load.serviceTimeSec = 1 / ratePerSecMax.queue;
    this.#load.queueLimit = jobFigures.publishBacklog;
  }

  prepare(world: World): void {
    const restarts = this.#restarts;
    const outages = this.#outages;
    for (const event of restarts.events) if (restarts.begins(event)) this.#restart(event.untilSec);
    for (const { atSec, attempts } of this.#parks)
      if (isWithin(world, atSec))
        this.#line.rules = { ...this.#line.rules, attemptsMax: attempts, parks: true };
    const outShare = outages.share;
    if (outShare > 0 && !this.#outage) this.#restart(world.timeSec);
    this.#outage = outShare > 0;
    this.#downShare = Math.min(1, restarts.share + outShare);
  }

  #restart(backAtSec: number): void {
    this.#station.restart();
    this.#line.restartBroker(backAtSec);
  }

  serve(world: World): void {
    let rate = 0;
    for (let i = 0; i < this.#routes.length; i++) {
      const route = this.#routes[i]!;
      route.lose(this.#down, this.#downShare);
      rate += route.flowPerSec;
    }
    this.#load.arrivalRatePerSec = rate;
    this.#load.servers = this.#downShare < 1 ? 1 : 0;
    this.#station.step(this.#load, world.tick, world.dtSec);
    const { blockedShare, departureRatePerSec } = this.#station;
    for (let i = 0; i < this.#routes.length; i++) this.#routes[i]!.lose(this.#full, blockedShare);
    this.#line.arrivalsPerSec = departureRatePerSec;
    for (const event of this.#poisons.events) this.#publishPoison(event, world);
    world.gauges.set(this.#gauges.utilization, this.#station.utilization);
    world.gauges.set(this.#gauges.up, this.#downShare < 1 ? 1 : 0);
  }

  /** All messages at once, or evenly until the event ends. */
  #publishPoison(event: EventOf<"poison">, world: World): void {
    const end = world.timeSec + world.dtSec;
    if (event.atSec >= end) return;
    if (event.untilSec <= event.atSec) {
      if (this.#poisons.begins(event)) this.#line.publishPoison(event.messages, event.atSec);
      return;
    }
    const messages = poisonUpTo(event, end) - poisonUpTo(event, world.timeSec);
    if (messages > 0) this.#line.publishPoison(messages, Math.max(event.atSec, world.timeSec));
  }

  /** After the workers of this tick have worked. */
  learn(world: World): void {
    const age = this.#line.ageSec(world.timeSec + world.dtSec);
    if (age > this.#ageMaxSec) this.#ageMaxSec = age;
    world.gauges.set(this.#gauges.depth, this.#line.waiting);
    world.gauges.set(this.#gauges.ageSec, age);
    world.gauges.set(this.#gauges.parked, this.#line.parked);
  }

  measure(world: World, indicators: Indicators): void {
    measureLines(world, indicators);
    indicators["queueAgeMaxSec"] = Math.max(indicators["queueAgeMaxSec"] ?? 0, this.#ageMaxSec);
  }
}

/** Messages of an event up to a time; the first one comes at its beginning. */
function poisonUpTo(event: EventOf<"poison">, sec: number): number {
  const share = (sec - event.atSec) / (event.untilSec - event.atSec);
  return Math.ceil(event.messages * Math.max(0, Math.min(1, share)));
}

/** Without a queue a photo is ready when its request is answered; nothing waits elsewhere, and what fails is lost. */
class PhotosInRequest implements Tier {
  measure(world: World, indicators: Indicators): void {
    if (world.sites.some((site) => site.design.queue.kind !== "none")) return;
    let offered = 0;
    let answered = 0;
    let failed = 0;
    let p95 = 0;
    world.sources.forEach((source, s) => {
      if (!source.traits.isQueued) return;
      offered = world.ledger.offered[source.kindIndex]!;
      answered = world.ledger.answered[source.kindIndex]!;
      failed = world.ledger.failed[source.kindIndex]!;
      p95 = Math.max(p95, world.latency[s]?.quantileSec(0.95) ?? 0);
    });
    // A photo that dies with its request will never be ready: where one in twenty does, the slowest wait for ever.
    const isNever = failed > (1 - 0.95) * offered;
    indicators["photoReadyP95Sec"] = isNever ? Math.max(p95, world.timeSec) : p95;
    indicators["lostJobs"] = failed;
    indicators["photosReadyShare"] = offered > 0 ? answered / offered : 1;
    for (const name of ["queueAgeMaxSec", "duplicateJobs", "waitingJobs", "parkedJobs"] as const)
      indicators[name] = 0;
  }
}
