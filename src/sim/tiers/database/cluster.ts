/** One primary with its copies at work: who reads where, what a write waits for. */

import type { Hop, Route } from "../../engine/flow.ts";
import { type Happenings, slowdown } from "../../engine/happenings.ts";
import type { SiteAtWork } from "../../engine/site.ts";
import { newLoad, type World } from "../../engine/world.ts";
import {
  databaseSec,
  rebuildCpuShare,
  rowLockCv2,
  sharding,
  waitingPerCore,
} from "../../scenario/capacities.ts";
import { crowding } from "../../scenario/commit.ts";
import { Demand } from "../common/demand.ts";
import { holdCores, Mix, paceAt, stretch } from "../common/mix.ts";
import { DatabaseClient } from "./client.ts";
import type { DataSite } from "./data-site.ts";
import type { Failover } from "./failover.ts";

export class DatabaseCluster {
  readonly failover: Failover;
  /** Longest mean lag of any copies, in seconds. */
  lagSecMax = 0;
  readonly #clients: DatabaseClient[] = [];
  readonly #station;
  readonly #load = newLoad();
  readonly #mix = new Mix();
  readonly #row;
  readonly #rowLoad = newLoad();
  readonly #place: number;
  readonly #buckets;
  readonly #gauges;
  readonly #demand: Demand;
  readonly #slowCopies: Happenings<"slow">;
  readonly #slowPrimary: Happenings<"slow">;
  readonly #reports: Happenings<"report">;
  /** Writes per second that reach the primary: of rows of their own, and of the one row that all change. */
  #writeRatePerSec = 0;
  #rowRatePerSec = 0;
  /** Share of the row's accepted arrivals that left it in this step. */
  #rowThrough = 1;

