/** The all-in-one box: web server, database and cache on one machine, one queue for its CPU. */
import { boxPricePerMonth, databaseSec, effectiveCores, webCpuSec } from "../capacities.ts";
import { Hop, type Route } from "../flow.ts";
import type { RequestKind } from "../scenario.ts";
import type { SiteState, Tier, TierModel, World } from "../world.ts";
import { newLoad } from "../world.ts";

/** Requests that one process lets wait; more are refused (the listen backlog). */
const backlogPerCore = 512;
/** How much dearer database work gets while a report evicts the memory it shares with the web server. */
const evictedFactor = 3;

export const box: TierModel = {
  name: "box",
  scope: "site",
  bill: (_design, site) =>
    site.box.size > 0 ? [{ id: "box", perMonth: boxPricePerMonth[site.box.size] as number }] : [],
  build: (world, site) => (site.site.box.size > 0 ? new Box(world, site) : undefined),
};

/** CPU of one request on the box, web work and database work, in seconds of one vCPU. */
function workSec(kind: RequestKind): { web: number; data: number } {
  switch (kind) {
    case "feed":
      return { web: webCpuSec.dynamic, data: databaseSec.expensiveRead };
    case "write":
    case "like":
    case "order":
      return { web: webCpuSec.dynamic, data: databaseSec.write };
    case "asset":
      return { web: webCpuSec.asset, data: 0 };
    case "log":
      return { web: webCpuSec.log, data: databaseSec.write };
    case "photo":
      return { web: webCpuSec.photo, data: databaseSec.write };
    default:
      return { web: webCpuSec.dynamic, data: databaseSec.cheapRead };
  }
}

class Box implements Tier {
  private readonly station;
  private readonly load = newLoad();
  private readonly hops = new Map<Route, Hop>();
  private readonly refused: number;
  private readonly crashed: number;
  private readonly routes: Route[];
  private readonly cores: number;
  private readonly stretch: number;
  private readonly gauges;
  private down = false;

  constructor(world: World, site: SiteState) {
    const name = `box${site.suffix}`;
    const place = world.place(name);
    this.station = world.newStation();
    this.routes = site.routes;
    this.cores = site.site.box.size;
    // n cores do n^0.9 of work: each core takes longer for the same request.
    this.stretch = this.cores / (effectiveCores[this.cores] as number);
    this.refused = world.ledger.bucket(name, "queue full");
    this.crashed = world.ledger.bucket(name, "process is down");
    this.gauges = {
      utilization: world.gauges.add(`${name}.utilization`),
      backlog: world.gauges.add(`${name}.backlog`),
      up: world.gauges.add(`${name}.up`, 1),
    };
    for (const route of site.routes) {
      const hop = new Hop(place, { holds: true });
      hop.station = this.station;
      route.hops.push(hop);
      this.hops.set(route, hop);
    }
  }

  prepare(world: World): void {
    const down = world.event("restart", "box") !== undefined;
    // A process that stops forgets whom it kept waiting; their clients give up.
    if (down && !this.down) this.station.restart();
    this.down = down;
  }

  serve(world: World): void {
    const report = world.event("report");
    const dataFactor = report ? evictedFactor : 1;
    let rate = 0;
    let work = 0;
    let square = 0;
    for (const route of this.routes) {
      const { web, data } = workSec(route.kind);
      const sec = (web + data * dataFactor) * this.stretch;
      (this.hops.get(route) as Hop).serviceSec = sec;
      if (this.down) route.lose(this.crashed, 1);
      rate += route.flowPerSec;
      work += route.flowPerSec * sec;
      square += route.flowPerSec * sec * sec;
    }
    const load = this.load;
    load.arrivalRatePerSec = rate;
    load.serviceTimeSec = rate > 0 ? work / rate : webCpuSec.dynamic * this.stretch;
    // A mix of exponentials: E[S²] is twice the mean square of the means.
    load.serviceCv2 = rate > 0 ? (2 * square * rate) / (work * work) - 1 : 1;
    load.servers = this.cores;
    if (report) load.serviceTimeSec /= 1 - report.cpuShare;
    load.queueLimit = backlogPerCore * this.cores;
    this.station.step(load, world.tick, world.dtSec);
    for (const route of this.routes) route.lose(this.refused, this.station.blockedShare);
    world.gauges.set(this.gauges.utilization, this.down ? 0 : this.station.utilization);
    world.gauges.set(this.gauges.backlog, this.station.backlog);
    world.gauges.set(this.gauges.up, this.down ? 0 : 1);
  }
}
