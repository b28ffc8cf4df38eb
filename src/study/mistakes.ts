/** What a run has shown to be wrong, as it is kept for its card. */
import type { Foretold, Outcome } from "../game/index.ts";
import { type Design, formatDesign } from "../sim/index.ts";
import type { MissedGoal, Mistake } from "./deck.ts";

/** A prediction that did not come true; undefined when it did. */
export function failedPrediction(foretold: Foretold, design: Design, outcome: Outcome): Mistake | undefined {
  const { about, answer, truth, right } = foretold;
  if (right) return undefined;
  const of = about === "trend" ? foretold.indicator : "";
  return { about, of, answer, truth, design: formatDesign(design), missed: missedBy(outcome) };
}

/** A wrong idea, by its letter, that a design has failed by. */
export function wrongIdea(letter: string, design: Design, outcome: Outcome): Mistake {
  const line = formatDesign(design);
  return { about: "idea", of: letter, answer: "", truth: "", design: line, missed: missedBy(outcome) };
}

/** Goals of which there is a figure: what never ended, or was never measured, has none to remember. */
function missedBy({ goals }: Outcome): MissedGoal[] {
  return goals
    .filter(({ met, value }) => !met && Number.isFinite(value))
    .map(({ indicator, bound, target, value }) => ({ indicator, bound, target, value }));
}
