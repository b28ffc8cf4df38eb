/** Adding a shard to shards that serve: how long it takes, what it loads, when who serves what. */

import { overlapShare } from "../../engine/time.ts";
import type { World } from "../../engine/world.ts";
import type { Place } from "../../names/places.ts";
import { sharding } from "../../scenario/capacities.ts";
import type { ScenarioEvent } from "../../scenario/scenario.ts";
import type { ShardGroupPlan } from "./groups.ts";

export class Resharding {
  /** Part of the keys to be moved that has moved, 0…1, at the middle of the step. */
  progress = 0;
  /** Share of the step in which data moves. */
  movingShare = 0;
  /** Seconds of moving so far. */
  movedSec = 0;
  /** How long the whole move takes, in seconds. */
  readonly durationSec: number;
  /** Worst utilization of any shard while data moved. */
  utilizationMax = 0;
  readonly #objects: number;
  readonly #event: ScenarioEvent | undefined;
  #offered = 0;
  #failed = 0;
  #wasMoving = false;
  #announced = false;

  constructor(world: World, groups: readonly ShardGroupPlan[]) {
    const { data, events } = world.scenario;
    this.#event = events.find((event) => event.what === "add-shard");
    this.#objects = data.objects;
    // The shard with most to give or take decides; each may move so much data a second in each direction.
    let most = 0;
    for (const { leaves, enters, shards, shardsAfter } of groups)
      most = Math.max(most, shards > 0 ? leaves / shards : 0, shardsAfter > 0 ? enters / shardsAfter : 0);
    const objectsPerSec = sharding.moveKbPerSec / Math.max(1e-3, data.objectKb);
    this.durationSec = this.#event ? (most * this.#objects) / objectsPerSec : 0;
  }

  get isPlanned(): boolean {
    return this.#event !== undefined;
  }

  prepare(world: World, place: Place): void {
    const event = this.#event;
    if (!event) return;
    if (this.#wasMoving) {
      this.#failed += world.ledger.tickFailed;
      this.#offered += world.ledger.tickAnswered + world.ledger.tickFailed;
    }
    const from = event.atSec;
    const until = from + this.durationSec;
    this.movingShare = overlapShare(world, from, until);
    this.movedSec += this.movingShare * world.dtSec;
    const middle = world.timeSec + world.dtSec / 2;
    const done = this.durationSec > 0 ? (middle - from) / this.durationSec : middle >= from ? 1 : 0;
    this.progress = done < 0 ? 0 : done > 1 ? 1 : done;
    if (this.progress >= 1 && !this.#announced) {
      this.#announced = true;
      world.note({ what: "resharded", place, sec: Math.round(this.durationSec) });
    }
    this.#wasMoving = this.movingShare > 0;
  }

  /** Objects per second that a share of all keys means in this step. */
  rateOf(share: number): number {
    return this.movingShare > 0 ? (share * this.#objects * this.movingShare) / this.durationSec : 0;
  }

  /** Share of all requests closed while data moved that failed. */
  get failedShare(): number {
    return this.#offered > 0 ? this.#failed / this.#offered : 0;
  }
}
