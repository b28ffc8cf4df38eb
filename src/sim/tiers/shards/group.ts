/** Shards that are alike, at work: one representative primary, one representative replica, and what befalls them. */

import { endOf, newLoad, type World } from "../../engine/world.ts";
import type { Place } from "../../names/places.ts";
import type { Station } from "../../queueing/station.ts";
import { databaseSec, delaySec, waitingPerCore } from "../../scenario/capacities.ts";
import type { ScenarioEvent } from "../../scenario/scenario.ts";
import { Mix, stretch } from "../common/mix.ts";
import { overlapShare } from "../common/overlap.ts";
import { isShardTier, type ShardGroupPlan } from "./groups.ts";

/** The dedicated shard is one box of this size, without a replica. */
const dedicatedVcpu = 16;
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
  readonly reads = new Mix();
  operations = 0;
  /** Of the box that is asked for more of what it can do, requests a second. */
  askedPerSec = 0;
  canPerSec = 0;
  private readonly vcpu: number;
  private readonly replicas: number;
  private replicasUp = 0;
  private speed = 1;
  private rateAtLossPerSec = 0;
  private readonly load = newLoad();

  constructor(world: World, plan: ShardGroupPlan, size: number, replicas: number) {
    this.plan = plan;
    this.vcpu = plan.isDedicated ? dedicatedVcpu : size;
    this.replicas = plan.isDedicated ? 0 : replicas;
    this.primary = world.newStation();
    this.replica = this.replicas > 0 ? world.newStation() : undefined;
  }

  /** Where it is read: at its replicas while there is one, otherwise at the primary. */
  get reader(): Station {
    return this.replica && this.replicasUp > 0 ? this.replica : this.primary;
  }

  get readsAtReplica(): boolean {
    return this.replica !== undefined && this.replicasUp > 0;
  }

  /**
   * Faults of this step. Those of a scenario strike at home alone; an outage takes the whole site.
   * @param acceptedPerSec writes per second that all shards accepted in the last step
   */
  prepare(world: World, place: Place, outShare: number, isHome: boolean, acceptedPerSec: number): void {
    this.downShare = outShare;
    this.unreadableShare = outShare;
    this.replicasUp = this.replicas;
    this.speed = 1;
    const { events } = world.scenario;
    for (let i = 0; isHome && i < events.length; i++) {
      const event = events[i] as ScenarioEvent;
      if (event.atSec >= world.timeSec + world.dtSec) continue;
      if (event.what === "slow" && this.isStruck(event.tier, event.boxes))
        this.speed *= 1 - overlapShare(world, event.atSec, endOf(event)) * (1 - event.speed);
      else if (event.what === "flood" || (event.what === "crash" && this.isStruck(event.tier, event.boxes)))
        this.losePrimary(world, place, event, acceptedPerSec);
    }
    this.slower = stretch(this.vcpu) / Math.max(1e-3, this.speed);
  }

  private isStruck(tier: string, boxes: number): boolean {
    return isShardTier(tier) && !this.plan.isDedicated && this.plan.victimFrom < boxes;
  }

  /** The primaries are lost: until a replica is promoted, or until they come back. */
  private losePrimary(world: World, place: Place, event: ScenarioEvent, acceptedPerSec: number): void {
    const at = event.atSec;
    const back = endOf(event);
    const until = this.replica ? Math.min(back, at + failoverSec) : back;
    const down = overlapShare(world, at, until);
    if (world.begins(event)) {
      this.primary.restart();
      this.rateAtLossPerSec = acceptedPerSec * this.work;
      world.note({ what: "primary-lost", place });
    }
    if (down > this.downShare) this.downShare = down;
    if (!this.replica) {
      if (down > this.unreadableShare) this.unreadableShare = down;
      return;
    }
    if (until !== at + failoverSec) return;
    if (until >= world.timeSec && until < world.timeSec + world.dtSec) {
      const lost = this.rateAtLossPerSec * delaySec.replicationHome;
      world.tally.lostWrites += lost;
      world.note({ what: "promoted", place, lostWrites: Math.round(lost) });
    }
    // The promoted replica is missing among the replicas until a new one has been built.
    if (world.timeSec >= until && world.timeSec < until + delaySec.replicaRebuild)
      this.replicasUp = Math.max(0, this.replicasUp - 1);
  }

  /** Steps the representative boxes under `writes` and `reads`; the larger utilization. */
  step(world: World): number {
    const { writes, reads, primary, replica } = this;
    this.askedPerSec = 0;
    this.canPerSec = 0;
    this.operations += (writes.ratePerSec + reads.ratePerSec) * world.dtSec;
    const applied = writes.ratePerSec;
    if (replica && this.replicasUp > 0) {
      reads.divide(this.replicasUp);
      // Every replica repeats every write.
      reads.add(applied, databaseSec.replay);
      this.stepBox(world, replica, reads, 1 - this.unreadableShare);
    } else writes.merge(reads);
    const here = 1 - this.downShare;
    if (here > 0) this.stepBox(world, primary, writes, here);
    const busy = here > 0 ? primary.utilization : 0;
    return replica && this.replicasUp > 0 && replica.utilization > busy ? replica.utilization : busy;
  }

  private stepBox(world: World, station: Station, mix: Mix, hereShare: number): void {
    const { load } = this;
    mix.fill(load, this.vcpu, this.speed * hereShare, databaseSec.cheapRead);
    load.queueLimit = waitingPerCore * this.vcpu;
    station.step(load, world.tick, world.dtSec);
    const can = load.servers / load.serviceTimeSec;
    // Of the two boxes the one that is asked for more of what it can do.
    if (this.canPerSec === 0 || load.arrivalRatePerSec * this.canPerSec > this.askedPerSec * can) {
      this.askedPerSec = load.arrivalRatePerSec;
      this.canPerSec = can;
    }
  }
}
