import { describe, expect, test } from "vitest";
import { Prng } from "../../src/exact/prng.ts";
import { measuring } from "../../src/labs/index.ts";
import type { MeasuringResult } from "../../src/labs/measuring.ts";
import { figuresOf, halfWidths, sameTraceMs } from "../../src/real/figures.ts";
import { drawTraffic, pathOf } from "../../src/real/plan.ts";
import { apart, howLong, type QueueFound } from "../../src/real/queue.ts";

const of = (...values: number[]) => Float64Array.from(values);

describe("the same trace, computed exactly", () => {
  test("waits for the only server, and for the first of two", () => {
    expect([...sameTraceMs(of(0, 1, 20), of(10, 5, 3), 1)]).toEqual([10, 14, 3]);
    expect([...sameTraceMs(of(0, 1, 2), of(10, 5, 3), 2)]).toEqual([10, 5, 7]);
  });

  test("of M/M/1 at half load takes twice the service on average", () => {
    const { atMs, serviceMs } = drawTraffic({ ...steady(0.5), forMs: 4e6 });
    expect(figuresOf(sameTraceMs(atMs, serviceMs, 1)).meanMs / 10).toBeCloseTo(2, 0.5);
  });
});

/** Exponential services of 10 ms at a load. */
const steady = (load: number) => ({
  ratePerSec: () => load * 100,
  ratePerSecMax: load * 100,
  serviceMs: 10,
  cv2: 1,
  seed: 3,
});

describe("traffic", () => {
  test("comes as often as it should, before a surge and in it, and each at its planned time", () => {
    const surge = (atMs: number) => (atMs < 500_000 ? 20 : 60);
    const { atMs } = drawTraffic({ ...steady(0.5), ratePerSec: surge, ratePerSecMax: 60, forMs: 1e6 });
    const before = atMs.filter((at) => at < 500_000).length;
    expect(before / 10_000).toBeCloseTo(1, 1);
    expect((atMs.length - before) / 30_000).toBeCloseTo(1, 1);
    expect([...atMs]).toEqual([...atMs].sort((a, b) => a - b));
  });

  test("wants services of the asked mean and variability", () => {
    for (const cv2 of [0, 1, 4]) {
      const { serviceMs } = drawTraffic({ ...steady(0.5), cv2, forMs: 4e6 });
      const { meanMs } = figuresOf(serviceMs);
      const variance = serviceMs.reduce((sum, each) => sum + (each - meanMs) ** 2, 0) / serviceMs.length;
      expect(meanMs / 10).toBeCloseTo(1, 1);
      expect(Math.abs(variance / meanMs ** 2 - cv2)).toBeLessThanOrEqual(0.1 * cv2);
    }
  });

  test("asks a server for a time in words that it understands, however short", () => {
    expect([pathOf(12.5), pathOf(1e-7)]).toEqual(["/12.500", "/0.000"]);
  });
});

describe("the interval by batch means", () => {
  test("holds the true mean of independent times about 95 times of 100", () => {
    const prng = new Prng(5);
    let held = 0;
    for (let n = 0; n < 400; n++) {
      const times = Float64Array.from({ length: 400 }, () => prng.exponential());
      if (Math.abs(figuresOf(times).meanMs - 1) <= halfWidths(times).meanMs) held++;
    }
    expect(held / 400).toBeGreaterThan(0.91);
    expect(held / 400).toBeLessThan(0.985);
  });
});

describe("how long one must measure", () => {
  const setup = { servers: 1, serviceMs: 100, load: 0.8, cv2: 1, seed: 1 };

  test("is what the lab says of one server, whose mean time is 1 / (μ − λ)", () => {
    const knobs = { load: 0.8, minutes: 30, service: 100, repeats: 10, seed: 1 };
    const { theory, relaxationSec } = measuring.run(knobs) as MeasuringResult;
    const plan = howLong({ ...setup, seconds: 1_800 }, 100, 500);
    expect(plan.halfWidthShare).toBeCloseTo(theory.halfWidthShare ?? Number.NaN, 9);
    expect(plan.relaxationSec).toBeCloseTo(relaxationSec, 9);
  });

  test("is chosen for a tenth of the mean, but never less than 10 s nor more than 60", () => {
    expect(howLong(setup, 100, 500).seconds).toBe(60);
    expect(howLong({ ...setup, load: 0.5 }, 1, 2).seconds).toBe(10);
    const between = howLong({ ...setup, load: 0.5 }, 4, 8);
    expect(between.seconds).toBe(Math.ceil(between.wantedSec));
    expect(between.halfWidthShare).toBeLessThanOrEqual(between.wantedShare);
  });
});

describe("why theory and measurement lie apart", () => {
  const times = (ms: number) => ({ meanMs: ms, p50Ms: ms, p95Ms: ms, p99Ms: ms, busy: 0.5 });
  const found = (measured: number, trace: number, theory: number | null) =>
    ({
      measured: times(measured),
      sameTrace: times(trace),
      theory:
        theory === null ? { meanMs: null, p50Ms: null, p95Ms: null, p99Ms: null, busy: null } : times(theory),
      halfWidth: times(5),
      service: { meanMs: 20, cv2: 1 },
    }) as unknown as QueueFound;

  test("is nothing to explain within the interval, what HTTP adds left out, or where theory is silent", () => {
    expect(apart(found(101, 100, 105)).meanMs).toBe("within");
    expect(apart(found(101, 100, null)).p99Ms).toBe("within");
  });

  test("is luck when the same trace is outside too, and the machine when the server is off its own trace", () => {
    expect(apart(found(101, 100, 105.1)).meanMs).toBe("luck");
    expect(apart(found(111, 100, 111)).meanMs).toBe("machine");
    expect(apart(found(110, 100, 100)).meanMs).toBe("within");
  });
});
