/** What happened inside the system during a run, in words: failovers, scaling, faults found and mended. */
import type { Lesson } from "../levels/index.ts";
import type { Note } from "../sim/index.ts";
import { partIs, partName } from "./causes-en.ts";
import { grouped, percent } from "./figures.ts";

const finders: Readonly<Record<string, string>> = {
  complaints: "by complaints of users",
  canary: "by the canary",
  smoke: "by the smoke tests",
  rollback: "by the automatic check",
  business: "on the business metrics",
  logs: "in the central log",
  hosts: "on the host metrics",
  tiers: "on the tier metrics",
};

/** A note as one sentence without its time; undefined for what is told elsewhere (events) or says too little. */
export function noteSentence(lesson: Lesson, { place, what, data }: Note): string | undefined {
  const number = (key: string) => grouped(Number(data[key] ?? 0));
  const fault = (lesson.prose.events[place] ?? place).replace(/\.$/, "");
  switch (what) {
    case "fault-found":
      return `found ${finders[String(data.by)] ?? `by ${data.by}`}, after ${number("afterSec")} s${culprit(data)}: ${fault}`;
    case "fault-mended":
      return `mended after ${number("afterSec")} s: ${fault}`;
    case "scale-out":
      return `${partName(place)}: ${number("boxes")} more ${data.boxes === 1 ? "box" : "boxes"} ordered`;
    case "scale-in":
      return `${partName(place)}: ${number("boxes")} ${data.boxes === 1 ? "box" : "boxes"} fewer`;
    case "box-out":
      return `${partName(place)}: ${number("boxes")} ${data.boxes === 1 ? "box is" : "boxes are"} gone`;
    case "lost primary":
      return "a shard has lost its primary";
    case "primary-lost":
      return "the primary database is lost";
    case "primary-back":
      return "the primary database is back";
    case "promoted":
      return `a copy takes over at the ${partName(place)}; ${number("lostWrites")} writes are lost`;
    case "leads":
      return `${partIs(place, "has")} taken the lead`;
    case "restoring":
      return "a backup is being restored";
    case "restored":
      return `the backup is back; ${number("lostWrites")} writes are lost`;
    case "emptied":
      return `the ${partName(place)} lost ${percent(Number(data.share ?? 1))} of what it held`;
    case "resharded":
      return `keys have moved to the new shard, in ${number("sec")} s`;
    default:
      return undefined;
  }
}

/** Which server or build it was, where the tool could tell. */
function culprit({ box, build }: Note["data"]): string {
  return box !== undefined ? ` (server ${box})` : build !== undefined ? ` (build ${build})` : "";
}
