/** The shards of a site one by one, for those who look at them: how busy each is, and whether it is there. */
import type { World } from "../../engine/world.ts";
import type { Place } from "../../names/places.ts";
import type { ShardGroup } from "./group.ts";

export class EachShard {
  readonly #shards: readonly { readonly utilization: number; readonly boxes: number }[];

  constructor({ gauges }: World, place: Place, count: number, grows: boolean) {
    this.#shards = Array.from({ length: count + (grows ? 1 : 0) }, (_, i) => ({
      utilization: gauges.add(`${place}.utilizationOf${i + 1}`),
      boxes: gauges.add(`${place}.boxesOf${i + 1}`, i < count ? 1 : 0),
    }));
  }

  /** Those that are alike are shown alike. */
  show({ gauges }: World, { plan, shards, downShare }: ShardGroup, busy: number): void {
    const { members } = plan;
    for (let i = 0; i < members.length; i++) {
      const each = this.#shards[members[i]!];
      if (!each) continue;
      // A shard that joins is the last of its group.
      const isHere = i < shards;
      gauges.set(each.utilization, isHere ? busy : 0);
      gauges.set(each.boxes, isHere ? 1 - downShare : 0);
    }
  }
}
