/** What happened inside the system during a run: failovers, scaling, faults found and mended. */
import type { Lesson } from "../levels/index.ts";
import type { Note } from "../sim/index.ts";
import type { Words } from "../words/index.ts";
import { placeOf, type Sited } from "./sites.ts";

/** A note, and of how many parts of a kind it tells. */
export interface NoteTold {
  readonly note: Note;
  readonly count: number;
}

/** Notes of the same thing at the same moment and place as one: shards lose their primaries and get new ones together. */
export function together(notes: readonly Note[]): readonly NoteTold[] {
  const all: NoteTold[] = [];
  for (const note of notes) {
    const at = all.findIndex(({ note: other }) => isTwin(note, other));
    const twin = all[at];
    if (twin) all[at] = { note: sumOf(twin.note, note), count: twin.count + 1 };
    else all.push({ note, count: 1 });
  }
  return all;
}

function isTwin(note: Note, other: Note): boolean {
  return (
    (note.what === "promoted" || note.what === "primary-lost") &&
    other.what === note.what &&
    other.place === note.place &&
    other.atSec === note.atSec
  );
}

function sumOf(note: Note, other: Note): Note {
  if (note.what !== "promoted" || other.what !== "promoted") return note;
  return { ...note, lostWrites: note.lostWrites + other.lostWrites };
}

/** Notes as one sentence without its time; undefined for what is told elsewhere (events). */
export function noteSentence(
  { notes }: Words,
  lesson: Lesson,
  design: Sited,
  { note, count }: NoteTold,
): string | undefined {
  if (note.what === "event") return undefined;
  if (note.what === "act") return lesson.prose.events[note.label];
  if ("label" in note) {
    const found = { ...note, fault: lesson.prose.events[note.label] ?? note.label };
    return found.what === "fault-found" ? notes.faultFound(found) : notes.faultMended(found);
  }
  const place = placeOf(note.place, design);
  switch (note.what) {
    case "scale-out":
      return notes.scaleOut({ place, boxes: note.boxes });
    case "scale-in":
      return notes.scaleIn({ place, boxes: note.boxes });
    case "box-out":
      return notes.boxOut({ place, boxes: note.boxes });
    case "primary-lost":
      return place.name === "shards"
        ? notes.shardLostPrimary({ place, shards: count })
        : notes.primaryLost(place);
    case "primary-back":
      return notes.primaryBack(place);
    case "promoted":
      return notes.promoted({ place, copies: count, lostWrites: note.lostWrites });
    case "leads":
      return notes.leads(place);
    case "restoring":
      return notes.restoring;
    case "restored":
      return notes.restored(note.lostWrites);
    case "emptied":
      return notes.emptied({ place, share: note.share });
    case "resharded":
      return notes.resharded({ place, sec: note.sec });
  }
}
