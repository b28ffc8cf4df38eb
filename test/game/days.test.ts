/** Which seeds stand for the kinds of day that chance makes of a level, and which of their days decides. */
import { describe, expect, test } from "vitest";
import { dayKind, findDay } from "../../src/game/days.ts";
import { daySeeds, type Outcome, type Playable, verdictSeeds } from "../../src/game/index.ts";
import { dayKindOf, design, type Scenario, type ScenarioEvent, searchRun } from "../../src/sim/index.ts";
import { lessons } from "../helpers/english.ts";
import { calm } from "../helpers/scenarios.ts";

const news = (label: string): ScenarioEvent => ({ label, what: "news", atSec: 1 });
/** Two events of chance: the first of so many kinds, the second of two. */
const chance = (first: number, second = 1): Scenario =>
  calm({ page: 1 }, 10, {
    drawn: [first, second].map((count) => ({
      oneOf: Array.from({ length: count }, (_, at) => news(`${at}`)),
    })),
  });
const playableOf = (scenario: Scenario, more: Partial<Playable> = {}): Playable => ({
  ...{ id: "chance", scenario, start: design("dns · box 1"), shop: [], goals: [] },
  ...more,
});

describe("the seeds of a level's days", () => {
  const scenarios = [
    chance(2),
    chance(3),
    chance(2, 2),
    chance(4, 3),
    { ...chance(2, 2), shuffledEverySec: 5 },
  ];

  test("are the first of each kind of day, in order of the kinds: the first of an event's alternatives first", () => {
    let unsorted = 0;
    for (const scenario of scenarios) {
      const kindOf = (seed: number) => dayKindOf(scenario, seed);
      const found = daySeeds(playableOf(scenario));
      const kinds = [...new Set(verdictSeeds.map(kindOf))];
      expect(found.map(kindOf)).toEqual(kinds.toSorted());
      for (const seed of found)
        expect(verdictSeeds.find((other) => kindOf(other) === kindOf(seed))).toBe(seed);
      unsorted += Number(
        kinds.join() !== kinds.toSorted().join() && kinds.join() !== kinds.toSorted().reverse().join(),
      );
    }
    // Neither as they come nor the other way round, in one case at least.
    expect(unsorted).toBeGreaterThan(0);
  });

  test("are told apart by the days of the stars as well, and are one where nothing is left to chance", () => {
    const rule = (scenario?: Scenario) => ({
      goals: [],
      design: design("dns"),
      ...(scenario ? { scenario } : {}),
    });
    const sure = calm({ page: 1 }, 10);
    const seedsOf = (two?: Scenario, three?: Scenario) =>
      daySeeds(playableOf(sure, { stars: { two: rule(two), three: rule(three) } }));
    expect(daySeeds(playableOf(sure))).toEqual(verdictSeeds.slice(0, 1));
    expect(seedsOf()).toEqual(verdictSeeds.slice(0, 1));
    const two = daySeeds(playableOf(chance(2)));
    expect(two).toHaveLength(2);
    expect(seedsOf(chance(2))).toEqual(two);
    expect(seedsOf(undefined, chance(2))).toEqual(two);
    const playable = playableOf(chance(2), { stars: { two: rule(), three: rule(chance(3)) } });
    expect(dayKind(playable, 11)).toBe(`${dayKindOf(chance(2), 11)}|${dayKindOf(chance(3), 11)}`);
  });

  test("of each level differ in kind", () => {
    for (const { level } of lessons) {
      const kinds = daySeeds(level).map((seed) => dayKind(level, seed));
      expect(new Set(kinds).size, level.id).toBe(kinds.length);
    }
  });
});

test("the day that decides is the worst of all kinds, each run once as a search sees it; of one kind none is run", () => {
  const only = findDay(playableOf(calm({ page: 1 }, 10)), design("dns · box 1")).next([]);
  expect(only).toEqual({ done: true, value: verdictSeeds[0] });
  const playable = playableOf(chance(3));
  const seeds = daySeeds(playable);
  const built = design("dns · box 2");
  for (const worst of seeds) {
    const plan = findDay(playable, built);
    expect(plan.next([]).value).toEqual({
      runs: seeds.map((seed) => ({ design: built, seed, fidelity: searchRun })),
      later: 0,
    });
    const outcomes = seeds.map(
      (seed) =>
        ({
          stars: seed === worst ? 0 : 1,
          passed: seed !== worst,
          goals: [],
          report: { seed },
        }) as unknown as Outcome,
    );
    expect(plan.next(outcomes)).toEqual({ done: true, value: worst });
  }
});
