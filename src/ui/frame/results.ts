/** Goals with where they stand, in one line: the same in a run and on the board after it. */
import type { GoalResult } from "../../game/index.ts";
import { indicatorName, indicatorNameShort, showResult, showTarget } from "../../present/indicators.ts";
import { tight } from "../../words/figures.ts";
import { type Frame, firstFitting } from "./frame.ts";

/** As fully as there is room; what is met gives way first, and no figure is cut. */
export function resultsLine(
  goals: readonly GoalResult[],
  { theme, words }: Pick<Frame, "theme" | "words">,
  cells: number,
): string {
  const say = (
    shown: readonly GoalResult[],
    withTarget: (met: boolean) => boolean,
    gap: string,
    nameOf: typeof indicatorName,
    figureOf: (text: string) => string = (text) => text,
  ) =>
    shown
      .map((result) => {
        const { indicator, met } = result;
        const figure = `${nameOf(words, indicator)} ${figureOf(showResult(words, result))}`;
        const goal = withTarget(met) ? theme.muted(` ${showTarget(words, result)}`) : "";
        return (met ? theme.good(`✓ ${figure}`) : theme.bad(`✗ ${figure}`)) + goal;
      })
      .join(gap);
  const missed = goals.filter(({ met }) => !met);
  const met = goals.length - missed.length;
  const rest = met > 0 ? `${missed.length > 0 ? "  " : ""}${theme.good(`✓ ${words.run.met(met)}`)}` : "";
  return firstFitting(
    [
      say(goals, () => true, "   ", indicatorName),
      say(goals, (isMet) => !isMet, "   ", indicatorName),
      say(goals, (isMet) => !isMet, "  ", indicatorName),
      say(goals, () => false, "  ", indicatorName),
      say(goals, () => false, "  ", indicatorNameShort),
      say(goals, () => false, "  ", indicatorNameShort, tight),
      say(goals, () => false, " ", indicatorNameShort, tight),
      say(missed, () => false, "  ", indicatorNameShort, tight) + rest,
    ],
    cells,
  );
}
