/** What has come into a save, counted by kind. */
import { isSame } from "./same.ts";
import type { Save } from "./shape.ts";

/** How many entries of each kind are new or other ones after an import, and how many are gone, because they were removed there. */
export function changesOf(before: Save, after: Save) {
  const count = (of: (save: Save) => object) => changedIn(of(before), of(after));
  return {
    levels: count((save) => save.levels),
    cards: count((save) => save.cards),
    ladders: count((save) => save.ladders),
    interviews: count(interviewsOf),
    systems: count(systemsOf),
    shifts: count(shiftsOf),
    puzzles: count((save) => save.puzzles),
    days: count((save) => save.days),
    settings: count((save) => save.settings),
    removed: goneIn(keptIn(before), keptIn(after)),
  };
}

function systemsOf({ systems }: Save): object {
  return Object.fromEntries(systems.map((each) => [each.madeMs, each]));
}

/** Shifts that are over, and the one under way. */
export function shiftsOf({ onCall, shift }: Save): object {
  const over = Object.entries(onCall).flatMap(([id, all]) => all.map((each) => [`${id} ${each.at}`, each]));
  return { ...Object.fromEntries(over), ...(shift ? { shift } : {}) };
}

/** Interviews that are over, and the one under way. */
export function interviewsOf({ interview, reports }: Save): object {
  return {
    ...Object.fromEntries(reports.map((each) => [each.at, each])),
    ...(interview ? { interview } : {}),
  };
}

function changedIn(before: object, after: object): number {
  const known = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).filter(([id, value]) => !isSame(known.get(id), value)).length;
}

/** Systems and named designs of everywhere. */
function keptIn(save: Save): object {
  const places = [...Object.entries(save.levels), ...Object.entries(save.puzzles)];
  const designs = places.flatMap(([id, { designs }]) =>
    designs.map(({ madeMs }) => [`${id} ${madeMs}`, true]),
  );
  return { ...systemsOf(save), ...Object.fromEntries(designs) };
}

function goneIn(before: object, after: object): number {
  return Object.keys(before).filter((id) => !Object.hasOwn(after, id)).length;
}
