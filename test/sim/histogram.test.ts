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

test("all samples at once are what they are one by one, to the last bit, and a cleared histogram is a new one", () => {
  const samples = Float64Array.from({ length: 256 }, (_, i) => 0.001 * 1.07 ** (i % 97));
  const oneByOne = new LatencyHistogram();
  const atOnce = new LatencyHistogram();
  atOnce.add(40, 5);
  atOnce.clear();
  for (const weight of [0.3, 1 / 7]) {
    for (const sec of samples) oneByOne.add(sec + 0.03, weight);
    atOnce.addAll(samples, weight, 0.03);
  }
  expect(atOnce).toEqual(oneByOne);
  const figures = (of: LatencyHistogram) => [
    ...[of.count, of.meanSec, of.quantileSec(0), of.quantileSec(0.5), of.quantileSec(1)],
    ...[of.shareAbove(0.2), of.weightFrom(0.2), of.shareAbove(1e6), of.weightFrom(1e6)],
  ];
  expect(figures(atOnce)).toEqual(figures(oneByOne));
  expect(figures(new LatencyHistogram())).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
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
