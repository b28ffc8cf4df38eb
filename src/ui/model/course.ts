/** The whole course as the save has it: the level that grows without end, the system that passed it, the figures. */
import { doublingsBefore, endure, wasForeseen } from "../../game/index.ts";
import type { Lesson } from "../../levels/index.ts";
import { type Design, parseDesign } from "../../sim/index.ts";
import type { CourseTally } from "../../words/contract/course.ts";
import { calibration, lessonsOf } from "./progress.ts";
import { progressOf, tally } from "./reached.ts";
import type { Action, EndlessScreen, State } from "./types.ts";

/** A day in milliseconds. */
const dayMs = 86_400_000;

/** The last level, whose day can grow, and the system with which the player passed it last; undefined until then. */
export function ownSystem(
  state: Pick<State, "mapRows" | "save">,
): { readonly lesson: Lesson; readonly design: Design } | undefined {
  const lesson = lessonsOf(state.mapRows).find(({ level }) => level.grown);
  const progress = lesson && progressOf(state.save, lesson.level.id);
  if (!lesson || !progress?.passed) return undefined;
  const parsed = parseDesign(progress.lastPassed ?? progress.bestDesign ?? "");
  return { lesson, design: parsed.ok ? parsed.design : lesson.level.lesson };
}

/** Endless growth of the player's own system, about to begin. */
export function growthOfOwn(
  own: { readonly lesson: Lesson; readonly design: Design },
  fromMap?: true,
): EndlessScreen {
  return {
    kind: "endless",
    ...own,
    days: [],
    isOver: false,
    named: [],
    at: 0,
    ...(fromMap ? { fromMap } : {}),
  };
}

/** The course in figures. */
export function courseTally(state: Pick<State, "mapRows" | "save">): CourseTally {
  const levels = Object.values(state.save.levels);
  const { passed, levels: count, stars } = tally(state);
  const { right, of } = calibration(state.save);
  const times = levels.flatMap(({ predictions }) => predictions.map(({ at }) => Date.parse(at)));
  return {
    passed,
    levels: count,
    stars,
    starsOf: 3 * count,
    runs: levels.reduce((sum, { attempts }) => sum + attempts, 0),
    right,
    predictions: of,
    days: times.length === 0 ? 0 : 1 + Math.floor((Math.max(...times) - Math.min(...times)) / dayMs),
  };
}

/** Whether the next day waits until something was named to give way: before the first one, and before each doubling. */
export function isNaming({ days, named, isOver }: Pick<EndlessScreen, "days" | "named" | "isOver">): boolean {
  const isBorne = days.at(-1)?.passed ?? true;
  return !isOver && isBorne && named.length <= doublingsBefore(days.length);
}

/** Whether what was named last gave way first; undefined where nothing did or nothing was named. */
export function cameAsNamed({ days, named }: Pick<EndlessScreen, "days" | "named">): boolean | undefined {
  const first = days.at(-1)?.first;
  const last = named.at(-1);
  return first && last ? wasForeseen(last, first) : undefined;
}

/** What the days that passed are worth together. */
export function growthScore({ days }: Pick<EndlessScreen, "days">): number {
  return days.reduce((sum, day) => sum + day.score, 0);
}

/** Endless growth of a design up to the next doubling: each day is told when it is over, and then that there are no more. */
export function* growing({
  lesson: { level },
  design,
  days,
  named,
}: Pick<EndlessScreen, "lesson" | "design" | "days" | "named">): Generator<number | Action, Action> {
  let played = days.length;
  for (const day of endure(level, design, days)) {
    if (typeof day === "number") {
      yield day;
      continue;
    }
    played++;
    yield { type: "endured", design, day };
    if (day.passed && named.length <= doublingsBefore(played))
      return { type: "endured", design, waits: true };
  }
  return { type: "endured", design };
}
