/**
 * Observability and automation: how long a fault lives. Builds, gray boxes and full disks hurt from their
 * beginning until somebody knows and has mended them; who knows when is `detection.ts`'s.
 */

import { hash32 } from "../../chance/random.ts";
import { streamOf } from "../../chance/streams.ts";
import type { Design } from "../../design/design.ts";
import { Hop, type Route } from "../../engine/flow.ts";
import type { EventOf, Happenings } from "../../engine/happenings.ts";
import type { SiteAtWork } from "../../engine/site.ts";
import { overlapShare } from "../../engine/time.ts";
import type { BillLine, Tier, TierModel, World } from "../../engine/world.ts";
import type { Indicators } from "../../names/indicators.ts";
import type { Reason } from "../../names/reasons.ts";
import type { Act } from "../../scenario/acts.ts";
import {
  logKb,
  logPricePerGb,
  meteredSecPerMonth,
  pricePerMonth,
  roundTripSec,
  serviceSec,
} from "../../scenario/capacities.ts";
import { kinds, requestKinds } from "../../scenario/kinds.ts";
import { meanRatePerSec, type Scenario, type ScenarioEvent } from "../../scenario/scenario.ts";
import { hasWebTier } from "../common/data-home.ts";
import { certain } from "../common/forecast.ts";
import { type FaultKind, versionSkewSec, versionSkewShare } from "./detection.ts";
import { Fault } from "./faults.ts";

/** Services a split system is cut into: photos, feed, checkout. A bad build is a build of one of them. */
const servicesCount = 3;

export const tools: TierModel = {
  name: "tools",
  scope: "global",
  bill: (design) => toolsBill(design),
  forecast: (design, _site, scenario) =>
    design.tools.logs === "full" ? [certain("logs", fullLogsPrice(loggedPerSec(scenario)))] : [],
  build: (world) => new Tools(world),
};

function toolsBill(design: Design): BillLine[] {
  const { logs, metrics, business, traces, ci } = design.tools;
  const lines: BillLine[] = [];
  if (logs === "sampled") lines.push({ id: "logs", perMonth: pricePerMonth.logsSampled });
  if (metrics !== "none")
    lines.push({
      id: "metrics",
      perMonth: metrics === "tiers" ? pricePerMonth.tierMetrics : pricePerMonth.hostMetrics,
    });
  if (business) lines.push({ id: "business", perMonth: pricePerMonth.businessMetrics });
  if (traces) lines.push({ id: "traces", perMonth: pricePerMonth.traces });
  if (ci !== "none")
    lines.push({ id: "ci", perMonth: ci === "canary" ? pricePerMonth.canary : pricePerMonth.rollback });
  return lines;
}

class Tools implements Tier {
  readonly #faults: Fault[] = [];
  readonly #deploys: Happenings<"deploy">;
  readonly #skewSec: number;
  /** Loss buckets by site. */
  readonly #badBuild: number[];
  readonly #cannotOrder: number[];
  readonly #boxErrs: number[];
  readonly #skewed: number[];
  readonly #diskFull: number;
  /** For each route: 1 where requests cross regions: writes from away, users whose own site is down. */
  readonly #crossing: Uint8Array;
  readonly #dynamic: Route[];
  readonly #orders: Route[];
  readonly #atHome: Route[];
  readonly #diskReads: Route[];
  readonly #readers: number;
  readonly #gauges;
  /** The site that gets a new build first where regions get it one after the other: the farthest from home. */
  readonly #stage: number;
  #skewErrors = 0;
  /** How full the fullest disk of a replica is in this step. */
  #fullestDisk = 0;

