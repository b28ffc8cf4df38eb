import { describe, expect, test } from "vitest";
import { effectiveQueue } from "../../src/sim/queueing/balancing.ts";
import { sojournMeanSec } from "../../src/sim/queueing/erlang.ts";
import recorded from "../golden/exact-queues.json" with { type: "json" };
import {
  type BalancedCase,
  balancedCases,
  byErlang,
  byStation,
  caseName,
  type Figures,
  figures,
} from "../helpers/balanced.ts";
import { type OraclePolicy, simulateBoxes } from "../oracle/boxes.ts";
import { meanOf } from "../oracle/queue.ts";

const POLICIES: OraclePolicy[] = ["random", "round-robin", "two-choices", "least-connections"];
/** What test/deep finds event by event. */
const recordedOf = (policy: OraclePolicy, each: BalancedCase): Figures =>
  recorded.balanced[caseName(policy, each) as keyof typeof recorded.balanced];
/** What may lie between the law and half a million requests, whose own p99 moves by 6 % at ρ = 0.9. */
const apart = (utilization: number) => (utilization < 0.8 ? 0.04 : 0.1);

describe("the effective queue of a balancing policy agrees with the exact boxes", () => {
  for (const policy of POLICIES) {
    test(`${policy}: mean, median and tails within 4 % at ρ = 0.5 and 0.7, 10 % at 0.9`, () => {
      for (const each of balancedCases) {
        const exact = policy === "random" ? byErlang(each) : recordedOf(policy, each);
        const got = byStation(policy, each);
        for (const figure of figures)
          expect(
            Math.abs(got[figure] / exact[figure] - 1),
            `${caseName(policy, each)}: ${figure}`,
          ).toBeLessThan(apart(each.utilization));
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
