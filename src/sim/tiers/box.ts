/** The all-in-one box: web server, database and cache on one machine, one queue for its CPU. */

import type { Site } from "../design/design.ts";
import { Hop, type Route } from "../engine/flow.ts";
import type { Happenings } from "../engine/happenings.ts";
import type { SiteAtWork } from "../engine/site.ts";
import { newLoad, type Tier, type TierModel, type World } from "../engine/world.ts";
import { boxPricePerMonth, evictedFactor, listenPerCore, webCpuSec } from "../scenario/capacities.ts";
import type { RequestTraits } from "../scenario/kinds.ts";
import { logStore, mainStore } from "./common/data-home.ts";
import { Demand } from "./common/demand.ts";
import { holdCores, Mix, paceAt, stretch } from "./common/mix.ts";
import { webCostOf } from "./common/web-costs.ts";

export const box: TierModel = {
  name: "box",
  scope: "site",
  bill: (_design, site) =>
    site.box.size > 0 ? [{ id: "box", perMonth: boxPricePerMonth[site.box.size]! }] : [],
  build: (world, site) => (site.design.box.size > 0 ? new Box(world, site) : undefined),
};

/** Database work of one request on the box, in seconds of one vCPU; nothing for what is kept elsewhere. */
function dataSec({ does, databaseSec }: RequestTraits, site: Site): number {
  const store = does === "append" ? logStore(site) : mainStore(site);
  return store === "box" ? databaseSec : 0;
}

interface BoxPassage {
  readonly route: Route;
  readonly hop: Hop;
  readonly webSec: number;
  readonly dataSec: number;
  /** Database work in seconds of one vCPU while shared memory is evicted. */
  readonly evictedSec: number;
}

class Box implements Tier {
  readonly #station;
  readonly #load = newLoad();
  readonly #mix = new Mix();
  readonly #passages: BoxPassage[];
  readonly #refused: number;
  readonly #crashed: number;
  readonly #vcpu: number;
  /** Whether a report works here: on the box's own database, or in the application, where a store knows no queries. */
  readonly #reckons: boolean;
  readonly #restarts: Happenings<"restart">;
  readonly #reports: Happenings<"report">;
  readonly #gauges;
  readonly #demand: Demand;
  /** Share of this step in which the process is down. */
  #downShare = 0;

  constructor(world: World, site: SiteAtWork) {
    const name = site.place("box");
    const place = world.placeNumber(name);
    this.#station = world.newStation();
    this.#vcpu = site.design.box.size;
    this.#restarts = world.happenings(
      "restart",
      ({ tier, region = site.region }) => tier === "box" && region === site.region,
    );
    this.#reports = world.happenings("report");
    const store = mainStore(site.design);
    this.#reckons = store === "box" || store === "kv";
    this.#refused = world.ledger.bucket(name, "queue-full");
    this.#crashed = world.ledger.bucket(name, "process-down");
    this.#demand = new Demand(world, name);
    this.#gauges = {
      utilization: world.gauges.add(`${name}.utilization`),
      backlog: world.gauges.add(`${name}.backlog`),
      up: world.gauges.add(`${name}.up`, 1),
    };
    this.#passages = site.routes.map((route) => {
      const hop = new Hop(place, { holds: true });
      hop.station = this.#station;
      route.hops.push(hop);
      const data = dataSec(route.traits, site.design);
      const evictedSec = route.traits.does === "append" ? data : data * evictedFactor;
      return {
        route,
        hop,
        webSec: webCostOf(route.traits, site.design, false, false).missSec,
        dataSec: data,
        evictedSec,
      };
    });
  }

  prepare(): void {
    const before = this.#downShare;
    this.#downShare = this.#restarts.share;
    // A process that stops forgets whom it kept waiting; their clients give up.
    if (this.#downShare > 0 && before === 0) this.#station.restart();
  }

  serve(world: World): void {
    const mix = this.#mix;
    const load = this.#load;
    const station = this.#station;
    const downShare = this.#downShare;
    const reported = this.#reckons ? this.#reports.share : 0;
    mix.clear();
    for (let i = 0; i < this.#passages.length; i++) {
      const { route, hop, webSec, dataSec, evictedSec } = this.#passages[i]!;
      const sec = webSec + dataSec + (evictedSec - dataSec) * reported;
      hop.serviceSec = sec * stretch(this.#vcpu);
      route.lose(this.#crashed, downShare);
      mix.add(route.flowPerSec, sec);
    }
    mix.fill(load, this.#vcpu, downShare < 1 ? 1 - downShare : 1, webCpuSec.dynamic);
    const longer =
      reported > 0
        ? holdCores(
            load,
            this.#reports.sum(({ cpuShare }) => cpuShare),
          )
        : 1;
    load.queueLimit = listenPerCore * this.#vcpu;
    station.step(load, world.tick, world.dtSec);
    station.pace = paceAt(this.#vcpu, station.utilization);
    const accepted = mix.ratePerSec * (1 - station.blockedShare);
    const through = accepted > 0 ? station.departureRatePerSec / accepted : 1;
    for (let i = 0; i < this.#passages.length; i++) {
      const { route, hop } = this.#passages[i]!;
      hop.serviceSec *= longer;
      route.lose(this.#refused, station.blockedShare);
      route.flowPerSec *= through;
    }
    world.gauges.set(this.#gauges.utilization, downShare < 1 ? station.utilization : 0);
    world.gauges.set(this.#gauges.backlog, station.backlog);
    world.gauges.set(this.#gauges.up, 1 - downShare);
    this.#demand.showLoad(load);
  }
}
