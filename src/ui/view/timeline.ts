/** A curve over the whole run of which only the past is drawn: the rest of the row waits. */
import { resample } from "../../present/chart.ts";

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
    for (let t = from; t < to; t++) sum += values[t] as number;
    return sum / (to - from);
  });
}

export interface TimelineOptions {
  readonly cells: number;
  readonly tick: number;
  /** The value of a full block. */
  readonly top: number;
  /** Colours one cell by its value. */
  readonly paint: (text: string, value: number) => string;
}

/** One row of blocks. */
export function timeline(values: ArrayLike<number>, { cells, tick, top, paint }: TimelineOptions): string {
  return pastBuckets(values, tick, cells)
    .map((value) => {
      if (value === undefined) return " ";
      const level = top > 0 ? Math.floor((Math.max(0, Math.min(value, top)) / top) * blocks.length) : 0;
      return paint(blocks[Math.min(blocks.length - 1, level)] as string, value);
    })
    .join("");
}

/** Several rows of blocks, top row first. */
export function timelineArea(
  values: ArrayLike<number>,
  { cells, tick, top, paint }: TimelineOptions,
  rows: number,
): string[] {
  const buckets = pastBuckets(values, tick, cells);
  return Array.from({ length: rows }, (_, row) => {
    const below = (rows - 1 - row) * 8;
    return buckets
      .map((value) => {
        if (value === undefined || !(top > 0)) return " ";
        const eighths = Math.max(value > 0 ? 1 : 0, Math.round((Math.min(value, top) / top) * rows * 8));
        const here = eighths - below;
        return here <= 0 ? " " : paint(here >= 8 ? "█" : (blocks[here - 1] as string), value);
      })
      .join("");
  });
}

/** The largest mean of a curve's slices: a scale that one wild tick does not spoil. */
export function scaleOf(values: ArrayLike<number>, cells: number): number {
  return Math.max(0, ...resample(values, cells));
}
