/** One site's requests at a database cluster: their hops, and which queue each read meets. */

import { type Branch, Hop, type Route } from "../../engine/flow.ts";
import type { SiteAtWork } from "../../engine/site.ts";
import type { World } from "../../engine/world.ts";
import type { Station } from "../../queueing/station.ts";
import { roundTripSec, serviceSec } from "../../scenario/capacities.ts";
import { sessionLifeSec } from "../../scenario/scenario.ts";
import { hasWebTier, logStore } from "../common/data-home.ts";
import { stretch } from "../common/mix.ts";
import type { DataSite } from "./data-site.ts";
import type { Failover } from "./failover.ts";

/** A read's way: to copies of its own site, to those of the primary's site, or to the primary. */
export interface ReadPassage {
  readonly route: Route;
  /** Whether its session is looked up first. */
  readonly asksSession: boolean;
  readonly own: boolean;
  /** Whether it goes to the primary first, to see its own last write. */
  readonly fresh: boolean;
  /** On one vCPU. */
  readonly sec: number;
  readonly nearHop: Hop | undefined;
  readonly farHop: Hop | undefined;
  readonly primaryHop: Hop;
  nearShare: number;
  farShare: number;
  primaryShare: number;
}

/** A write's way: the primary; the row it changes, when all change the same; what has to acknowledge. */
export interface WritePassage {
  readonly route: Route;
  readonly asksSession: boolean;
  readonly hop: Hop;
  readonly rowHop: Hop | undefined;
  readonly ackHop: Hop;
}

export class DatabaseClient {
  readonly site: SiteAtWork;
  /** The site's own copies, when it has any. */
  readonly member: DataSite | undefined;
  readonly reads: ReadPassage[] = [];
  readonly writes: WritePassage[] = [];
  /** Requests that look up their session at the primary. */
  readonly sessions: { readonly route: Route; readonly hop: Hop }[] = [];
  readonly #copiesFull: number;
  readonly #far: boolean;

  constructor(
    world: World,
    site: SiteAtWork,
    members: readonly DataSite[],
    place: number,
    primary: Station,
    row: Station,
  ) {
    this.site = site;
    this.member = members.find((member) => member.site === site);
    this.#far = members.length > 1 || !this.member;
    const near = this.member && (this.member.slots.count > 0 || members.length > 1);
    const copiesName = (this.member ?? members[0]!).site.place("replicas");
    this.#copiesFull = world.ledger.bucket(copiesName, "queue-full");
    const { design: parts } = site;
    const copiesPlace = near || this.#far ? world.placeNumber(copiesName) : place;
    const ordersElsewhere = parts.cache.only && parts.cache.nodes > 0;
    // Where nothing is cached every read is a miss, and walking all samples is quicker than asking each.
    const keepsLocally = hasWebTier(parts) && parts.web.local > 0;
    const branch: Branch = parts.cache.nodes === 0 && !keepsLocally ? "all" : "miss";
    const keepsSessions = parts.sessions.store === "sql" && sessionLifeSec(world.scenario) > 0;
    for (const route of site.routes) {
      const { does, databaseSec: sec, hasSession } = route.traits;
      const add = (hop: Hop, station: Station | null): Hop => {
        hop.station = station;
        hop.share = 0;
        route.hops.push(hop);
        return hop;
      };
      const asksSession = keepsSessions && hasSession;
      if (asksSession) {
        const hop = add(new Hop(place), primary);
        hop.share = 1;
        this.sessions.push({ route, hop });
      }
      if (does === "read") {
        this.reads.push({
          route,
          asksSession,
          own: route.kind === "own",
          fresh: route.kind === "own" && members[0]!.site.design.db.fresh,
          sec,
          nearHop: near ? add(new Hop(copiesPlace, { branch }), null) : undefined,
          farHop: this.#far ? add(new Hop(copiesPlace, { branch }), null) : undefined,
          primaryHop: add(new Hop(place, { branch }), primary),
          nearShare: 0,
          farShare: 0,
          primaryShare: 0,
        });
        continue;
      }
      const logHere = does === "append" && logStore(parts) !== "kv";
      if (!logHere && (does !== "write" || (route.kind === "order" && ordersElsewhere))) continue;
      const hop = add(new Hop(place), primary);
      hop.share = 1;
      const rowHop = route.kind === "like" ? add(new Hop(place), row) : undefined;
      if (rowHop) {
        rowHop.share = 1;
        rowHop.serviceSec = world.commit.rowLockSec;
      }
      this.writes.push({ route, asksSession, hop, rowHop, ackHop: add(new Hop(copiesPlace), null) });
    }
  }

  /** Time between this site's web boxes and the primary, in seconds. */
  distanceSec(failover: Failover): number {
    const { site } = failover.home;
    return site === this.site ? serviceSec.lan : roundTripSec(site.region, this.site.region);
  }

  /** Losses, times and staleness of this site's reads, after the queues have moved. */
  aimReads(
    world: World,
    failover: Failover,
    primarySlower: number,
    primaryBlocked: number,
    primaryFull: number,
  ): void {
    const { member } = this;
    const home = failover.home;
    const distance = this.distanceSec(failover);
    const nearStale = member ? failover.staleShare(world, member) : 0;
    const farStale = this.#far ? failover.staleShare(world, home) : 0;
    for (let i = 0; i < this.reads.length; i++) {
      const path = this.reads[i]!;
      const { route, nearHop, farHop, primaryHop } = path;
      if (path.own) {
        const asked = route.flowPerSec * world.dtSec;
        world.tally.ownReads += asked;
        world.tally.staleOwnReads +=
          asked * (1 - route.hitShare) * (path.nearShare * nearStale + path.farShare * farStale);
      }
      if (nearHop && member) aimAtCopies(nearHop, member, path.sec, path.nearShare);
      if (farHop) {
        aimAtCopies(farHop, home, path.sec, path.farShare);
        farHop.fixedSec = distance;
      }
      primaryHop.share = path.primaryShare;
      primaryHop.serviceSec = path.sec * primarySlower;
      primaryHop.fixedSec = distance;
      const lost = (member ? path.nearShare * member.blockedShare : 0) + path.farShare * home.blockedShare;
      route.lose(this.#copiesFull, lost, "miss");
      route.lose(primaryFull, path.primaryShare * primaryBlocked, "miss");
    }
  }
}

/** Directs a hop to a site's copies. */
function aimAtCopies(hop: Hop, member: DataSite, sec: number, share: number): void {
  hop.share = share;
  hop.serviceSec = sec * stretch(member.vcpu) * member.slower;
  hop.fixedSec = serviceSec.lan;
  hop.station = member.copies.station;
  hop.stations = member.slowShare > 0 ? member.stations : null;
  hop.upTo = member.upTo;
  hop.slower = member.timesLonger;
}
