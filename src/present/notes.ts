/** What happened inside the system during a run: failovers, scaling, faults found and mended. */
import type { Lesson } from "../levels/index.ts";
import { type Note, partsOfPlace } from "../sim/index.ts";
import type { Words } from "../words/index.ts";

/** A note as one sentence without its time; undefined for what is told elsewhere (events). */
export function noteSentence({ notes }: Words, lesson: Lesson, note: Note): string | undefined {
  if (note.what === "event") return undefined;
  if ("label" in note) {
    const found = { ...note, fault: lesson.prose.events[note.label] ?? note.label };
    return found.what === "fault-found" ? notes.faultFound(found) : notes.faultMended(found);
  }
  const place = partsOfPlace(note.place);
  switch (note.what) {
    case "scale-out":
      return notes.scaleOut({ place, boxes: note.boxes });
    case "scale-in":
      return notes.scaleIn({ place, boxes: note.boxes });
    case "box-out":
      return notes.boxOut({ place, boxes: note.boxes });
    case "primary-lost":
      return place.name === "shards" ? notes.shardLostPrimary : notes.primaryLost;
    case "primary-back":
      return notes.primaryBack;
    case "promoted":
      return notes.promoted({ place, lostWrites: note.lostWrites });
    case "leads":
      return notes.leads(place);
    case "restoring":
      return notes.restoring;
    case "restored":
      return notes.restored(note.lostWrites);
    case "emptied":
      return notes.emptied({ place, share: note.share });
    case "resharded":
      return notes.resharded(note.sec);
  }
}
