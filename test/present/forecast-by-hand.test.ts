/** A bill before the run and a design among all that pass, of figures made by hand: each limit on both sides. */
import { describe, expect, test } from "vitest";
import { lossState, toldLoss } from "../../src/present/audit.ts";
import {
  areAlike,
  beyond,
  type Compared,
  type Comparison,
  comparisonOf,
  rankText,
} from "../../src/present/comparison.ts";
import {
  budgetOf,
  budgetWarning,
  forecastForms,
  monthly,
  overBudget,
  spokenBill,
} from "../../src/present/forecast.ts";
import { delta } from "../../src/present/offers.ts";
import { emptyDesign, type Forecast } from "../../src/sim/index.ts";
import type { Words } from "../../src/words/index.ts";
import { words } from "../helpers/english.ts";

/** Words that give back what they were given. */
const telling = {
  ...words,
  forecast: new Proxy({}, { get: () => (found: unknown) => found }) as Words["forecast"],
  comparison: new Proxy({}, { get: () => (found: unknown) => found }) as Words["comparison"],
};

describe("a bill before the run", () => {
  const billOf = (more: object = {}) =>
    ({
      ...{
        fixedPerMonth: 104,
        meteredPerMonth: 33,
        perMonth: 137,
        atLeastPerMonth: 137,
        atMostPerMonth: 137,
      },
      ...{ metered: [{ id: "web", perMonth: 33 }], ...more },
    }) as unknown as Forecast;
  const metered = (...ids: readonly string[]) => ({ metered: ids.map((id) => ({ id, perMonth: 1 })) });

  test("is exact where nothing is metered, and in whole tens where something is", () => {
    const exact = { fixed: 104, total: 137, budget: 200 };
    expect(forecastForms(telling, billOf(metered()), 200)).toEqual(exact);
    expect(forecastForms(telling, billOf(), 200)).toEqual({
      ...{ fixed: 104, metered: { for: "web", perMonth: 30 }, total: 140, budget: 200 },
    });
    expect(spokenBill(telling, billOf(metered()), 200)).toEqual(exact);
    expect(monthly(telling, billOf(metered()))).toEqual({ fixed: 104, total: 137 });
    expect(forecastForms(telling, billOf({ meteredPerMonth: 35, perMonth: 144 }), undefined)).toEqual({
      ...{ fixed: 104, metered: { for: "web", perMonth: 40 }, total: 140 },
    });
  });

  test("tells what it may come to where that is a dollar more", () => {
    const most = (atMostPerMonth: number) => forecastForms(telling, billOf({ atMostPerMonth }), 200);
    expect([138, 137.9].map((dollars) => most(dollars))).toEqual([
      expect.objectContaining({ atMost: 138 }),
      expect.not.objectContaining({ atMost: expect.anything() }),
    ]);
  });

  test("is metered for one thing, or for traffic where it is for several or for no thing of its own", () => {
    const forWhat = (...ids: readonly string[]) => {
      const found = budgetWarning(telling, billOf(metered(...ids)), 120) as unknown as { for: string };
      return found.for;
    };
    expect([forWhat("web"), forWhat("workers-extra"), forWhat("logs"), forWhat("web", "web")]).toEqual([
      ...["web", "workers", "logs", "web"],
    ]);
    expect([forWhat("cdn"), forWhat("web", "logs"), forWhat()]).toEqual(["traffic", "traffic", "traffic"]);
  });

  test("cannot be paid where what is fixed is above the budget, and is warned of where all of it is", () => {
    const said = (budget: number | undefined) => [
      overBudget(telling, billOf(), budget),
      budgetWarning(telling, billOf(), budget),
    ];
    expect(said(103)).toEqual([{ over: 1, budget: 103, isFixed: false }, undefined]);
    expect(said(104)).toEqual([undefined, { for: "web", over: 33 }]);
    expect(said(136)).toEqual([undefined, { for: "web", over: 1 }]);
    expect(said(136.9)).toEqual([undefined, { for: "web", over: 1 }]);
    expect([said(137), said(undefined)]).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(overBudget(telling, billOf(metered()), 100)).toEqual({ over: 4, budget: 100, isFixed: true });
    expect([9, Number.POSITIVE_INFINITY].map((budget) => budgetOf({ budget }))).toEqual([9, undefined]);
  });
});

