/** A lab: one queue beside Erlang's formulas. */
import { LatencyHistogram } from "../chance/histogram.ts";
import { hash32 } from "../chance/random.ts";
import { streamOf } from "../chance/streams.ts";
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
