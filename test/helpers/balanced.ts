/** Boxes behind a balancer, by the effective queue of the policy and exactly: answer times in service times. */
import { LatencyHistogram } from "../../src/sim/chance/histogram.ts";
import { hash32 } from "../../src/sim/chance/random.ts";
import { effectiveQueue } from "../../src/sim/queueing/balancing.ts";
import { sojournMeanSec, sojournQuantileSec } from "../../src/sim/queueing/erlang.ts";
import { addSojourns } from "../../src/sim/queueing/pairing.ts";
import { Station } from "../../src/sim/queueing/station.ts";
import { type OraclePolicy, simulateBoxes } from "../oracle/boxes.ts";
import { meanOf, quantileOf } from "../oracle/queue.ts";

const SERVICE_TIME_SEC = 0.001;

export interface Figures {
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}
export const figures = ["mean", "p50", "p95", "p99"] as const;

/** Sojourn by a station, in service times. */
export function byStation(
  policy: OraclePolicy,
  { boxes, serversPerBox, utilization }: BalancedCase,
): Figures {
  const { servers, arrivalCv2, waitPower } = effectiveQueue(policy, boxes, serversPerBox, utilization);
  const station = new Station(256, 1, 0);
  const sojournSec = new Float64Array(256);
  const histogram = new LatencyHistogram();
  const load = {
    arrivalRatePerSec: (utilization * servers) / SERVICE_TIME_SEC,
    serviceTimeSec: SERVICE_TIME_SEC,
    servers,
    serviceCv2: 1,
    arrivalCv2,
    waitPower,
    queueLimit: Number.POSITIVE_INFINITY,
  };
  for (let tick = 0; tick < 400; tick++) {
    station.step(load, tick, 1);
    sojournSec.fill(0);
    addSojourns(sojournSec, station.waitSec, station.serviceUnit, SERVICE_TIME_SEC, 0, hash32(1, tick, 1));
    if (tick >= 100) histogram.addAll(sojournSec, 1);
  }
  const quantile = (q: number) => histogram.quantileSec(q) / SERVICE_TIME_SEC;
  return {
    mean: histogram.meanSec / SERVICE_TIME_SEC,
    p50: quantile(0.5),
    p95: quantile(0.95),
    p99: quantile(0.99),
  };
}

/** How many boxes of how many servers, how busy. */
export interface BalancedCase {
  readonly boxes: number;
  readonly serversPerBox: number;
  readonly utilization: number;
}

export const balancedCases: readonly BalancedCase[] = [2, 4, 16].flatMap((boxes) =>
  [1, 8].flatMap((serversPerBox) =>
    [0.5, 0.7, 0.9].map((utilization) => ({ boxes, serversPerBox, utilization })),
  ),
);

export const caseName = (policy: OraclePolicy, { boxes, serversPerBox, utilization }: BalancedCase) =>
  `${policy} ${boxes}×${serversPerBox} at ${utilization}`;

/** Sojourn of boxes that get their requests at random, by Erlang. */
export function byErlang({ serversPerBox, utilization }: BalancedCase): Figures {
  const load = utilization * serversPerBox;
  const quantile = (q: number) => sojournQuantileSec(serversPerBox, load, 1, q);
  return {
    mean: sojournMeanSec(serversPerBox, load, 1),
    p50: quantile(0.5),
    p95: quantile(0.95),
    p99: quantile(0.99),
  };
}

/** Sojourn of the boxes, event by event. */
export function byEvents(policy: OraclePolicy, { boxes, serversPerBox, utilization }: BalancedCase): Figures {
  const samples = simulateBoxes(policy, boxes, serversPerBox, utilization, 500_000, 17);
  return {
    mean: meanOf(samples),
    p50: quantileOf(samples, 0.5),
    p95: quantileOf(samples, 0.95),
    p99: quantileOf(samples, 0.99),
  };
}
