import { mix32 } from "./random.ts";

const range = 4_294_967_296;

/** Draws one after the other, for what is played request by request: a counter, each of whose states is mixed. */
export class Draws {
  #state: number;

  /** @param state 32 bits, such as a hash of a seed and a stream */
  constructor(state: number) {
    this.#state = state;
  }

  /** The next state, for whoever mixes more than one number from it. */
  step(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    return this.#state;
  }

  /** In [0, 1). */
  uniform(): number {
    return mix32(this.step()) / range;
  }

  /** Exponential with mean 1. */
  exponential(): number {
    return -Math.log((mix32(this.step()) + 0.5) / range);
  }
}
