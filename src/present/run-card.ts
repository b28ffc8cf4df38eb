/** A run in a few lines, for a chat: what it was, how it came out, and the goal that mattered as a curve. */
import { costOf, type Played, shareCode } from "../game/index.ts";
import type { Lesson } from "../levels/index.ts";
import type { ProvenBoard } from "../rooms/day/index.ts";
import type { RunCard } from "../words/contract/share.ts";
import type { Words } from "../words/index.ts";
import { cardOf } from "./day.ts";
import { decidingGoal, goalCurveOf } from "./goal-curve.ts";
import { indicatorName, showResult, showTarget } from "./indicators.ts";
import { partsOf, sparkline } from "./sparkline.ts";

/** A card's curve has so many bars. */
const barsCount = 16;

/** A run as it is shared; a day's variant has a price to compare with of its own, and no code. */
export interface SharedPlay {
  readonly lesson: Lesson;
  readonly played: Played;
  readonly day?: Pick<ProvenBoard, "drawn" | "best">;
  /** It was played on a board whose shop no code can name. */
  readonly isPuzzle?: true;
}

/** A run in a few lines; a day has a card of its own, in one. */
export function cardLines(words: Words, run: SharedPlay): readonly string[] {
  const { played, day } = run;
  return day
    ? [words.day.card(cardOf(day, played.recording, played.stars))]
    : words.share.card(runCard(words, run));
}

/** What a card tells of a run. */
export function runCard(words: Words, run: SharedPlay): RunCard {
  const { lesson, played, day, isPuzzle } = run;
  const { level, prose } = lesson;
  const goal = decidingGoal(played.recording);
  return {
    level: day || isPuzzle ? undefined : level.number,
    title: prose.title,
    passed: played.verdict?.passed ?? played.recording.outcome.passed,
    stars: played.stars,
    costPerMonth: costOf(played),
    best: day?.best ?? played.population?.front[0]?.costPerMonth,
    goal: goal && {
      bars: goalBars(words, played),
      came: `${indicatorName(words, goal.indicator)} ${showResult(words, goal)}`,
      asked: showTarget(words, goal),
    },
    code: codeOf(run),
  };
}

/** The code of a run; undefined where no code can name what is sold. */
export function codeOf({ lesson, played, day, isPuzzle }: SharedPlay): string | undefined {
  if (day || isPuzzle) return undefined;
  return shareCode(lesson.level, played.design, played.recording.outcome.report.seed);
}

/** The goal's figure at its worst in each part of the run; where nothing was measured it is as bad as can be. */
function goalBars(words: Words, { recording }: Played): string {
  const curve = goalCurveOf(words, recording, () => true);
  if (!curve) return "";
  const { values, bound, from, to } = curve;
  const worst = bound === "atMost" ? Math.max : Math.min;
  const shares = partsOf(values.length, barsCount).map(([first, end]) => {
    const known = Array.from(values.subarray(first, end), (value) =>
      Number.isFinite(value) ? value : curve.isBad?.(value) ? to : from,
    );
    return (worst(...known) - from) / Math.max(1e-9, to - from);
  });
  return sparkline(shares);
}
