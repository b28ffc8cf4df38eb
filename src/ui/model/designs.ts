/** The designs that a player can put back on the board. */
import { emptyLevel } from "../../saves/shape.ts";
import { type Design, formatDesign } from "../../sim/index.ts";
import { carriedTo } from "./carry.ts";
import { readDesign } from "./progress.ts";
import { progressOf } from "./reached.ts";
import type { State, Visit } from "./types.ts";

/** A design that the list of designs offers. */
export interface DesignEntry {
  readonly kind: "named" | "last" | "best" | "start" | "before";
  readonly name: string;
  /** Undefined when this level cannot sell what was kept: another version did, or a hand wrote it. */
  readonly design: Design | undefined;
  readonly notation: string;
}

/** What the list of designs offers: named ones first, then one's own, then the start. */
export function designEntries(state: Pick<State, "save" | "mapRows" | "words">, visit: Visit): DesignEntry[] {
  const { level } = visit.lesson;
  const names = state.words.board.entries;
  const progress = progressOf(state.save, level.id) ?? emptyLevel();
  const entries: DesignEntry[] = [];
  const add = (kind: DesignEntry["kind"], name: string, notation: string | undefined) => {
    const design = readDesign(level, notation);
    if (design && notation !== undefined) entries.push({ kind, name, design, notation });
  };
  for (const { name, notation } of progress.designs)
    entries.push({ kind: "named", name, design: readDesign(level, notation), notation });
  add("best", names.best, progress.bestDesign);
  add("last", names.last, progress.lastDesign);
  const carried = carriedTo(state, visit.lesson);
  if (carried) add("before", names.before, formatDesign(carried.design));
  entries.push({
    kind: "start",
    name: names.start,
    design: level.start,
    notation: formatDesign(level.start),
  });
  return entries;
}
