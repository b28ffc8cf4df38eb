/**
 * Sums on the back of an envelope: numbers drawn from lists, the truth by formula, and what each factor does, so that
 * an answer that is off can be told which assumption was.
 */
import type { SumId } from "../levels/recall.ts";
import { drawnOf, drawsOf } from "./draws.ts";

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
export type Values = Readonly<Partial<Record<InputName, number>>>;

/** What units are confused with each other, as the factor between them. */
export const unitSlips = { bits: 8, thousand: 1_000, sixty: 60, percent: 100 } as const;
export type UnitSlip = keyof typeof unitSlips;

/** How a number is reckoned. */
export interface Reckoning {
  /** With any input left out (1), so that a slip can be told. */
  readonly truth: (value: (name: InputName) => number) => number;
  /** The units of the answer that get confused. */
  readonly units: readonly UnitSlip[];
}

interface SumRule extends Reckoning {
  /** What each number can be. */
  readonly inputs: Readonly<Partial<Record<InputName, readonly number[]>>>;
}

const secPerDay = 86_400;
const daysPerYear = 365;
const minPerMonth = 30 * 24 * 60;
const users = [1, 2, 5, 10, 20, 50, 100];
const rates = [200, 600, 1_500, 4_000, 12_000];
const nines = [0.99, 0.995, 0.999, 0.9995, 0.9999];

/** Every sum. The formulas are the field's: λ × S for busy cores, Little's law for what is open, products for chains. */
export const sums: Readonly<Record<SumId, SumRule>> = {
  "requests-per-sec": {
    inputs: { usersMillions: users, requestsPerUserDaily: [10, 20, 40, 60], peakFactor: [2, 3] },
    truth: (of) => (of("usersMillions") * 1e6 * of("requestsPerUserDaily") * of("peakFactor")) / secPerDay,
    units: ["thousand", "sixty"],
  },
  "busy-cores": {
    inputs: { arrivalRatePerSec: rates, workMs: [1.5, 2.25, 5, 12, 40] },
    truth: (of) => (of("arrivalRatePerSec") * of("workMs")) / 1_000,
    units: ["thousand"],
  },
  "open-connections": {
    inputs: { arrivalRatePerSec: rates, latencyMs: [5, 20, 50, 200] },
    truth: (of) => (of("arrivalRatePerSec") * of("latencyMs")) / 1_000,
    units: ["thousand"],
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
    units: ["thousand"],
  },
  "after-a-loss": {
    inputs: { boxes: [2, 3, 4, 5, 8], utilization: [0.4, 0.45, 0.6, 0.7] },
    truth: (of) => (100 * of("utilization") * of("boxes")) / (of("boxes") - (of("boxes") === 1 ? 0 : 1)),
    units: ["percent"],
  },
  downtime: {
    inputs: { availability: nines },
    truth: (of) => (1 - of("availability")) * minPerMonth,
    units: ["sixty", "percent"],
  },
  "in-parallel": {
    inputs: { availability: [0.9, 0.95, 0.99], copies: [2, 3] },
    truth: (of) => (1 - of("availability")) ** of("copies") * secPerDay,
    units: ["sixty", "percent"],
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
    units: ["thousand"],
  },
  "behind-a-cache": {
    inputs: { arrivalRatePerSec: [4_000, 12_000, 40_000], hitRatio: [0.9, 0.95, 0.98, 0.99] },
    truth: (of) => of("arrivalRatePerSec") * (1 - (of("hitRatio") === 1 ? 0 : of("hitRatio"))),
    units: ["percent"],
  },
  "hot-memory": {
    inputs: { objectsMillions: [2, 10, 50, 200], objectKb: [2, 5, 10], hotShare: [0.1, 0.2] },
    truth: (of) => of("objectsMillions") * of("objectKb") * of("hotShare"),
    units: ["thousand"],
  },
  egress: {
    inputs: { arrivalRatePerSec: [1_500, 4_000, 12_000], objectKb: [50, 200, 500] },
    truth: (of) => (of("arrivalRatePerSec") * of("objectKb") * 8) / 1e6,
    units: ["bits", "thousand"],
  },
  "session-memory": {
    inputs: { usersMillions: [1, 5, 20, 50], objectKb: [1, 2, 4], copies: [2, 3] },
    truth: (of) => of("usersMillions") * of("objectKb") * of("copies"),
    units: ["thousand"],
  },
  "surviving-region": {
    inputs: { regions: [2, 3, 4], targetUtilization: [0.7, 0.8, 0.9] },
    truth: (of) =>
      (100 * of("targetUtilization") * (of("regions") === 1 ? 1 : of("regions") - 1)) / of("regions"),
    units: ["percent"],
  },
  "queue-drain": {
    inputs: {
      backlog: [30_000, 90_000, 300_000, 1_200_000],
      arrivalRatePerSec: [100, 200, 300],
      serviceRatePerSec: [350, 400, 500],
    },
    truth: (of) =>
      of("backlog") /
      (of("serviceRatePerSec") - (of("arrivalRatePerSec") === 1 ? 0 : of("arrivalRatePerSec"))) /
      60,
    units: ["sixty"],
  },
  "error-budget": {
    inputs: { availability: [0.99, 0.995, 0.999], outageMin: [5, 10, 20, 40] },
    truth: (of) => (100 * of("outageMin")) / ((1 - of("availability")) * minPerMonth),
    units: ["percent"],
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
    units: ["thousand"],
  },
  "fan-out": {
    inputs: { followersMillions: [1, 5, 30, 100], insertsPerSec: [20_000, 50_000, 100_000, 500_000] },
    truth: (of) => (of("followersMillions") * 1e6) / of("insertsPerSec"),
    units: ["thousand", "sixty"],
  },
  "in-series": {
    inputs: { availability: nines, parts: [3, 5, 10, 30] },
    truth: (of) => (1 - of("availability") ** of("parts")) * minPerMonth,
    units: ["sixty", "percent"],
  },
};

