/** Screening gives a design up only when it has lost more than its bound allows. */
import { describe, expect, it } from "vitest";
import { designAt, type Level, play, spaceSize, verdictSeeds } from "../../src/game/index.ts";
import { formatDesign, problemsOf, Run, screeningRun } from "../../src/sim/index.ts";
import { screen, slack, surelySlowTimes } from "../../src/solver/screen.ts";
import { noSlack, runUntilSealed } from "../../src/solver/sealed.ts";
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

describe("a run in long steps is too slow", () => {
  const level = findLesson("6")?.level as Level;
  const options = { seed: verdictSeeds[0] as number, ...screeningRun };
  const run = new Run(level.start, level.scenario, options);
  while (!run.done) run.advance();
  const { offered } = run.figures().ledger;
  const boundMs = level.goals.find(({ indicator }) => indicator === "latencyP95Ms") as { atMost: number };
  const slower = run.world.sources.reduce(
    (sum, { traits }, s) =>
      sum + (traits.isAwaited ? (run.world.latency[s]?.weightFrom(boundMs.atMost / 1_000) ?? 0) : 0),
    0,
  );
  const times = slower / (0.05 * offered);
  const alone = { ...level, goals: level.goals.filter(({ indicator }) => indicator === "latencyP95Ms") };
  const isSealed = (tailTimes: number, slowFrom = 1) =>
    !runUntilSealed(alone, level.start, options, { by: noSlack, times: 1, slowFrom, tailTimes });

  it("from so many times as many slow answers as the percentile allows, and not below", () => {
    expect(times).toBeGreaterThan(1);
    expect(isSealed(times * 0.999)).toBe(true);
    expect(isSealed(times * 1.001)).toBe(false);
  });

  it("of answers that are so many times as slow as the goal says, and of no others", () => {
    const { latencyP95Ms } = run.figures().indicators;
    const over = (latencyP95Ms ?? 0) / boundMs.atMost;
    expect(over).toBeGreaterThan(1);
    // A bin is a twentieth of a latency wide, and counts when the whole of it is slow.
    expect(isSealed(1, over * 0.9)).toBe(true);
    expect(isSealed(1, over * 1.1)).toBe(false);
  });
});

/** What the spaces have that only a tail speaks against, and that clearly. */
describe("what long steps call clearly too slow", () => {
  it.each(["3", "6"])("is too slow in short steps, too, on level %s", (number) => {
    const level = findLesson(number)?.level as Level;
    const designs = Array.from({ length: 60 }, (_, i) =>
      designAt(level, (i * 102_947 + 3_001) % spaceSize(level)),
    ).filter((design) => problemsOf(design).length === 0);
    const sealing = { by: slack, times: 1.5 };
    const goals = level.goals.filter(({ indicator }) => indicator.startsWith("latency"));
    const coarse = { seed: verdictSeeds[0] as number, ...screeningRun };
    let clearly = 0;
    for (const design of designs) {
      const surely = { ...sealing, tailTimes: surelySlowTimes };
      if (runUntilSealed({ ...level, goals }, design, coarse, surely)) continue;
      clearly++;
      expect(runUntilSealed(level, design, { ...coarse, stride: 4 }, sealing), formatDesign(design)).toBe(
        undefined,
      );
    }
    expect(clearly).toBeGreaterThan(0);
  });
});
