/** The bill before the run, in words: a sum of what is certain and what the traffic makes of it. */
import type { Forecast } from "../sim/index.ts";
import { money } from "./figures.ts";

const meteredWords: Readonly<Record<string, string>> = {
  web: "boxes that come and go",
  "workers-extra": "workers that come and go",
  logs: "full logs",
};

/** What the metered part is for, all of one kind by its name. */
function meteredName({ metered }: Forecast): string {
  const names = new Set(metered.map(({ id }) => meteredWords[id] ?? "traffic"));
  return names.size === 1 ? ([...names][0] as string) : "traffic";
}

/** Whole tens: a forecast is no invoice. */
function roughly(dollars: number): string {
  return money(Math.round(dollars / 10) * 10);
}

/** Whether boxes may come that no forecast is sure of. */
function isOpen({ atLeastPerMonth, atMostPerMonth }: Forecast): boolean {
  return atMostPerMonth - atLeastPerMonth >= 1;
}

/** "bill $4,253 + traffic about $9,900 of $15,000", the longest form first. */
export function forecastForms(bill: Forecast, budget: number | undefined): readonly string[] {
  const { fixedPerMonth, meteredPerMonth, perMonth, atMostPerMonth } = bill;
  const of = budget === undefined ? "" : ` of ${money(budget)}`;
  if (bill.metered.length === 0) return [`bill ${money(perMonth)}${of}`];
  const sum = `bill ${money(fixedPerMonth)} + ${meteredName(bill)} about ${roughly(meteredPerMonth)}`;
  const total = `about ${roughly(perMonth)}`;
  return [
    `${sum} = ${total}${isOpen(bill) ? `, at most ${money(atMostPerMonth)},` : ""}${of}`,
    `${sum} = ${total}${of}`,
    `bill ${money(fixedPerMonth)} + about ${roughly(meteredPerMonth)}${of}`,
    `bill ${total}${of}`,
  ];
}

/** The whole sum in a sentence, for those who listen. */
export function spokenBill(bill: Forecast, budget: number): string {
  const [sum = ""] = forecastForms(bill, budget);
  return `${sum[0]?.toUpperCase()}${sum.slice(1)} a month.`;
}

/** "$4,813 a month", or "about $14,370 a month" where traffic counts. */
export function monthly(bill: Forecast): string {
  return bill.metered.length === 0 ? money(bill.perMonth) : `about ${roughly(bill.perMonth)}`;
}

/** Why a design cannot be run for its price; undefined when it can. */
export function overBudget(bill: Forecast, budget: number | undefined): string | undefined {
  if (budget === undefined || bill.fixedPerMonth <= budget) return undefined;
  const over = `${money(bill.fixedPerMonth - budget)} over the budget of ${money(budget)}`;
  return bill.metered.length === 0
    ? `${over}: it cannot be run.`
    : `Before any traffic it is ${over}: it cannot be run.`;
}

/** What to expect of a design that can be run and will cost too much; undefined when it will not. */
export function budgetWarning(bill: Forecast, budget: number | undefined): string | undefined {
  if (budget === undefined || bill.fixedPerMonth > budget || bill.perMonth <= budget) return undefined;
  const over = money(Math.max(1, bill.perMonth - budget));
  return `With ${meteredName(bill)} it will cost about ${over} more than the budget: it can run, but not pass.`;
}
