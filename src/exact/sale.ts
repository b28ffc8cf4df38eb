/** Sales: a share of all objects changes at once, and what is kept of them is old until it ends. */
import type { Cache } from "./cache.ts";
import type { Engine } from "./engine.ts";

/** Nobody notices a sale's old entries any more once they are no more than this share of those that it changed. */
const noticeable = 0.005;

export class Sales {
  /** How long after a sale what it changed was given out as it had been, in seconds: the longest of all sales. */
  staleSecMax = 0;
  readonly #engine: Engine;
  readonly #cache: Cache;
  readonly #ttlSec: number;

  constructor(engine: Engine, cache: Cache) {
    this.#engine = engine;
    this.#cache = cache;
    this.#ttlSec = engine.site.cache.ttl;
    for (const event of engine.scenario.events)
      if (event.what === "sale") engine.at(event.atSec, () => this.#begin(event.share));
  }

  #begin(share: number): void {
    const { prng, nowSec, scenario } = this.#engine;
    const cache = this.#cache;
    const kept: number[] = [];
    for (let key = 0; key < scenario.data.objects; key++)
      if (prng.uniform() < share) {
        if (cache.isFromBefore(key, nowSec, nowSec)) kept.push(key);
        cache.change(key, nowSec);
        cache.invalidate(key);
      }
    this.#watch(nowSec, 0, kept, noticeable * kept.length);
  }

  /** Looks once in every second after a sale, in the middle of it, as long as more are old than nobody notices. */
  #watch(soldSec: number, second: number, kept: readonly number[], fewest: number): void {
    const engine = this.#engine;
    const atSec = soldSec + second + 0.5;
    if (atSec > engine.endSec) return;
    engine.at(atSec, () => {
      const old = kept.filter((key) => this.#cache.isFromBefore(key, soldSec, engine.nowSec));
      if (old.length <= fewest) return;
      this.staleSecMax = Math.max(this.staleSecMax, Math.min(this.#ttlSec, second + 1));
      this.#watch(soldSec, second + 1, old, fewest);
    });
  }
}
