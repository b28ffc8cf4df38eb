import { exponentials, unitMeanTable } from "../chance/random.ts";
import { blockingFrom, inverseErlangB } from "./erlang.ts";

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
  /** The share that waits is Erlang C to this power, 1 when left out: other boxes take what one would make wait. */
  waitPower?: number;
  /** Requests that may wait; Infinity is an endless queue. */
  queueLimit: number;
  /**
   * Mean work of what arrives, at a pace that is the same whatever the servers do. When it changes, what waits keeps
   * the work that it came with. 0, or left out: what waits becomes like what arrives.
   */
  workSec?: number;
  /**
   * Mean work of what waits over that of what arrives from now on, where some of it is decided only when its turn
   * comes. Left out: what waits keeps all the work that it came with.
   */
  waitingWork?: number;
}

/**
 * The law that a queue follows under one load: reflected Brownian motion with the drift λ − cμ and the variance of
 * arrivals and services. A request that meets the workload Q waits W = max(0, Q − δ)/(cμ), with δ chosen so that
 * the stationary law of W is exactly Erlang's: P(W > 0) = C and W | W > 0 ~ Exp(cμ − λ). Sources: Harrison,
 * Brownian Motion and Stochastic Flow Systems (1985); Halfin and Whitt (1981) for many servers.
 *
 * Everything is in requests and seconds. The fields are there to be read; only `derive` and its kin write them.
 */
export class QueueLaw {
  // The load that the figures below belong to.
  arrivalRatePerSec = Number.NaN;
  serviceTimeSec = Number.NaN;
  servers = Number.NaN;
  serviceCv2 = Number.NaN;
  arrivalCv2 = Number.NaN;
  queueLimit = Number.NaN;
  workSec = 0;
  /** Samples of the service time over its mean. */
  serviceTable = exponentials;
  #unitCv2 = 1;
  #waitPower = 1;

  /** cμ: requests per second that all servers together can serve; 0 and Infinity follow no Brownian motion. */
  capacity = 0;
  /** ρ = λ/cμ. */
  rho = 0;
  /** m = λ − cμ, per second. */
  drift = 0;
  /** σ², per second. */
  variance = 0;
  /** δ: the part of the workload that does not wait. */
  delta = 0;
  /** The most the workload can be: δ + limit, Infinity when the queue never overflows. */
  cap = Number.POSITIVE_INFINITY;
  /** ½(ca² + cs²). */
  variability = 1;
  /** Share of arrivals turned away in equilibrium. */
  blocking = 0;
  /** Requests turned away per unit of workload that the motion loses at `cap`. */
  lossScale = 0;
  /** Rate at which the law nears equilibrium, per second: m²/2σ², 0 when it never does. */
  relaxation = 0;
  /** Mean of the workload in equilibrium, given that there is no cap: σ²/2|m|. */
  stationaryMean = 0;
  /** Mean work waiting in equilibrium, as an arrival meets it, in requests. */
  stationaryWork = 0;
  /** C: share of arrivals that wait in an endless queue. */
  #waitShare = 0;

  /** Whether the figures are those of this load. */
  isOf(load: StationLoad, queueLimit = load.queueLimit): boolean {
    return (
      load.arrivalRatePerSec === this.arrivalRatePerSec &&
      load.serviceTimeSec === this.serviceTimeSec &&
      load.servers === this.servers &&
      load.serviceCv2 === this.serviceCv2 &&
      load.arrivalCv2 === this.arrivalCv2 &&
      queueLimit === this.queueLimit &&
      (load.workSec ?? 0) === this.workSec &&
      (load.waitPower ?? 1) === this.#waitPower &&
      (load.unitCv2 ?? load.serviceCv2) === this.#unitCv2
    );
  }

  /** No load is the last one any more: the next is derived, whatever it is. */
  forget(): void {
    this.arrivalRatePerSec = Number.NaN;
  }

  /** Takes the queue for one `factor` times as long, until the next load. */
  scale(factor: number): void {
    this.stationaryWork *= factor;
  }

  /**
   * Makes the figures those of a load.
   * @param queueLimit requests like those that arrive that may wait
   */
  derive(load: StationLoad, queueLimit = load.queueLimit): void {
    const { servers, serviceTimeSec, serviceCv2, arrivalCv2 } = load;
    this.arrivalRatePerSec = load.arrivalRatePerSec;
    this.serviceTimeSec = serviceTimeSec;
    this.servers = servers;
    this.serviceCv2 = serviceCv2;
    this.arrivalCv2 = arrivalCv2;
    this.queueLimit = queueLimit;
    this.workSec = load.workSec ?? 0;
    this.#waitPower = load.waitPower ?? 1;
    const unitCv2 = load.unitCv2 ?? serviceCv2;
    if (unitCv2 !== this.#unitCv2) {
      this.#unitCv2 = unitCv2;
      this.serviceTable = unitMeanTable(unitCv2);
    }

    const lambda = load.arrivalRatePerSec > 0 ? load.arrivalRatePerSec : 0;
    const capacity = servers > 0 && serviceTimeSec < Number.POSITIVE_INFINITY ? servers / serviceTimeSec : 0;
    this.capacity = capacity;
    this.blocking = 0;
    if (capacity === 0 || capacity === Number.POSITIVE_INFINITY) this.#deriveStill(lambda);
    else this.#deriveMoving(lambda);
  }

