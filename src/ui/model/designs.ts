/** The designs that a player can put back on the board. */
import { emptyLevel } from "../../saves/shape.ts";
import type { Design } from "../../sim/index.ts";
import { progressOf, readDesign } from "./progress.ts";
import type { State, Visit } from "./types.ts";

/** A design that the list of designs offers. */
export interface DesignEntry {
  readonly kind: "named" | "last" | "best" | "start" | "before";
  readonly name: string;
  readonly design: Design;
}

/** What the list of designs offers: named ones first, then one's own, then the start. */
export function designEntries(state: Pick<State, "save" | "places">, visit: Visit): DesignEntry[] {
  const { level } = visit.lesson;
  const progress = progressOf(state.save, level.id) ?? emptyLevel();
  const entries: DesignEntry[] = [];
  const add = (kind: DesignEntry["kind"], name: string, line: string | undefined) => {
    const design = readDesign(level, line);
    if (design) entries.push({ kind, name, design });
  };
  for (const { name, notation } of progress.designs) add("named", name, notation);
  add("best", "your cheapest that passed", progress.bestDesign);
  add("last", "your last on this board", progress.lastDesign);
  const at = state.places.findIndex(({ id }) => id === level.id);
  const before = state.places[at - 1];
  if (before) add("before", "your best of the level before", progressOf(state.save, before.id)?.bestDesign);
  entries.push({ kind: "start", name: "the start of this level", design: level.start });
  return entries;
}
