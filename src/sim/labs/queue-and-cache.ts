import { LatencyHistogram } from "../chance/histogram.ts";
import { hash32 } from "../chance/random.ts";
import { streamOf } from "../chance/streams.ts";
import { ExactCache, ZipfTrace } from "../keys/cache-trace.ts";
import { CacheModel, type EvictionPolicy, Popularity } from "../keys/popularity.ts";
import { sojournMeanSec, sojournQuantileSec, waitMeanSec } from "../queueing/erlang.ts";
import { addSojourns } from "../queueing/pairing.ts";
import { Station } from "../queueing/station.ts";

/** One queue to try by hand. */
export interface QueueLabInput {
  arrivalRatePerSec: number;
  /** Requests one server finishes per second. */
  serviceRatePerSec: number;
  servers: number;
  /** 1 = exponential, 0 = always the same. */
  serviceCv2: number;
  ticks: number;
  dtSec: number;
  seed: number;
}

export interface QueueFigures {
  meanMs: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  utilization: number;
}

/** What theory can say; null where it has no answer. */
export type QueueTheory = { [K in keyof QueueFigures]: QueueFigures[K] | null };

export interface QueueLabResult {
  simulated: QueueFigures;
  theory: QueueTheory;
}

const LAB_PARTICLES = 256;

/**
 * Runs one station at a steady load from empty and sets its time in the system beside theory: exact M/M/c for
 * exponential service; otherwise the mean only, exact for one server (Pollaczek 1930, Khinchine 1932) and by
 * Allen and Cunneen for more. From saturation on there is no steady state and theory is null.
 */
export function queueLab(input: QueueLabInput): QueueLabResult {
  const { arrivalRatePerSec, serviceRatePerSec, servers, serviceCv2, ticks, dtSec, seed } = input;
  const serviceTimeSec = 1 / serviceRatePerSec;
  const station = new Station(LAB_PARTICLES, seed, 0);
  const sojournSec = new Float64Array(LAB_PARTICLES);
  const histogram = new LatencyHistogram();
  const load = {
    arrivalRatePerSec,
    serviceTimeSec,
    servers,
    serviceCv2,
    arrivalCv2: 1,
    queueLimit: Number.POSITIVE_INFINITY,
  };
  let utilization = 0;
  for (let tick = 0; tick < ticks; tick++) {
    station.step(load, tick, dtSec);
    sojournSec.fill(0);
    addSojourns(
      sojournSec,
      station.waitSec,
      station.serviceUnit,
      serviceTimeSec,
      0,
      hash32(seed, tick, streamOf("labs")),
    );
    histogram.addAll(sojournSec, 1);
    utilization += station.utilization / ticks;
  }
  return {
    simulated: {
      meanMs: histogram.meanSec * 1000,
      p50Ms: histogram.quantileSec(0.5) * 1000,
      p95Ms: histogram.quantileSec(0.95) * 1000,
      p99Ms: histogram.quantileSec(0.99) * 1000,
      utilization,
    },
    theory: queueTheory(input),
  };
}

function queueTheory(input: QueueLabInput): QueueTheory {
  const { arrivalRatePerSec, serviceRatePerSec, servers, serviceCv2 } = input;
  const utilization = arrivalRatePerSec / (servers * serviceRatePerSec);
  if (!(utilization < 1)) {
    return { meanMs: null, p50Ms: null, p95Ms: null, p99Ms: null, utilization: null };
  }
  if (serviceCv2 !== 1) {
    // Poisson arrivals: the wait of M/M/c times (1 + cs²)/2.
    const waitSec = (waitMeanSec(servers, arrivalRatePerSec, serviceRatePerSec) * (1 + serviceCv2)) / 2;
    const meanMs = (waitSec + 1 / serviceRatePerSec) * 1000;
    return { meanMs, p50Ms: null, p95Ms: null, p99Ms: null, utilization };
  }
  const quantileMs = (q: number) =>
    sojournQuantileSec(servers, arrivalRatePerSec, serviceRatePerSec, q) * 1000;
  return {
    meanMs: sojournMeanSec(servers, arrivalRatePerSec, serviceRatePerSec) * 1000,
    p50Ms: quantileMs(0.5),
    p95Ms: quantileMs(0.95),
    p99Ms: quantileMs(0.99),
    utilization,
  };
}

/** One cache to try by hand. */
export interface CacheLabInput {
  keys: number;
  zipf: number;
  /** Entries that fit. */
  capacity: number;
  ttlSec?: number;
  /** Requests per second, needed only to turn the TTL into requests (1000 when not given). */
  ratePerSec?: number;
  policy: EvictionPolicy;
  seed: number;
}

export interface CacheLabResult {
  simulated: { hitRatio: number };
  theory: { hitRatio: number };
}

/** Replays a random trace through a real cache, request by request, and sets its hit ratio beside Che's formula. */
export function cacheLab(input: CacheLabInput): CacheLabResult {
  const { keys, zipf, capacity, policy, seed } = input;
  const ttlRequests =
    input.ttlSec === undefined ? Number.POSITIVE_INFINITY : input.ttlSec * (input.ratePerSec ?? 1000);
  const model = new CacheModel(new Popularity(keys, zipf));
  const theory = model.solve({ policy, capacity, ttlRequests, writesPerRead: 0 });
  // Warm until what the formula calls one memory of the cache has passed a few times, within reason.
  const memory = Math.min(model.characteristicRequests, ttlRequests, 400_000);
  const warmUp = Math.ceil(3 * memory + 3 * Math.min(capacity, keys));
  const measured = Math.max(1_000_000, Math.min(4_000_000, 2 * warmUp));
  const trace = new ZipfTrace(keys, zipf, seed);
  const cache = new ExactCache(policy, keys, capacity, ttlRequests, seed);
  for (let i = 0; i < warmUp; i++) cache.request(trace.next());
  let hits = 0;
  for (let i = 0; i < measured; i++) if (cache.request(trace.next())) hits++;
  return { simulated: { hitRatio: hits / measured }, theory: { hitRatio: theory } };
}
