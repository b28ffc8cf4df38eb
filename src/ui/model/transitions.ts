/** What several screens' parts of the reducer share. */
import { isOpen, isRight, type Level, refusals, startSitting } from "../../game/index.ts";
import type { Lesson } from "../../levels/index.ts";
import type { LevelProgress, Save } from "../../saves/index.ts";
import { type Design, parseDesign } from "../../sim/index.ts";
import { type SaveChange, withChange } from "./save-changes.ts";
import type { Place, Screen, State, Visit } from "./types.ts";

/** The state with another screen, and without the line above the footer. */
export function show(state: State, screen: Screen): State {
  return { ...state, screen };
}

export function say(state: State, message: string): State {
  return { ...state, message };
}

/** Remembers a change: at once here, on disk as soon as the app comes to it. */
export function remember(state: State, change: SaveChange): State {
  const save = withChange(state.save, change, new Date(0).toISOString());
  return save === state.save ? state : { ...state, save, outbox: [...state.outbox, change] };
}

export function progressOf(save: Save, id: string): LevelProgress | undefined {
  return Object.hasOwn(save.levels, id) ? save.levels[id] : undefined;
}

/** The levels that can be played, in order. */
export function lessonsOf(places: readonly Place[]): Lesson[] {
  return places.flatMap((place) => (place.kind === "lesson" ? [place.lesson] : []));
}

/** Whether the player may enter a level. */
export function isUnlocked(state: Pick<State, "places" | "save">, lesson: Lesson): boolean {
  const lessons = lessonsOf(state.places);
  const levels = lessons.map(({ level }) => level);
  return isOpen(levels, lessons.indexOf(lesson), (id) => progressOf(state.save, id));
}

/** A design as saved, if this level can still sell it. */
export function readDesign(level: Level, line: string | undefined): Design | undefined {
  if (line === undefined) return undefined;
  const parsed = parseDesign(line);
  return parsed.ok && refusals(level, parsed.design).length === 0 ? parsed.design : undefined;
}

/** A new stay at a level, from where the player left it. */
export function startVisit(save: Save, lesson: Lesson): Visit {
  const { level, prose } = lesson;
  const progress = progressOf(save, level.id);
  const saved = progress?.predictions.findLast(({ question }) => question === prose.prediction.question);
  return {
    lesson,
    sitting: startSitting(readDesign(level, progress?.lastDesign) ?? level.start),
    focus: 0,
    hintsShown: 0,
    hintsUsed: progress?.hintsUsed ?? 0,
    practice: false,
    ...(saved
      ? { prediction: { answer: saved.answer, right: isRight(level.prediction, saved.answer) } }
      : {}),
    runs: 0,
    taskDone: progress?.stars === 3,
  };
}

/** Moves within a list without leaving it. */
export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
