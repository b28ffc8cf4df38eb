/** Web boxes that come and go with the load: what is measured, and when boxes are bought and given back. */
import { capacities, type Site } from "../sim/index.ts";
import type { Engine } from "./engine.ts";

/** The boxes that are scaled. */
export interface Pool {
  readonly serving: number;
  /** Work begun since it was last asked, as a share of what one box can do in a second. */
  takeWork(): number;
  start(boxes: number): void;
  stop(boxes: number): void;
}

/** The fewest and the most boxes that a site may have. */
export function boxesOf({ web: { count, target, min, max } }: Site): { least: number; most: number } {
  if (target === 0) return { least: count, most: count };
  const least = Math.max(1, min);
  return { least, most: Math.max(least, max > 0 ? max : count) };
}

export class Scaling {
  readonly #engine: Engine;
  readonly #site: Site;
  readonly #pool: Pool;
  #coming = 0;
  readonly #measured: number[] = [];
  #restingUntilSec = 0;
  #countedSec = 0;
  #servingSec = 0;
  #paidSec = 0;

  constructor(engine: Engine, site: Site, pool: Pool) {
    this.#engine = engine;
    this.#site = site;
    this.#pool = pool;
    const { ticks, tickSec } = engine.scenario;
    for (let tick = 0; tick < ticks; tick++) engine.at(tick * tickSec, () => this.#decide());
  }

  /** Box-seconds up to now; called before their number changes. */
  count(): void {
    const sec = this.#engine.nowSec - this.#countedSec;
    this.#countedSec += sec;
    this.#servingSec += sec * this.#pool.serving;
    this.#paidSec += sec * (this.#pool.serving + this.#coming);
  }

  /** Boxes are bought; they serve once they have booted. */
  launch(boxes: number, fromSec: number): void {
    this.count();
    this.#coming += boxes;
    this.#engine.at(fromSec + this.#site.web.boot, () => {
      this.count();
      this.#coming -= boxes;
      this.#pool.start(boxes);
    });
  }

  #measure(): void {
    this.count();
    const work = this.#pool.takeWork();
    if (this.#servingSec > 0) this.#measured.push(Math.min(1, work / this.#servingSec));
    this.#servingSec = 0;
    if (this.#measured.length > this.#window) this.#measured.shift();
  }

  get #window(): number {
    return Math.max(1, Math.round(this.#site.web.window / this.#engine.scenario.tickSec));
  }

  #decide(): void {
    this.#measure();
    const { nowSec, scenario } = this.#engine;
    const { least, most } = boxesOf(this.#site);
    const { serving } = this.#pool;
    const owned = serving + this.#coming;
    if (owned < least) this.launch(least - owned, nowSec);
    if (owned < least || nowSec < this.#restingUntilSec || this.#measured.length < this.#window) return;
    const target = this.#site.web.target / 100;
    const measured = this.#measured.reduce((sum, each) => sum + each, 0) / this.#measured.length;
    const wanted = Math.min(most, Math.max(least, Math.ceil((serving * measured) / target - 1e-3)));
    if (measured > target && wanted > owned) this.launch(wanted - owned, nowSec);
    else if (measured < capacities.scaleInShare * target && this.#coming === 0 && wanted < serving) {
      this.count();
      this.#pool.stop(serving - wanted);
    } else return;
    this.#restingUntilSec = nowSec + Math.max(this.#site.web.cooldown, scenario.tickSec);
  }

  /** Boxes paid for, on average. */
  get paidMean(): number {
    this.count();
    return this.#paidSec / Math.max(1e-9, this.#engine.nowSec);
  }
}
