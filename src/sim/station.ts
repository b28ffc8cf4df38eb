import { blockingFrom, inverseErlangB } from "./erlang.ts";
import { exponentials, hash32, mix32, normals, TABLE_SIZE, uniforms, unitMeanTable } from "./random.ts";

/** What a tick asks of a station. Mutable: the caller keeps one and rewrites it each tick. */
export interface StationLoad {
  /** λ: requests that arrive per second. */
  arrivalRatePerSec: number;
  /** Mean time one server holds one request. */
  serviceTimeSec: number;
  /** c: servers (cores, workers); 0 is no capacity at all, and a fraction is read between the whole numbers. */
  servers: number;
  /** cs²: squared coefficient of variation of the service time (1 = exponential). */
  serviceCv2: number;
  /**
   * cv² of one sample of `serviceUnit`; `serviceCv2` when left out. A mix of classes queues by the cv² of the mix,
   * but each class draws its own exponential: give 1.
   */
  unitCv2?: number;
  /** ca²: squared coefficient of variation of the time between arrivals (1 = Poisson). */
  arrivalCv2: number;
  /** Requests that may wait; Infinity is an endless queue. */
  queueLimit: number;
}

/** The wait reported when nothing is served at all, and the longest wait ever reported. */
export const WAIT_SEC_MAX = 100_000;

/** Distance from equilibrium under which the particles are drawn from the stationary law itself. */
const SETTLED = 0.02;
/** Distance given to a queue that is certainly not in equilibrium. */
const UNSETTLED = 5;
/** Part of a tick's standard deviation by which a load may change and still be followed in one transition. */
const SLIGHT = 0.2;
/** Requests: queues shorter than this on average are all the same to us. */
const NEGLIGIBLE = 1e-3;

/** How the law of the particles is followed. "particles" never takes the closed form (for tests). */
export type StationMode = "auto" | "particles";

/**
 * One queue: c servers, first come first served, followed as an ensemble of K particles.
 *
 * Each particle is a workload Q in requests that follows reflected Brownian motion with the drift λ − cμ and the
 * variance of arrivals and services; the transition is exact for any dt (the joint law of a Brownian end point
 * and its maximum), so the cost does not depend on the request rate. A request that meets Q waits
 * W = max(0, Q − δ)/(cμ), with δ chosen so that the stationary law of W is exactly Erlang's: P(W > 0) = C and
 * W | W > 0 ~ Exp(cμ − λ). Sources: Harrison, Brownian Motion and Stochastic Flow Systems (1985); Halfin and
 * Whitt (1981) for many servers.
 *
 * While the law is in equilibrium, which a station tracks by its relaxation rate m²/2σ², the particles are drawn
 * from the stationary law by strata instead: same law, less noise, less work. They are the same particles, so
 * there is no jump between the two.
 *
 * Particle i lives on its own clock, τᵢ = (i + ½)/K of a tick late: its transition takes the former load up to the
 * boundary of the tick and the new load after it, and so samples the inside of the tick.
 */
export class Station {
  /** W of each particle, seconds, observed within this tick. */
  readonly waitSec: Float64Array;
  /** Service time of each particle over its mean, independent of the wait. */
  readonly serviceUnit: Float64Array;
  /** Share of the servers' time that was used in this tick, 0…1. */
  utilization = 0;
  /** Mean number of requests waiting (beyond those in service) as an arrival of this tick met them. */
  backlog = 0;
  /** Requests answered per second in this tick: smooth, conserves requests together with `ledgerBacklog`. */
  departureRatePerSec = 0;
  /** Share of this tick's arrivals turned away because the queue was full. */
  blockedShare = 0;
  /** Mean of `waitSec`. */
  meanWaitSec = 0;
  /** Requests accepted and not yet departed by the smooth account: grows by accepted − departed, exactly. */
  ledgerBacklog = 0;
  /** Whether this tick was drawn from the stationary law. */
  settled = false;

