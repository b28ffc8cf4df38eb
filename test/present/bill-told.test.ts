import { describe, expect, test } from "vitest";
import { type Level, movesFrom, type Played } from "../../src/game/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { beyond, type Compared, type Comparison, comparisonOf } from "../../src/present/comparison.ts";
import { budgetWarning, forecastForms, overBudget } from "../../src/present/forecast.ts";
import { largestFirst } from "../../src/present/indicators.ts";
import { starsLeft, taskChoices } from "../../src/present/third-star.ts";
import { type Forecast, forecast, type Report } from "../../src/sim/index.ts";
import type { Words } from "../../src/words/index.ts";
import { lessons, words } from "../helpers/english.ts";

/** What is said of a bill before a run, and of a pass after it: each limit on both sides. */

/** Words that say what they were given. */
const bare = {
  ...words,
  forecast: new Proxy({}, { get: (_, name) => (found: unknown) => ({ [name]: found }) }) as Words["forecast"],
};
const bill = (more: Partial<Forecast>) =>
  ({
    fixedPerMonth: 80,
    meteredPerMonth: 14,
    perMonth: 94,
    atLeastPerMonth: 94,
    atMostPerMonth: 94,
    metered: [{ id: "web" }],
    ...more,
  }) as unknown as Forecast;
const forms = (more: Partial<Forecast>, budget?: number) =>
  (forecastForms(bare, bill(more), budget) as unknown as { bill: Record<string, unknown> }).bill;

test("whatever a shop puts on a bill has a name there", () => {
  const lines = new Set<string>();
  for (const { level } of lessons)
    for (const { design } of [level.start, level.lesson].flatMap((each) => movesFrom(level, each))) {
      const { fixed, metered } = forecast(design, level.scenario);
      for (const { id } of largestFirst([...fixed, ...metered])) lines.add(id);
    }
  expect([...lines]).toEqual(expect.arrayContaining(["stream", "traces"]));
  expect([...lines].filter((line) => !Object.hasOwn(words.indicators.bill, line))).toEqual([]);
});

describe("a bill before the run", () => {
  test("is exact where nothing is metered, and in whole tens where traffic counts", () => {
    expect(forms({ metered: [], perMonth: 83 }, 100)).toEqual({ fixed: 80, total: 83, budget: 100 });
    expect(forms({})).toEqual({ fixed: 80, metered: { for: "web", perMonth: 10 }, total: 90 });
  });

  test("names what is metered, or the traffic where that is several things", () => {
    const metered = (...ids: string[]) =>
      (forms({ metered: ids.map((id) => ({ id })) as never })["metered"] as { for: string }).for;
    expect(metered("web")).toBe("web");
    expect(metered("web", "web")).toBe("web");
    expect(metered("workers-extra")).toBe("workers");
    expect(metered("logs")).toBe("logs");
    expect(metered("web", "logs")).toBe("traffic");
    expect(metered("cdn")).toBe("traffic");
  });

  test("has an upper end where it may be a dollar dearer", () => {
    expect(forms({ atMostPerMonth: 95 })).toMatchObject({ atMost: 95 });
    expect(forms({ atMostPerMonth: 94.9 })).not.toHaveProperty("atMost");
  });

  test("forbids the run when what is certain is over the budget", () => {
    expect(overBudget(bare, bill({}), 80)).toBeUndefined();
    expect(overBudget(bare, bill({}), undefined)).toBeUndefined();
    expect(overBudget(bare, bill({}), 79)).toEqual({ overBudget: { over: 1, budget: 79, isFixed: false } });
    expect(overBudget(bare, bill({ metered: [] }), 79)).toMatchObject({ overBudget: { isFixed: true } });
  });

  test("warns when the run is allowed and will be dearer than the budget", () => {
    const warns = (budget?: number) => budgetWarning(bare, bill({}), budget);
    expect([undefined, 79, 94].map(warns)).toEqual([undefined, undefined, undefined]);
    expect(warns(80)).toEqual({ warning: { for: "web", over: 14 } });
    expect(warns(93.5)).toEqual({ warning: { for: "web", over: 1 } });
  });
});

describe("a design beside all that pass", () => {
  const { level } = lessons[0]!;
  const report = (answered: number) =>
    ({ ledger: { answered }, indicators: {}, costPerMonth: 70 }) as unknown as Report;
  const population = (passing: number) =>
    ({
      passing,
      spreads: { costPerMonth: { counts: [1], sample: [50, 90] } },
      front: [],
    }) as never;

  test("is compared from eight of them on, when it answered anybody", () => {
    const found = (passing: number, answered = 1) =>
      comparisonOf(words, level, report(answered), population(passing), true);
    expect([found(7), found(8, 0), comparisonOf(words, level, report(1), undefined, true)]).toEqual(
      Array(3).fill(undefined),
    );
    expect(found(8)).toMatchObject({ passing: 8, passed: true, measures: [{ value: 70 }] });
  });

  test("lies beyond them only when it failed itself", () => {
    const side = (passed: boolean, value: number) =>
      beyond({ passed } as Comparison, { value, rank: { least: 50, greatest: 90 } } as unknown as Compared);
    expect([49, 50, 90, 91].map((value) => side(false, value))).toEqual([
      "below",
      undefined,
      undefined,
      "above",
    ]);
    expect([49, 91].map((value) => side(true, value))).toEqual([undefined, undefined]);
  });
});

test("stars are left to whoever passed for real and has not all of them", () => {
  const lesson = lessons[0] as Lesson;
  const left = (more: Partial<Played>, verdict: object = { passed: true, stars: 1 }) =>
    starsLeft(
      words,
      lesson,
      { stars: 1, practice: false, verdict, ...more } as unknown as Played,
      "done" as never,
    );
  expect(left({}, { passed: false, stars: 0 })).toBeUndefined();
  expect(left({ practice: true })).toBeUndefined();
  expect(left({ stars: 3 })).toEqual({ is: "none" });
  expect(left({})).toMatchObject({ is: "goals", star: 2, how: lesson.prose.stars.two });
  expect(left({ stars: 2 }, { passed: true, stars: 2 })).toMatchObject({ star: 3 });
});

test("the choices of a task stand by their keys, whatever the order of the solution", () => {
  for (const task of [
    { kind: "order", steps: ["c", "a", "b"] },
    { kind: "choice", options: ["b", "c", "a"] },
  ])
    expect(taskChoices({ stars: { three: { task } } } as unknown as Level)).toEqual(["a", "b", "c"]);
  expect(taskChoices({ stars: { three: {} } } as unknown as Level)).toEqual([]);
});
