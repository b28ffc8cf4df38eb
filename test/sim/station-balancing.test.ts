import { describe, expect, test } from "vitest";
import { LatencyHistogram } from "../../src/sim/chance/histogram.ts";
import { hash32 } from "../../src/sim/chance/random.ts";
import { effectiveQueue } from "../../src/sim/queueing/balancing.ts";
import { sojournMeanSec, sojournQuantileSec } from "../../src/sim/queueing/erlang.ts";
import { addSojourns } from "../../src/sim/queueing/pairing.ts";
import { Station } from "../../src/sim/queueing/station.ts";
import { type OraclePolicy, simulateBoxes } from "../oracle/boxes.ts";
import { meanOf, quantileOf } from "../oracle/queue.ts";

const POLICIES: OraclePolicy[] = ["random", "round-robin", "two-choices", "least-connections"];
const SERVICE_TIME_SEC = 0.001;

interface Figures {
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}
const figures = ["mean", "p50", "p95", "p99"] as const;

/** Sojourn by a station, in service times. */
function byStation(policy: OraclePolicy, boxes: number, serversPerBox: number, utilization: number): Figures {
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

/** Sojourn of the boxes: by Erlang where the policy is M/M/c, by events where it is not. */
function exactFigures(
  policy: OraclePolicy,
  boxes: number,
  serversPerBox: number,
  utilization: number,
): Figures {
  if (policy === "random") {
    const load = utilization * serversPerBox;
    const quantile = (q: number) => sojournQuantileSec(serversPerBox, load, 1, q);
    return {
      mean: sojournMeanSec(serversPerBox, load, 1),
      p50: quantile(0.5),
      p95: quantile(0.95),
      p99: quantile(0.99),
    };
  }
  const samples = simulateBoxes(policy, boxes, serversPerBox, utilization, 500_000, 17);
  return {
    mean: meanOf(samples),
    p50: quantileOf(samples, 0.5),
    p95: quantileOf(samples, 0.95),
    p99: quantileOf(samples, 0.99),
  };
}

/** What may lie between the law and half a million requests, whose own p99 moves by 6 % at ρ = 0.9. */
const apart = (utilization: number) => (utilization < 0.8 ? 0.04 : 0.1);

describe("the effective queue of a balancing policy agrees with the exact boxes", () => {
  for (const policy of POLICIES) {
    test(`${policy}: mean, median and tails within 4 % at ρ = 0.5 and 0.7, 10 % at 0.9`, () => {
      for (const boxes of [2, 4, 16])
        for (const serversPerBox of [1, 8])
          for (const utilization of [0.5, 0.7, 0.9]) {
            const exact = exactFigures(policy, boxes, serversPerBox, utilization);
            const got = byStation(policy, boxes, serversPerBox, utilization);
            for (const figure of figures)
              expect(
                Math.abs(got[figure] / exact[figure] - 1),
                `${policy} ${boxes}×${serversPerBox} at ${utilization}: ${figure}`,
              ).toBeLessThan(apart(utilization));
          }
    });
  }

  test("the event simulation itself agrees with Erlang where it can be checked", () => {
    for (const [policy, boxes] of [
      ["random", 4],
      ["least-connections", 1],
    ] as const) {
      const samples = simulateBoxes(policy, boxes, 2, 0.7, 500_000, 17);
      const servers = 2;
      expect(Math.abs(meanOf(samples) / sojournMeanSec(servers, 0.7 * servers, 1) - 1)).toBeLessThan(0.02);
    }
  });

  test("a better policy never waits longer, and no pool exceeds the boxes there are", () => {
    for (const boxes of [1, 2, 4, 16, 64]) {
      for (const utilization of [0, 0.5, 0.9, 0.99, 1.2]) {
        const pools = POLICIES.map((policy) => effectiveQueue(policy, boxes, 2, utilization).boxesPooled);
        for (const pool of pools) {
          expect(pool).toBeGreaterThanOrEqual(Math.min(1, boxes));
          expect(pool).toBeLessThanOrEqual(boxes);
        }
        expect(pools[0]!).toBeLessThanOrEqual(pools[3]!);
      }
    }
  });
});
