/** The one price book: what a design costs a month, before a run and after it. */
import type { Design } from "../design/design.ts";
import type { BillLine, ForecastLine, TierModel } from "../engine/world.ts";
import { type Prices, priceFactor } from "../scenario/prices.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { certain } from "../tiers/common/forecast.ts";
import { tierModels } from "../tiers/index.ts";

/** A line of the bill with the site it is for; 0 also for what stands once. */
export interface PlacedLine extends ForecastLine {
  readonly site: number;
}

/** The bill of a design under a scenario's traffic, before it has run. */
export interface Forecast {
  /** What is paid whatever happens. */
  readonly fixed: readonly PlacedLine[];
  /** What the traffic makes of it: bytes, logs, boxes that come and go. */
  readonly metered: readonly PlacedLine[];
  readonly fixedPerMonth: number;
  readonly meteredPerMonth: number;
  /** The sum of both. */
  readonly perMonth: number;
  /** The sum when no box comes that may, and when all are there all the time. */
  readonly atLeastPerMonth: number;
  readonly atMostPerMonth: number;
}

/** The lines of the fixed bill, global parts first, then site by site; equal ids are summed. */
export function bill(design: Design, prices?: Prices): BillLine[] {
  return addUp(fixedLines(design, prices));
}

/** What a run has metered, at a scenario's prices. */
export function meteredBill(lines: readonly BillLine[], prices?: Prices): BillLine[] {
  return lines.map(({ id, perMonth }) => ({ id, perMonth: perMonth * priceFactor(prices, id) }));
}

/** The sum of the fixed bill, in dollars a month: asked of every design of a space, so nothing is put together. */
export function fixedCostPerMonth(design: Design, prices?: Prices): number {
  let sum = 0;
  for (const model of tierModels)
    for (let site = 0; site < sitesPaid(model, design); site++)
      for (const { id, perMonth } of model.bill(design, design.sites[site]!))
        sum += cents(perMonth * priceFactor(prices, id));
  return cents(sum);
}

/** What a run of the scenario will charge, told without running it, as if every request were answered. */
export function forecast(design: Design, scenario: Scenario): Forecast {
  const { prices } = scenario;
  const fixed = fixedLines(design, prices);
  const metered = tierModels.flatMap((model) =>
    placed(model, design, prices, (site) => model.forecast?.(design, site, scenario) ?? []),
  );
  const fixedPerMonth = sumOf(fixed);
  const meteredPerMonth = sumOf(metered);
  return {
    fixed,
    metered: metered.filter((line) => line.atMost > 0),
    fixedPerMonth,
    meteredPerMonth,
    perMonth: cents(fixedPerMonth + meteredPerMonth),
    atLeastPerMonth: cents(fixedPerMonth + sumOf(metered, "atLeast")),
    atMostPerMonth: cents(fixedPerMonth + sumOf(metered, "atMost")),
  };
}

/** The bill with equal ids in one line, to the cent. */
export function addUp(lines: readonly BillLine[]): BillLine[] {
  const sums = new Map<string, number>();
  for (const { id, perMonth } of lines) sums.set(id, (sums.get(id) ?? 0) + perMonth);
  return [...sums].map(([id, perMonth]) => ({ id, perMonth: cents(perMonth) }));
}

function fixedLines(design: Design, prices: Prices | undefined): PlacedLine[] {
  return tierModels.flatMap((model) =>
    placed(model, design, prices, (site) =>
      model.bill(design, site).map(({ id, perMonth }) => certain(id, perMonth)),
    ),
  );
}

/** At how many sites a tier is paid for. */
function sitesPaid({ scope, isPaidBySite }: TierModel, { sites }: Design): number {
  return scope === "global" && !isPaidBySite ? 1 : sites.length;
}

function placed(
  model: TierModel,
  design: Design,
  prices: Prices | undefined,
  linesOf: (site: Design["sites"][number]) => readonly ForecastLine[],
): PlacedLine[] {
  return design.sites
    .slice(0, sitesPaid(model, design))
    .flatMap((at, site) => linesOf(at).map((line) => ({ ...priced(line, prices), site })));
}

function priced({ id, perMonth, atLeast, atMost }: ForecastLine, prices: Prices | undefined): ForecastLine {
  const factor = priceFactor(prices, id);
  return {
    id,
    perMonth: cents(perMonth * factor),
    atLeast: atLeast * factor,
    atMost: atMost * factor,
  };
}

function sumOf(
  lines: readonly ForecastLine[],
  amount: "perMonth" | "atLeast" | "atMost" = "perMonth",
): number {
  return cents(lines.reduce((sum, line) => sum + line[amount], 0));
}

function cents(dollars: number): number {
  return Math.round(dollars * 100) / 100;
}
