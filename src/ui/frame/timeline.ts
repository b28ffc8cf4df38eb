/** A curve over the whole run of which only the past is drawn: the rest of the row waits. */
import { dotsSign, rowOfValue, strokeTo } from "../../present/plot.ts";

const blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

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
  readonly tick: number;
  /** The value of a full block. */
  readonly top: number;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  /** Whether a value is one to worry about. */
  readonly isBad?: ((value: number) => boolean) | undefined;
}

/** What is less than this part of the whole is not drawn as the whole: one box of many that is gone is seen. */
const wholeShare = 0.98;

/** One row of blocks: a full one is the whole, the others are equal steps below it. */
export function timeline(values: ArrayLike<number>, options: TimelineOptions): string {
  const { cells, tick, top } = options;
  return paintRuns(pastBuckets(values, tick, cells), options, (value) => {
    const share = top > 0 ? Math.max(0, value) / top : 0;
    const level = share < wholeShare ? Math.floor(share * (blocks.length - 1)) : blocks.length - 1;
    return blocks[level] as string;
  });
}

/** Several rows of blocks, top row first. */
export function timelineArea(values: ArrayLike<number>, options: TimelineOptions, rows: number): string[] {
  const { cells, tick, top } = options;
  const buckets = pastBuckets(values, tick, cells);
  return Array.from({ length: rows }, (_, row) => {
    const below = (rows - 1 - row) * 8;
    return paintRuns(buckets, options, (value) => {
      if (!(top > 0)) return " ";
      const eighths = Math.max(value > 0 ? 1 : 0, Math.round((Math.min(value, top) / top) * rows * 8));
      const here = eighths - below;
      return here <= 0 ? " " : here >= 8 ? "█" : (blocks[here - 1] as string);
    });
  });
}

/** A line drawn in dots, two columns and four rows of them in a cell. */
export interface DotsOptions extends Omit<TimelineOptions, "top"> {
  readonly rows: number;
  readonly from: number;
  readonly to: number;
  /** A value at which a line of dashes stands where the curve leaves room. */
  readonly goal: number;
  readonly muted: (text: string) => string;
}

/** A curve as a line of dots, top row first; steps are joined, so that a spike is seen to be one. */
export function timelineDots(values: ArrayLike<number>, options: DotsOptions): string[] {
  const { cells, tick, rows, from, to, goal, good, bad, isBad, muted } = options;
  const buckets = pastBuckets(values, tick, cells * 2);
  const bits = Array.from({ length: rows }, () => new Uint8Array(cells));
  const isRed = Array.from({ length: rows }, () => new Uint8Array(cells));
  let before = -1;
  buckets.forEach((value, at) => {
    if (value === undefined || !Number.isFinite(value)) {
      before = -1;
      return;
    }
    const dot = rowOfValue(value, from, to, rows * 4);
    strokeTo(bits, at, dot, before, (row, cell) => {
      if (isBad?.(value)) (isRed[row] as Uint8Array)[cell] = 1;
    });
    before = dot;
  });
  const goalRow = rowOfValue(goal, from, to, rows);
  return bits.map((row, y) => {
    let line = "";
    let run = "";
    let paint = good;
    const end = () => {
      line += run.trim() === "" ? run : paint(run);
      run = "";
    };
    row.forEach((dots, x) => {
      const text = dots > 0 ? dotsSign(dots) : y === goalRow ? "╌" : " ";
      const own = dots > 0 ? (isRed[y]?.[x] ? bad : good) : muted;
      if (own !== paint && text !== " ") {
        end();
        paint = own;
      }
      run += text;
    });
    end();
    return line;
  });
}

/** Cells of one colour are painted as one text: a frame costs by its changes of colour. */
function paintRuns(
  buckets: readonly (number | undefined)[],
  { good, bad, isBad }: TimelineOptions,
  cell: (value: number) => string,
): string {
  let line = "";
  let run = "";
  let isRunBad = false;
  const end = () => {
    if (run !== "") line += run.trim() === "" ? run : (isRunBad ? bad : good)(run);
    run = "";
  };
  for (const value of buckets) {
    const text = value === undefined ? " " : cell(value);
    const isNowBad = value !== undefined && (isBad?.(value) ?? false);
    if (isNowBad !== isRunBad && text !== " ") {
      end();
      isRunBad = isNowBad;
    }
    run += text;
  }
  end();
  return line;
}
