/** How a goal came out: as JSON, and as the cells of a table. */
import type { GoalResult } from "../../game/index.ts";
import type { OutputWords } from "../../words/contract/cli.ts";
import type { GoalLine } from "../../words/contract/spoken.ts";

export function goalJson({ indicator, target, bound, value, met }: GoalResult): Record<string, unknown> {
  return { indicator, bound, target, value: Number.isFinite(value) ? value : null, met };
}

export const goalCells =
  (output: OutputWords) =>
  ({ met, name, value, ...asked }: GoalLine & { readonly star?: 2 | 3 }): string[] => [
    met ? "✓" : "✗",
    name,
    value,
    output.goal(asked),
  ];
