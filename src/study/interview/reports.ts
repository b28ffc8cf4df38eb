/** Reports of interviews, as they are kept. */
import type { MarkCalibration } from "../ladders.ts";

/** So many are kept: the latest. */
const reportsMax = 10;

/** All reports with one more, the last one last. */
export function withReport<R>(reports: readonly R[], report: R): R[] {
  return [...reports, report].slice(-reportsMax);
}

/** A report as plain JSON, which may be of another version of the game. */
export interface KeptReport {
  readonly report: Readonly<Record<string, unknown>>;
}

/** How many interviews were held, as far as they are kept, and how well their grades were foretold. */
export interface InterviewsHeld {
  readonly held: number;
  readonly grades: MarkCalibration;
}

export function interviewsHeld(reports: readonly KeptReport[]): InterviewsHeld {
  const all = reports.flatMap(({ report }) => {
    const { cells } = (report.calibration ?? {}) as { readonly cells?: Partial<MarkCalibration> };
    const { of = 0, right = 0, bias = 0 } = cells ?? {};
    return [of, right, bias].every(Number.isFinite) ? [{ of, right, bias }] : [];
  });
  const sum = (value: (each: MarkCalibration) => number) =>
    all.reduce((total, each) => total + value(each), 0);
  const of = sum((each) => each.of);
  const bias = sum((each) => each.bias * each.of) / Math.max(1, of);
  return { held: reports.length, grades: { of, right: sum((each) => each.right), bias } };
}
