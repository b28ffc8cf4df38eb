/** What a part is asked for and what it can do: two gauges, so that a report can say by how much it was too small. */

import type { World } from "../../engine/world.ts";
import type { StationLoad } from "../../queueing/station.ts";

export class Demand {
  private readonly world: World;
  private readonly asked: number;
  private readonly can: number;

  /** For the part of that name: `<name>.askedPerSec` and `<name>.canPerSec`, requests a second of the present mix. */
  constructor(world: World, name: string) {
    this.world = world;
    this.asked = world.gauges.add(`${name}.askedPerSec`);
    this.can = world.gauges.add(`${name}.canPerSec`);
  }

  show(askedPerSec: number, canPerSec: number): void {
    this.world.gauges.set(this.asked, Number.isFinite(askedPerSec) ? askedPerSec : 0);
    this.world.gauges.set(this.can, Number.isFinite(canPerSec) ? canPerSec : 0);
  }

  /** `boxes` alike queues with this load each. */
  showLoad({ arrivalRatePerSec, servers, serviceTimeSec }: StationLoad, boxes = 1): void {
    this.show(arrivalRatePerSec * boxes, (servers / serviceTimeSec) * boxes);
  }
}
