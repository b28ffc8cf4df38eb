/** Worker boxes: crop, sharpen, blur, one photo a vCPU, taken from the queue's line. */

import type { Happenings } from "../../engine/happenings.ts";
import type { SiteAtWork } from "../../engine/site.ts";
import { isWithin } from "../../engine/time.ts";
import type { BillLine, Tier, TierModel, World } from "../../engine/world.ts";
import type { Indicators } from "../../names/indicators.ts";
import type { ActOf } from "../../scenario/acts.ts";
import { boxPricePerMonth, delaySec } from "../../scenario/capacities.ts";
import { Demand } from "../common/demand.ts";
import { forecastWorkers, jobSec } from "./forecast.ts";
import type { JobLine } from "./line.ts";
import { lineOf } from "./lines.ts";
import { WorkerPool } from "./scaling.ts";

/** Longest stretch, in seconds, over which crashes and returns are followed at once. */
const stretchSec = 5;

export const workers: TierModel = {
  name: "workers",
  scope: "site",
  // A pool that scales is billed for its least number here, for the rest as it ran.
  bill: (_design, site) =>
    site.workers.count > 0
      ? [{ id: "workers", perMonth: site.workers.count * boxPricePerMonth[site.workers.size]! }]
      : [],
  forecast: forecastWorkers,
  build: (world, site) => (site.design.queue.kind !== "none" ? new Workers(world, site) : undefined),
};

class Workers implements Tier {
  readonly #line: JobLine;
  readonly #pool: WorkerPool;
  readonly #site: SiteAtWork;
  readonly #size: number;
  readonly #price: number;
  readonly #serviceSec: number;
  readonly #boxRate: number;
  readonly #gauges;
  readonly #demand: Demand;
  /** Boxes whose process restarts after a poison photo, and until when; a ring of the last stretches. */
  readonly #restartingBoxes: Float64Array;
  readonly #restartingUntil: Float64Array;
  readonly #crashes: Happenings<"crash">;
  readonly #restarts: Happenings<"restart">;
  readonly #outages: Happenings<"region-outage">;
  readonly #added: readonly ActOf<"add-boxes">[];
  #slot = 0;
  #outage = false;
  #boxSeconds = 0;
  #restartSeconds = 0;
  #seconds = 0;

