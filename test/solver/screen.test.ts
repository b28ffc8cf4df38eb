/** Screening gives a design up only when it has lost more than its bound allows. */
import { describe, expect, it } from "vitest";
import { type Level, play, verdictSeeds } from "../../src/game/index.ts";
import { screeningRun } from "../../src/sim/index.ts";
import { screen } from "../../src/solver/screen.ts";
import { findLesson } from "../helpers/english.ts";

const base = findLesson("4")?.level as Level;

/** The fourth level with a bound on availability whose slack allows so many times what its start loses. */
function allowing(times: number): Level {
  const { report } = play(base, base.start, verdictSeeds[0] as number, screeningRun);
  const lost = 1 - (report.indicators.availability ?? 1);
  // The slack of screening: so many times what may fail, and a floor.
  const atLeast = 1 - (lost * times - 0.002) / 1.6;
  return { ...base, goals: [{ indicator: "availability", atLeast }], budget: 1e6 };
}

describe("screening", () => {
  it("keeps a design that loses nearly all that its slack allows", () => {
    expect(screen(allowing(1.05), base.start).excess).toBeLessThanOrEqual(1);
    expect(screen(allowing(1.05), base.start).excess).toBeGreaterThan(0.9);
  });

  it("throws out one that loses more, and tells by how much as long as it is near", () => {
    const { excess } = screen(allowing(0.9), base.start);
    expect(excess).toBeGreaterThan(1);
    expect(excess).toBeLessThan(1.2);
    expect(screen(allowing(0.3), base.start).excess).toBe(1.5);
  });
});