  readonly #particles: number;
  readonly #seed: number;
  readonly #stream: number;
  readonly #mayBeSettled: boolean;
  readonly #workload: Float64Array;

  // The load the derived figures below belong to.
  #arrivalRate = Number.NaN;
  #serviceTime = Number.NaN;
  #servers = Number.NaN;
  #serviceCv2 = Number.NaN;
  #arrivalCv2 = Number.NaN;
  #queueLimit = Number.NaN;
  #unitCv2 = 1;
  #serviceTable = exponentials;

  // Derived from the load: per second, in requests.
  #capacity = 0;
  #rho = 0;
  #drift = 0;
  #variance = 0;
  #delta = 0;
  #cap = Number.POSITIVE_INFINITY;
  #waitShare = 0;
  #blocking = 0;
  #lossScale = 0;
  #relaxation = 0;
  #stationaryMean = 0;
  #stationaryBacklog = 0;

  // The same of the tick before.
  #lastDrift = 0;
  #lastVariance = 0;
  #lastDelta = 0;
  #lastCap = Number.POSITIVE_INFINITY;

  #distance = UNSETTLED;
  #fresh = true;

  /**
   * @param particles a power of two, at most 4096: 64 for search, 256 for a reported run
   * @param seed of the run
   * @param stream which station of the run this is
   */
  constructor(particles: number, seed: number, stream: number, mode: StationMode = "auto") {
    if (particles < 1 || particles > TABLE_SIZE || (particles & (particles - 1)) !== 0) {
      throw new RangeError(`particles must be a power of two up to ${TABLE_SIZE}, not ${particles}`);
    }
    this.#particles = particles;
    this.#seed = seed;
    this.#stream = stream;
    this.#mayBeSettled = mode === "auto";
    this.#workload = new Float64Array(particles);
    this.waitSec = new Float64Array(particles);
    this.serviceUnit = new Float64Array(particles).fill(1);
  }

  /** Forgets everything: an empty queue that has never seen load. */
  reset(): void {
    this.#empty();
    this.#fresh = true;
    this.#arrivalRate = Number.NaN;
    this.utilization = 0;
    this.departureRatePerSec = 0;
    this.blockedShare = 0;
  }

  /** A crash: what waited is lost. Returns how many requests that was, by the account of `ledgerBacklog`. */
  restart(): number {
    const lost = this.ledgerBacklog;
    this.#empty();
    return lost;
  }

  /**
   * Multiplies everything that is here by a factor and keeps every wait as it is, once the servers are multiplied
   * too: for a caller whose station stands for a varying part of a pool.
   */
  scale(factor: number): void {
    const workload = this.#workload;
    for (let i = 0; i < workload.length; i++) workload[i]! *= factor;
    this.backlog *= factor;
    this.ledgerBacklog *= factor;
    this.#stationaryBacklog *= factor;
    this.#lastDrift *= factor;
    this.#lastVariance *= factor;
    this.#lastDelta *= factor;
    this.#lastCap *= factor;
  }

