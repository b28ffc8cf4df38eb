/** What a client is to send, drawn before it begins: the same seed asks the same of every server. */
import { Prng } from "../exact/prng.ts";

/** Arrivals by chance, as in life (Poisson), and how long each wants a slot. */
export interface Arrivals {
  readonly atMs: Float64Array;
  readonly serviceMs: Float64Array;
}

export interface Traffic {
  /** A second's arrivals at a time; a surge is a function of it. */
  readonly ratePerSec: (atMs: number) => number;
  readonly ratePerSecMax: number;
  readonly forMs: number;
  readonly serviceMs: number;
  /** Squared coefficient of variation of the services: 0 always the same, 1 exponential, otherwise lognormal. */
  readonly cv2: number;
  readonly seed: number;
}

/** Draws arrivals by thinning (Lewis and Shedler 1979), and a service for each. */
export function drawTraffic({ ratePerSec, ratePerSecMax, forMs, serviceMs, cv2, seed }: Traffic): Arrivals {
  const prng = new Prng(seed);
  const at: number[] = [];
  const gapMs = 1_000 / ratePerSecMax;
  for (let nowMs = prng.exponential() * gapMs; nowMs < forMs; nowMs += prng.exponential() * gapMs)
    if (prng.uniform() * ratePerSecMax < ratePerSec(nowMs)) at.push(nowMs);
  const services = new Prng(seed ^ 0x5e7f1ce);
  return {
    atMs: Float64Array.from(at),
    serviceMs: Float64Array.from(at, () => serviceMs * services.unitMean(cv2)),
  };
}

/** The path that asks a slots server to hold a slot so long. */
export function pathOf(serviceMs: number): string {
  return `/${serviceMs.toFixed(3)}`;
}
