/** Money before a run, on the picture and after the run: one price book. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Level, movesFrom, priceOf } from "../../src/game/index.ts";
import { partsOf, quietFacts } from "../../src/present/picture/parts.ts";
import { factPrices, partPrices } from "../../src/present/picture/prices.ts";
import {
  type Design,
  design,
  fixedCostPerMonth,
  forecast,
  type Prices,
  priceGroupOf,
  priceGroups,
  type Scenario,
  searchRun,
  simulate,
} from "../../src/sim/index.ts";
import { affordableDesigns } from "../helpers/designs.ts";
import { lessons, words } from "../helpers/english.ts";
import { namedDesigns } from "../helpers/named-designs.ts";

const levels = lessons.map(({ level }) => level);
const levelOf = (number: number) => levels.find((level) => level.number === number) as Level;

describe.each(levels)("level $number", (level) => {
  test("prices on the parts and beside the path come to the bill, to the dollar", () => {
    fc.assert(
      fc.property(affordableDesigns(level), (built) => {
        const { fixed, metered, perMonth } = forecast(built, level.scenario);
        const lines = [...fixed, ...metered];
        const parts = partsOf(words.picture, built, undefined, lines).map(({ id, pricePerMonth }) => [
          id,
          pricePerMonth,
        ]);
        const facts = [...factPrices(built, lines)];
        const sum = [...parts, ...facts].reduce((total, [, dollars]) => total + Number(dollars), 0);
        expect(sum, JSON.stringify([...parts, ...facts])).toBe(Math.round(perMonth));
        // Nothing is priced that does not stand in the picture.
        const shown = new Set(parts.map(([id]) => id));
        for (const id of partPrices(built, lines).keys()) expect(shown).toContain(id);
        const beside = quietFacts(words.picture, built, undefined, lines).map(({ text }) => text);
        for (const [, dollars] of facts)
          expect(beside.some((text) => text.includes(`$${dollars.toLocaleString("en-US")}`))).toBe(true);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  test("a move changes the whole bill by what the shop says", () => {
    const before = forecast(level.start, level.scenario).perMonth;
    for (const move of movesFrom(level, level.start))
      expect(before + move.costDelta).toBeCloseTo(forecast(move.design, level.scenario).perMonth, 6);
  });
});

/** Levels in which a run can charge what no price list says alone. */
const metering = levels.filter((level) =>
  [...namedDesigns(level).map((each) => each.design), ...sample(level)].some(
    (each) => forecast(each, level.scenario).metered.length > 0,
  ),
);

function sample(level: Level): Design[] {
  return fc.sample(affordableDesigns(level), { numRuns: 30, seed: 3 });
}

test("bandwidth, boxes that come and go, and full logs are what a run meters", () => {
  expect(metering.map(({ number }) => number)).toEqual([7, 8, 10, 11, 13]);
});

describe.each(metering)("the forecast of level $number", (level) => {
  test("is within 3 % of the bill of every design that passes", () => {
    const passing = [level.lesson, level.alsoPasses, level.stars.two.design, level.stars.three.design];
    for (const each of passing) {
      const { costPerMonth } = simulate(each, level.scenario, { seed: 11, ...searchRun });
      const told = forecast(each, level.scenario).perMonth;
      expect(Math.abs(told / costPerMonth - 1)).toBeLessThan(0.03);
    }
  });
});

describe("a bill", () => {
  const cdnLevel = levelOf(7);

  test("is of the traffic asked for: a start that loses its requests is no cheaper for it", () => {
    const report = simulate(cdnLevel.start, cdnLevel.scenario, { seed: 11, ...searchRun });
    expect(report.indicators["availability"]).toBeLessThan(0.95);
    expect(report.costPerMonth).toBeCloseTo(forecast(cdnLevel.start, cdnLevel.scenario).perMonth, 0);
    const bigger = movesFrom(cdnLevel, cdnLevel.start).find(({ choice }) => choice.set["web.count"] === 12);
    const after = simulate(bigger?.design as Design, cdnLevel.scenario, { seed: 11, ...searchRun });
    expect(after.costPerMonth - report.costPerMonth).toBeCloseTo(4 * 280, 0);
  });

  test("has the bytes that edges fetch from the sites: a short time to live is dearer", () => {
    const bill = (ttl: string) =>
      forecast(
        design(`dns · cdn static ttl=${ttl} versioned fallback · lb 2 · web 12×8 · db 4 · kv 1`),
        cdnLevel.scenario,
      ).perMonth;
    expect(bill("5s")).toBeGreaterThan(bill("1h") + 1_000);
    expect(bill("1h")).toBeGreaterThan(bill("365d"));
  });

  test("says between what bounds it lies where boxes come and go", () => {
    const { scenario, lesson } = levelOf(8);
    const told = forecast(lesson, scenario);
    expect(told.atLeastPerMonth).toBe(fixedCostPerMonth(lesson));
    expect(told.perMonth).toBeGreaterThan(told.atLeastPerMonth);
    // From four boxes to twenty-four.
    expect(told.atMostPerMonth - told.atLeastPerMonth).toBe(20 * 280);
  });

  test("of full logs is known before the run", () => {
    const { scenario } = levelOf(11);
    const logged = levelOf(11).wrongAnswers.find(({ letter }) => letter === "C") as { design: Design };
    const { costPerMonth } = simulate(logged.design, scenario, { seed: 11, ...searchRun });
    expect(forecast(logged.design, scenario).perMonth).toBeCloseTo(costPerMonth, 1);
  });

  test("counts the regions that send their users to a scaled site", () => {
    const two = design(
      "dns geo · lb 1 · web 4×8 target=60 max=9 · db 4 · @korea · lb 1 · web 4×8 target=60 max=9 · db 4",
    );
    const { streams, ...rest } = levelOf(8).scenario;
    const away: Scenario = {
      ...rest,
      streams: streams.map((stream) => ({ ...stream, regions: { korea: 1 } })),
    };
    const { metered } = forecast(two, away);
    // Four boxes that leave after the first minutes.
    expect(metered.find(({ site }) => site === 0)?.perMonth).toBeLessThan(1);
    expect(metered.find(({ site }) => site === 1)?.perMonth).toBeGreaterThan(1_000);
  });
});