  #empty(): void {
    this.#workload.fill(0);
    this.waitSec.fill(0);
    this.backlog = 0;
    this.meanWaitSec = 0;
    this.ledgerBacklog = 0;
    this.#distance = UNSETTLED;
    this.settled = false;
  }

  /** Advances the queue by one tick of `dtSec` seconds under `load`. */
  step(load: StationLoad, tick: number, dtSec: number): void {
    if (
      load.arrivalRatePerSec !== this.#arrivalRate ||
      load.serviceTimeSec !== this.#serviceTime ||
      load.servers !== this.#servers ||
      load.serviceCv2 !== this.#serviceCv2 ||
      load.arrivalCv2 !== this.#arrivalCv2 ||
      load.queueLimit !== this.#queueLimit
    ) {
      this.#derive(load);
    }
    this.#drawServices(tick);
    if (this.#capacity === 0) this.#stand(dtSec);
    else if (this.#capacity === Number.POSITIVE_INFINITY) this.#passThrough();
    else {
      this.#relax(dtSec);
      if (this.#mayBeSettled && this.#distance < SETTLED) {
        if (this.#cap === Number.POSITIVE_INFINITY) this.#drawStationary(tick);
        else this.#drawStationaryFinite(tick);
        this.settled = true;
        this.blockedShare = this.#blocking;
      } else {
        this.settled = false;
        this.#move(tick, dtSec);
      }
    }
    this.#account(dtSec);
    this.#lastDrift = this.#drift;
    this.#lastVariance = this.#variance;
    this.#lastDelta = this.#delta;
    this.#lastCap = this.#cap;
    this.#fresh = false;
  }

  /**
   * Brings the law nearer to equilibrium by one tick. A backlog left over from worse times must first drain at
   * the rate of the drift: as long as that takes a noticeable part of the tick, nothing has settled.
   */
  #relax(dtSec: number): void {
    if (this.#relaxation === 0) {
      this.#distance = UNSETTLED;
      return;
    }
    const excess = this.backlog - this.#stationaryBacklog;
    // An overloaded queue with an end must first fill up, at the rate of the drift, to within a few σ²/2m of full.
    if (this.#drift > 0 && -excess * this.#drift > 1.5 * this.#variance) {
      this.#distance = UNSETTLED;
      return;
    }
    if (excess > this.#stationaryBacklog + NEGLIGIBLE && excess > 0.02 * dtSec * Math.abs(this.#drift)) {
      if (this.#distance < 1) this.#distance = 1;
      return;
    }
    this.#distance *= Math.fround(Math.exp(-this.#relaxation * dtSec));
  }

  #derive(load: StationLoad): void {
    const lambda = load.arrivalRatePerSec > 0 ? load.arrivalRatePerSec : 0;
    const { servers, serviceTimeSec, serviceCv2, arrivalCv2 } = load;
    const unitCv2 = load.unitCv2 ?? serviceCv2;
    if (unitCv2 !== this.#unitCv2) {
      this.#unitCv2 = unitCv2;
      this.#serviceTable = unitMeanTable(unitCv2);
    }
    const before = this.#stationaryBacklog;
    const stoodBefore = this.#capacity === 0;
    this.#arrivalRate = load.arrivalRatePerSec;
    this.#serviceTime = serviceTimeSec;
    this.#servers = servers;
    this.#serviceCv2 = serviceCv2;
    this.#arrivalCv2 = arrivalCv2;
    this.#queueLimit = load.queueLimit;

    const capacity = servers > 0 && serviceTimeSec < Number.POSITIVE_INFINITY ? servers / serviceTimeSec : 0;
    this.#capacity = capacity;
    this.#cap = Number.POSITIVE_INFINITY;
    this.#blocking = 0;
    if (capacity === 0 || capacity === Number.POSITIVE_INFINITY) {
      this.#rho = capacity === 0 && lambda > 0 ? Number.POSITIVE_INFINITY : 0;
      this.#drift = capacity === 0 ? lambda : 0;
      this.#variance = 0;
      this.#delta = 0;
      this.#cap = load.queueLimit;
      this.#relaxation = 0;
      this.#stationaryMean = 0;
      this.#stationaryBacklog = 0;
      this.#distance = UNSETTLED;
      return;
    }

    const rho = lambda / capacity;
    const variability = 0.5 * (arrivalCv2 + serviceCv2);
    const inverseB = inverseErlangB(servers, lambda * serviceTimeSec);
    const gap = 1 - rho;
    const drift = lambda - capacity;
    const variance = capacity * serviceCv2 + Math.max(lambda, capacity) * arrivalCv2;
    // ln(1/C) = ln(1 + (1−ρ)(1/B − 1)); over 1−ρ it tends to 1/B − 1 at saturation.
    let delta: number;
    if (rho >= 1) delta = inverseB - 1;
    else if (inverseB === Number.POSITIVE_INFINITY) delta = 700 / gap;
    else delta = Math.log1p(gap * (inverseB - 1)) / gap;
    this.#waitShare = rho >= 1 ? 1 : Math.exp(-delta * gap);
    this.#delta = Math.fround(variability * delta);
    this.#rho = rho;
    this.#drift = drift;
    this.#variance = variance;
    this.#relaxation = rho < 1 ? (variance > 0 ? (drift * drift) / (2 * variance) : 1e3) : 0;
    this.#stationaryMean = rho < 1 ? variability / gap : 0;
    this.#stationaryBacklog = rho < 1 ? this.#waitShare * this.#stationaryMean : 0;
    if (load.queueLimit < Number.POSITIVE_INFINITY)
      this.#deriveFinite(load.queueLimit, inverseB, variability);

    if (stoodBefore || this.#relaxation === 0) this.#distance = UNSETTLED;
    else {
      const change = Math.abs(Math.log((this.#stationaryBacklog + NEGLIGIBLE) / (before + NEGLIGIBLE)));
      this.#distance = Math.min(UNSETTLED, this.#distance + Math.fround(change));
    }
  }

  /** A finite queue is a second barrier at δ + limit; its loss is calibrated to the exact blocking formula. */
  #deriveFinite(queueLimit: number, inverseB: number, variability: number): void {
    const rho = this.#rho;
    const variance = this.#variance;
    // Less variable queues overflow as if they had proportionally more places.
    const places = variability > 0 ? queueLimit / variability : queueLimit * 1e6;
    const blocking = rho > 0 ? Math.fround(blockingFrom(inverseB, rho, places)) : 0;
    if (rho < 0.999 && blocking < 1e-12) return;
    this.#blocking = blocking;
    const cap = this.#delta + queueLimit;
    this.#cap = cap;
    // Loss of Brownian motion between two barriers: m e^{θb}/(e^{θb} − 1), θ = 2m/σ²; σ²/2b without drift.
    const theta = variance > 0 ? (2 * this.#drift) / variance : 0;
    const exponent = theta * cap;
    const brownianLoss =
      Math.abs(exponent) < 1e-6 ? variance / (2 * cap) : this.#drift / -Math.expm1(-exponent);
    this.#lossScale = brownianLoss > 0 ? Math.fround((blocking * rho * this.#capacity) / brownianLoss) : 0;
    const spread = (Math.PI * Math.PI * variance) / (2 * cap * cap);
    this.#relaxation = (variance > 0 ? (this.#drift * this.#drift) / (2 * variance) : 1e3) + spread;
    // Mean waiting in M/M/c/c+K, up to normalization close enough to see whether equilibrium is near.
    const n = queueLimit;
    const power = Math.exp(n * Math.log(Math.max(rho, 1e-9)));
    let mean: number;
    if (Math.abs(1 - rho) * n < 1e-3) mean = n / 2;
    else if (rho < 1) mean = rho / (1 - rho) - (n * power) / (1 - power);
    else mean = n / (1 - 1 / power) - rho / (rho - 1);
    this.#stationaryBacklog = Math.max(0, Math.fround(mean)) * (rho < 1 ? this.#waitShare : 1);
  }

  /**
   * Where in a table this tick's draws begin: every block of K entries is visited once in TABLE_SIZE/K ticks, in
   * an order of its own each round, so that a run of a few hundred ticks has used the table evenly.
   */
  #block(tick: number, use: number): number {
    const particles = this.#particles;
    const round = Math.floor((tick * particles) / TABLE_SIZE);
    const h = hash32(this.#seed ^ 0x1b873593, round, Math.imul(this.#stream, 4) + use);
    return (Math.imul(tick, particles) ^ h) & (TABLE_SIZE - 1) & ~(particles - 1);
  }

  #drawServices(tick: number): void {
    const particles = this.#particles;
    const mask = particles - 1;
    const unit = this.serviceUnit;
    const table = this.#serviceTable;
    const h = hash32(this.#seed, tick, Math.imul(this.#stream, 4) + 1);
    const base = this.#block(tick, 0);
    const stride = (mix32(h) & mask) | 1;
    let at = h & mask;
    for (let i = 0; i < particles; i++) {
      unit[i] = table[base + at]!;
      at = (at + stride) & mask;
    }
  }

  /** No capacity: everything waits. */
  #stand(dtSec: number): void {
    const workload = this.#workload;
    const particles = this.#particles;
    const arriving = this.#drift * dtSec;
    let sum = 0;
    let lost = 0;
    for (let i = 0; i < particles; i++) {
      const before = workload[i]!;
      let q = (before > this.#lastDelta ? before - this.#lastDelta : 0) + arriving;
      if (q > this.#cap) {
        lost += q - this.#cap;
        q = this.#cap;
      }
      workload[i] = q;
      sum += q;
    }
    this.waitSec.fill(WAIT_SEC_MAX);
    this.meanWaitSec = WAIT_SEC_MAX;
    this.backlog = sum / particles;
    this.blockedShare = arriving > 0 ? Math.min(1, lost / particles / arriving) : 0;
    this.settled = false;
  }

  /** Service that takes no time: nothing waits. */
  #passThrough(): void {
    this.#workload.fill(0);
    this.waitSec.fill(0);
    this.meanWaitSec = 0;
    this.backlog = 0;
    this.blockedShare = 0;
    this.settled = true;
  }

  /** Draws the particles from the stationary law: Q ~ Exp with mean σ²/2|m|, by strata. */
  #drawStationary(tick: number): void {
    const particles = this.#particles;
    const mask = particles - 1;
    const workload = this.#workload;
    const wait = this.waitSec;
    const scale = this.#stationaryMean;
    const delta = this.#delta;
    const perSec = 1 / this.#capacity;
    const h = hash32(this.#seed, tick, Math.imul(this.#stream, 4) + 2);
    const base = this.#block(tick, 1);
    const stride = (mix32(h) & mask) | 1;
    let at = h & mask;
    let sum = 0;
    for (let i = 0; i < particles; i++) {
      const q = exponentials[base + at]! * scale;
      at = (at + stride) & mask;
      workload[i] = q;
      const waiting = q > delta ? q - delta : 0;
      sum += waiting;
      wait[i] = waiting * perSec;
    }
    this.backlog = sum / particles;
    this.meanWaitSec = this.backlog * perSec;
  }

  /**
   * Draws the wait of an accepted request in the stationary M/M/c/c+K: n requests ahead with truncated geometric
   * weights ρⁿ, then the sum of n + 1 service completions (gamma, by Wilson and Hilferty 1931).
   */
  #drawStationaryFinite(tick: number): void {
    const particles = this.#particles;
    const mask = particles - 1;
    const workload = this.#workload;
    const wait = this.waitSec;
    const rho = this.#rho;
    const delta = this.#delta;
    const limit = this.#queueLimit;
    const perSec = 1 / this.#capacity;
    const variability = 0.5 * (this.#arrivalCv2 + this.#serviceCv2);
    // Shares of accepted requests that do not wait, and that do: 1/B − 1 states below c against Σ_{n<K} ρⁿ at c.
    const inverseB = inverseErlangB(this.#servers, rho * this.#servers);
    const decay = rho > 0 ? Math.log(rho) / Math.max(variability, 1e-3) : -700;
    const step = Math.exp(decay);
    const flat = Math.abs(decay) * limit < 1e-6;
    const total = flat ? limit : Math.expm1(decay * limit) / (step - 1);
    const idle = inverseB === Number.POSITIVE_INFINITY ? 1 : (inverseB - 1) / (inverseB - 1 + total);
    const h = hash32(this.#seed, tick, Math.imul(this.#stream, 4) + 2);
    const base = this.#block(tick, 1);
    const stride = (mix32(h) & mask) | 1;
    const normalBase = this.#block(tick, 2);
    const normalStride = (mix32(h ^ 0x2c1b3c6d) & mask) | 1;
    let at = h & mask;
    let normalAt = (h >>> 8) & mask;
    const span = flat ? 0 : Math.expm1(decay * limit);
    const cv2 = this.#serviceCv2;
    let sum = 0;
    let sumWaiting = 0;
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
      }
      workload[i] = q;
      sum += waiting;
      sumWaiting += q > delta ? q - delta : 0;
      wait[i] = waiting * perSec;
    }
    this.backlog = sumWaiting / particles;
    this.meanWaitSec = (sum / particles) * perSec;
  }

  /** Moves every particle by one tick on its own clock. */
  #move(tick: number, dtSec: number): void {
    const particles = this.#particles;
    const mask = particles - 1;
    const h = hash32(this.#seed, tick, Math.imul(this.#stream, 4) + 3);
    const h2 = mix32(h ^ 0x3c6ef372);
    const h3 = mix32(h ^ 0x7f4a7c15);
    const normalBase = this.#block(tick, 2);
    const normalStride = (h2 & mask) | 1;
    let normalAt = h & mask;
    const expBase = this.#block(tick, 3);
    const expStride = (h3 & mask) | 1;
    let expAt = (h3 >>> 12) & mask;

    const workload = this.#workload;
    const wait = this.waitSec;
    const drift = this.#drift;
    const variance = this.#variance;
    const delta = this.#delta;
    const cap = this.#cap;
    const perSec = 1 / this.#capacity;
    let sum = 0;
    let sumWait = 0;
    let lost = 0;

    const changed =
      !this.#fresh &&
      (drift !== this.#lastDrift || variance !== this.#lastVariance || delta !== this.#lastDelta);
    const endless = cap === Number.POSITIVE_INFINITY && this.#lastCap === Number.POSITIVE_INFINITY;
    const s2 = variance * dtSec;
    const s = Math.sqrt(s2);
    const isSlight =
      changed &&
      endless &&
      Math.abs(drift - this.#lastDrift) * dtSec < SLIGHT * s &&
      Math.abs(delta - this.#lastDelta) < SLIGHT * s;
    if (!changed && endless) {
      // The usual case, kept free of branches.
      const mean = drift * dtSec;
      const twice = 2 * s2;
      for (let i = 0; i < particles; i++) {
        const x = mean + s * normals[normalBase + normalAt]!;
        normalAt = (normalAt + normalStride) & mask;
        const reflected = 0.5 * (x + Math.sqrt(x * x + twice * exponentials[expBase + expAt]!));
        expAt = (expAt + expStride) & mask;
        const free = workload[i]! + x;
        const q = free > reflected ? free : reflected;
        workload[i] = q;
        const waiting = q > delta ? q - delta : 0;
        sum += waiting;
        const w = waiting * perSec;
        wait[i] = Math.min(w, WAIT_SEC_MAX);
      }
      sumWait = sum * perSec;
    } else if (isSlight) {
      // A load that creeps: one transition with the mean of both drifts, each for its part of the tick.
      const lastDelta = this.#lastDelta;
      const shift = delta - lastDelta;
      const ratio = lastDelta > 0 ? delta / lastDelta : 0;
      const meanStep = ((drift - this.#lastDrift) * dtSec) / particles;
      let mean = this.#lastDrift * dtSec + 0.5 * meanStep;
      const twice = 2 * s2;
      for (let i = 0; i < particles; i++) {
        const x = mean + s * normals[normalBase + normalAt]!;
        mean += meanStep;
        normalAt = (normalAt + normalStride) & mask;
        const reflected = 0.5 * (x + Math.sqrt(x * x + twice * exponentials[expBase + expAt]!));
        expAt = (expAt + expStride) & mask;
        const before = workload[i]!;
        const free = x + (before > lastDelta ? before + shift : before * ratio);
        const q = free > reflected ? free : reflected;
        workload[i] = q;
        const waiting = q > delta ? q - delta : 0;
        sum += waiting;
        const w = waiting * perSec;
        wait[i] = Math.min(w, WAIT_SEC_MAX);
      }
      sumWait = sum * perSec;
    } else {
      const lastDrift = changed ? this.#lastDrift : drift;
      const lastVariance = changed ? this.#lastVariance : variance;
      const lastDelta = changed ? this.#lastDelta : delta;
      const lastCap = changed ? this.#lastCap : cap;
      const ratio = lastDelta > 0 ? delta / lastDelta : 0;
      for (let i = 0; i < particles; i++) {
        const z = normals[normalBase + normalAt]!;
        const e = exponentials[expBase + expAt]!;
        const late = ((i + 0.5) / particles) * dtSec;
        let q = workload[i]!;
        let x: number;
        let twice: number;
        if (changed) {
          // Up to the boundary of the tick under the former load; independent draws half a table away.
          const half = (normalAt + (particles >> 1)) & mask;
          const early = dtSec - late;
          const s2 = lastVariance * early;
          x = lastDrift * early + Math.sqrt(s2) * normals[normalBase + ((half * 5 + 1) & mask)]!;
          const e2 = exponentials[expBase + (((expAt ^ h) * 3 + 1) & mask)]!;
          const root = Math.sqrt(x * x + 2 * s2 * e2);
          if (q > 0.5 * lastCap) {
            const over = q + 0.5 * (x + root) - lastCap;
            q = over > 0 ? q + x - over : q + x;
            if (q < 0) q = 0;
          } else {
            const reflected = 0.5 * (x + root);
            q = q + x > reflected ? q + x : reflected;
            if (q > lastCap) q = lastCap;
          }
          // Those who wait stay as many when the load changes; only δ, the part that does not wait, is new.
          q = q > lastDelta ? q - lastDelta + delta : q * ratio;
          x = drift * late + Math.sqrt(variance * late) * z;
          twice = 2 * variance * late;
        } else {
          x = drift * dtSec + Math.sqrt(variance * dtSec) * z;
          twice = 2 * variance * dtSec;
        }
        normalAt = (normalAt + normalStride) & mask;
        expAt = (expAt + expStride) & mask;
        const extreme = 0.5 * (x + Math.sqrt(x * x + twice * e));
        const free = q + x;
        if (q > 0.5 * cap) {
          const over = q + extreme - cap;
          if (over > 0) {
            lost += over;
            q = free - over;
          } else q = free;
          if (q < 0) q = 0;
        } else {
          q = free > extreme ? free : extreme;
          if (q > cap) {
            lost += q - cap;
            q = cap;
          }
        }
        workload[i] = q;
        const waiting = q > delta ? q - delta : 0;
        sum += waiting;
        const w = waiting * perSec;
        wait[i] = Math.min(w, WAIT_SEC_MAX);
        sumWait += wait[i]!;
      }
    }
    this.backlog = sum / particles;
    this.meanWaitSec = sumWait / particles;
    const arriving = this.#rho * this.#capacity * (changed ? 0.5 * dtSec : dtSec);
    this.blockedShare =
      lost > 0 && arriving > 0 ? Math.min(1, ((lost / particles) * this.#lossScale) / arriving) : 0;
  }

  /** The smooth account of requests: what was accepted has departed or is in `ledgerBacklog`. */
  #account(dtSec: number): void {
    const arrivalRate = this.#arrivalRate > 0 ? this.#arrivalRate : 0;
    const before = this.ledgerBacklog;
    const offered = arrivalRate * dtSec;
    let after = before + offered * (1 - this.blockedShare) - this.#capacity * dtSec;
    if (!(after > 0)) after = 0;
    const limit = this.#queueLimit;
    if (after > limit) {
      if (offered > 0) {
        this.blockedShare = Math.min(1, this.blockedShare + (after - limit) / offered);
      }
      after = limit;
    }
    const departed = Math.max(0, before + offered * (1 - this.blockedShare) - after);
    this.ledgerBacklog = after;
    this.departureRatePerSec = departed / dtSec;
    this.utilization =
      this.#capacity > 0 && this.#capacity < Number.POSITIVE_INFINITY
        ? Math.min(1, this.departureRatePerSec / this.#capacity)
        : this.#capacity === 0 && (before > 0 || offered > 0)
          ? 1
          : 0;
  }
}
