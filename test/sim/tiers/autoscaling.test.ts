import { describe, expect, test } from "vitest";
import { design } from "../../../src/sim/design/notation.ts";
import { fixedCostPerMonth } from "../../../src/sim/report/cost.ts";
import type { Curve, ScenarioEvent } from "../../../src/sim/scenario/scenario.ts";
import { Autoscaler } from "../../../src/sim/tiers/web/autoscaling.ts";
import { mean, play, traffic } from "./web-helpers.ts";

const rest = "db 32 + 4×8 · kv 1";
const step: Curve = [
  [0, 6_000],
  [200, 6_000],
  [201, 12_000],
  [600, 12_000],
];
/** 12,000 pages a second keep 5.3 boxes of the 8-core kind busy at 60 % (7.7 cores each, 2.05 ms a page). */
const scaled = (more: string) => `dns · lb 2 · web 4×8 target=60 min=2 max=40 ${more} · ${rest}`;
const longer = { ticks: 1_200 };

describe("the rule", () => {
  const rule = { target: 0.6, min: 2, max: 20, cooldownSec: 120, windowSec: 60 };
  const fed = (utilization: number, more: Partial<typeof rule> = {}) => {
    const scaler = new Autoscaler({ ...rule, ...more }, 1);
    for (let i = 0; i < 60; i++) scaler.measure(utilization);
    return scaler;
  };

  test("asks for boxes in proportion to what it measured", () => {
    expect(fed(0.9).decide(60, 10, 0)).toBe(5);
    expect(fed(0.3).decide(60, 10, 0)).toBe(-5);
    expect(fed(0.57).decide(60, 10, 0)).toBe(0);
  });

  test("counts boxes on their way, and lets none go while some come", () => {
    expect(fed(0.9).decide(60, 10, 3)).toBe(2);
    expect(fed(0.3).decide(60, 10, 3)).toBe(0);
  });

  test("stays between min and max", () => {
    expect(fed(1).decide(60, 18, 0)).toBe(2);
    expect(fed(0.01).decide(60, 10, 0)).toBe(-8);
    expect(fed(0.6).decide(60, 1, 0)).toBe(1);
  });

  test("rests after each change", () => {
    const scaler = fed(0.9);
    expect(scaler.decide(60, 10, 0)).toBe(5);
    expect(scaler.decide(100, 10, 0)).toBe(0);
    expect(scaler.decide(181, 10, 0)).toBe(5);
  });

  test("sees nothing beyond 100 %, so a high target grows slowly out of overload", () => {
    expect(fed(1, { target: 0.9 }).decide(60, 10, 0)).toBe(2);
    expect(fed(1, { target: 0.5 }).decide(60, 10, 0)).toBe(10);
  });
});

describe("a scaled pool", () => {
  test("ends near its target after a step of the load, up and down", () => {
    const up = play(scaled(""), traffic(step, [], longer));
    expect(mean(up.column("web.cpu"), 1_000)).toBeGreaterThan(0.6 * 0.85);
    expect(mean(up.column("web.cpu"), 1_000)).toBeLessThan(0.6 * 1.02);
    const down = play(scaled("").replace("4×8", "20×8"), traffic(6_000, [], longer));
    expect(down.column("web.boxes")[1_100]).toBe(down.column("web.boxes")[900]);
    expect(down.column("web.boxes")[1_100]).toBeLessThan(5);
    expect(down.notes.some((note) => note.what === "scale-in")).toBe(true);
  });

  test("helps only after boot: a fast image, a short window and a short rest lose less", () => {
    // The step asks for more than the boxes there can do.
    const crowd: Curve = [
      [0, 8_300],
      [200, 8_300],
      [201, 20_000],
      [600, 20_000],
    ];
    const lost = (more: string) => play(scaled(more), traffic(crowd, [], longer)).ledger.failed;
    const usual = lost("");
    expect(usual).toBeGreaterThan(100_000);
    expect(lost("boot=30")).toBeLessThan(usual * 0.9);
    expect(lost("window=20")).toBeLessThan(usual);
    expect(lost("cooldown=600")).toBeGreaterThan(usual);
    expect(lost("boot=300")).toBeGreaterThan(usual * 1.2);
  });

  test("with headroom the crowd finds room, without it the crowd outruns the boot", () => {
    const availability = (target: number) =>
      play(
        scaled("").replace("target=60", `target=${target}`).replace("4×8 ", "18×8 "),
        traffic(
          [
            [0, 50_000],
            [400, 50_000],
            [401, 70_000],
            [600, 70_000],
          ],
          [],
          longer,
        ),
      ).is("availability");
    expect(availability(60)).toBeGreaterThan(0.999);
    expect(availability(90)).toBeLessThan(0.97);
  });

  test("max ends its growth, min its shrinking", () => {
    const report = play(`dns · lb 2 · web 4×8 target=60 min=3 max=5 · ${rest}`, traffic(step, [], longer));
    expect(Math.max(...report.column("web.paidBoxes"))).toBe(5);
    const idle = play(`dns · lb 2 · web 4×8 target=60 min=3 max=5 · ${rest}`, traffic(50, [], longer));
    expect(idle.column("web.boxes")[1_199]).toBe(3);
  });

  test("replaces a dead box as soon as it is found and booted; a fixed pool does not", () => {
    const dies: ScenarioEvent = { label: "dies", atSec: 400, what: "crash", tier: "web", boxes: 1 };
    const self = play(scaled(""), traffic(8_200, [dies], longer)).column("web.boxes");
    expect([self[399], self[430], self[560]]).toEqual([4, 3, 4]);
    const fixed = play(`dns · lb 2 · web 4×8 · ${rest}`, traffic(6_000, [dies], longer)).column("web.boxes");
    expect(fixed[1_100]).toBe(3);
  });

  test("is paid for as much as it was on average, once", () => {
    const report = play(scaled(""), traffic(step, [], longer));
    const line = scaled("");
    const boxes = report.is("webBoxesMean");
    expect(boxes).toBeCloseTo(mean(report.column("web.paidBoxes")), 3);
    expect(report.costPerMonth).toBeCloseTo(fixedCostPerMonth(design(line)) + (boxes - 2) * 280, 0);
  });

  test("pays for a box from its launch, not from its first request", () => {
    const report = play(scaled(""), traffic(step, [], longer));
    expect(mean(report.column("web.paidBoxes"))).toBeGreaterThan(mean(report.column("web.boxes")));
  });

  test("tells the same story by the minute", () => {
    const day: Curve = [
      [0, 4_000],
      [7_200, 16_000],
      [14_400, 4_000],
    ];
    const fine = play(scaled(""), traffic(day, [], { ticks: 14_400 }), { particles: 16 });
    const coarse = play(scaled(""), traffic(day, [], { ticks: 240, tickSec: 60 }), { particles: 16 });
    expect(coarse.is("webBoxesMean")).toBeCloseTo(fine.is("webBoxesMean"), 0);
    expect(coarse.is("availability")).toBeCloseTo(fine.is("availability"), 3);
  });
});
