/** What the save and the list of levels allow. */
import { type Calibration, isOpen, type Level, refusals } from "../../game/index.ts";
import type { Lesson } from "../../levels/index.ts";
import type { Save } from "../../saves/shape.ts";
import { type Design, parseDesign } from "../../sim/index.ts";
import { progressOf } from "./reached.ts";
import type { MapRow, State } from "./types.ts";

/** The levels that can be played, in order. */
export function lessonsOf(places: readonly MapRow[]): Lesson[] {
  return places.flatMap((place) => (place.kind === "lesson" ? [place.lesson] : []));
}

/** Whether the player may enter a level. */
export function isUnlocked(state: Pick<State, "mapRows" | "save">, lesson: Lesson): boolean {
  const lessons = lessonsOf(state.mapRows);
  const levels = lessons.map(({ level }) => level);
  return isOpen(levels, lessons.indexOf(lesson), (id) => progressOf(state.save, id));
}

/** A design as saved, if this level can still sell it. */
export function readDesign(level: Level, line: string | undefined): Design | undefined {
  if (line === undefined) return undefined;
  const parsed = parseDesign(line);
  return parsed.ok && refusals(level, parsed.design).length === 0 ? parsed.design : undefined;
}

/** The place of the next open level that is not passed, after `from` and then from the top; −1 without any. */
export function nextUnsolved(state: State, from: number): number {
  const isUnsolved = (place: MapRow) =>
    place.kind === "lesson" && !progressOf(state.save, place.id)?.passed && isUnlocked(state, place.lesson);
  const after = state.mapRows.findIndex((place, at) => at > from && isUnsolved(place));
  return after >= 0 ? after : state.mapRows.findIndex(isUnsolved);
}

/** Why a place cannot be entered, in one line; undefined when it can. */
export function lockReason(
  state: Pick<State, "mapRows" | "save" | "words">,
  place: MapRow,
): string | undefined {
  const { map } = state.words;
  if (place.kind === "door" || isUnlocked(state, place.lesson)) return undefined;
  const lessons = lessonsOf(state.mapRows);
  const before = lessons[lessons.indexOf(place.lesson) - 1];
  return map.lockedBy(before?.prose.title ?? "");
}

/** How many predictions came true, of how many. */
export function calibration({ levels }: Save): Calibration {
  const all = Object.values(levels).flatMap(({ predictions }) => predictions);
  return { right: all.filter(({ right }) => right).length, of: all.length };
}
