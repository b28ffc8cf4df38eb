import type { Inexpressible } from "../../exact/index.ts";
import type { ExactWords } from "../contract/exact.ts";

const reasons: Readonly<Record<Exclude<Inexpressible["code"], "event" | "requests">, string>> = {
  "two-sites": "more than one site",
  "other-regions": "users of other regions",
  cdn: "an edge network (cdn)",
  sticky: "sticky cookies (lb.sticky) where no sessions are remembered",
  "box-beside-web": "an all-in-one box beside web boxes",
  "box-beside-store": "an all-in-one box with a store beside it",
  "copies-without-primary": "copies without a primary",
  recovery: "recovery of lost writes (db.recovery, db.backups)",
  "growing-data": "data that grows",
  fog: "fog",
};

function reason(found: Inexpressible): string {
  switch (found.code) {
    case "event":
      return `the event ${found.what}${found.tier === undefined ? "" : ` of ${found.tier}`}`;
    case "requests":
      return `${Math.round(found.count / 1e6)} million requests, of at most ${found.max / 1e6}`;
    default:
      return reasons[found.code];
  }
}

export const exact: ExactWords = {
  reason,
  progress: ({ run, of, share }) => `run ${run} of ${of}: ${Math.floor(share * 100)} %`,
  heads: ["", "report", "exact", "between runs", "apart"],
  played: ({ runs, requests }) =>
    `${runs === 1 ? "one exact run" : `${runs} exact runs`}, ${requests} requests played one by one`,
  fate: ({ met, of, isReportMet }) => {
    const report = isReportMet ? "The report meets the goals" : "The report misses a goal";
    if (met > 0 && met < of) return `On the edge: ${met} of ${of} exact runs meet the goals. ${report}.`;
    if (isReportMet === met > 0) return `${report}; so does every exact run.`;
    return `${report}; ${isReportMet ? "no exact run does" : "every exact run meets them all"}.`;
  },
  unready: ({ photos, minutes }) =>
    `Not ready ${minutes} minutes after the end: ${photos} photos, counted with their age.`,
  lostInFirst: "Lost in the first:",
};
