/** A curve over the whole run of which only the past is drawn: the rest of the row waits. */
import { dotsSign, rowOfValue, strokeTo } from "../../present/plot.ts";

/** The bucket means up to `tick`; undefined for what has not happened yet. */
export function pastBuckets(values: ArrayLike<number>, tick: number, cells: number): (number | undefined)[] {
  const n = values.length;
  if (n === 0) return [];
  return Array.from({ length: cells }, (_, i) => {
    const from = Math.floor((i * n) / cells);
    if (from > tick) return undefined;
    const to = Math.max(from + 1, Math.min(Math.floor(((i + 1) * n) / cells), Math.floor(tick) + 1));
    let sum = 0;
    for (let t = from; t < to; t++) sum += values[t]!;
    return sum / (to - from);
  });
}

export interface TimelineOptions {
  readonly cells: number;
  readonly rows: number;
  readonly tick: number;
  /** The values at the foot and at the top. */
  readonly from?: number;
  readonly to: number;
  /** Where a line of dashes stands as far as the curve leaves room. */
  readonly goal?: { readonly value: number; readonly paint: (text: string) => string };
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  /** Whether a value is one to worry about. */
  readonly isBad?: ((value: number) => boolean) | undefined;
}

/** What is less than this part of the whole is not drawn as the whole: one box of many that is gone is seen. */
const wholeShare = 0.98;

/**
 * A curve as a line of dots, two columns and four rows of them in a cell, the top row first. Steps are joined, so that
 * a spike is seen to be one; what hardly moves is a thin line, never a slab.
 */
export function timeline(values: ArrayLike<number>, options: TimelineOptions): string[] {
  const { cells, tick, rows, from = 0, to, goal, good, bad, isBad } = options;
  const bits = Array.from({ length: rows }, () => new Uint8Array(cells));
  const isRed = Array.from({ length: rows }, () => new Uint8Array(cells));
  let before = -1;
  pastBuckets(values, tick, cells * 2).forEach((value, at) => {
    if (value === undefined || !Number.isFinite(value)) {
      before = -1;
      return;
    }
    const isWhole = value - from >= wholeShare * (to - from);
    const dot = Math.max(isWhole ? 0 : 1, rowOfValue(value, from, to, rows * 4));
    strokeTo(bits, at, dot, before, (row, cell) => {
      if (isBad?.(value)) (isRed[row] as Uint8Array)[cell] = 1;
    });
    before = dot;
  });
  const goalRow = goal ? rowOfValue(goal.value, from, to, rows) : -1;
  return bits.map((row, y) => {
    let line = "";
    let run = "";
    let paint = good;
    // Cells of one colour are painted as one text: a frame costs by its changes of colour.
    const end = () => {
      line += run.trim() === "" ? run : paint(run);
      run = "";
    };
    row.forEach((dots, x) => {
      const isGoal = dots === 0 && goal !== undefined && y === goalRow;
      const own = isGoal ? goal.paint : isRed[y]?.[x] ? bad : good;
      if (own !== paint && (dots > 0 || isGoal)) {
        end();
        paint = own;
      }
      run += dots > 0 ? dotsSign(dots) : isGoal ? "╌" : " ";
    });
    end();
    return line;
  });
}
