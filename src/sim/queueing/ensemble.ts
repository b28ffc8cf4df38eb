import { exponentials, hash32, mix32, normals, TABLE_SIZE, uniforms } from "../chance/random.ts";
import { stationStream } from "../chance/streams.ts";
import { inverseErlangB } from "./erlang.ts";
import type { QueueLaw } from "./queue-law.ts";

/** An order in which to visit one block of a table: every entry once, from `base + at` on by `stride`. */
export class BlockOrder {
  base = 0;
  at = 0;
  stride = 1;
}

/**
 * K particles, each the workload Q that an arriving request would meet, and what it would wait. Here they are drawn
 * from the stationary law by strata; `Motion` moves them from tick to tick.
 */
export class Ensemble {
  /** W of each particle, seconds, observed within this tick. */
  readonly waitSec: Float64Array;
  /** Service time of each particle over its mean, independent of the wait. */
  readonly serviceUnit: Float64Array;
  /** Mean number of requests waiting, beyond those in service: λW in equilibrium (Little). */
  backlog = 0;
  /** Mean work waiting as an arrival of this tick met it, in requests: the capacity times its wait. */
  waitingWork = 0;
  /** Mean of `waitSec`. */
  meanWaitSec = 0;
  /** Share of this tick's arrivals turned away because the queue was full. */
  blockedShare = 0;

  /** K. */
  readonly particles: number;
  /** Q of each particle, requests. */
  readonly workload: Float64Array;
  readonly #visit = new BlockOrder();
  readonly #normalVisit = new BlockOrder();
  readonly #seed: number;
  readonly #stream: number;

  /**
   * @param particles a power of two, at most 4096
   * @param seed of the run
   * @param stream which station of the run this is
   */
  constructor(particles: number, seed: number, stream: number) {
    if (particles < 1 || particles > TABLE_SIZE || (particles & (particles - 1)) !== 0) {
      throw new RangeError(`particles must be a power of two up to ${TABLE_SIZE}, not ${particles}`);
    }
    this.particles = particles;
    this.#seed = seed;
    this.#stream = stream;
    this.workload = new Float64Array(particles);
    this.waitSec = new Float64Array(particles);
    this.serviceUnit = new Float64Array(particles).fill(1);
  }

  /** Nothing waits any more. */
  empty(): void {
    this.workload.fill(0);
    this.waitSec.fill(0);
    this.backlog = 0;
    this.waitingWork = 0;
    this.meanWaitSec = 0;
  }

  /** Multiplies all that waits by a factor. */
  scale(factor: number): void {
    const { workload } = this;
    for (let i = 0; i < workload.length; i++) workload[i]! *= factor;
    this.backlog *= factor;
    this.waitingWork *= factor;
  }

