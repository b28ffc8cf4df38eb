/** The whole course as the save has it: the level that grows without end, the system that passed it, the figures. */
import { endure } from "../../game/index.ts";
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

/** Endless growth of a design: each day is told when it is over, and then that there are no more. */
export function* growing({
  lesson: { level },
  design,
}: Pick<EndlessScreen, "lesson" | "design">): Generator<number | Action, Action> {
  for (const day of endure(level, design))
    yield typeof day === "number" ? day : { type: "endured", design, day };
  return { type: "endured", design };
}
