/** What a run shows second by second: named gauges, set by tiers, kept per tick when a series is wanted. */
import type { Gauge } from "../names/gauges.ts";

export class Gauges {
  readonly names: Gauge[] = [];
  #values = new Float64Array(16);
  #columns: Float64Array[] = [];
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
    const all = new Float64Array(this.names.length * ticks);
    this.#columns = this.names.map((_, i) => all.subarray(i * ticks, (i + 1) * ticks));
    this.#length = 0;
  }

  /** Keeps the present values as the next tick. */
  record(): void {
    for (let i = 0; i < this.#columns.length; i++) this.#columns[i]![this.#length] = this.#values[i]!;
    this.#length++;
  }

  /** Ticks recorded so far. */
  get recorded(): number {
    return this.#length;
  }

  /** One gauge over time, per tick; empty when it is unknown. */
  column(name: Gauge): Float64Array {
    const index = this.names.indexOf(name);
    return index < 0 ? new Float64Array(0) : this.#columns[index]!.subarray(0, this.#length);
  }
}
