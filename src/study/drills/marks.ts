/** Marks of drills as they are kept, and what they say. */
import { type DrillKind, drillKinds } from "./index.ts";

/** A mark, 0 to 1, and when it was given, ISO 8601. */
export interface DrillMark {
  readonly mark: number;
  readonly at: string;
}

export type DrillMarks = Readonly<Record<string, readonly DrillMark[]>>;

/** So many marks are kept of a kind. */
export const drillMarksMax = 50;
/** The latest so many tell how well a kind goes, those before them how well it went. */
export const drillWindow = 5;
/** A difference of so much is more than chance. */
const trendLeast = 0.1;

/** All marks with one more. */
export function withDrillMark(
  marks: DrillMarks,
  { kind, mark, atMs }: { readonly kind: DrillKind; readonly mark: number; readonly atMs: number },
): DrillMarks {
  const before = marksOf(marks, kind);
  return { ...marks, [kind]: [...before, { mark, at: new Date(atMs).toISOString() }].slice(-drillMarksMax) };
}

/** How drills of a kind go. */
export interface DrillStanding {
  readonly kind: DrillKind;
  /** How many are marked, and what the latest are worth on average, 0 to 1. */
  readonly of: number;
  readonly mean: number;
  /** Against those before; undefined where these are too few. */
  readonly trend?: "better" | "worse" | "same";
}

/** How the kinds go of which there are marks, the weakest first. */
export function drillStandings(marks: DrillMarks): DrillStanding[] {
  return drillKinds
    .flatMap((kind): DrillStanding[] => {
      const all = marksOf(marks, kind).map(({ mark }) => mark);
      if (all.length === 0) return [];
      const mean = meanOf(all.slice(-drillWindow));
      const before = all.slice(-2 * drillWindow, -drillWindow);
      if (before.length < drillWindow) return [{ kind, of: all.length, mean }];
      const gained = mean - meanOf(before);
      const trend = gained >= trendLeast ? "better" : gained <= -trendLeast ? "worse" : "same";
      return [{ kind, of: all.length, mean, trend }];
    })
    .sort((a, b) => a.mean - b.mean);
}

function marksOf(marks: DrillMarks, kind: DrillKind): readonly DrillMark[] {
  return Object.hasOwn(marks, kind) ? (marks[kind] ?? []) : [];
}

function meanOf(list: readonly number[]): number {
  return list.reduce((sum, each) => sum + each, 0) / list.length;
}
