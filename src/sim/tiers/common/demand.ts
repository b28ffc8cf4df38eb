/** What a part is asked for and what it can do: two gauges, so that a report can say by how much it was too small. */

import type { World } from "../../engine/world.ts";
import type { Place } from "../../names/places.ts";
import type { StationLoad } from "../../queueing/station.ts";

export class Demand {
  readonly #world: World;
  readonly #asked: number;
  readonly #can: number;

  /** For a place: requests a second of the present mix. */
  constructor(world: World, place: Place) {
    this.#world = world;
    this.#asked = world.gauges.add(`${place}.askedPerSec`);
    this.#can = world.gauges.add(`${place}.canPerSec`);
  }

  show(askedPerSec: number, canPerSec: number): void {
    this.#world.gauges.set(this.#asked, Number.isFinite(askedPerSec) ? askedPerSec : 0);
    this.#world.gauges.set(this.#can, Number.isFinite(canPerSec) ? canPerSec : 0);
  }

  /** `boxes` alike queues with this load each. */
  showLoad({ arrivalRatePerSec, servers, serviceTimeSec }: StationLoad, boxes = 1): void {
    this.show(arrivalRatePerSec * boxes, (servers / serviceTimeSec) * boxes);
  }
}