  constructor(world: World, failover: Failover) {
    this.failover = failover;
    this.#slowCopies = world.happenings("slow", ({ tier }) => tier === "replica");
    this.#slowPrimary = world.happenings("slow", ({ tier }) => tier === "primary");
    this.#reports = world.happenings("report");
    const name = failover.home.site.place("db");
    this.#place = world.placeNumber(name);
    this.#station = world.newStation();
    this.#row = world.newStation();
    this.#rowLoad.servers = 1;
    this.#rowLoad.serviceTimeSec = world.commit.rowLockSec;
    this.#rowLoad.serviceCv2 = rowLockCv2;
    this.#rowLoad.unitCv2 = rowLockCv2;
    this.#rowLoad.queueLimit = sharding.waitingPerRow;
    this.#buckets = {
      down: world.ledger.bucket(name, "primary-down"),
      full: world.ledger.bucket(name, "queue-full"),
      row: world.ledger.bucket(name, "row-locked"),
      waiting: world.ledger.bucket(name, "copy-silent"),
      none: world.ledger.bucket(name, "no-copy"),
      session: world.ledger.bucket(name, "session-unreadable"),
    };
    this.#demand = new Demand(world, name);
    this.#gauges = {
      utilization: world.gauges.add(`${name}.utilization`),
      backlog: world.gauges.add(`${name}.backlog`),
      up: world.gauges.add(`${name}.up`, 1),
    };
  }

  /** Whether the site holds this cluster's data. */
  has(site: SiteAtWork): boolean {
    return this.failover.members.some((member) => member.site === site);
  }

  /** Lets a site's requests read and write here; called once a site when the world is built. */
  join(world: World, site: SiteAtWork): void {
    const members = this.failover.members;
    this.#clients.push(new DatabaseClient(world, site, members, this.#place, this.#station, this.#row));
  }

  serve(world: World): void {
    const { failover } = this;
    this.#mix.clear();
    this.#slowDown();
    for (let m = 0; m < failover.members.length; m++) failover.members[m]!.copies.reads.clear();
    this.#rowRatePerSec = 0;
    this.#writeRatePerSec = 0;
    if (failover.switched || failover.downShare >= 1) {
      this.#station.restart();
      this.#row.restart();
    }
    for (let c = 0; c < this.#clients.length; c++) this.#takeSessions(this.#clients[c]!);
    for (let c = 0; c < this.#clients.length; c++) this.#routeReads(this.#clients[c]!);
    this.#takeWrites();
    this.#stepPrimary(world);
    this.#stepCopies(world);
    for (let c = 0; c < this.#clients.length; c++) this.#aimClient(world, this.#clients[c]!);
  }

  /** An event slows down copies where the primary is. */
  #slowDown(): void {
    const { failover } = this;
    const { boxes, speed } = slowdown(this.#slowCopies);
    for (let m = 0; m < failover.members.length; m++) {
      const member = failover.members[m]!;
      member.slowDown(member === failover.home ? boxes : 0, speed);
    }
  }

  /** Share of the step in which a member's copies can be read. */
  #readable(member: DataSite): number {
    if (!member.isUsable) return 0;
    return member.slots.upShare * (1 - member.outShare);
  }

  /** Sessions kept in the database: every request asks the primary who it is. */
  #takeSessions({ sessions, site }: DatabaseClient): void {
    if (sessions.length === 0) return;
    const { downShare } = this.failover;
    this.#mix.add(site.sessionReadsPerSec * (1 - downShare), databaseSec.session);
    for (let i = 0; i < sessions.length; i++) sessions[i]!.route.lose(this.#buckets.session, downShare);
  }

  /** Requests per second of a path whose session is found: who is refused there asks for nothing more. As in the last step. */
  #knownOf({ route, asksSession }: { readonly route: Route; readonly asksSession: boolean }): number {
    return asksSession ? route.flowPerSec * (1 - this.#station.blockedShare) : route.flowPerSec;
  }

  /** Decides for each read where it goes, and loses what finds nothing. */
  #routeReads(client: DatabaseClient): void {
    const { failover } = this;
    const local = client.member;
    const near = local ? this.#readable(local) : 0;
    const far = failover.home === local ? 0 : this.#readable(failover.home);
    const there = 1 - failover.downShare;
    for (let i = 0; i < client.reads.length; i++) {
      const path = client.reads[i]!;
      // A read of one's own last write goes to the primary while there is one.
      const first = path.fresh ? there : 0;
      path.nearShare = (1 - first) * near;
      path.farShare = (1 - first) * (1 - near) * far;
      path.primaryShare = first + (1 - first) * (1 - near) * (1 - far) * there;
      const served = path.nearShare + path.farShare + path.primaryShare;
      path.route.lose(this.#buckets.none, 1 - served, "miss");
      if (served > 0 && served < 1) {
        path.nearShare /= served;
        path.farShare /= served;
        path.primaryShare /= served;
      }
      const rate = this.#knownOf(path) * (1 - path.route.hitShare);
      local?.copies.reads.add(rate * path.nearShare, path.sec);
      failover.home.copies.reads.add(rate * path.farShare, path.sec);
      this.#mix.add(rate * path.primaryShare, path.sec);
    }
  }

  #takeWrites(): void {
    const { failover } = this;
    const blocked = failover.blockedShare();
    for (let c = 0; c < this.#clients.length; c++) {
      const client = this.#clients[c]!;
      for (let i = 0; i < client.writes.length; i++) {
        const write = client.writes[i]!;
        const { route, rowHop } = write;
        route.lose(this.#buckets.down, failover.downShare);
        route.lose(this.#buckets.waiting, blocked);
        const known = this.#knownOf(write);
        if (rowHop) this.#rowRatePerSec += known;
        else this.#writeRatePerSec += known;
        this.#mix.add(known, route.traits.databaseSec);
      }
    }
    this.#mix.add(failover.recoveringPerSec, databaseSec.write);
  }

  /**
   * Updates of one row wait for each other, whatever the box, once their CPU work is done.
   * @param arriving updates per second that leave the CPU; returns how many leave the row
   */
  #stepRow(world: World, arriving: number): number {
    const row = this.#row;
    const rowLoad = this.#rowLoad;
    this.#rowThrough = 1;
    if (arriving <= 0 && row.ledgerBacklog <= 0) {
      row.blockedShare = 0;
      return 0;
    }
    rowLoad.arrivalRatePerSec = arriving;
    rowLoad.serviceTimeSec = world.commit.rowLockSec * crowding(world.commit, row.ledgerBacklog);
    row.step(rowLoad, world.tick, world.dtSec);
    const accepted = arriving * (1 - row.blockedShare);
    if (accepted > 0) this.#rowThrough = row.departureRatePerSec / accepted;
    return row.departureRatePerSec;
  }

  #stepPrimary(world: World): void {
    const { failover } = this;
    const station = this.#station;
    const load = this.#load;
    let speed = 1 - failover.downShare;
    let longer = 1;
    if (failover.home.slots.up < 1)
      speed *= 1 - rebuildCpuShare * Math.min(1, failover.home.slots.rebuilding);
    speed *= slowdown(this.#slowPrimary).speed;
    if (failover.recoveringPerSec > 0) speed *= 1 - recoveryShare;
    if (failover.downShare < 1) {
      this.#mix.fill(load, failover.vcpu, speed, databaseSec.cheapRead);
      longer = holdCores(
        load,
        this.#reports.sum(({ cpuShare }) => cpuShare),
      );
      load.queueLimit = waitingPerCore * failover.vcpu;
      station.step(load, world.tick, world.dtSec);
      station.pace = paceAt(failover.vcpu, station.utilization);
    }
    const arriving = this.#mix.ratePerSec;
    const through = arriving > 0 ? station.departureRatePerSec / arriving : 1;
    const writes = (this.#writeRatePerSec + failover.recoveringPerSec) * through;
    const updates = this.#stepRow(world, failover.downShare < 1 ? this.#rowRatePerSec * through : 0);
    failover.accept(world, failover.downShare < 1 ? writes + updates : 0);
    this.#primarySec = (longer * stretch(failover.vcpu)) / (speed > 0 ? speed : 1);
    const accepted = arriving * (1 - station.blockedShare);
    this.#through = accepted > 0 ? station.departureRatePerSec / accepted : 1;
    world.gauges.set(this.#gauges.utilization, failover.downShare < 1 ? station.utilization : 0);
    world.gauges.set(this.#gauges.backlog, station.backlog);
    world.gauges.set(this.#gauges.up, 1 - failover.downShare);
    if (failover.downShare < 1) this.#demand.showLoad(load);
    else this.#demand.show(0, 0);
  }

  #primarySec = 1;
  #through = 1;

  #stepCopies(world: World): void {
    const { failover } = this;
    for (let m = 0; m < failover.members.length; m++) {
      const member = failover.members[m]!;
      const { slots } = member;
      if (slots.count === 0 && member.outShare === 0) continue;
      const delay = failover.shippingSec(member);
      if (member.outShare > 0 || slots.up <= 0) {
        member.rest(world, failover.acceptedPerSec);
        member.show(world);
        continue;
      }
      const boxes = slots.up;
      const speed = 1 - Math.min(0.9, (rebuildCpuShare * slots.rebuilding) / Math.max(1, boxes));
      member.step(world, speed, failover.acceptedPerSec, delay);
      member.show(world);
      if (member.lagSec > this.lagSecMax) this.lagSecMax = member.lagSec;
    }
  }

  /** Losses and times of one site's requests, after the queues have moved. */
  #aimClient(world: World, client: DatabaseClient): void {
    client.aimReads(world, this.failover, this.#primarySec, this.#station.blockedShare, this.#buckets.full);
    const { writes, sessions } = client;
    const { failover } = this;
    const distance = client.distanceSec(failover);
    const blocked = failover.downShare < 1 ? this.#station.blockedShare : 0;
    for (let i = 0; i < sessions.length; i++) {
      const { route, hop } = sessions[i]!;
      route.lose(this.#buckets.full, blocked);
      hop.serviceSec = databaseSec.session * this.#primarySec;
      hop.fixedSec = distance;
    }
    for (let i = 0; i < writes.length; i++) {
      const { route, hop, rowHop, ackHop } = writes[i]!;
      route.lose(this.#buckets.full, blocked);
      route.flowPerSec *= this.#through;
      if (rowHop) {
        route.lose(this.#buckets.row, this.#row.blockedShare);
        route.flowPerSec *= this.#rowThrough;
      }
      hop.serviceSec = route.traits.databaseSec * this.#primarySec;
      hop.fixedSec = distance;
      this.#acknowledge(ackHop);
    }
  }

  /** What a write waits for after the primary has it. */
  #acknowledge(hop: Hop): void {
    const { failover } = this;
    const { home } = failover;
    const waitsForAll = failover.waitsForAll && home.slots.up >= 1;
    hop.fixedSec = failover.acknowledgeSec() + (waitsForAll ? home.applyDelaySec : 0);
    hop.station = waitsForAll ? home.copies.station : null;
    hop.stations = waitsForAll && home.isUneven ? home.each : null;
    hop.slower = home.eachLonger;
    hop.upTo = home.eachUpTo;
    hop.fan = waitsForAll ? Math.floor(home.slots.up) : 1;
    hop.serviceSec = waitsForAll ? home.replaySec : 0;
    hop.share = hop.fixedSec > 0 || waitsForAll ? 1 : 0;
  }
}

/** Reading old logs and writing what they hold takes this share of the primary while recovery scripts run. */
const recoveryShare = 0.1;
