/**
 * The classics (A. K. Erlang, 1917): probability of loss and of waiting with c servers and offered load
 * a = λ/μ, and the exact distribution of waiting and sojourn in M/M/c. Utilization is ρ = a/c.
 */

/** 1/B by the series Σ_{j=0..c} Π_{i<j} (c−i)/a, stopped when the terms vanish; Infinity when B underflows. */
export function inverseErlangB(servers: number, offeredLoad: number): number {
  if (servers <= 0) return 1;
  if (!(offeredLoad > 0)) return Number.POSITIVE_INFINITY;
  let term = 1;
  let sum = 1;
  for (let i = 0; i < servers; i++) {
    term *= (servers - i) / offeredLoad;
    sum += term;
    if (term < sum * 1e-17) break;
    if (sum > 1e300) return Number.POSITIVE_INFINITY;
  }
  return sum;
}

/** Erlang B: the share of arrivals lost when nothing may wait. */
export function erlangB(servers: number, offeredLoad: number): number {
  return 1 / inverseErlangB(servers, offeredLoad);
}

/** Erlang C: the share of arrivals that wait in an endless queue; 1 from saturation on. */
export function erlangC(servers: number, offeredLoad: number): number {
  if (servers <= 0 || offeredLoad >= servers) return 1;
  const utilization = offeredLoad / servers;
  return 1 / (utilization + (1 - utilization) * inverseErlangB(servers, offeredLoad));
}

/**
 * Share of arrivals turned away when at most `queueLimit` requests may wait (M/M/c/c+K):
 * `ρ^K / (1/B + ρ(1−ρ^K)/(1−ρ))`. Above saturation both parts are divided by ρ^K, so nothing overflows.
 */
export function blockingProbability(servers: number, offeredLoad: number, queueLimit: number): number {
  if (!(offeredLoad > 0)) return 0;
  if (servers <= 0) return 1;
  const rho = offeredLoad / servers;
  if (queueLimit === Number.POSITIVE_INFINITY) return rho > 1 ? 1 - 1 / rho : 0;
  return blockingFrom(inverseErlangB(servers, offeredLoad), rho, queueLimit);
}

/** The same from 1/B and ρ; `queueLimit` may be fractional (used to correct for variability). */
export function blockingFrom(inverseB: number, rho: number, queueLimit: number): number {
  const gap = 1 - rho;
  if (Math.abs(gap) * (queueLimit + 1) < 1e-7) return 1 / (inverseB + queueLimit);
  const power = Math.exp(queueLimit * Math.log(rho));
  if (rho < 1) return power / (inverseB + (rho * (1 - power)) / gap);
  const inverse = 1 / power;
  return 1 / (inverseB * inverse + (rho * (1 - inverse)) / -gap);
}

/** Mean wait in M/M/c, seconds; Infinity from saturation on. */
export function waitMeanSec(servers: number, arrivalRatePerSec: number, serviceRatePerSec: number): number {
  const spare = servers * serviceRatePerSec - arrivalRatePerSec;
  if (!(spare > 0)) return Number.POSITIVE_INFINITY;
  return erlangC(servers, arrivalRatePerSec / serviceRatePerSec) / spare;
}

/** Wait exceeded by a share 1−q of the requests in M/M/c, seconds. */
export function waitQuantileSec(
  servers: number,
  arrivalRatePerSec: number,
  serviceRatePerSec: number,
  q: number,
): number {
  const spare = servers * serviceRatePerSec - arrivalRatePerSec;
  if (!(spare > 0)) return Number.POSITIVE_INFINITY;
  const waiting = erlangC(servers, arrivalRatePerSec / serviceRatePerSec);
  return waiting <= 1 - q ? 0 : Math.log(waiting / (1 - q)) / spare;
}

/** Mean time in the system (wait and service) in M/M/c, seconds; Infinity from saturation on. */
export function sojournMeanSec(
  servers: number,
  arrivalRatePerSec: number,
  serviceRatePerSec: number,
): number {
  return waitMeanSec(servers, arrivalRatePerSec, serviceRatePerSec) + 1 / serviceRatePerSec;
}

/**
 * P(T > t) in M/M/c: with θ = cμ−λ, `e^{−μt} + C·μ·(e^{−μt} − e^{−θt})/(θ − μ)`, and `(1 + Cμt) e^{−μt}` when
 * θ = μ. Written with expm1 so that the case in between loses no digits.
 */
export function sojournTail(
  servers: number,
  arrivalRatePerSec: number,
  serviceRatePerSec: number,
  timeSec: number,
): number {
  const spare = servers * serviceRatePerSec - arrivalRatePerSec;
  if (!(spare > 0)) return 1;
  const waiting = erlangC(servers, arrivalRatePerSec / serviceRatePerSec);
  return tail(waiting, spare, serviceRatePerSec, timeSec);
}

function tail(waiting: number, spare: number, rate: number, timeSec: number): number {
  const served = Math.exp(-rate * timeSec);
  const difference = (spare - rate) * timeSec;
  // (1 − e^{−x})/x → 1 as x → 0.
  const shape = Math.abs(difference) < 1e-12 ? 1 : -Math.expm1(-difference) / difference;
  if (difference < -700) return waiting * Math.exp(-spare * timeSec);
  return served * (1 + waiting * rate * timeSec * shape);
}

/** Sojourn time exceeded by a share 1−q of the requests in M/M/c, seconds: the exact tail solved by bisection. */
export function sojournQuantileSec(
  servers: number,
  arrivalRatePerSec: number,
  serviceRatePerSec: number,
  q: number,
): number {
  const spare = servers * serviceRatePerSec - arrivalRatePerSec;
  if (!(spare > 0)) return Number.POSITIVE_INFINITY;
  if (q <= 0) return 0;
  const waiting = erlangC(servers, arrivalRatePerSec / serviceRatePerSec);
  let low = 0;
  let high = 1 / serviceRatePerSec;
  while (tail(waiting, spare, serviceRatePerSec, high) > 1 - q) high *= 2;
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (tail(waiting, spare, serviceRatePerSec, middle) > 1 - q) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
