/** Shards that are alike, at work: one representative primary, one representative replica, and what befalls them. */

import type { EventOf, Happenings } from "../../engine/happenings.ts";
import type { SiteAtWork } from "../../engine/site.ts";
import { isWithin, overlapShare } from "../../engine/time.ts";
import { newLoad, type World } from "../../engine/world.ts";
import type { Place } from "../../names/places.ts";
import type { Station } from "../../queueing/station.ts";
import { databaseSec, delaySec, sharding, waitingPerCore } from "../../scenario/capacities.ts";
import { ApplyLog } from "../common/apply-log.ts";
import { stepCopy } from "../common/copy-box.ts";
import { Mix, paceAt, stretch } from "../common/mix.ts";
import { isShardTier, type ShardGroupPlan } from "./groups.ts";

/** A primary is detected as lost and a copy promoted after so long. */
const failoverSec = delaySec.detectPrimary + delaySec.promote;

export class ShardGroup {
  readonly plan: ShardGroupPlan;
  readonly primary: Station;
  /** Undefined when none was bought. */
  readonly replica: Station | undefined;
  /** Shards here now, their share of all users' work and of the likes. */
  shards = 0;
  work = 0;
  likes = 0;
  /** Share of the step without a primary; without anything that can be read. */
  downShare = 0;
  unreadableShare = 0;
  /** How much longer work takes than on one vCPU. */
  slower = 1;
  /** What one of these shards is asked for in this step; what it was asked for in all. */
  readonly writes = new Mix();
  /** Of `writes`, those that change what a replica holds, requests a second. */
  changesPerSec = 0;
  readonly reads = new Mix();
  operations = 0;
  /** Of the box that is asked for more of what it can do, requests a second. */
  askedPerSec = 0;
  canPerSec = 0;
  readonly #vcpu: number;
  readonly #replicas: number;
  readonly #slow: Happenings<"slow">;
  readonly #crashes: Happenings<"crash">;
  readonly #floods: Happenings<"flood">;
  #replicasUp = 0;
  #speed = 1;
  #rateAtLossPerSec = 0;
  readonly #load = newLoad();
  /** Of each replica. */
  readonly #log = new ApplyLog();

  constructor(world: World, plan: ShardGroupPlan, site: SiteAtWork) {
    const { size, replicas } = site.design.shards;
    const isVictim = ({ tier, boxes }: { readonly tier: string; readonly boxes: number }) =>
      isShardTier(tier) && !plan.isDedicated && plan.victimFrom < boxes;
    this.#slow = world.happenings("slow", (event) => site.index === 0 && isVictim(event));
    this.#crashes = world.happenings("crash", (event) => site.isStruck(event) && isVictim(event));
    this.#floods = world.happenings("flood", (event) => site.isStruck(event));
    this.plan = plan;
    this.#vcpu = plan.isDedicated ? sharding.dedicatedVcpu : size;
    this.#replicas = plan.isDedicated ? 0 : replicas;
    this.primary = world.newStation();
    this.replica = this.#replicas > 0 ? world.newStation() : undefined;
  }

  /** Where it is read: at its replicas while there is one, otherwise at the primary. */
  get reader(): Station {
    return this.replica && this.#replicasUp > 0 ? this.replica : this.primary;
  }

  get readsAtReplica(): boolean {
    return this.replica !== undefined && this.#replicasUp > 0;
  }