describe("the shop's price", () => {
  const price = (number: number, line: string, id: string) => {
    const level = levelOf(number);
    const offer = level.shop.find((each) => each.id === id);
    if (!offer) throw new Error(`level ${number} does not sell ${id}`);
    return priceOf(level, design(line), offer);
  };

  test("of a number of parts is that of all of them, of a size that of one", () => {
    const line = "dns · web 12×4 · db 4 · kv 1";
    expect(price(3, line, "web.count")).toEqual({ perMonth: 12 * 140, isEach: false });
    expect(price(3, line, "web.size")).toEqual({ perMonth: 140, isEach: true });
  });

  test("of what cannot be had more cheaply is still the whole price", () => {
    expect(price(5, "dns · lb 2 · web 9×8 · db 8 · kv 1", "db.size")).toEqual({
      perMonth: 499,
      isEach: false,
    });
  });

  test("of a setting that is off is nothing, however much it would save", () => {
    expect(price(8, "dns · lb 2 · web 12×8 · cache 3 · db 4 · kv 1", "web.target").perMonth).toBe(0);
  });
});

describe("prices that are not the sheet's", () => {
  const moved: Prices = { boxes: 1.25, databases: 0.8, memory: 1.1, queues: 0.75, traffic: 1.2, tools: 0.9 };

  test.each(levels)(
    "on level $number move each line by its group's factor, before a run and in the shop",
    (level) => {
      const day = { ...level.scenario, prices: moved };
      for (const { design: built } of namedDesigns(level)) {
        const [was, is] = [forecast(built, level.scenario), forecast(built, day)];
        for (const part of ["fixed", "metered"] as const)
          was[part].forEach(({ id, perMonth }, n) => {
            const group = priceGroupOf(id);
            expect(group !== undefined || id === "domain", id).toBe(true);
            expect(is[part][n]).toMatchObject({ id });
            expect(is[part][n]?.perMonth).toBeCloseTo(perMonth * (group ? moved[group]! : 1), 1);
          });
        expect(is.fixedPerMonth).toBe(fixedCostPerMonth(built, moved));
      }
      const sold = { ...level, scenario: day };
      for (const { costDelta, design: next } of movesFrom(sold, level.start))
        expect(forecast(level.start, day).perMonth + costDelta).toBeCloseTo(forecast(next, day).perMonth, 6);
    },
  );

  test.each([6, 7, 8, 11])("are what a run of level %i charges, and leave all else of it alone", (number) => {
    const { lesson, scenario } = levelOf(number);
    const runAt = (prices?: Prices) =>
      simulate(lesson, { ...scenario, ...(prices && { prices }) }, { seed: 11, ...searchRun });
    const [was, is] = [runAt(), runAt(moved)];
    expect(is.indicators).toEqual(was.indicators);
    expect(is.bill.map(({ id }) => id)).toEqual(was.bill.map(({ id }) => id));
    was.bill.forEach(({ id, perMonth }, n) => {
      const group = priceGroupOf(id);
      expect(is.bill[n]?.perMonth).toBeCloseTo(perMonth * (group ? moved[group]! : 1), 1);
    });
    expect(is.costPerMonth).toBeCloseTo(
      is.bill.reduce((sum, { perMonth }) => sum + perMonth, 0),
      2,
    );
    expect(runAt(Object.fromEntries(priceGroups.map((group) => [group, 1]))).bill).toEqual(was.bill);
  });
});
