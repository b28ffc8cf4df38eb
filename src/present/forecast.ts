/** The bill before the run: a sum of what is certain and what the traffic makes of it. */
import type { Playable } from "../game/index.ts";
import type { Forecast } from "../sim/index.ts";
import type { ForecastFound, Metered } from "../words/contract/findings.ts";
import type { Words } from "../words/index.ts";

const meters: Readonly<Record<string, Metered>> = { web: "web", "workers-extra": "workers", logs: "logs" };

/** What the metered part is for: traffic, where it is for several things. */
function meteredFor({ metered }: Forecast): Metered {
  const [first, ...others] = new Set(metered.map(({ id }) => meters[id] ?? "traffic"));
  return first === undefined || others.length > 0 ? "traffic" : first;
}

/** Whole tens: a forecast is no invoice. */
function roughly(dollars: number): number {
  return Math.round(dollars / 10) * 10;
}

function foundIn(bill: Forecast, budget: number | undefined): ForecastFound {
  const { fixedPerMonth: fixed, meteredPerMonth, perMonth, atLeastPerMonth, atMostPerMonth } = bill;
  const of = budget === undefined ? {} : { budget };
  if (bill.metered.length === 0) return { fixed, total: perMonth, ...of };
  return {
    fixed,
    metered: { for: meteredFor(bill), perMonth: roughly(meteredPerMonth) },
    total: roughly(perMonth),
    // Boxes may come that no forecast is sure of.
    ...(atMostPerMonth - atLeastPerMonth >= 1 ? { atMost: atMostPerMonth } : {}),
    ...of,
  };
}

/** The budget of what is played, where it has one. */
export function budgetOf({ budget }: Pick<Playable, "budget">): number | undefined {
  return Number.isFinite(budget) ? budget : undefined;
}

/** The bill against the budget, the longest form first. */
export function forecastForms(
  { forecast }: Words,
  bill: Forecast,
  budget: number | undefined,
): readonly string[] {
  return forecast.bill(foundIn(bill, budget));
}

/** The whole sum in a sentence, for those who listen. */
export function spokenBill({ forecast }: Words, bill: Forecast, budget: number | undefined): string {
  return forecast.spoken(foundIn(bill, budget));
}

/** What a month costs, or about, where traffic counts. */
export function monthly({ forecast }: Words, bill: Forecast): string {
  return forecast.monthly(foundIn(bill, undefined));
}

/** Why a design cannot be run for its price; undefined when it can. */
export function overBudget(
  { forecast }: Words,
  bill: Forecast,
  budget: number | undefined,
): string | undefined {
  if (budget === undefined || bill.fixedPerMonth <= budget) return undefined;
  return forecast.overBudget({
    over: bill.fixedPerMonth - budget,
    budget,
    isFixed: bill.metered.length === 0,
  });
}

/** What to expect of a design that can be run and will cost too much; undefined when it will not. */
export function budgetWarning(
  { forecast }: Words,
  bill: Forecast,
  budget: number | undefined,
): string | undefined {
  if (budget === undefined || bill.fixedPerMonth > budget || bill.perMonth <= budget) return undefined;
  return forecast.warning({ for: meteredFor(bill), over: Math.max(1, bill.perMonth - budget) });
}
