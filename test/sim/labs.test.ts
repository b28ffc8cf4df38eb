import { describe, expect, test } from "vitest";
import { lagLab, retriesLab, shardsLab } from "../../src/sim/index.ts";

function fine<T extends { readonly ok: boolean }>(result: T): Extract<T, { ok: true }> {
  expect(result.ok).toBe(true);
  return result as Extract<T, { ok: true }>;
}

describe("the lab of shards", () => {
  const input = { shards: 8, keys: 50_000, seed: 7 };

  test("moves eight ninths of the keys by remainder and a ninth on a ring", () => {
    const modulo = fine(shardsLab({ ...input, placement: "modulo" }));
    const ring = fine(shardsLab({ ...input, placement: "ring" }));
    expect(modulo.theory.movedShare).toBeCloseTo(8 / 9, 12);
    expect(modulo.movedShare).toBeCloseTo(8 / 9, 2);
    expect(ring.theory.movedShare).toBeCloseTo(1 / 9, 12);
    expect(Math.abs(ring.movedShare - 1 / 9)).toBeLessThan(0.02);
  });

  test("knows that doubling moves half by either function, and no growth moves none", () => {
    for (const placement of ["ring", "modulo"] as const) {
      const doubled = fine(shardsLab({ ...input, grow: 8, placement }));
      expect(doubled.theory.movedShare).toBe(0.5);
      expect(Math.abs(doubled.movedShare - 0.5)).toBeLessThan(0.03);
      expect(fine(shardsLab({ ...input, grow: 0, placement })).movedShare).toBe(0);
    }
  });

  test("shows that no function spreads a popular key", () => {
    const even = fine(shardsLab({ ...input, placement: "modulo" }));
    const skewed = fine(shardsLab({ ...input, placement: "modulo", zipf: 1.2 }));
    expect(even.maxOverMean).toBeLessThan(1.05);
    expect(skewed.maxOverMean).toBeGreaterThan(1.5);
    expect(skewed.shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
  });
});

describe("the lab of lag", () => {
  test.each([
    [100, 0.3, 2],
    [500, 0, 0.005],
    [900, 0, 0.01],
    [900, 0.01, 0.02],
  ])(
    "%d writes/s, %d s away, reads %d s old: stale as often as theory says",
    (writesPerSec, lagBaseSec, ageSec) => {
      const { simulated, theory } = fine(
        lagLab({ writesPerSec, replaySec: 0.001, lagBaseSec, ageSec, ticks: 600, seed: 3 }),
      );
      expect(Math.abs(simulated.staleShare - (theory.staleShare as number))).toBeLessThan(0.012);
      expect(simulated.lagMeanMs / (theory.lagMeanMs as number)).toBeCloseTo(1, 1);
      expect(simulated.utilization).toBeCloseTo(theory.utilization as number, 2);
    },
  );

  test("a copy that cannot keep up falls behind without end, at the rate of the excess", () => {
    const { simulated, theory, lagSeries } = fine(
      lagLab({ writesPerSec: 1_500, replaySec: 0.001, lagBaseSec: 0, ageSec: 2, ticks: 100, seed: 3 }),
    );
    expect(theory.staleShare).toBeNull();
    // 500 writes more a second than it applies: half a second more lag every second.
    expect(lagSeries[90] as number).toBeCloseTo(45, -1);
    expect(simulated.staleShare).toBeGreaterThan(0.8);
  });

  test("two appliers keep up with what is too much for one", () => {
    const two = fine(
      lagLab({ writesPerSec: 1_500, replaySec: 0.001, appliers: 2, lagBaseSec: 0, ageSec: 2, seed: 3 }),
    );
    expect(two.simulated.staleShare).toBeLessThan(0.01);
  });
});

describe("bad figures", () => {
  test("are answered with the field and what it takes", () => {
    expect(shardsLab({ shards: 0, placement: "ring", keys: 10, seed: 1 })).toEqual({
      ok: false,
      field: "shards",
      problem: { code: "bounds", min: 1, max: 1_024, whole: true, found: "0" },
    });
    expect(lagLab({ writesPerSec: Number.NaN, replaySec: 1, lagBaseSec: 0, ageSec: 1, seed: 1 }).ok).toBe(
      false,
    );
    const late = retriesLab({
      ratePerSec: 10,
      servers: 1,
      serviceSec: 0.05,
      triggerFactor: 2,
      triggerAtSec: 590,
      triggerSec: 30,
      attempts: 2,
      seed: 1,
    });
    expect(late).toMatchObject({ ok: false, field: "triggerSec" });
  });
});