  constructor(world: World) {
    const { design } = world;
    const home = world.sites[0]!;
    for (const event of world.scenario.events) this.#addFault(world, event);
    this.#stage = world.sites.length - 1;
    this.#deploys = world.happenings("deploy");
    this.#skewSec = world.sites.length > 1 ? skewTime(design) : 0;
    const bucket = (reason: Reason) =>
      world.sites.map((site) =>
        world.ledger.bucket(site.place(hasWebTier(site.design) ? "web" : "box"), reason),
      );
    this.#badBuild = bucket("bad-build");
    this.#cannotOrder = bucket("order-blocked");
    this.#boxErrs = bucket("box-errs");
    this.#skewed = bucket("version-skew");
    const sharded = home.design.shards.count > 0;
    this.#diskFull = world.ledger.bucket(sharded ? "shards" : "replicas", "disk-full");
    this.#readers = sharded
      ? home.design.shards.count * home.design.shards.replicas
      : home.design.db.replicas;
    this.#dynamic = world.routes.filter(({ traits }) => traits.does !== "file");
    this.#orders = world.routes.filter((route) => route.kind === "order");
    this.#atHome = this.#dynamic.filter((route) => route.site === 0);
    this.#diskReads = this.#atHome.filter(
      (route) => route.traits.does === "read" && !(route.kind === "own" && home.design.db.fresh),
    );
    this.#crossing = Uint8Array.from(world.routes, (route) => (crosses(world, route) ? 1 : 0));
    this.#gauges = {
      orders: world.gauges.add("business.ordersPerSec"),
      ordersShare: world.gauges.add("business.ordersShare", 1),
      disk: world.gauges.add(`${sharded ? "shards" : "db"}.disk`),
    };
    if (design.services.split) this.#splitServices(world);
  }

  #addFault(world: World, event: ScenarioEvent): void {
    const isWatched = !world.scenario.unattended;
    const add = (kind: FaultKind, share: number, boxes: number, byHand: readonly Act[]) =>
      this.#faults.push(new Fault(world.design, event, kind, share, boxes, byHand, isWatched));
    if (event.what === "bad-build")
      add(event.silent ? "silent" : "build", event.errorShare, 0, world.acts("roll-back"));
    else if (event.what === "gray") {
      const replaced = world.acts("replace").filter(({ tier }) => tier === "web");
      add("gray", event.errorShare, event.boxes, replaced);
    } else if (event.what === "disk-fills") add("disk", 1, 0, world.acts("clear-disk"));
  }

  /** A call more inside: one network round trip and one more balancer. */
  #splitServices(world: World): void {
    for (const route of this.#dynamic) {
      const hop = new Hop(world.placeNumber(world.sites[route.site]!.place("services")));
      hop.fixedSec = serviceSec.lan + serviceSec.balancer;
      route.hops.push(hop);
    }
  }

  serve(world: World): void {
    const end = world.timeSec + world.dtSec;
    this.#fullestDisk = 0;
    for (let i = 0; i < this.#faults.length; i++) {
      const fault = this.#faults[i]!;
      if (fault.beginsSec < end) this.#hurt(world, fault);
    }
    for (const event of this.#deploys.events) this.#skew(world, event);
    let wanted = 0;
    let placed = 0;
    for (let i = 0; i < this.#orders.length; i++) {
      const route = this.#orders[i]!;
      wanted += route.offeredPerSec;
      placed += Math.min(route.flowPerSec, route.offeredPerSec * route.mass);
    }
    world.gauges.set(this.#gauges.orders, placed);
    world.gauges.set(this.#gauges.ordersShare, wanted > 0 ? placed / wanted : 1);
  }

  #hurt(world: World, fault: Fault): void {
    if (fault.mendedNoted) return;
    const badBuild = this.#badBuild;
    const cannotOrder = this.#cannotOrder;
    const boxErrs = this.#boxErrs;
    if (fault.kind === "build") {
      const blast = world.design.services.split ? 1 / servicesCount : 1;
      this.#strike(world, fault, this.#dynamic, badBuild, blast);
    } else if (fault.kind === "silent") this.#strike(world, fault, this.#orders, cannotOrder, 1);
    else if (fault.kind === "gray") {
      const boxes = world.sites[0]!.webBoxes;
      this.#strike(world, fault, this.#atHome, boxErrs, boxes > 0 ? Math.min(1, fault.boxes / boxes) : 1);
    } else this.#fillDisk(world, fault);
    this.#tell(world, fault);
  }

  #strike(
    world: World,
    fault: Fault,
    routes: readonly Route[],
    buckets: readonly number[],
    part: number,
  ): void {
    let staged = 0;
    for (let i = 0; i < routes.length; i++)
      if (routes[i]!.site === this.#stage) staged += routes[i]!.flowPerSec;
    fault.watched(world.timeSec, flowOf(routes) * part, staged * part, flowOf(this.#dynamic));
    const share = fault.failingShare(world) * part;
    const stagedShare = fault.stagedShare(world) * part;
    if (stagedShare <= 0) return;
    for (let i = 0; i < routes.length; i++) {
      const route = routes[i]!;
      route.lose(buckets[route.site]!, route.site === this.#stage ? stagedShare : share);
    }
  }

  /** Reads that miss the cache are spread over the replicas; those of the full one fail. */
  #fillDisk(world: World, fault: Fault): void {
    if (this.#readers === 0) return;
    let missing = 0;
    for (let i = 0; i < this.#diskReads.length; i++) {
      const route = this.#diskReads[i]!;
      missing += route.flowPerSec * (1 - route.hitShare);
    }
    if (world.timeSec + world.dtSec > fault.hurtsSec)
      fault.watched(world.timeSec, missing / this.#readers, 0, flowOf(this.#dynamic));
    const share = fault.failingShare(world) / this.#readers;
    for (let i = 0; i < this.#diskReads.length; i++) this.#diskReads[i]!.lose(this.#diskFull, share, "miss");
    const filling = fault.hurtsSec - fault.beginsSec;
    const full = filling > 0 ? Math.min(1, (world.timeSec - fault.beginsSec) / filling) : 1;
    if (world.timeSec < fault.mendedSec) this.#fullestDisk = Math.max(this.#fullestDisk, full);
    world.gauges.set(this.#gauges.disk, this.#fullestDisk);
  }

  /** The event log: who found what, and when it was over. Culprits are named only by what can name them. */
  #tell(world: World, fault: Fault): void {
    const end = world.timeSec + world.dtSec;
    if (!fault.foundNoted && fault.foundSec < end) {
      fault.foundNoted = true;
      const isBuild = fault.kind === "build" || fault.kind === "silent";
      world.note({
        what: "fault-found",
        label: fault.label,
        by: fault.by,
        afterSec: Math.max(0, fault.foundSec - fault.hurtsSec),
        ...(fault.kind === "gray"
          ? { box: 1 + (hash32(world.options.seed, fault.beginsSec, streamOf("culprit")) % boxCount(world)) }
          : {}),
        ...(isBuild ? { build: this.#buildOf(fault) } : {}),
      });
    }
    if (!fault.mendedNoted && fault.mendedSec < end) {
      fault.mendedNoted = true;
      world.note({
        what: "fault-mended",
        label: fault.label,
        afterSec: Math.max(0, fault.mendedSec - fault.hurtsSec),
      });
    }
  }

  /** Builds are counted from 1 in the order of their deployment. */
  #buildOf(fault: Fault): number {
    let number = 1;
    for (const other of this.#faults)
      if ((other.kind === "build" || other.kind === "silent") && other.beginsSec < fault.beginsSec) number++;
    return number;
  }

  /** While regions run different versions, a share of the requests between them is not understood. */
  #skew(world: World, deploy: EventOf<"deploy">): void {
    const until = Math.min(deploy.untilSec, deploy.atSec + this.#skewSec);
    const share = versionSkewShare * overlapShare(world, deploy.atSec, until);
    if (share <= 0) return;
    for (let i = 0; i < world.routes.length; i++) {
      if (this.#crossing[i] !== 1) continue;
      const route = world.routes[i]!;
      this.#skewErrors += route.flowPerSec * share * world.dtSec;
      route.lose(this.#skewed[route.site]!, share);
    }
  }

  measure(world: World, indicators: Indicators): void {
    const order = requestKinds.indexOf("order");
    const answered = world.ledger.answered[order]!;
    const closed = answered + world.ledger.failed[order]!;
    indicators["ordersShare"] = closed > 0 ? answered / closed : 1;
    indicators["versionSkewErrors"] = Math.round(this.#skewErrors);
    let faults = 0;
    let found = 0;
    let detect = 0;
    let repair = 0;
    for (const fault of this.#faults) {
      if (fault.hurtsSec >= world.timeSec) continue;
      if (fault.kind === "disk" && this.#readers === 0) continue;
      faults++;
      if (fault.foundSec < world.timeSec) found++;
      detect += fault.undetectedSec(world.timeSec);
      repair += fault.unmendedSec(world.timeSec);
    }
    indicators["faults"] = faults;
    indicators["faultsFound"] = found;
    indicators["timeToDetectSecMean"] = faults > 0 ? detect / faults : 0;
    indicators["timeToRepairSecMean"] = faults > 0 ? repair / faults : 0;
  }

  metered(world: World): BillLine[] {
    if (world.design.tools.logs !== "full" || world.timeSec <= 0) return [];
    let requests = 0;
    requestKinds.forEach((kind, index) => {
      if (kinds[kind].does !== "file") requests += world.ledger.offered[index]!;
    });
    return [{ id: "logs", perMonth: fullLogsPrice(requests / world.timeSec) }];
  }
}

/** Full logs of so many requests a second, in dollars a month. */
function fullLogsPrice(requestsPerSec: number): number {
  return ((requestsPerSec * logKb) / 1e6) * meteredSecPerMonth * logPricePerGb;
}

function loggedPerSec(scenario: Scenario): number {
  return requestKinds.reduce(
    (sum, kind) => sum + (kinds[kind].does === "file" ? 0 : meanRatePerSec(scenario, kind)),
    0,
  );
}

function flowOf(routes: readonly Route[]): number {
  let flow = 0;
  for (let i = 0; i < routes.length; i++) flow += routes[i]!.flowPerSec;
  return flow;
}

function boxCount(world: World): number {
  return Math.max(1, world.sites[0]!.design.web.count);
}

function skewTime(design: Design): number {
  const { deploy, smoke } = design.tools;
  return deploy === "automated" && smoke ? versionSkewSec.smoked : versionSkewSec[deploy];
}

/** Whether a route's requests need two regions to understand each other. */
function crosses(world: World, route: Route): boolean {
  const { design } = world;
  if (world.sites.length < 2 || route.traits.does === "file") return false;
  // A usage event needs no other region: it is appended where it arrives.
  if (route.site > 0 && route.traits.does === "write" && design.sync.mode !== "none") return true;
  if (!design.dns.geo) return false;
  const distance = (site: SiteAtWork) => roundTripSec(route.region, site.region);
  const own = distance(world.sites[route.site]!);
  return world.sites.some((site) => distance(site) < own);
}
