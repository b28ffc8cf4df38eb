import type { LabWords } from "../contract/labs.ts";

export const labTables: LabWords = {
  figures: {
    meanMs: "mean, ms",
    p50Ms: "p50, ms",
    p95Ms: "p95, ms",
    p99Ms: "p99, ms",
    utilization: "utilization",
    hitRatio: "hit ratio",
    staleShare: "stale reads",
    lagMeanMs: "mean lag, ms",
    movedShare: "keys that move",
    maxOverMean: "busiest over mean",
    answeredBefore: "answered before",
    answeredDuring: "answered during",
    answeredAfter: "answered after",
    attemptsAfter: "attempts a request after",
    halfWidthShare: "±, share of the mean",
    perSec: "done a second",
  },
  simulated: "simulated",
  counted: "counted",
  theory: "theory",
  ideal: "ideal",
  difference: "difference",
  workShare: "share of the work",
  guards: { none: "no guard", lease: "lease", version: "version", secondDelete: "second delete" },
  storeRate: "store reads/s",
  shard: (number) => `shard ${number}`,
  relaxationSec: "relaxation time, s",
  steadyHitRatio: "hit ratio in the long run",
  mostPerSec: "full batches get done, a second",
  freshUtilization: "utilization by fresh requests",
  attemptsUtilization: "with every attempt",
  canCollapse: "can a collapse keep itself alive",
  yes: "yes",
  no: "no",
  ending: ({ isCollapsed, recoverySec }) => {
    const how = isCollapsed ? "Collapsed: the trigger is gone, most requests still fail" : "Not collapsed";
    return `${how}; ${recoverySec === undefined ? "no recovery within the run" : `back ${recoverySec} s after the overload`}.`;
  },
};