  constructor(world: World, site: SiteAtWork) {
    const name = site.place("workers");
    const { count, size, max } = site.design.workers;
    this.#site = site;
    this.#crashes = world.happenings("crash", (event) => event.tier === "workers" && site.isStruck(event));
    this.#restarts = world.happenings("restart", (event) => event.tier === "queue" && site.isStruck(event));
    this.#outages = world.happenings("region-outage", ({ region }) => region === site.region);
    this.#added = world.acts("add-boxes").filter(({ tier }) => tier === "workers");
    this.#line = lineOf(world, site);
    this.#pool = new WorkerPool(count, max);
    this.#size = size;
    this.#price = boxPricePerMonth[size]!;
    this.#serviceSec = jobSec(site.design);
    this.#boxRate = size / this.#serviceSec;
    const stretches = 2 + Math.ceil(delaySec.processRestart / Math.min(stretchSec, world.scenario.tickSec));
    this.#restartingBoxes = new Float64Array(stretches);
    this.#restartingUntil = new Float64Array(stretches);
    this.#demand = new Demand(world, name);
    this.#gauges = {
      utilization: world.gauges.add(`${name}.utilization`),
      boxes: world.gauges.add(`${name}.boxes`, count),
      booting: world.gauges.add(`${name}.booting`),
      backlog: world.gauges.add(`${name}.backlog`),
      up: world.gauges.add(`${name}.up`, count > 0 ? 1 : 0),
    };
  }

  prepare(world: World): void {
    for (const { atSec, boxes } of this.#added) if (isWithin(world, atSec)) this.#pool.add(boxes, atSec);
    for (const event of this.#crashes.events) {
      if (this.#crashes.begins(event)) this.#crash(event.boxes, event.atSec);
      if (this.#crashes.ends(event)) this.#pool.restore(event.boxes);
    }
    const outage = this.#outages.share > 0;
    if (outage && !this.#outage) this.#line.dropFromHands(this.#line.working.total, world.timeSec);
    this.#outage = outage;
  }

  /** Boxes die: what they held returns or is lost, as the queue was told. */
  #crash(boxes: number, atSec: number): void {
    const hands = this.#pool.running > 0 ? this.#line.working.total / this.#pool.running : 0;
    this.#line.dropFromHands(Math.round(hands * this.#pool.lose(boxes)), atSec);
  }

  serve(world: World): void {
    const line = this.#line;
    const pool = this.#pool;
    pool.step(line.arrivalsPerSec, line.waiting, this.#boxRate, world.timeSec, world.dtSec);
    const stretches = Math.max(1, Math.ceil(world.dtSec / stretchSec));
    const dt = world.dtSec / stretches;
    const downUntil = this.#brokerBackAt();
    let worked = 0;
    let possible = 0;
    for (let i = 0; i < stretches; i++) {
      const now = world.timeSec + i * dt;
      line.publish(now, dt);
      const open = !this.#outage && now + dt / 2 >= downUntil;
      if (open) this.#touchPoison(now, dt);
      const boxes = this.#outage ? 0 : Math.max(0, pool.running - this.#restarting(now, dt));
      const servers = Math.round(boxes * this.#size);
      line.work(servers, this.#serviceSec, open, now, dt);
      worked += line.worked;
      possible += line.ratePerSec * dt;
      this.#restartSeconds += (pool.running - boxes) * dt;
    }
    this.#boxSeconds += (pool.running + pool.booting) * world.dtSec;
    this.#seconds += world.dtSec;
    const busy = line.fresh.total > 0 ? 1 : possible > 0 ? Math.min(1, worked / possible) : 0;
    world.gauges.set(this.#gauges.utilization, possible > 0 ? busy : 0);
    world.gauges.set(this.#gauges.boxes, pool.running);
    world.gauges.set(this.#gauges.booting, pool.booting);
    this.#demand.show(line.arrivalsPerSec, this.#outage ? 0 : pool.running * this.#boxRate);
    world.gauges.set(this.#gauges.backlog, line.waiting);
    world.gauges.set(this.#gauges.up, possible > 0 ? 1 : 0);
  }

  /** Poison photos are taken, and whoever takes one dies with all that its box held. */
  #touchPoison(nowSec: number, dtSec: number): void {
    const up = Math.floor(this.#pool.running - this.#restarting(nowSec, dtSec) + 1e-9);
    if (up <= 0) return;
    const touched = this.#line.poisonAtHand(up, nowSec);
    if (touched <= 0) return;
    this.#line.dropFromHands(Math.round((this.#line.working.total * touched) / up), nowSec);
    this.#line.takePoison(touched, nowSec);
    this.#slot = (this.#slot + 1) % this.#restartingBoxes.length;
    this.#restartingBoxes[this.#slot] = touched;
    this.#restartingUntil[this.#slot] = nowSec + delaySec.processRestart;
  }

  /** Boxes that restart during a stretch of time, on average. */
  #restarting(nowSec: number, dtSec: number): number {
    let boxes = 0;
    for (let i = 0; i < this.#restartingBoxes.length; i++) {
      const left = this.#restartingUntil[i]! - nowSec;
      if (left > 0) boxes += this.#restartingBoxes[i]! * Math.min(1, left / dtSec);
    }
    return Math.min(boxes, this.#pool.running);
  }

  /** When the broker gives out messages again, in seconds. */
  #brokerBackAt(): number {
    const restarts = this.#restarts;
    let backAtSec = 0;
    for (const event of restarts.events)
      if (restarts.shareOf(event) > 0) backAtSec = Math.max(backAtSec, event.untilSec);
    return backAtSec;
  }

  measure(_world: World, indicators: Indicators): void {
    const mean = this.#seconds > 0 ? this.#boxSeconds / this.#seconds : 0;
    indicators["workerBoxesMean"] = (indicators["workerBoxesMean"] ?? 0) + mean;
    const burnt = this.#boxSeconds > 0 ? this.#restartSeconds / this.#boxSeconds : 0;
    indicators["workersBurntShare"] = Math.max(indicators["workersBurntShare"] ?? 0, burnt);
  }

  metered(): BillLine[] {
    if (!this.#pool.scales || this.#seconds <= 0) return [];
    const extra = Math.max(0, this.#boxSeconds / this.#seconds - this.#site.design.workers.count);
    return extra > 0 ? [{ id: "workers-extra", perMonth: extra * this.#price }] : [];
  }
}