  /**
   * Faults of this step. Primaries stand in zone A and copies in zone B; an outage takes the whole site.
   * @param acceptedPerSec writes per second that all shards accepted in the last step
   */
  prepare(world: World, place: Place, outShare: number, acceptedPerSec: number): void {
    const slow = this.#slow;
    const crashes = this.#crashes;
    const floods = this.#floods;
    this.downShare = outShare;
    this.unreadableShare = outShare;
    this.#replicasUp = this.#replicas;
    this.#speed = 1;
    for (const event of slow.events) this.#speed *= 1 - slow.shareOf(event) * (1 - event.speed);
    for (const event of floods.events)
      if (event.zone === "A") this.#losePrimary(world, place, event, acceptedPerSec);
      else if (isThere(world, event.atSec, event.untilSec + delaySec.replicaRebuild)) this.#replicasUp = 0;
    for (const event of crashes.events) this.#losePrimary(world, place, event, acceptedPerSec);
    this.slower = stretch(this.#vcpu) / Math.max(1e-3, this.#speed);
  }

  /** The primaries are lost: until a replica is promoted, or until they come back. */
  #losePrimary(world: World, place: Place, event: EventOf<"crash" | "flood">, acceptedPerSec: number): void {
    const { atSec: at, untilSec: back } = event;
    if (at >= world.timeSec + world.dtSec) return;
    const until = this.replica ? Math.min(back, at + failoverSec) : back;
    const down = overlapShare(world, at, until);
    if (isWithin(world, at)) {
      this.primary.restart();
      this.#rateAtLossPerSec = acceptedPerSec * this.work;
      world.note({ what: "primary-lost", place });
    }
    if (down > this.downShare) this.downShare = down;
    if (!this.replica) {
      if (down > this.unreadableShare) this.unreadableShare = down;
      return;
    }
    if (until !== at + failoverSec) return;
    if (isWithin(world, until)) {
      const lost = this.#rateAtLossPerSec * world.commit.shippingSec;
      world.tally.lostWrites += lost;
      world.note({ what: "promoted", place, lostWrites: Math.round(lost) });
    }
    // The promoted replica is missing among the replicas until a new one has been built.
    if (isThere(world, until, until + delaySec.replicaRebuild))
      this.#replicasUp = Math.max(0, this.#replicasUp - 1);
  }

  /** Steps the representative boxes under `writes` and `reads`; the larger utilization. */
  step(world: World): number {
    const { writes, reads, primary, replica } = this;
    this.askedPerSec = 0;
    this.canPerSec = 0;
    this.operations += (writes.ratePerSec + reads.ratePerSec) * world.dtSec;
    const isReplicaUp = replica && this.#replicasUp > 0;
    const changing = writes.ratePerSec > 0 ? this.changesPerSec / writes.ratePerSec : 0;
    if (!isReplicaUp) writes.merge(reads);
    const here = 1 - this.downShare;
    if (here > 0) this.#stepPrimary(world, this.#speed * here);
    const busy = here > 0 ? primary.utilization : 0;
    if (isReplicaUp) {
      reads.divide(this.#replicasUp);
      // Every replica repeats every change that the primary has made, and no other.
      const written = here > 0 ? changing * primary.departureRatePerSec : 0;
      const offered = this.#log.offered(written, this.#vcpu, this.#speed, world.dtSec);
      const speed = this.#speed * (1 - this.unreadableShare);
      const load = this.#load;
      const applied = stepCopy(replica, load, reads, offered, this.#vcpu, speed, world.tick, world.dtSec);
      this.#log.settle(written, applied, world.dtSec);
      this.#compare();
    } else {
      // Whoever takes the replica's place has been copied whole.
      this.#log.backlog = 0;
    }
    return isReplicaUp && replica.utilization > busy ? replica.utilization : busy;
  }

  #stepPrimary(world: World, speed: number): void {
    const load = this.#load;
    const vcpu = this.#vcpu;
    this.writes.fill(load, vcpu, speed, databaseSec.cheapRead);
    load.queueLimit = waitingPerCore * vcpu;
    this.primary.step(load, world.tick, world.dtSec);
    this.primary.pace = paceAt(vcpu, this.primary.utilization);
    this.#compare();
  }

  /** Of the two boxes the one that is asked for more of what it can do. */
  #compare(): void {
    const { arrivalRatePerSec, servers, serviceTimeSec } = this.#load;
    const can = servers / serviceTimeSec;
    if (this.canPerSec === 0 || arrivalRatePerSec * this.canPerSec > this.askedPerSec * can) {
      this.askedPerSec = arrivalRatePerSec;
      this.canPerSec = can;
    }
  }
}

/** Whether a step begins within a stretch of time. */
function isThere({ timeSec }: World, fromSec: number, untilSec: number): boolean {
  return timeSec >= fromSec && timeSec < untilSec;
}
