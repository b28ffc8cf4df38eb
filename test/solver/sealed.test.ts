/** A run may be ended early only when its end is certain. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  daySeeds,
  designAt,
  type Goal,
  type Level,
  play,
  spaceSize,
  verdictSeeds,
} from "../../src/game/index.ts";
import {
  type Design,
  formatDesign,
  type Indicator,
  problemsOf,
  Run,
  type Scenario,
  screeningRun,
} from "../../src/sim/index.ts";
import { isFirm, runExactly } from "../../src/solver/exact-run.ts";
import { most, noSlack, rising, runUntilSealed } from "../../src/solver/sealed.ts";
import { lessons } from "../helpers/english.ts";
import { replay } from "../helpers/first-wrong.ts";
import { namedDesigns } from "../helpers/named-designs.ts";
import { playableDesign } from "../helpers/playable.ts";
import { anyScenario } from "../helpers/scenarios.ts";

const seed = verdictSeeds[0] as number;
const options = { seed, ...screeningRun };

describe("what seals a run", () => {
  /** Follows a run, and tells which indicators that may not fall have risen. */
  function followed(design: Design, scenario: Scenario, stride: number): Indicator[] {
    const options = { seed: 5, particles: 16, stride };
    const run = new Run(design, scenario, options);
    const before = new Map<Indicator, number>();
    while (!run.done) {
      run.advance();
      const measured = run.measured();
      for (const indicator of rising) {
        const now = measured[indicator] ?? 0;
        if (now < (before.get(indicator) ?? 0))
          throw new Error(`${indicator} falls to ${now}\n${replay(design, scenario, options)}`);
        before.set(indicator, now);
      }
    }
    return [...before].flatMap(([indicator, value]) => (value > 0 ? indicator : []));
  }

  it("never falls while a run goes on, whatever the day", () => {
    fc.assert(
      fc.property(playableDesign(), anyScenario(), (design, scenario) => {
        followed(design, scenario, 1);
      }),
      { numRuns: 60 },
    );
  });

  it("rises on some levels' days, and does not fall on any", () => {
    const risen = lessons.flatMap(({ level }) =>
      namedDesigns(level).flatMap(({ design }) => followed(design, level.scenario, screeningRun.stride)),
    );
    expect(new Set(risen)).toEqual(rising);
  });

  it("is measured on the way as it is at the end", () => {
    fc.assert(
      fc.property(playableDesign(), anyScenario(), (design, scenario) => {
        const run = new Run(design, scenario, options);
        while (!run.done) run.advance();
        const { indicators } = run.figures();
        for (const indicator of rising) expect(run.measured()[indicator]).toEqual(indicators[indicator]);
      }),
      { numRuns: 40 },
    );
  });
});

/** What a level's space has at so many places, in no rhythm of its offers. */
function sampleOf(level: Level, places: number): Design[] {
  const all = Array.from({ length: places * 4 }, (_, i) =>
    designAt(level, (i * 7_919 + 3_001) % spaceSize(level)),
  );
  return all.filter((design) => problemsOf(design).length === 0).slice(0, places);
}

/** How many times its bound a goal's value is. */
function timesOver(goal: Goal, value: number): number {
  return ("atMost" in goal ? value : 1 - value) / most(goal, noSlack);
}

describe("a sealed run", () => {
  it.each(lessons)("misses a goal of level $level.number at its end, and by so much", ({ level }) => {
    for (const design of sampleOf(level, 10))
      for (const times of [1, 1.5]) {
        if (runUntilSealed(level, design, options, { by: noSlack, times })) continue;
        const { goals } = play(level, design, seed, screeningRun);
        const over = goals.map(({ value }, i) => timesOver(level.goals[i] as Goal, value));
        // A value without a number cannot be sealed, but may stand beside one that is.
        expect(Math.max(...over.filter((each) => !Number.isNaN(each))), formatDesign(design)).toBeGreaterThan(
          times * 0.999,
        );
      }
  });

  it.each([
    ["6", "ordersLost"],
    ["6", "staleSecMax"],
    ["6", "latencyP95Ms"],
    ["4", "availability"],
    ["8", "lostSessionsShare"],
  ] as const)("of level %s is sealed by %s alone, when that is what is missed", (number, indicator) => {
    const level = lessons.find((each) => String(each.level.number) === number)?.level as Level;
    const goals = level.goals.filter((goal) => goal.indicator === indicator);
    expect(goals).toHaveLength(1);
    // Of several kinds of day the first, on which the zone floods that every cache has nodes in.
    const day = { ...options, seed: daySeeds(level)[0]! };
    const sealed = sampleOf(level, 60).filter(
      (design) => !runUntilSealed({ ...level, goals }, design, day, { by: noSlack, times: 1 }),
    );
    expect(sealed.length).toBeGreaterThan(0);
  });
});

describe("an exact run", () => {
  const { level } = lessons[2] as (typeof lessons)[number];

  it("has the stars that the game gives", () => {
    for (const design of [level.start, level.lesson, level.biggerBox, level.stars.two.design])
      expect(runExactly(level, design, seed).stars, formatDesign(design)).toBe(
        play(level, design, seed).stars,
      );
  });

  it("tells how far the goal that decides is from turning it", () => {
    const { value } = play(level, level.lesson, seed).goals[0] as { value: number };
    const at = (atMost: number): Level => ({
      ...level,
      goals: [{ indicator: (level.goals[0] as Goal).indicator, atMost }],
      stars: {
        ...level.stars,
        two: { ...level.stars.two, goals: [] },
        three: { ...level.stars.three, goals: [] },
      },
      budget: 1e9,
    });
    expect(runExactly(at(value / 0.9), level.lesson, seed)).toEqual({
      stars: 3,
      distance: expect.closeTo(0.1, 6),
      day: "",
    });
    expect(runExactly(at(value / 1.2), level.lesson, seed)).toEqual({
      stars: 0,
      distance: expect.closeTo(0.2, 6),
      day: "",
    });
    // Twice the bound and more is far enough, whatever else it is.
    expect(runExactly(at(value / 4), level.lesson, seed)).toEqual({ stars: 0, distance: 0.5, day: "" });
  });
});

describe("a decision on several seeds is firm", () => {
  const on = (...distances: number[]) => distances.map((distance) => ({ stars: 1, distance, day: "" }));

  it("when it lies more than six times as far from turning as it is spread", () => {
    // Spread of ±1 around the mean: a standard deviation of 1.
    expect(isFirm(on(0.061 - 0.01, 0.061 + 0.01))).toBe(true);
    expect(isFirm(on(0.059 - 0.01, 0.059 + 0.01))).toBe(false);
  });

  it("not when it has no distance at all, nor when seeds disagree", () => {
    expect(isFirm(on(0, 0))).toBe(false);
    expect(isFirm([...on(0.4, 0.4), { stars: 2, distance: 0.4, day: "" }])).toBe(false);
  });
});
