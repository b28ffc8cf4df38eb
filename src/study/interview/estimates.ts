/** The figures that an interview asks for, reckoned from the case: which assumption was off is told as of any sum. */
import { numberIn } from "../drills/answer.ts";
import type { FigureUnit } from "../figures/index.ts";
import { type Estimated, judgeReckoned, type Reckoning, reckoned } from "../reckoning.ts";
import type { InputName, Values } from "../sums.ts";

export type EstimateName =
  | "mean-rate"
  | "peak-rate"
  | "peak-writes"
  | "busy-cores"
  | "servers"
  | "storage-year"
  | "egress"
  | "hot-memory";

interface EstimateRule extends Reckoning<InputName> {
  readonly inputs: readonly InputName[];
  readonly unit: FigureUnit;
}

type Of = (name: InputName) => number;

const secPerDay = 86_400;
const daysPerYear = 365;
const meanRate = (of: Of) => (of("usersMillions") * 1e6 * of("requestsPerUserDaily")) / secPerDay;
const peakRate = (of: Of) => meanRate(of) * of("peakFactor");
const busyCores = (of: Of) => (peakRate(of) * of("workMs")) / 1e3;
const calls = ["usersMillions", "requestsPerUserDaily"] as const;

/** Every figure: what it is reckoned from, and how. */
const estimateRules: Readonly<Record<EstimateName, EstimateRule>> = {
  "mean-rate": { inputs: calls, truth: meanRate, units: ["thousand", "sixty"], unit: "requestsPerSec" },
  "peak-rate": {
    inputs: [...calls, "peakFactor"],
    truth: peakRate,
    units: ["thousand", "sixty"],
    unit: "requestsPerSec",
  },
  "peak-writes": {
    inputs: [...calls, "peakFactor", "writeShare"],
    truth: (of) => peakRate(of) * of("writeShare"),
    units: ["percent", "sixty"],
    unit: "writesPerSec",
  },
  "busy-cores": {
    inputs: [...calls, "peakFactor", "workMs"],
    truth: busyCores,
    units: ["thousand"],
    unit: "cores",
  },
  servers: {
    inputs: [...calls, "peakFactor", "workMs", "targetUtilization", "coresPerBox"],
    truth: (of) => busyCores(of) / of("targetUtilization") / of("coresPerBox"),
    units: ["thousand"],
    unit: "boxes",
  },
  "storage-year": {
    inputs: ["usersMillions", "photosPerUserDaily", "photoKb", "copies"],
    truth: (of) =>
      (of("usersMillions") * of("photosPerUserDaily") * of("photoKb") * of("copies") * daysPerYear) / 1e3,
    units: ["thousand"],
    unit: "terabytes",
  },
  egress: {
    inputs: [...calls, "peakFactor", "answerKb"],
    truth: (of) => (peakRate(of) * of("answerKb") * 8) / 1e6,
    units: ["bits", "thousand"],
    unit: "gigabitsPerSec",
  },
  "hot-memory": {
    inputs: ["objectsMillions", "objectKb", "hotShare"],
    truth: (of) => of("objectsMillions") * of("objectKb") * of("hotShare"),
    units: ["thousand"],
    unit: "gigabytes",
  },
};

/** Whether a text names a figure, and the numbers that make it are there. */
export function hasInputs(name: string, values: Readonly<Record<string, unknown>>): boolean {
  const isKnown = Object.hasOwn(estimateRules, name);
  return isKnown && estimateRules[name as EstimateName].inputs.every((input) => Object.hasOwn(values, input));
}

/** A figure that is asked for. */
export interface PosedEstimate {
  readonly name: EstimateName;
  /** The assumptions that make it. */
  readonly values: Values;
  readonly truth: number;
  readonly unit: FigureUnit;
}

/** A figure of a case, from what the case has drawn. */
export function poseEstimate(name: EstimateName, assumed: Values): PosedEstimate {
  const { inputs, unit } = estimateRules[name];
  const values = Object.fromEntries(inputs.map((input) => [input, assumed[input]])) as Values;
  return { name, values, truth: reckoned(estimateRules[name], values), unit };
}

/** Judges what was typed by its ratio to the truth; undefined where it has no number. */
export function judgeEstimate(
  { name, values }: PosedEstimate,
  typed: string,
): Estimated<InputName> | undefined {
  const answer = numberIn(typed);
  return answer === undefined ? undefined : judgeReckoned(estimateRules[name], values, answer);
}
