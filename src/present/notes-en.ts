/** What happened inside the system during a run, in words: failovers, scaling, faults found and mended. */
import type { Lesson } from "../levels/index.ts";
import { type Finder, type Note, partsOfPlace } from "../sim/index.ts";
import { partIs, partName } from "./causes-en.ts";
import { grouped, percent } from "./figures.ts";

const foundBy: Readonly<Record<Finder, string>> = {
  complaints: "by complaints of users",
  canary: "by the canary",
  smoke: "by the smoke tests",
  rollback: "by the automatic check",
  business: "on the business metrics",
  logs: "in the central log",
  hosts: "on the host metrics",
  tiers: "on the tier metrics",
};

/** A note as one sentence without its time; undefined for what is told elsewhere (events). */
export function noteSentence(lesson: Lesson, note: Note): string | undefined {
  switch (note.what) {
    case "event":
      return undefined;
    case "fault-found":
      return `found ${foundBy[note.by]}, after ${grouped(note.afterSec)} s${culprit(note)}: ${faultOf(lesson, note)}`;
    case "fault-mended":
      return `mended after ${grouped(note.afterSec)} s: ${faultOf(lesson, note)}`;
    case "scale-out":
      return `${partName(note.place)}: ${grouped(note.boxes)} more ${note.boxes === 1 ? "box" : "boxes"} ordered`;
    case "scale-in":
      return `${partName(note.place)}: ${grouped(note.boxes)} ${note.boxes === 1 ? "box" : "boxes"} fewer`;
    case "box-out":
      return `${partName(note.place)}: ${grouped(note.boxes)} ${note.boxes === 1 ? "box is" : "boxes are"} gone`;
    case "primary-lost":
      return partsOfPlace(note.place).name === "shards"
        ? "a shard has lost its primary"
        : "the primary database is lost";
    case "primary-back":
      return "the primary database is back";
    case "promoted":
      return `a copy takes over at the ${partName(note.place)}; ${grouped(note.lostWrites)} writes are lost`;
    case "leads":
      return `${partIs(note.place, "has")} taken the lead`;
    case "restoring":
      return "a backup is being restored";
    case "restored":
      return `the backup is back; ${grouped(note.lostWrites)} writes are lost`;
    case "emptied":
      return `the ${partName(note.place)} lost ${percent(note.share)} of what it held`;
    case "resharded":
      return `keys have moved to the new shard, in ${grouped(note.sec)} s`;
  }
}

/** What the log says of the fault itself. */
function faultOf(lesson: Lesson, { label }: { readonly label: string }): string {
  return (lesson.prose.events[label] ?? label).replace(/\.$/, "");
}

/** Which server or build it was, where the tool could tell. */
function culprit({ box, build }: { readonly box?: number; readonly build?: number }): string {
  return box !== undefined ? ` (server ${box})` : build !== undefined ? ` (build ${build})` : "";
}