  /** Without capacity everything waits, and without service time nothing does: there is no law to follow. */
  #deriveStill(lambda: number): void {
    const isStanding = this.capacity === 0;
    this.rho = isStanding && lambda > 0 ? Number.POSITIVE_INFINITY : 0;
    this.drift = isStanding ? lambda : 0;
    this.variance = 0;
    this.delta = 0;
    this.cap = this.queueLimit;
    this.relaxation = 0;
    this.stationaryMean = 0;
    this.stationaryWork = 0;
  }

  #deriveMoving(lambda: number): void {
    const { capacity, serviceCv2, arrivalCv2 } = this;
    const rho = lambda / capacity;
    const variability = 0.5 * (arrivalCv2 + serviceCv2);
    const inverseB = inverseErlangB(this.servers, lambda * this.serviceTimeSec);
    const gap = 1 - rho;
    const drift = lambda - capacity;
    const variance = capacity * serviceCv2 + Math.max(lambda, capacity) * arrivalCv2;
    // ln(1/C) = ln(1 + (1−ρ)(1/B − 1)); over 1−ρ it tends to 1/B − 1 at saturation.
    let delta: number;
    if (rho >= 1) delta = inverseB - 1;
    else if (inverseB === Number.POSITIVE_INFINITY) delta = 700 / gap;
    else delta = Math.log1p(gap * (inverseB - 1)) / gap;
    delta *= this.#waitPower;
    this.#waitShare = rho >= 1 ? 1 : Math.exp(-delta * gap);
    this.variability = variability;
    this.delta = Math.fround(variability * delta);
    this.cap = Number.POSITIVE_INFINITY;
    this.rho = rho;
    this.drift = drift;
    this.variance = variance;
    this.relaxation = rho < 1 ? (variance > 0 ? (drift * drift) / (2 * variance) : 1e3) : 0;
    this.stationaryMean = rho < 1 ? variability / gap : 0;
    this.stationaryWork = rho < 1 ? this.#waitShare * this.stationaryMean : 0;
    if (this.queueLimit < Number.POSITIVE_INFINITY) this.#deriveFinite(inverseB, variability);
  }

  /** A finite queue is a second barrier at δ + limit; its loss is calibrated to the exact blocking formula. */
  #deriveFinite(inverseB: number, variability: number): void {
    const { rho, drift, variance, queueLimit } = this;
    // Less variable queues overflow as if they had proportionally more places.
    const places = variability > 0 ? queueLimit / variability : queueLimit * 1e6;
    const blocking = rho > 0 ? Math.fround(blockingFrom(inverseB, rho, places)) : 0;
    if (rho < 0.999 && blocking < 1e-12) return;
    this.blocking = blocking;
    const cap = this.delta + queueLimit;
    this.cap = cap;
    // Loss of Brownian motion between two barriers: m e^{θb}/(e^{θb} − 1), θ = 2m/σ²; σ²/2b without drift.
    const theta = variance > 0 ? (2 * drift) / variance : 0;
    const exponent = theta * cap;
    const brownianLoss = Math.abs(exponent) < 1e-6 ? variance / (2 * cap) : drift / -Math.expm1(-exponent);
    this.lossScale = brownianLoss > 0 ? Math.fround((blocking * rho * this.capacity) / brownianLoss) : 0;
    const spread = (Math.PI * Math.PI * variance) / (2 * cap * cap);
    this.relaxation = (variance > 0 ? (drift * drift) / (2 * variance) : 1e3) + spread;
    // Mean waiting in M/M/c/c+K, up to normalization close enough to see whether equilibrium is near.
    const n = queueLimit;
    const power = Math.exp(n * Math.log(Math.max(rho, 1e-9)));
    let mean: number;
    if (Math.abs(1 - rho) * n < 1e-3) mean = n / 2;
    else if (rho < 1) mean = rho / (1 - rho) - (n * power) / (1 - power);
    else mean = n / (1 - 1 / power) - rho / (rho - 1);
    this.stationaryWork = Math.max(0, Math.fround(mean)) * (rho < 1 ? this.#waitShare : 1);
  }
}
