/** A binary heap of (time, what) in typed arrays: the future of a simulation. */
export class EventHeap {
  #times = new Float64Array(1024);
  #events = new Int32Array(1024);
  size = 0;

  get nextTime(): number {
    return this.size > 0 ? this.#times[0]! : Number.POSITIVE_INFINITY;
  }

  push(time: number, event: number): void {
    if (this.size === this.#times.length) {
      const times = new Float64Array(this.size * 2);
      times.set(this.#times);
      this.#times = times;
      const events = new Int32Array(this.size * 2);
      events.set(this.#events);
      this.#events = events;
    }
    const times = this.#times;
    let hole = this.size++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (times[parent]! <= time) break;
      times[hole] = times[parent]!;
      this.#events[hole] = this.#events[parent]!;
      hole = parent;
    }
    times[hole] = time;
    this.#events[hole] = event;
  }

  /** Removes the earliest event and returns what it is. */
  pop(): number {
    const times = this.#times;
    const events = this.#events;
    const earliest = events[0]!;
    const size = --this.size;
    const time = times[size]!;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= size) break;
      if (child + 1 < size && times[child + 1]! < times[child]!) child++;
      if (times[child]! >= time) break;
      times[hole] = times[child]!;
      events[hole] = events[child]!;
      hole = child;
    }
    times[hole] = time;
    events[hole] = events[size]!;
    return earliest;
  }
}

/** A growing ring of integers, first in first out. */
export class IntRing {
  #items = new Int32Array(64);
  #head = 0;
  length = 0;

  push(item: number): void {
    const capacity = this.#items.length;
    if (this.length === capacity) {
      const grown = new Int32Array(capacity * 2);
      for (let i = 0; i < capacity; i++) grown[i] = this.#items[(this.#head + i) & (capacity - 1)]!;
      this.#items = grown;
      this.#head = 0;
    }
    this.#items[(this.#head + this.length++) & (this.#items.length - 1)] = item;
  }

  shift(): number {
    const item = this.#items[this.#head]!;
    this.#head = (this.#head + 1) & (this.#items.length - 1);
    this.length--;
    return item;
  }
}
