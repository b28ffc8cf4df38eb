/** What a run shows second by second: named gauges, set by tiers, kept per tick when a series is wanted. */
import type { Gauge } from "../names/gauges.ts";

export class Gauges {
  readonly names: Gauge[] = [];
  #values = new Float64Array(16);
  /** One column a gauge, one after the other. */
  #kept = new Float64Array(0);
  #ticks = 0;
  #length = 0;

  /** Registers a gauge, such as `web.utilization`; the number is its handle. Twice the same name is one gauge. */
  add(name: Gauge, initial = 0): number {
    const known = this.names.indexOf(name);
    if (known >= 0) return known;
    if (this.names.length === this.#values.length) {
      const wider = new Float64Array(this.#values.length * 2);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.names.length] = initial;
    return this.names.push(name) - 1;
  }

  set(handle: number, value: number): void {
    this.#values[handle] = value;
  }

  /** Makes room for a run of so many ticks; call once, when all gauges are there. */
  start(ticks: number): void {
    this.#kept = new Float64Array(this.names.length * ticks);
    this.#ticks = ticks;
    this.#length = 0;
  }

  /** Keeps the present values as the next tick. */
  record(): void {
    let at = this.#length;
    for (let i = 0; i < this.names.length; i++) {
      this.#kept[at] = this.#values[i]!;
      at += this.#ticks;
    }
    this.#length++;
  }

  /** Ticks recorded so far. */
  get recorded(): number {
    return this.#length;
  }

  /** One gauge over time, per tick; empty when it is unknown. */
  column(name: Gauge): Float64Array {
    const index = this.names.indexOf(name);
    if (index < 0) return new Float64Array(0);
    const from = index * this.#ticks;
    return this.#kept.subarray(from, from + this.#length);
  }
}
