import { expect, test } from "vitest";
import { levels } from "../../src/levels/index.ts";
import { LatencyHistogram } from "../../src/sim/chance/histogram.ts";
import { design, reportedRun, simulate } from "../../src/sim/index.ts";

test("no percentile lies beyond the longest time there was", () => {
  const histogram = new LatencyHistogram();
  for (let i = 0; i < 1_000; i++) histogram.add(i < 900 ? 0.1 : 3.03, 1);
  expect(histogram.quantileSec(0.99)).toBeLessThanOrEqual(3.03);
  expect(histogram.quantileSec(0.99)).toBeGreaterThan(3.0);
  expect(histogram.shareAbove(3.03)).toBe(0);
  const more = new LatencyHistogram();
  more.add(3.1, 1);
  histogram.merge(more);
  expect(histogram.quantileSec(1)).toBeCloseTo(3.1, 9);
  histogram.clear();
  expect(histogram.quantileSec(1)).toBe(0);
});

test("nobody is reported to have waited longer than his patience and the way", () => {
  const scenario = { ...(levels[3] as (typeof levels)[number]).scenario, ticks: 120 };
  const { indicators } = simulate(design("dns · lb 1 · web 2×8 · db 8 · kv 1"), scenario, {
    seed: 1,
    ...reportedRun,
  });
  expect(indicators.availability).toBeLessThan(0.9);
  for (const value of [indicators.latencyP95Ms, indicators.latencyP99Ms, indicators.writeP99Ms])
    expect(value).toBeLessThanOrEqual(3_030);
});
