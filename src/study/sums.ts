/**
 * Sums on the back of an envelope: numbers drawn from lists, the truth by formula, and what each factor does, so that
 * an answer that is off can be told which assumption was.
 */

import type { SumId } from "../levels/recall.ts";
import { type FigureRule, judge, type Posed, pose, secPerDay } from "./figures/rule.ts";
import { closeFactor, type Estimated, type Given } from "./reckoning.ts";

/** What a sum is reckoned from. Units stand last. */
export const inputNames = [
  "usersMillions",
  "requestsPerUserDaily",
  "peakFactor",
  "arrivalRatePerSec",
  "workMs",
  "latencyMs",
  "targetUtilization",
  "coresPerBox",
  "boxes",
  "utilization",
  "availability",
  "copies",
  "parts",
  "photosPerDayMillions",
  "objectKb",
  "years",
  "hitRatio",
  "objectsMillions",
  "hotShare",
  "regions",
  "backlog",
  "serviceRatePerSec",
  "outageMin",
  "writesPerSec",
  "writesPerShardPerSec",
  "followersMillions",
  "insertsPerSec",
  "writeShare",
  "photosPerUserDaily",
  "photoKb",
  "answerKb",
] as const;
export type InputName = (typeof inputNames)[number];

/** The numbers of a sum. */
export type Values = Given<InputName>;

/** Of what shares a load: without it nothing is shared. */
const many = 1e9;
const daysPerYear = 365;
const minPerMonth = 30 * 24 * 60;
const users = [1, 2, 5, 10, 20, 50, 100];
const rates = [200, 600, 1_500, 4_000, 12_000];
const nines = [0.99, 0.995, 0.999, 0.9995, 0.9999];