  /** The random bits of a tick for one use of them. */
  hash(tick: number, use: number): number {
    return hash32(this.#seed, tick, stationStream(this.#stream, use));
  }

  /**
   * Where in a table this tick's draws begin: every block of K entries is visited once in TABLE_SIZE/K ticks, in
   * an order of its own each round, so that a run of a few hundred ticks has used the table evenly.
   */
  #block(tick: number, use: number): number {
    const { particles } = this;
    const round = Math.floor((tick * particles) / TABLE_SIZE);
    const h = hash32(this.#seed ^ 0x1b873593, round, stationStream(this.#stream, use));
    return (Math.imul(tick, particles) ^ h) & (TABLE_SIZE - 1) & ~(particles - 1);
  }

  /** Plans a visit to this tick's block, from a random entry on and by a random stride. */
  plan(visit: BlockOrder, tick: number, use: number, at: number, stride: number): void {
    const mask = this.particles - 1;
    visit.base = this.#block(tick, use);
    visit.at = at & mask;
    visit.stride = (stride & mask) | 1;
  }

  /** Draws the service times of this tick. */
  drawServices(table: Float64Array, tick: number): void {
    const { particles, serviceUnit: unit } = this;
    const mask = particles - 1;
    const h = this.hash(tick, 1);
    this.plan(this.#visit, tick, 0, h, mix32(h));
    const { base, stride } = this.#visit;
    let { at } = this.#visit;
    for (let i = 0; i < particles; i++) {
      unit[i] = table[base + at]!;
      at = (at + stride) & mask;
    }
  }

  /** Service that takes no time: nothing waits. */
  passThrough(): void {
    this.empty();
    this.blockedShare = 0;
  }

  /** Draws the particles from the stationary law. */
  draw(law: QueueLaw, tick: number): void {
    if (law.cap === Number.POSITIVE_INFINITY) this.#drawEndless(law, tick);
    else this.#drawFinite(law, tick);
    this.blockedShare = law.blocking;
  }

  /** Q ~ Exp with mean σ²/2|m|, by strata. */
  #drawEndless(law: QueueLaw, tick: number): void {
    const { particles, workload, waitSec: wait } = this;
    const mask = particles - 1;
    const { stationaryMean: scale, delta } = law;
    const perSec = 1 / law.capacity;
    const h = this.hash(tick, 2);
    this.plan(this.#visit, tick, 1, h, mix32(h));
    const { base, stride } = this.#visit;
    let { at } = this.#visit;
    let sum = 0;
    let waiters = 0;
    for (let i = 0; i < particles; i++) {
      const q = exponentials[base + at]! * scale;
      at = (at + stride) & mask;
      workload[i] = q;
      const waiting = q > delta ? q - delta : 0;
      sum += waiting;
      waiters += waiting > 0 ? 1 : 0;
      wait[i] = waiting * perSec;
    }
    this.count(law, sum, waiters);
    this.meanWaitSec = this.waitingWork * perSec;
  }

  /**
   * Counts what waits. Whoever meets work before him meets one request less than that, on average (½(ca² + cs²)
   * less where times vary): the one that is being served counts too. So the mean is λW, as Little's law has it.
   * @param work waiting before all particles together
   * @param waiters particles that wait at all
   */
  count(law: QueueLaw, work: number, waiters: number): void {
    const { particles } = this;
    this.waitingWork = work / particles;
    this.backlog = Math.max(0, work - law.variability * waiters) / particles;
  }

  /**
   * Draws the wait of an accepted request in the stationary M/M/c/c+K: n requests ahead with truncated geometric
   * weights ρⁿ, then the sum of n + 1 service completions (gamma, by Wilson and Hilferty 1931).
   */
  #drawFinite(law: QueueLaw, tick: number): void {
    const { particles, workload, waitSec: wait } = this;
    const mask = particles - 1;
    const { rho, delta, servers, queueLimit: limit, serviceCv2: cv2 } = law;
    const perSec = 1 / law.capacity;
    const variability = 0.5 * (law.arrivalCv2 + cv2);
    // Shares of accepted requests that do not wait, and that do: 1/B − 1 states below c against Σ_{n<K} ρⁿ at c.
    const inverseB = inverseErlangB(servers, rho * servers);
    const decay = rho > 0 ? Math.log(rho) / Math.max(variability, 1e-3) : -700;
    const step = Math.exp(decay);
    const flat = Math.abs(decay) * limit < 1e-6;
    const total = flat ? limit : Math.expm1(decay * limit) / (step - 1);
    const idle = inverseB === Number.POSITIVE_INFINITY ? 1 : (inverseB - 1) / (inverseB - 1 + total);
    const h = this.hash(tick, 2);
    this.plan(this.#visit, tick, 1, h, mix32(h));
    this.plan(this.#normalVisit, tick, 2, h >>> 8, mix32(h ^ 0x2c1b3c6d));
    const { base, stride } = this.#visit;
    let { at } = this.#visit;
    const { base: normalBase, stride: normalStride } = this.#normalVisit;
    let normalAt = this.#normalVisit.at;
    const span = flat ? 0 : Math.expm1(decay * limit);
    let sum = 0;
    let sumWaiting = 0;
    let aheadSum = 0;
    for (let i = 0; i < particles; i++) {
      const u = uniforms[base + at]!;
      at = (at + stride) & mask;
      const z = normals[normalBase + normalAt]!;
      normalAt = (normalAt + normalStride) & mask;
      let waiting = 0;
      let q = (delta * u) / idle;
      if (u > idle) {
        const v = (u - idle) / (1 - idle);
        let ahead = Math.floor(flat ? v * limit : Math.log1p(v * span) / decay);
        if (ahead > limit - 1) ahead = limit - 1;
        if (ahead < 0) ahead = 0;
        const count = ahead + 1;
        if (cv2 > 0) {
          const shrink = cv2 / (9 * count);
          const root = 1 - shrink + z * Math.sqrt(shrink);
          waiting = root > 0 ? Math.fround(count * root * root * root) : 0;
        } else waiting = count;
        q = delta + ahead + 0.5;
        aheadSum += ahead;
      }
      workload[i] = q;
      sum += waiting;
      sumWaiting += q > delta ? q - delta : 0;
      wait[i] = waiting * perSec;
    }
    this.waitingWork = sumWaiting / particles;
    this.backlog = aheadSum / particles;
    this.meanWaitSec = (sum / particles) * perSec;
  }
}
