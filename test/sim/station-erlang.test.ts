import { describe, expect, test } from "vitest";
import { BIN_COUNT, binEdgeSec, LatencyHistogram } from "../../src/sim/chance/histogram.ts";
import {
  exponentials,
  hash32,
  normals,
  TABLE_SIZE,
  uniform,
  unitMeanTable,
} from "../../src/sim/chance/random.ts";
import {
  blockingProbability,
  erlangB,
  erlangC,
  sojournMeanSec,
  sojournQuantileSec,
  sojournTail,
  waitMeanSec,
  waitQuantileSec,
} from "../../src/sim/queueing/erlang.ts";

describe("Erlang's formulas", () => {
  test("give the textbook figures", () => {
    expect(erlangB(1, 1)).toBeCloseTo(0.5, 12);
    expect(erlangB(10, 7)).toBeCloseTo(0.0787, 4);
    expect(erlangC(1, 0.7)).toBeCloseTo(0.7, 12);
    expect(erlangC(2, 1)).toBeCloseTo(1 / 3, 12);
    expect(sojournMeanSec(1, 0.9, 1)).toBeCloseTo(10, 9);
    expect(sojournQuantileSec(1, 0.9, 1, 0.99)).toBeCloseTo(Math.log(100) / 0.1, 6);
  });

  test("stay finite from no load to far beyond saturation, up to thousands of servers", () => {
    for (const servers of [0, 1, 2, 64, 1000, 5000]) {
      for (const rho of [0, 1e-12, 0.5, 0.999999, 1, 1.5, 100]) {
        for (const share of [erlangB(servers, rho * servers), erlangC(servers, rho * servers)]) {
          expect(share >= 0 && share <= 1).toBe(true);
        }
        for (const limit of [0, 1, 100, 1e6, Number.POSITIVE_INFINITY]) {
          const blocked = blockingProbability(servers, rho * servers, limit);
          expect(blocked >= 0 && blocked <= 1).toBe(true);
        }
        expect(waitMeanSec(servers, rho * servers, 1)).not.toBeNaN();
        expect(waitQuantileSec(servers, rho * servers, 1, 0.99)).not.toBeNaN();
        expect(sojournQuantileSec(servers, rho * servers, 1, 0.99)).not.toBeNaN();
      }
    }
  });

  test("the quantile inverts the tail, also where cμ − λ equals μ", () => {
    for (const [servers, load] of [
      [2, 1],
      [2, 1 + 1e-9],
      [8, 7],
      [8, 3],
      [1000, 999],
      [1000, 900],
    ] as const) {
      for (const q of [0.1, 0.5, 0.99, 0.9999]) {
        expect(sojournTail(servers, load, 1, sojournQuantileSec(servers, load, 1, q))).toBeCloseTo(1 - q, 9);
      }
    }
  });

  test("blocking is Erlang B without places, continuous at saturation, and 1 − 1/ρ far beyond", () => {
    expect(blockingProbability(8, 6, 0)).toBeCloseTo(erlangB(8, 6), 12);
    expect(blockingProbability(8, 8 * (1 - 1e-7), 50)).toBeCloseTo(
      blockingProbability(8, 8 * (1 + 1e-7), 50),
      6,
    );
    expect(blockingProbability(8, 16, 1000)).toBeCloseTo(0.5, 9);
  });
});

describe("draws", () => {
  test("are uniform, and depend on seed, tick and stream", () => {
    let sum = 0;
    for (let tick = 0; tick < 10_000; tick++) sum += uniform(1, tick, 0) / 10_000;
    expect(Math.abs(sum - 0.5)).toBeLessThan(0.01);
    expect(new Set([hash32(1, 2, 3), hash32(3, 2, 1), hash32(2, 1, 3), hash32(1, 3, 2)]).size).toBe(4);
    expect(hash32(1, 2, 3)).toBe(4_193_094_734);
  });

  test("the tables have the right moments, and so has every block of 64", () => {
    const moment = (table: Float64Array, power: number) =>
      table.reduce((sum, value) => sum + value ** power / table.length, 0);
    expect(moment(exponentials, 1)).toBeCloseTo(1, 6);
    expect(moment(exponentials, 2)).toBeCloseTo(2, 2);
    expect(moment(normals, 1)).toBeCloseTo(0, 9);
    expect(moment(normals, 2)).toBeCloseTo(1, 6);
    expect(moment(normals, 4)).toBeCloseTo(3, 1);
    for (const cv2 of [0, 0.25, 0.5, 2, 4]) {
      const table = unitMeanTable(cv2);
      expect(moment(table, 1)).toBeCloseTo(1, 6);
      expect(Math.abs(moment(table, 2) - 1 - cv2)).toBeLessThan(0.06 * cv2 + 1e-9);
    }
    for (let block = 0; block < TABLE_SIZE; block += 64) {
      const mean = normals.subarray(block, block + 64).reduce((sum, z) => sum + z / 64, 0);
      expect(Math.abs(mean)).toBeLessThan(0.05);
    }
  });
});

describe("the latency histogram", () => {
  test("finds quantiles within half a percent, the mean exactly, and merges", () => {
    const one = new LatencyHistogram();
    const other = new LatencyHistogram();
    let sum = 0;
    const count = 100_000;
    for (let i = 0; i < count; i++) {
      const latencySec = -Math.log(1 - (i + 0.5) / count) * 0.02;
      sum += latencySec;
      (i % 3 === 0 ? one : other).add(latencySec, 2);
    }
    one.merge(other);
    expect(one.count).toBe(2 * count);
    expect(one.meanSec).toBeCloseTo(sum / count, 9);
    for (const q of [0.1, 0.5, 0.9, 0.95, 0.99, 0.999]) {
      expect(Math.abs(one.quantileSec(q) / (-Math.log(1 - q) * 0.02) - 1)).toBeLessThan(0.005);
    }
    expect(one.shareAbove(0.02)).toBeCloseTo(Math.exp(-1), 3);
    one.clear();
    expect(one.quantileSec(0.5)).toBe(0);
  });

  test("puts every latency between the edges of its bin", () => {
    for (const latencySec of [0, 1e-9, 1e-6, 0.001, 0.02, 1, 59.9, 1e5, 1e9]) {
      const histogram = new LatencyHistogram();
      histogram.add(latencySec, 1);
      const bin = Array.from({ length: BIN_COUNT }, (_, i) => histogram.weightIn(i)).indexOf(1);
      expect(binEdgeSec(bin)).toBeLessThanOrEqual(latencySec);
      if (bin < BIN_COUNT - 1) expect(binEdgeSec(bin + 1)).toBeGreaterThanOrEqual(latencySec);
    }
  });
});
