/**
 * The cache node that holds a celebrity's post, where likes are counted apart from its row: in this node's memory, or
 * by a stream. Then the post changes with every sum instead of every like, and is answered from here.
 */
import type { Route } from "../../engine/flow.ts";
import type { SiteAtWork } from "../../engine/site.ts";
import type { World } from "../../engine/world.ts";
import type { Station, StationLoad } from "../../queueing/station.ts";
import { sharding } from "../../scenario/capacities.ts";
import type { RequestKind } from "../../scenario/kinds.ts";

export class HotNode {
  readonly station: Station;
  /** Likes that are counted in its memory. */
  readonly counted: readonly Route[];
  #countedPerSec = 0;

  constructor(world: World, site: SiteAtWork) {
    this.station = world.newStation();
    const inMemory = site.design.shards.likes === "memory";
    this.counted = inMemory ? site.routes.filter(({ kind }) => kind === "like") : [];
  }

  /** Takes the likes, but for those that come while it starts anew; how many a second. */
  count(awayShare: number, down: number): number {
    let perSec = 0;
    for (let i = 0; i < this.counted.length; i++) {
      const route = this.counted[i]!;
      route.lose(down, awayShare);
      perSec += route.flowPerSec;
    }
    this.#countedPerSec = perSec;
    return perSec;
  }

  /** Steps its queue under all that it is asked for, views and counts beside its part of the rest; what share it refuses. */
  step(world: World, load: StationLoad, ratePerSec: number): number {
    load.arrivalRatePerSec = ratePerSec;
    this.station.step(load, world.tick, world.dtSec);
    return this.station.blockedShare;
  }

  /** Where a request of a kind is answered; undefined where any node will do. */
  stationOf(kind: RequestKind): Station | undefined {
    return kind === "post" || kind === "like" ? this.station : undefined;
  }

  /** Forgets what was counted since the last sum: half an interval of it, on average. */
  forget(world: World): void {
    world.tally.lostWrites += (this.#countedPerSec * sharding.counterSec) / 2;
    this.#countedPerSec = 0;
  }
}

/** The hot node of a site; undefined where every like changes the post, which is then hardly ever answered from memory. */
export function hotNodeOf(world: World, site: SiteAtWork): HotNode | undefined {
  const { count, likes } = site.design.shards;
  return count > 0 && likes !== "rows" ? new HotNode(world, site) : undefined;
}
