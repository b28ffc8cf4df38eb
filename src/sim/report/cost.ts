/** What a design costs a month before anything is metered: the sum over the tiers' own bills. */
import type { Design } from "../design/design.ts";
import type { BillLine } from "../engine/world.ts";
import { tierModels } from "../tiers/index.ts";

/** The lines of the fixed bill, global parts first, then site by site; equal ids are summed. */
export function bill(design: Design): BillLine[] {
  const lines = new Map<string, number>();
  for (const model of tierModels)
    design.sites.forEach((site, index) => {
      if (model.scope === "global" && index > 0) return;
      for (const line of model.bill(design, site))
        lines.set(line.id, (lines.get(line.id) ?? 0) + line.perMonth);
    });
  return [...lines].map(([id, perMonth]) => ({ id, perMonth }));
}

/** The sum of the fixed bill, in dollars a month. */
export function fixedCostPerMonth(design: Design): number {
  return Math.round(bill(design).reduce((sum, line) => sum + line.perMonth, 0) * 100) / 100;
}
