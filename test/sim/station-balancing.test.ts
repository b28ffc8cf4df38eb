import { describe, expect, test } from "vitest";
import { LatencyHistogram } from "../../src/sim/chance/histogram.ts";
import { hash32 } from "../../src/sim/chance/random.ts";
import { effectiveQueue } from "../../src/sim/queueing/balancing.ts";
import { sojournMeanSec, sojournQuantileSec } from "../../src/sim/queueing/erlang.ts";
import { addSojourns } from "../../src/sim/queueing/pairing.ts";
import { Station } from "../../src/sim/queueing/station.ts";
import { type OraclePolicy, simulateBoxes } from "../oracle/boxes.ts";
import { meanOf, quantileOf } from "../oracle/queue.ts";

const POLICIES: OraclePolicy[] = [
  "random",
  "round-robin",
  "two-choices",
  "least-connections",
  "central-queue",
];
const SERVICE_TIME_SEC = 0.001;

/** p99 and mean sojourn by a station, in service times. */
function byStation(policy: OraclePolicy, boxes: number, serversPerBox: number, utilization: number) {
  const { servers, arrivalCv2 } = effectiveQueue(policy, boxes, serversPerBox, utilization);
  const station = new Station(256, 1, 0);
  const sojournSec = new Float64Array(256);
  const histogram = new LatencyHistogram();
  const arrivalRatePerSec = (utilization * servers) / SERVICE_TIME_SEC;
  const queueLimit = Number.POSITIVE_INFINITY;
  const load = {
    arrivalRatePerSec,
    serviceTimeSec: SERVICE_TIME_SEC,
    servers,
    serviceCv2: 1,
    arrivalCv2,
    queueLimit,
  };
  for (let tick = 0; tick < 400; tick++) {
    station.step(load, tick, 1);
    sojournSec.fill(0);
    addSojourns(sojournSec, station.waitSec, station.serviceUnit, SERVICE_TIME_SEC, 0, hash32(1, tick, 1));
    if (tick >= 100) histogram.addAll(sojournSec, 1);
  }
  return { mean: histogram.meanSec / SERVICE_TIME_SEC, p99: histogram.quantileSec(0.99) / SERVICE_TIME_SEC };
}

/** p99 and mean sojourn of the boxes: by Erlang where the policy is M/M/c, by events where it is not. */
function exactFigures(policy: OraclePolicy, boxes: number, serversPerBox: number, utilization: number) {
  if (policy === "random" || policy === "central-queue") {
    const servers = policy === "random" ? serversPerBox : boxes * serversPerBox;
    return {
      mean: sojournMeanSec(servers, utilization * servers, 1),
      p99: sojournQuantileSec(servers, utilization * servers, 1, 0.99),
    };
  }
  const samples = simulateBoxes(policy, boxes, serversPerBox, utilization, 500_000, 17);
  return { mean: meanOf(samples), p99: quantileOf(samples, 0.99) };
}

describe("the effective queue of a balancing policy agrees with the exact boxes", () => {
  for (const policy of POLICIES) {
    test(`${policy}: p99 within 10 %, mean within 20 %`, () => {
      for (const boxes of [2, 4, 16]) {
        for (const serversPerBox of [1, 8]) {
          for (const utilization of [0.7, 0.9]) {
            const exact = exactFigures(policy, boxes, serversPerBox, utilization);
            const got = byStation(policy, boxes, serversPerBox, utilization);
            const where = `${policy} ${boxes}×${serversPerBox} at ${utilization}`;
            expect(Math.abs(got.mean / exact.mean - 1), where).toBeLessThan(0.2);
            expect(Math.abs(got.p99 / exact.p99 - 1), where).toBeLessThan(0.1);
          }
        }
      }
    });
  }

  test("the event simulation itself agrees with Erlang where it can be checked", () => {
    for (const policy of ["random", "central-queue"] as const) {
      const samples = simulateBoxes(policy, 4, 2, 0.7, 500_000, 17);
      const servers = policy === "random" ? 2 : 8;
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
        expect(pools[3]!).toBeLessThanOrEqual(pools[4]!);
      }
    }
  });
});
