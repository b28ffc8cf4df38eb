/** Levels begun with the player's own system: what there is of it, and what becomes of it. */
import { type CarriedStart, carryOver, type Owned, startSitting } from "../../game/index.ts";
import type { Lesson } from "../../levels/index.ts";
import { carryTold } from "../../present/carry.ts";
import { type Design, formatDesign, parseDesign } from "../../sim/index.ts";
import type { Words } from "../../words/index.ts";
import { lessonsOf } from "./progress.ts";
import { progressOf } from "./reached.ts";
import type { Action, State, Visit } from "./types.ts";

/** The levels before one that were made to pass, each with the design that did so last. */
export function ownedBefore(
  { save, mapRows }: Pick<State, "save" | "mapRows">,
  lesson: Lesson,
): readonly Owned[] {
  const lessons = lessonsOf(mapRows);
  return lessons.slice(0, Math.max(0, lessons.indexOf(lesson))).flatMap(({ level }) => {
    const progress = progressOf(save, level.id);
    // Saves of before know the cheapest one alone.
    const line = progress?.lastPassed ?? progress?.bestDesign;
    const parsed = line === undefined ? undefined : parseDesign(line);
    return parsed?.ok ? [{ level, design: parsed.design }] : [];
  });
}

/** The player's own as a level allows it. */
export function carriedTo(state: Pick<State, "save" | "mapRows">, lesson: Lesson): CarriedStart | undefined {
  return carryOver(lesson.level, ownedBefore(state, lesson));
}

/** The design that a stay began with, as far as is known. */
export function startOf({ start, lesson }: Pick<Visit, "start" | "lesson">): Design {
  return start ?? lesson.level.start;
}

/** Whether nothing was changed yet and nothing run. */
function isUntouched({ sitting, runs, lesson }: Visit): boolean {
  return (
    runs === 0 &&
    sitting.past.length === 0 &&
    formatDesign(sitting.design) === formatDesign(lesson.level.start)
  );
}

/** The stay once it is known whether the player's own is a fair start. */
export function withCarried(visit: Visit, { unfair }: Extract<Action, { type: "carried" }>): Visit {
  const { carry, ...rest } = visit;
  if (carry?.kind !== "checking") return visit;
  if (unfair !== undefined) return { ...rest, carry: { kind: "not", why: unfair } };
  // Whoever has begun meanwhile is left alone.
  if (!isUntouched(visit)) return rest;
  const { start } = carry;
  return {
    ...rest,
    carry: { kind: "carried", start },
    start: start.design,
    sitting: startSitting(start.design),
  };
}

/** What has become of the player's own system, until the first change. */
export function carryLine(
  words: Words,
  { carry, sitting, lesson }: Visit,
  most?: number,
): string | undefined {
  if (!carry || carry.kind === "checking" || sitting.past.length > 0) return undefined;
  return carryTold(words, lesson.level, carry.kind === "not" ? carry.why : carry.start, most);
}
