/** The price book by hand: fixed lines, what a run meters, and both before a run. */
import { describe, expect, test } from "vitest";
import { design, type Prices, priceGroups } from "../../src/sim/index.ts";
import { addUp, bill, fixedCostPerMonth, forecast, meteredBill } from "../../src/sim/report/cost.ts";
import { priceFactor } from "../../src/sim/scenario/prices.ts";
import { calm } from "../helpers/scenarios.ts";

const one = design("dns · lb 1 · web 2×2 · db 2");
const two = design("dns geo · sync async · lb 1 · web 2×2 · db 2 · @korea · lb 1 · web 2×2 · db 0 + 1×2");
const sumOf = (lines: readonly { readonly perMonth: number }[]) =>
  lines.reduce((sum, { perMonth }) => sum + perMonth, 0);
const halved: Prices = Object.fromEntries(priceGroups.map((group) => [group, 0.5]));

describe("the fixed bill", () => {
  test("has a line an id, summed over sites; its sum is what is asked of every design of a space", () => {
    for (const built of [one, two])
      for (const prices of [undefined, halved]) {
        const lines = bill(built, prices);
        expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
        expect(fixedCostPerMonth(built, prices)).toBeCloseTo(sumOf(lines), 2);
        expect(forecast(built, calm({}, 10, prices ? { prices } : {})).fixedPerMonth).toBeCloseTo(
          sumOf(lines),
          2,
        );
      }
    const web = (built: typeof one) => bill(built).find(({ id }) => id === "web")?.perMonth;
    expect(web(one)).toBeGreaterThan(0);
    expect(web(two)).toBeCloseTo(2 * web(one)!, 6);
  });

  test("is at a scenario's prices: each line by the factor of its group", () => {
    const [full, half] = [bill(one), bill(one, halved)];
    expect(half.map(({ id }) => id)).toEqual(full.map(({ id }) => id));
    for (const [at, { id, perMonth }] of full.entries())
      expect(half[at]!.perMonth, id).toBeCloseTo(perMonth * priceFactor(halved, id), 2);
    expect(full.some(({ id }) => priceFactor(halved, id) === 0.5)).toBe(true);
    const { id } = full.find((line) => priceFactor(halved, line.id) === 0.5)!;
    expect(meteredBill([{ id, perMonth: 9 }], halved)).toEqual([{ id, perMonth: 4.5 }]);
    expect(meteredBill([{ id, perMonth: 9 }])).toEqual([{ id, perMonth: 9 }]);
  });

  test("is for each site what stands there, and once what stands once", () => {
    const placed = forecast(two, calm({}, 10)).fixed.filter(({ perMonth }) => perMonth > 0);
    const sites = (id: string) => placed.filter((line) => line.id === id).map(({ site }) => site);
    expect(sites("web")).toEqual([0, 1]);
    expect(new Set(placed.map(({ site }) => site))).toEqual(new Set([0, 1]));
    for (const { atLeast, atMost, perMonth, id } of placed)
      expect(
        [atLeast, atMost].map((dollars) => Math.round(dollars * 100) / 100),
        id,
      ).toEqual([perMonth, perMonth]);
  });

  test("adds lines of one id to the cent, in the order in which they come", () => {
    expect(
      addUp([
        { id: "b", perMonth: 1.004 },
        { id: "a", perMonth: 2 },
        { id: "b", perMonth: 1.004 },
      ]),
    ).toEqual([
      { id: "b", perMonth: 2.01 },
      { id: "a", perMonth: 2 },
    ]);
    expect(addUp([{ id: "a", perMonth: 0.125 }])).toEqual([{ id: "a", perMonth: 0.13 }]);
  });
});

describe("the bill before a run", () => {
  const scaled = design("dns · lb 1 · web 2×2 target=50 min=2 max=6 · db 2");
  const busy = (prices?: Prices) =>
    calm({ page: 300 }, 60, { billBandwidth: true, ...(prices ? { prices } : {}) });

  test("is what is paid whatever happens, and what the traffic makes of it, from least to most", () => {
    const told = forecast(scaled, busy());
    expect(told.metered.length).toBeGreaterThan(1);
    expect(told.metered.every(({ atMost }) => atMost > 0)).toBe(true);
    for (const { atLeast, perMonth, atMost, id } of told.metered) {
      expect(atLeast - 0.01, id).toBeLessThanOrEqual(perMonth);
      expect(perMonth, id).toBeLessThanOrEqual(atMost + 0.01);
    }
    expect(told.meteredPerMonth).toBeCloseTo(sumOf(told.metered), 2);
    expect(told.meteredPerMonth).toBeGreaterThan(0);
    expect(told.perMonth).toBeCloseTo(told.fixedPerMonth + told.meteredPerMonth, 2);
    const all = (of: "atLeast" | "atMost") => told.metered.reduce((sum, line) => sum + line[of], 0);
    expect(told.atLeastPerMonth).toBeCloseTo(told.fixedPerMonth + all("atLeast"), 1);
    expect(told.atMostPerMonth).toBeCloseTo(told.fixedPerMonth + all("atMost"), 1);
    expect(told.atMostPerMonth).toBeGreaterThan(told.atLeastPerMonth);
    // Four boxes that may come.
    const extra = told.metered.find(({ atLeast }) => atLeast === 0);
    expect(extra?.atMost).toBeGreaterThan(0);
  });

  test("is at the scenario's prices from least to most, and has no lines of what cannot come", () => {
    const [full, half] = [forecast(scaled, busy()), forecast(scaled, busy(halved))];
    for (const [at, line] of full.metered.entries()) {
      const factor = priceFactor(halved, line.id);
      expect(half.metered[at]?.atLeast, line.id).toBeCloseTo(line.atLeast * factor, 2);
      expect(half.metered[at]?.atMost, line.id).toBeCloseTo(line.atMost * factor, 2);
      expect(half.metered[at]?.perMonth, line.id).toBeCloseTo(line.perMonth * factor, 1);
    }
    const isHalved = ({ id }: { readonly id: string }) => priceFactor(halved, id) === 0.5;
    expect(full.metered.some((line) => isHalved(line) && line.atLeast > 0)).toBe(true);
    const quiet = forecast(one, calm({}, 60, { billBandwidth: true }));
    expect(quiet.metered).toEqual([]);
    expect(quiet).toMatchObject({ meteredPerMonth: 0, perMonth: quiet.fixedPerMonth });
  });
});