/** Every sum. The formulas are the field's: λ × S for busy cores, Little's law for what is open, products for chains. */
export const sums: Readonly<Record<SumId, FigureRule<InputName>>> = {
  "requests-per-sec": {
    inputs: { usersMillions: users, requestsPerUserDaily: [10, 20, 40, 60], peakFactor: [2, 3] },
    truth: (of) => (of("usersMillions") * 1e6 * of("requestsPerUserDaily") * of("peakFactor")) / secPerDay,
    unit: "requestsPerSec",
    within: closeFactor,
  },
  "busy-cores": {
    inputs: { arrivalRatePerSec: rates, workMs: [1.5, 2.25, 5, 12, 40] },
    truth: (of) => (of("arrivalRatePerSec") * of("workMs")) / 1_000,
    unit: "cores",
    within: closeFactor,
  },
  "open-connections": {
    inputs: { arrivalRatePerSec: rates, latencyMs: [5, 20, 50, 200] },
    truth: (of) => (of("arrivalRatePerSec") * of("latencyMs")) / 1_000,
    unit: "connections",
    within: closeFactor,
  },
  boxes: {
    inputs: {
      arrivalRatePerSec: [4_000, 12_000, 40_000],
      workMs: [2, 5, 12],
      coresPerBox: [4, 8],
      targetUtilization: [0.5, 0.6, 0.7],
    },
    truth: (of) =>
      (of("arrivalRatePerSec") * of("workMs")) / 1_000 / of("targetUtilization") / of("coresPerBox"),
    unit: "boxes",
    within: closeFactor,
    slips: ["thousand"],
  },
  "after-a-loss": {
    inputs: { boxes: [2, 3, 4, 5, 8], utilization: [0.4, 0.45, 0.6, 0.7] },
    truth: (of) => (100 * of("utilization") * of("boxes")) / (of("boxes") - 1),
    leftOut: { boxes: many },
    unit: "percent",
    within: closeFactor,
  },
  downtime: {
    inputs: { availability: nines },
    truth: (of) => (1 - of("availability")) * minPerMonth,
    unit: "minutes",
    within: closeFactor,
    slips: ["sixty", "percent"],
  },
  "in-parallel": {
    inputs: { availability: [0.9, 0.95, 0.99], copies: [2, 3] },
    truth: (of) => (1 - of("availability")) ** of("copies") * secPerDay,
    leftOut: { copies: 1 },
    unit: "seconds",
    within: closeFactor,
    slips: ["sixty", "percent"],
  },
  storage: {
    inputs: {
      photosPerDayMillions: [1, 2, 5, 10],
      objectKb: [200, 500, 2_000],
      copies: [2, 3],
      years: [1, 3, 5],
    },
    truth: (of) =>
      (of("photosPerDayMillions") * of("objectKb") * of("copies") * of("years") * daysPerYear) / 1_000,
    unit: "terabytes",
    within: closeFactor,
  },
  "behind-a-cache": {
    inputs: { arrivalRatePerSec: [4_000, 12_000, 40_000], hitRatio: [0.9, 0.95, 0.98, 0.99] },
    truth: (of) => of("arrivalRatePerSec") * (1 - of("hitRatio")),
    unit: "requestsPerSec",
    within: closeFactor,
    slips: ["percent"],
  },
  "hot-memory": {
    inputs: { objectsMillions: [2, 10, 50, 200], objectKb: [2, 5, 10], hotShare: [0.1, 0.2] },
    truth: (of) => of("objectsMillions") * of("objectKb") * of("hotShare"),
    unit: "gigabytes",
    within: closeFactor,
  },
  egress: {
    inputs: { arrivalRatePerSec: [1_500, 4_000, 12_000], objectKb: [50, 200, 500] },
    truth: (of) => (of("arrivalRatePerSec") * of("objectKb") * 8) / 1e6,
    unit: "gigabitsPerSec",
    within: closeFactor,
  },
  "session-memory": {
    inputs: { usersMillions: [1, 5, 20, 50], objectKb: [1, 2, 4], copies: [2, 3] },
    truth: (of) => of("usersMillions") * of("objectKb") * of("copies"),
    unit: "gigabytes",
    within: closeFactor,
  },
  "surviving-region": {
    inputs: { regions: [2, 3, 4], targetUtilization: [0.7, 0.8, 0.9] },
    truth: (of) => (100 * of("targetUtilization") * (of("regions") - 1)) / of("regions"),
    leftOut: { regions: many },
    unit: "percent",
    within: closeFactor,
  },
  "queue-drain": {
    inputs: {
      backlog: [30_000, 90_000, 300_000, 1_200_000],
      arrivalRatePerSec: [100, 200, 300],
      serviceRatePerSec: [350, 400, 500],
    },
    truth: (of) => of("backlog") / (of("serviceRatePerSec") - of("arrivalRatePerSec")) / 60,
    unit: "minutes",
    within: closeFactor,
  },
  "error-budget": {
    inputs: { availability: [0.99, 0.995, 0.999], outageMin: [5, 10, 20, 40] },
    truth: (of) => (100 * of("outageMin")) / ((1 - of("availability")) * minPerMonth),
    unit: "percent",
    within: closeFactor,
  },
  shards: {
    inputs: {
      writesPerSec: [20_000, 60_000, 120_000],
      peakFactor: [2, 3],
      writesPerShardPerSec: [5_000, 10_000],
      targetUtilization: [0.5, 0.6],
    },
    truth: (of) =>
      (of("writesPerSec") * of("peakFactor")) / of("writesPerShardPerSec") / of("targetUtilization"),
    unit: "shards",
    within: closeFactor,
    slips: ["thousand"],
  },
  "fan-out": {
    inputs: { followersMillions: [1, 5, 30, 100], insertsPerSec: [20_000, 50_000, 100_000, 500_000] },
    truth: (of) => (of("followersMillions") * 1e6) / of("insertsPerSec"),
    unit: "seconds",
    within: closeFactor,
  },
  "in-series": {
    inputs: { availability: nines, parts: [3, 5, 10, 30] },
    truth: (of) => (1 - of("availability") ** of("parts")) * minPerMonth,
    unit: "minutes",
    within: closeFactor,
    slips: ["sixty", "percent"],
  },
};

/** A sum with its numbers and its truth. */
export type PosedSum = Posed<SumId, InputName>;

/** The sum with numbers that follow from a name. */
export function poseSum(sum: SumId, name: string): PosedSum {
  return pose(sums, sum, name);
}

/** Judges an answer to a sum. */
export function judgeSum(posed: PosedSum, answer: number): Estimated<InputName> {
  return judge(sums, posed, answer);
}
