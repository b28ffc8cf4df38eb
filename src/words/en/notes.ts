import type { Finder } from "../../sim/index.ts";
import type { NoteWords } from "../contract/findings.ts";
import { percent, seconds } from "../figures.ts";
import { counted } from "./counts.ts";
import { partIs, partName } from "./places.ts";

const finders: Readonly<Record<Finder, string>> = {
  complaints: "by complaints of users",
  canary: "by the canary",
  stage: "in the first region",
  smoke: "by the smoke tests",
  rollback: "by the automatic check",
  business: "on the business metrics",
  logs: "in the central log",
  traces: "in the traces",
  hosts: "on the host metrics",
  tiers: "on the tier metrics",
  "on-call": "by whoever is on call",
};

/** A level's sentence as the end of another one. */
const clause = (fault: string) => fault.replace(/\.$/, "");
const writesLost = (count: number) =>
  count > 0 ? `; ${counted(count, "write is", "writes are")} lost` : "; no write is lost";

export const notes: NoteWords = {
  faultFound: ({ by, afterSec, fault, box, build }) => {
    const culprit = box !== undefined ? ` (server ${box})` : build !== undefined ? ` (build ${build})` : "";
    // What is found by what announces it has not hurt anybody yet.
    const when = afterSec > 0 ? `after ${seconds(afterSec)}` : "before it did any harm";
    return `found ${finders[by]}, ${when}${culprit}: ${clause(fault)}`;
  },
  faultMended: ({ afterSec, fault }) =>
    `mended ${afterSec > 0 ? `after ${seconds(afterSec)}` : "before it did any harm"}: ${clause(fault)}`,
  scaleOut: ({ place, boxes }) => `${partName(place)}: ${counted(boxes, "more box", "more boxes")} ordered`,
  scaleIn: ({ place, boxes }) => `${partName(place)}: ${counted(boxes, "box", "boxes")} fewer`,
  boxOut: ({ place, boxes }) => `${partName(place)}: ${counted(boxes, "box is", "boxes are")} gone`,
  shardLostPrimary: ({ place, shards }) =>
    `${partIs(place, "has")} lost ${counted(shards, "primary", "primaries")}`,
  primaryLost: (place) => `${partIs(place, "is")} lost`,
  primaryBack: (place) => `${partIs(place, "is")} back`,
  promoted: ({ place, copies, lostWrites }) =>
    `${copies === 1 ? "a copy takes" : `${copies} copies take`} over at the ${partName(place)}${writesLost(lostWrites)}`,
  leads: (place) => `${partIs(place, "has")} taken the lead`,
  restoring: "a backup is being restored",
  restored: (lostWrites) => `the backup is back${writesLost(lostWrites)}`,
  emptied: ({ place, share }) => `the ${partName(place)} lost ${percent(share)} of what it held`,
  resharded: ({ place, sec }) =>
    `keys have moved to the new one of the ${partName(place)}, in ${seconds(sec)}`,
};
