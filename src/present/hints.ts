/** The hints of a level: the first is about the player's own design, as its last run has shown it. */
import { explain, type GoalIndicator, type Played } from "../game/index.ts";
import type { Lesson } from "../levels/index.ts";
import { showTime } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { causeSentence, spellsAfter } from "./causes.ts";
import { strainOf } from "./goal-curve.ts";
import { indicatorName, showIndicator, showResult } from "./indicators.ts";
import { missesOf } from "./misses.ts";

/** How many hints every level has: what gives way, what answers that, what to buy. */
export const hintsMax = 3;

/** The hints in their order. `last`: the last run of this stay. */
export function hintsOf(words: Words, lesson: Lesson, last: Played | undefined): readonly string[] {
  return [bottleneckOf(words, lesson, last), ...lesson.prose.hints];
}

/** What gave way first in a run, with its figures; of a run that kept its promises, what came nearest to its limit. */
function bottleneckOf(words: Words, { level, prose }: Lesson, last: Played | undefined): string {
  const { hint } = words.board;
  if (!last) return hint.runFirst;
  const { design, outcome } = last.recording;
  const { report, goals, withinBudget } = outcome;
  const missed = goals.filter(({ met }) => !met);
  const [nearest] = [...goals].sort((a, b) => strainOf(b) - strainOf(a));
  const figuresOf = (goal: typeof nearest) =>
    goal && {
      name: indicatorName(words, goal.indicator),
      value: showResult(words, goal),
      bound: goal.bound,
      target: showIndicator(words, goal.indicator, goal.target),
    };
  if (missed.length === 0 && withinBudget) return hint.kept(figuresOf(nearest));
  const told = missesOf(words, level, report).filter(({ sentence }) => sentence !== "");
  const { first, dragged, losses } = explain(
    report,
    missed.map(({ indicator }) => indicator),
  );
  const isOverloaded = ({ what }: { readonly what: string }) => what === "saturated";
  // What an event takes down is nobody's mistake: what it leads to is the design's own.
  const own = first?.what === "down" ? dragged.find(isOverloaded) : first;
  const gone = first?.what === "down" ? told.find(({ indicator }) => goods.has(indicator)) : undefined;
  const cause = missed.length === 0 || gone ? undefined : (own ?? losses[0]);
  if (cause) {
    const sentence = causeSentence(words, prose.events, design, cause, report, spellsAfter(cause, report));
    return hint.gaveWay({ time: showTime(cause.tick, report.tickSec), sentence });
  }
  const miss = gone ?? told[0];
  return miss ? hint.missed(miss.sentence) : hint.far(figuresOf(nearest));
}

/** What was accepted and must not be lost. */
const goods: ReadonlySet<GoalIndicator> = new Set(["lostWrites", "ordersLost", "lostJobs"]);
