import { describe, expect, test } from "vitest";
import { blockingProbability, erlangC, waitMeanSec } from "../../src/sim/queueing/erlang.ts";
import { QueueLaw, type StationLoad } from "../../src/sim/queueing/queue-law.ts";

/** Eight servers that serve 100 a second each; 640 a second arrive. */
const usual: StationLoad = {
  arrivalRatePerSec: 640,
  serviceTimeSec: 0.01,
  servers: 8,
  serviceCv2: 1,
  arrivalCv2: 1,
  queueLimit: Number.POSITIVE_INFINITY,
};

function lawOf(change: Partial<StationLoad> = {}): QueueLaw {
  const law = new QueueLaw();
  law.derive({ ...usual, ...change });
  return law;
}

describe("the law of a queue", () => {
  test("has Erlang's share of waiting and mean wait in equilibrium", () => {
    const law = lawOf();
    expect(law.capacity).toBe(800);
    expect(law.rho).toBeCloseTo(0.8, 12);
    // Q ~ Exp with the stationary mean, and it is the part beyond δ that waits.
    expect(Math.exp(-law.delta / law.stationaryMean)).toBeCloseTo(erlangC(8, 6.4), 6);
    expect(law.stationaryWork / law.capacity).toBeCloseTo(waitMeanSec(8, 640, 100), 12);
  });

  test("turns away Erlang's share at the end of a finite queue, at any load", () => {
    for (const arrivalRatePerSec of [640, 800, 1200]) {
      const law = lawOf({ arrivalRatePerSec, queueLimit: 10 });
      expect(law.cap).toBe(law.delta + 10);
      expect(law.blocking).toBeCloseTo(blockingProbability(8, arrivalRatePerSec / 100, 10), 6);
      expect(law.relaxation).toBeGreaterThan(0);
    }
  });

  test("takes a queue that never overflows for an endless one", () => {
    expect(lawOf({ queueLimit: 1_000 }).cap).toBe(Number.POSITIVE_INFINITY);
  });

  test("never comes to rest in an endless queue at or beyond capacity", () => {
    for (const arrivalRatePerSec of [800, 1200]) expect(lawOf({ arrivalRatePerSec }).relaxation).toBe(0);
  });

  test("does not move without capacity or without service time", () => {
    const standing = lawOf({ servers: 0, queueLimit: 5 });
    expect(standing).toMatchObject({ capacity: 0, drift: 640, variance: 0, cap: 5, relaxation: 0 });
    const passing = lawOf({ serviceTimeSec: 0 });
    expect(passing).toMatchObject({ capacity: Number.POSITIVE_INFINITY, rho: 0, drift: 0, variance: 0 });
  });

  test("knows its load until told to forget it", () => {
    const law = lawOf();
    expect(law.isOf(usual)).toBe(true);
    for (const change of [
      { arrivalRatePerSec: 641 },
      { servers: 9 },
      { queueLimit: 10 },
      { serviceCv2: 2 },
      { unitCv2: 2 },
    ]) {
      expect(law.isOf({ ...usual, ...change })).toBe(false);
    }
    law.forget();
    expect(law.isOf(usual)).toBe(false);
  });

  test("is the same whatever load came before", () => {
    const law = lawOf({ arrivalRatePerSec: 1200, queueLimit: 10, unitCv2: 2 });
    law.derive({ ...usual, servers: 0 });
    law.derive({ ...usual, queueLimit: 20 });
    expect(law).toEqual(lawOf({ queueLimit: 20 }));
  });
});