test("a change of the bill has its sign, and none where it is nothing in whole dollars", () => {
  expect([70, -15, 0, 0.4, -0.4, 0.6, -0.6, 12_000].map(delta)).toEqual([
    ...["+$70", "−$15", "±$0", "±$0", "±$0", "+$1", "−$1", "+$12,000"],
  ]);
});

describe("a design among all that pass", () => {
  const compared = (
    betterThan: number,
    [least, greatest] = [10, 30] as readonly [number, number],
    value = 15,
  ) =>
    ({
      indicator: "costPerMonth",
      name: "bill",
      value,
      rank: { betterThan, least, greatest },
    }) as unknown as Compared;

  test("is better than none, than all, or than 1 to 99 % of them", () => {
    const percents = [0, 0.001, 0.5, 0.834, 0.999, 1].map(
      (share) => (rankText(telling, compared(share)) as unknown as { percent: number }).percent,
    );
    expect(percents).toEqual([0, 1, 50, 83, 99, 100]);
  });

  test("has nobody to be better than where all are read as the same", () => {
    const alike = (least: number, greatest: number) => areAlike(words, compared(0, [least, greatest]));
    expect([alike(10, 10.3), alike(10, 20), alike(10, 10)]).toEqual([true, false, true]);
  });

  test("lies beyond them below the least or above the most, unless it passes", () => {
    const at = (value: number, passed = false) =>
      beyond({ passed } as Comparison, compared(0, [10, 30], value));
    expect([9, 10, 30, 31].map((value) => at(value))).toEqual(["below", undefined, undefined, "above"]);
    expect([9, 31].map((value) => at(value, true))).toEqual([undefined, undefined]);
  });

  test("is compared with eight at least, where it answered anything", () => {
    const found = (passing: number | undefined, answered: number) =>
      comparisonOf(
        words,
        { goals: [] } as unknown as Parameters<typeof comparisonOf>[1],
        { ledger: { answered }, costPerMonth: 15, indicators: {} } as unknown as Parameters<
          typeof comparisonOf
        >[2],
        (passing === undefined ? undefined : { passing, spreads: {} }) as unknown as Parameters<
          typeof comparisonOf
        >[3],
        true,
      );
    expect([found(7, 9), found(8, 0), found(undefined, 9)]).toEqual([undefined, undefined, undefined]);
    expect(found(8, 1)).toMatchObject({ passing: 8, passed: true });
  });
});

test("a loss is told with two places at most, each of a fiftieth of what was lost, and what does not help", () => {
  const row = (more: object = {}) =>
    ({
      ...{
        fault: { part: "cache" },
        availability: 0.9,
        atLeast: 0.95,
        outageSec: 3,
        holds: false,
        isCurable: true,
      },
      ...{ lost: { requests: 1_000 }, missed: [], failedBy: [] },
      ...more,
    }) as unknown as Parameters<typeof toldLoss>[2];
  const failedBy = [400, 20, 300, 19].map((count) => ({ place: "web", reason: "timeout", count }));
  const where = (count: number) => words.audit.where({ place: { name: "web" }, reason: "timeout", count });
  expect(toldLoss(words, emptyDesign(), row({ failedBy })).why).toEqual([400, 20].map(where));
  expect(toldLoss(words, emptyDesign(), row({ failedBy: failedBy.slice(3) })).why).toEqual([]);
  expect(toldLoss(words, emptyDesign(), row())).toMatchObject({ availability: "90.0 %", bound: "≥ 95.0 %" });
  expect([true, false].map((holds) => lossState(row({ holds })))).toEqual(["holds", "breaks"]);
});
