/** Tells the classic wrong idea in a design that has failed: the very one of the level, or one close to it that fails alike. */
import { changedSettings, type Design, formatDesign, valueAt } from "../sim/index.ts";
import { failsBy, fellOrSaturated } from "./explain.ts";
import type { Level, WrongAnswer } from "./level.ts";
import type { Outcome } from "./verdict.ts";

type Idea = Extract<WrongAnswer, { design: Design }>;

/** How many settings may differ: more where the way of failing is told apart by its place. */
function nearMax({ fails }: Idea): number {
  return fails.by || fails.saturates ? 2 : 1;
}

/** The letter of the wrong answer that a failed design is, or is near to and fails like; undefined when it is none. */
export function wrongIdea(level: Level, design: Design, outcome: Outcome): string | undefined {
  if (outcome.passed) return undefined;
  const line = formatDesign(design);
  const ideas = level.wrongAnswers.filter((answer) => "design" in answer);
  const same = ideas.find((answer) => formatDesign(answer.design) === line);
  if (same) return same.letter;
  // The start is where everybody begins, nobody's idea.
  if (formatDesign(level.start) === line) return undefined;
  return ideas
    .map((answer) => ({ answer, apart: difference(answer.design, design) }))
    .filter(({ answer, apart }) => apart <= nearMax(answer) && failsAlike(answer, outcome))
    .sort((a, b) => a.apart - b.apart)[0]?.answer.letter;
}

/** In how many settings two designs differ. */
function difference(a: Design, b: Design): number {
  if (a.sites.length !== b.sites.length) return Number.POSITIVE_INFINITY;
  const paths = new Set([...changedSettings(a), ...changedSettings(b)].map(([path]) => path));
  return [...paths].filter((path) => valueAt(a, path) !== valueAt(b, path)).length;
}

/** Whether an outcome shows everything that the wrong answer is known to fail by. */
function failsAlike({ fails }: Idea, { goals, withinBudget, report }: Outcome): boolean {
  const { overBudget, misses = [], by, saturates } = fails;
  return (
    (!overBudget || !withinBudget) &&
    misses.every((indicator) => goals.some((goal) => goal.indicator === indicator && !goal.met)) &&
    (!by || failsBy(report, by)) &&
    (!saturates || fellOrSaturated(report, saturates))
  );
}
