/** Designs and runs compared: what was changed, and what became of the goals. */
import { choiceAt, costOf, type Level, type Played } from "../game/index.ts";
import type { Design } from "../sim/index.ts";
import { money } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { indicatorName, showResult } from "./indicators.ts";
import { offerName, settingOf } from "./offers.ts";

/** Something of two designs or two runs that stands side by side. */
export interface Pair {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** Whether the goal was met, before and after; a setting is no goal. */
  readonly met?: readonly [boolean, boolean];
}

/** The offers of a level that two designs set differently. */
export function changesBetween(words: Words, level: Level, from: Design, to: Design): Pair[] {
  return level.shop
    .filter((offer) => choiceAt(offer, from) !== choiceAt(offer, to))
    .map((offer) => ({
      name: offerName(words, level, offer),
      before: settingOf(words, offer, from),
      after: settingOf(words, offer, to),
    }));
}

/** A change in one line: "Web boxes 2 → 3, Cache nodes 0 → 1". */
export function changesText(words: Words, level: Level, from: Design, to: Design): string {
  return changesBetween(words, level, from, to)
    .map(({ name, before, after }) => `${name} ${before} → ${after}`)
    .join(", ");
}

/** Two runs side by side: what was changed in between, then every goal and the bill. */
export function twoRuns(words: Words, level: Level, before: Played, last: Played): Pair[] {
  const [was, is] = [before.recording.outcome, last.recording.outcome];
  return [
    ...changesBetween(words, level, before.design, last.design),
    ...is.goals.flatMap((goal, at): Pair[] => {
      const other = was.goals[at];
      return other
        ? [
            {
              name: indicatorName(words, goal.indicator),
              before: showResult(words, other),
              after: showResult(words, goal),
              met: [other.met, goal.met],
            },
          ]
        : [];
    }),
    {
      name: words.debrief.bill,
      before: money(costOf(before)),
      after: money(costOf(last)),
      met: [was.withinBudget, is.withinBudget],
    },
  ];
}
