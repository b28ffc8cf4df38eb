import { capacities } from "../sim/index.ts";

/**
 * First come, first served at c servers: each request takes the server that falls free first (Kiefer and Wolfowitz
 * 1955). When it will leave is known when it comes, so a queue costs no events of its own.
 */
export class Servers {
  /** When the request taken last begins to be served: a read sees what is stored then. */
  beganSec = 0;
  /** Grows when all that is here is lost: what was to leave later does not. */
  life = 0;
  /** Work done in a second by one server; what is already here keeps the pace it came with. */
  speed = 1;
  /** When each server falls free, as a heap: the earliest first. */
  readonly #freeSec: Float64Array;
  /** When those who wait will begin, in order; a ring. */
  readonly #startSec: Float64Array;
  readonly #mask: number;
  readonly #limit: number;
  #head = 0;
  #waiting = 0;

  /** So many cores of one box with a database each server stands for, in each other's way; 0: they are no cores. */
  readonly #cores: number;

  /**
   * @param limit requests that may wait
   * @param cores of a box with a database, that each server stands for; 0 for what is no core
   */
  constructor(servers: number, limit: number, cores = 0) {
    this.#cores = cores;
    this.#freeSec = new Float64Array(Math.max(1, servers));
    this.#limit = limit;
    const size = 2 ** Math.ceil(Math.log2(limit + 2));
    this.#startSec = new Float64Array(size);
    this.#mask = size - 1;
  }

  /**
   * Takes in a request with so much work; when it leaves, or −1 when there is no room. Calls come in order of time.
   * @param isOwn work of the box itself, which finds room where requests are refused
   */
  take(nowSec: number, workSec: number, isOwn = false): number {
    const free = this.#freeSec;
    const starts = this.#startSec;
    this.waitingAt(nowSec);
    let start = free[0]!;
    if (start <= nowSec) start = nowSec;
    else {
      if (this.#waiting >= (isOwn ? this.#mask : this.#limit)) return -1;
      starts[(this.#head + this.#waiting++) & this.#mask] = start;
    }
    this.beganSec = start;
    const busy = (this.#busyAt(start) + 1) * this.#cores;
    const crowded = this.#cores > 0 ? contention(busy, capacities.databaseScaling) : 1;
    const leaves = start + (workSec * crowded) / this.speed;
    this.#sink(0, leaves);
    return leaves;
  }

  /** How many wait now; never asked of a time before the last. */
  waitingAt(nowSec: number): number {
    while (this.#waiting > 0 && this.#startSec[this.#head]! <= nowSec) {
      this.#head = (this.#head + 1) & this.#mask;
      this.#waiting--;
    }
    return this.#waiting;
  }

  #busyAt(atSec: number): number {
    let busy = 0;
    for (const freeSec of this.#freeSec) if (freeSec > atSec) busy++;
    return busy;
  }

  /** Keeps so many servers from new work until a time: those that fall free first. */
  hold(servers: number, untilSec: number): void {
    for (let i = 0; i < servers; i++) this.#sink(0, Math.max(untilSec, this.#freeSec[0]!));
  }

  /** All that is here is lost. */
  clear(): void {
    this.life++;
    this.#freeSec.fill(0);
    this.#waiting = 0;
  }

  #sink(from: number, value: number): void {
    const free = this.#freeSec;
    const size = free.length;
    let hole = from;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= size) break;
      if (child + 1 < size && free[child + 1]! < free[child]!) child++;
      if (free[child]! >= value) break;
      free[hole] = free[child]!;
      hole = child;
    }
    free[hole] = value;
  }
}

/** How much longer work takes on each of so many busy cores than on one that is alone: together they do k^e. */
export function contention(busyCores: number, { exponent }: capacities.CoreScaling): number {
  return busyCores ** (1 - exponent);
}