/** A sum with its numbers and its truth. */
export interface PosedSum {
  readonly sum: SumId;
  readonly values: Values;
  readonly truth: number;
}

/** The sum with numbers that follow from a name. */
export function poseSum(sum: SumId, name: string): PosedSum {
  const values = drawnOf(sums[sum].inputs, drawsOf(`${sum} ${name}`));
  return { sum, values, truth: reckoned(sums[sum], values) };
}

/** What a number comes to, with one input left out where a slip is looked for. */
export function reckoned({ truth }: Reckoning, values: Values, leftOut?: InputName): number {
  return truth((name) => (name === leftOut ? 1 : (values[name] ?? 1)));
}

/** Within this factor of the truth an estimate is as good as any, and within that it is half right. */
export const closeFactor = 2;
export const halfFactor = 5;

/** What was off in an answer: a number left out or taken twice, or a unit taken for another. */
export type Slip = { readonly input: InputName } | { readonly unit: UnitSlip };

/** How an answer stands to the truth. */
export interface Estimated {
  /** The answer as a multiple of the truth. */
  readonly ratio: number;
  /** 1, 0.5 or 0. */
  readonly mark: number;
  /** What explains an answer that is not close, where anything does. */
  readonly slip?: Slip;
}

/** An answer is explained by a slip that brings it within this factor of the truth. */
const explainedWithin = 1.3;

/** Judges an answer to a sum. */
export function judgeSum({ sum, values }: PosedSum, answer: number): Estimated {
  return judgeReckoned(sums[sum], values, answer);
}

/** Judges an answer by its ratio to the truth, either way. */
export function judgeReckoned(reckoning: Reckoning, values: Values, answer: number): Estimated {
  const ratio = answer / reckoned(reckoning, values);
  const off = Math.max(ratio, 1 / ratio);
  if (!(ratio > 0)) return { ratio, mark: 0 };
  if (off <= closeFactor) return { ratio, mark: 1 };
  const slip = slipOf(reckoning, values, ratio);
  return { ratio, mark: off <= halfFactor ? 0.5 : 0, ...(slip ? { slip } : {}) };
}

function slipOf(reckoning: Reckoning, values: Values, ratio: number): Slip | undefined {
  const inputs = Object.keys(values) as InputName[];
  const truth = reckoned(reckoning, values);
  const slips: readonly (readonly [Slip, number])[] = [
    ...inputs.map((input) => [{ input }, reckoned(reckoning, values, input) / truth] as const),
    ...reckoning.units.map((unit) => [{ unit }, unitSlips[unit]] as const),
  ];
  const distances = slips
    .filter(([, factor]) => factor > 0 && Number.isFinite(factor))
    .map(([slip, factor]) => {
      const off = Math.abs(Math.log(ratio));
      return { slip, distance: Math.abs(off - Math.abs(Math.log(factor))) };
    })
    .sort((a, b) => a.distance - b.distance);
  const [best] = distances;
  return best && best.distance <= Math.log(explainedWithin) ? best.slip : undefined;
}
