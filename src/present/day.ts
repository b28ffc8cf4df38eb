/** The level of the day, told: its page, and what is pasted of it. */
import type { Playback, Recording } from "../game/index.ts";
import type { Lesson } from "../levels/index.ts";
import { isShiftDay, type ProvenBoard, type ProvenDay } from "../rooms/day/index.ts";
import { type Case, dayOf, meanBefore, type Shift, type ShiftScore } from "../rooms/on-call/index.ts";
import { formatDesign, partsOfGauge } from "../sim/index.ts";
import type { DayCard } from "../words/contract/day.ts";
import type { Words } from "../words/index.ts";
import { budgetOf } from "./forecast.ts";
import { showGoal } from "./indicators.ts";
import { promisesOf } from "./on-call.ts";
import { dayChanges, dayLesson } from "./rooms.ts";
import { partsOf, sparkline } from "./sparkline.ts";

/** A card has so many bars. */
const barsCount = 5;

/** How busy the busiest part was in each fifth of a day, a bar each. */
export function busyBars(playback: Pick<Playback, "names" | "series" | "ticks">): string {
  const { names, series, ticks } = playback;
  const parts = names.filter((name) => {
    const found = partsOfGauge(name);
    return found.of === "place" && found.gauge === "utilization";
  });
  const shares = partsOf(ticks, barsCount).map(([from, to]) => {
    const means = parts.map((name) => {
      const values = series(name).subarray(from, to);
      return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    });
    return Math.max(0, ...means);
  });
  return sparkline(shares);
}

/** A run of a day as its card tells it; the verdict's stars, where there is one, in place of the run's. */
export function cardOf(
  { drawn, best }: Pick<ProvenBoard, "drawn" | "best">,
  recording: Recording,
  stars: DayCard["stars"] = recording.outcome.stars,
): DayCard {
  const { costPerMonth } = recording.outcome.report;
  return { date: drawn.date, bars: busyBars(recording), stars, costPerMonth, best };
}

/** A shift of a day that is over, as its card tells it: how far from what was promised it was, from its first second on. */
export function shiftCardOf(date: string, which: Case, shift: Shift, score: ShiftScore): DayCard {
  const day = dayOf(which, shift.seed, shift.made);
  const shares = partsOf(shift.nowSec, barsCount).map(([from, to]) =>
    // A bar of half the height is what was promised.
    Math.max(
      ...which.promised.map(
        ({ signal, atMost }) => meanBefore(day.series(signal), to, to - from) / (2 * atMost),
      ),
    ),
  );
  const { stars, foundSec, lost } = score;
  return {
    date,
    bars: sparkline(shares),
    stars,
    lost: Math.round(lost),
    ...(foundSec === undefined ? {} : { foundSec }),
  };
}

/** What there is to know of a day before it is played. */
export interface DayFacts {
  readonly title: string;
  readonly story: string;
  /** What is different, a sentence each. */
  readonly changes: readonly string[];
  readonly goals: readonly string[];
  /** What decides beside them. */
  readonly judgedBy: string;
  /** What stands there at first, in notation. */
  readonly line: string;
}

export function dayFacts(words: Words, lessons: readonly Lesson[], day: ProvenDay): DayFacts {
  const changes = dayChanges(words, day);
  if (isShiftDay(day)) {
    const { case: which, drawn } = day;
    const title = words.day.titleOf({ date: drawn.date, title: words.onCall.title });
    const goals = promisesOf(words, which);
    const { about: story } = words.onCall;
    return { title, story, changes, goals, judgedBy: words.day.shiftStars, line: which.design };
  }
  const { prose, level } = dayLesson(words, lessons, day);
  return {
    title: prose.title,
    story: prose.story,
    changes,
    goals: level.goals.map((goal) => showGoal(words, goal)),
    judgedBy: words.day.budget({ budget: budgetOf(level), best: day.best }),
    line: formatDesign(level.start),
  };
}
