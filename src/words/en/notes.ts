import type { Finder } from "../../sim/index.ts";
import type { NoteWords } from "../contract/findings.ts";
import { grouped, percent } from "../figures.ts";
import { partIs, partName } from "./places.ts";

const finders: Readonly<Record<Finder, string>> = {
  complaints: "by complaints of users",
  canary: "by the canary",
  smoke: "by the smoke tests",
  rollback: "by the automatic check",
  business: "on the business metrics",
  logs: "in the central log",
  hosts: "on the host metrics",
  tiers: "on the tier metrics",
};

/** A level's sentence as the end of another one. */
const clause = (fault: string) => fault.replace(/\.$/, "");
const boxesAre = (boxes: number) => (boxes === 1 ? "box is" : "boxes are");

export const notes: NoteWords = {
  faultFound: ({ by, afterSec, fault, box, build }) => {
    const culprit = box !== undefined ? ` (server ${box})` : build !== undefined ? ` (build ${build})` : "";
    return `found ${finders[by]}, after ${grouped(afterSec)} s${culprit}: ${clause(fault)}`;
  },
  faultMended: ({ afterSec, fault }) => `mended after ${grouped(afterSec)} s: ${clause(fault)}`,
  scaleOut: ({ place, boxes }) =>
    `${partName(place)}: ${grouped(boxes)} more ${boxes === 1 ? "box" : "boxes"} ordered`,
  scaleIn: ({ place, boxes }) =>
    `${partName(place)}: ${grouped(boxes)} ${boxes === 1 ? "box" : "boxes"} fewer`,
  boxOut: ({ place, boxes }) => `${partName(place)}: ${grouped(boxes)} ${boxesAre(boxes)} gone`,
  shardLostPrimary: "a shard has lost its primary",
  primaryLost: "the primary database is lost",
  primaryBack: "the primary database is back",
  promoted: ({ place, lostWrites }) =>
    `a copy takes over at the ${partName(place)}; ${grouped(lostWrites)} writes are lost`,
  leads: (place) => `${partIs(place, "has")} taken the lead`,
  restoring: "a backup is being restored",
  restored: (lostWrites) => `the backup is back; ${grouped(lostWrites)} writes are lost`,
  emptied: ({ place, share }) => `the ${partName(place)} lost ${percent(share)} of what it held`,
  resharded: (sec) => `keys have moved to the new shard, in ${grouped(sec)} s`,
};
