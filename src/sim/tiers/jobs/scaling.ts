/** How many worker boxes run: a fixed number, or as many as the line asks for. */
import { jobs as jobFigures } from "../../scenario/capacities.ts";

/** Launches that can be on their way at once, each of any number of boxes. */
const launchesMax = 64;

/**
 * Boxes asked for: enough for the present arrivals and to empty the line within a target time (AWS's
 * "backlog per instance"). Launched boxes are paid for at once and work after their boot time; boxes
 * leave, with empty hands, when fewer were enough for a while.
 */
export class WorkerPool {
  /** Boxes that work, boxes that boot. */
  running: number;
  booting = 0;
  #min: number;
  readonly #max: number;
  readonly #readyAtSec = new Float64Array(launchesMax);
  readonly #launched = new Float64Array(launchesMax);
  #launches = 0;
  #averagePerSec = -1;
  #enoughSinceSec = -1;
  #enough = 0;

  constructor(min: number, max: number) {
    this.#min = min;
    this.#max = max;
    this.running = min;
  }

  /** Whether the number of boxes follows the line. */
  get scales(): boolean {
    return this.#max > 0;
  }

  /** Boxes stop. A pool that scales replaces them by itself; a fixed one stays smaller. */
  lose(boxes: number): number {
    const lost = Math.min(boxes, this.running);
    this.running -= lost;
    return lost;
  }

  /** Boxes of a fixed pool come back. */
  restore(boxes: number): void {
    if (!this.scales) this.running = Math.min(this.#min, this.running + boxes);
  }

  /** Somebody orders so many boxes more, for good. */
  add(boxes: number, nowSec: number): void {
    this.#min += boxes;
    this.#launch(boxes, nowSec);
  }

  /** Decides for a step. Rates per second; `boxRate` is what one box finishes. */
  step(arrivalsPerSec: number, waiting: number, boxRate: number, nowSec: number, dtSec: number): void {
    this.#join(nowSec);
    if (!this.scales || boxRate <= 0) return;
    const weight = this.#averagePerSec < 0 ? 1 : Math.min(1, dtSec / jobFigures.windowSec);
    this.#averagePerSec = Math.max(0, this.#averagePerSec);
    this.#averagePerSec += (arrivalsPerSec - this.#averagePerSec) * weight;
    const asked = Math.ceil((this.#averagePerSec + waiting / jobFigures.drainSec) / boxRate);
    const wanted = Math.max(this.#min, Math.min(this.#max, asked));
    const have = this.running + this.booting;
    if (wanted >= have) this.#enoughSinceSec = -1;
    if (wanted > have) this.#launch(wanted - have, nowSec);
    if (wanted < have) this.#shrink(wanted, nowSec);
  }

  #join(nowSec: number): void {
    while (this.#launches > 0 && this.#readyAtSec[0]! <= nowSec) {
      const boxes = this.#launched[0]!;
      this.running += boxes;
      this.booting -= boxes;
      this.#launched.copyWithin(0, 1, this.#launches);
      this.#readyAtSec.copyWithin(0, 1, this.#launches);
      this.#launches--;
    }
  }

  #launch(boxes: number, nowSec: number): void {
    this.booting += boxes;
    if (this.#launches === launchesMax) {
      this.#launched[launchesMax - 1] = this.#launched[launchesMax - 1]! + boxes;
      return;
    }
    this.#launched[this.#launches] = boxes;
    this.#readyAtSec[this.#launches++] = nowSec + jobFigures.bootSec;
  }

  /** Down to the most that was wanted while fewer were enough. */
  #shrink(wanted: number, nowSec: number): void {
    if (this.#enoughSinceSec < 0) {
      this.#enoughSinceSec = nowSec;
      this.#enough = wanted;
    }
    this.#enough = Math.max(this.#enough, wanted);
    if (nowSec - this.#enoughSinceSec < jobFigures.scaleInSec) return;
    this.running = Math.max(0, Math.min(this.running, this.#enough - this.booting));
    this.#enoughSinceSec = -1;
  }
}
