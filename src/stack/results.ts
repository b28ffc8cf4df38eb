/** What clients of a stack have measured, in the format of its own load program or of k6, beside what is expected. */
import type { Indicator } from "../sim/index.ts";
import type { ExpectedValue } from "./predict.ts";
import type { ExpectedFile } from "./trial.ts";

/** What the stack's own load program writes. */
export interface LoadResults {
  readonly format: "zero-to-millions load 1";
  readonly seconds: number;
  readonly indicators: Readonly<Record<string, number>>;
  readonly offered: number;
  readonly answered: number;
  readonly failed: number;
  /** Why requests failed, and how many. */
  readonly reasons: Readonly<Record<string, number>>;
  /** How late requests were sent, one in a hundred; how late the event loop was. */
  readonly lateP99Ms: number;
  readonly loopLateP99Ms: number;
}

/** Indicators that are compared, each with what it may be off by. */
const tolerances = {
  availability: "share",
  latencyP50Ms: "time",
  latencyP95Ms: "time",
  latencyP99Ms: "time",
  hitRatio: "share",
  ordersLost: "count",
  photoReadyP95Sec: "time",
  lostJobs: "count",
} as const satisfies Partial<Record<Indicator, string>>;

export type ComparedIndicator = keyof typeof tolerances;
export const comparedIndicators = Object.keys(tolerances) as readonly ComparedIndicator[];

/** So many standard deviations between runs are chance. */
const deviations = 3;
/** A time may be so many times as long or as short, a share so far away, whatever chance does. */
export const timeFactor = 1.5;
export const shareApart = 0.03;

/** An indicator, expected and measured. */
export interface ComparedResult {
  readonly indicator: ComparedIndicator;
  readonly expected: ExpectedValue;
  readonly measured: number;
  readonly isWithin: boolean;
}

function isWithin(
  indicator: ComparedIndicator,
  { mean, deviation }: ExpectedValue,
  measured: number,
): boolean {
  if (Math.abs(measured - mean) <= deviations * deviation) return true;
  switch (tolerances[indicator]) {
    case "share":
      return Math.abs(measured - mean) <= shareApart;
    case "time":
      return measured <= mean * timeFactor && measured >= mean / timeFactor;
    case "count":
      return measured > 0 === mean > 0;
  }
}

/** What was expected and was measured, side by side. */
export function compareResults(
  expected: ExpectedFile["indicators"],
  measured: Readonly<Record<string, number>>,
): ComparedResult[] {
  return comparedIndicators.flatMap((indicator) => {
    const one = expected[indicator];
    const other = measured[indicator];
    if (one === undefined || other === undefined) return [];
    return [{ indicator, expected: one, measured: other, isWithin: isWithin(indicator, one, other) }];
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const numberAt = (value: unknown, ...keys: readonly string[]): number | undefined => {
  const found = keys.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value);
  return typeof found === "number" && Number.isFinite(found) ? found : undefined;
};

/** The indicators of a file of results; nothing when it is none. k6 does not know of the round trip. */
export function measuredOf(value: unknown, roundTripMs: number): Record<string, number> | undefined {
  if (!isRecord(value)) return undefined;
  if (value["format"] === "zero-to-millions load 1" && isRecord(value["indicators"])) {
    const numbers = Object.entries(value["indicators"]).filter(([, each]) => typeof each === "number");
    return numbers.length > 0 ? (Object.fromEntries(numbers) as Record<string, number>) : undefined;
  }
  const failedShare = numberAt(value, "metrics", "http_req_failed", "value");
  if (failedShare === undefined) return undefined;
  const times = { latencyP50Ms: "med", latencyP95Ms: "p(95)", latencyP99Ms: "p(99)" };
  const measured = Object.entries(times).flatMap(([indicator, key]) => {
    const ms = numberAt(value, "metrics", "http_req_duration", key);
    return ms === undefined ? [] : [[indicator, ms + roundTripMs] as const];
  });
  return { availability: 1 - failedShare, ...Object.fromEntries(measured) };
}

/** A file of what is expected; nothing when it is none. */
export function readExpected(value: unknown): ExpectedFile | undefined {
  const isOne =
    isRecord(value) &&
    value["format"] === "zero-to-millions expected 1" &&
    isRecord(value["indicators"]) &&
    Object.values(value["indicators"]).every(
      (each) => numberAt(each, "mean") !== undefined && numberAt(each, "deviation") !== undefined,
    ) &&
    numberAt(value, "roundTripMs") !== undefined;
  return isOne ? (value as unknown as ExpectedFile) : undefined;
}
