/** A curve over a few places along an axis, as cells: a line of dots, and marks on it. */

/** What a cell shows, so that whoever paints knows its colour. */
export type PlotTone = "line" | "counted" | "own" | "last" | "axis";

export interface PlotCell {
  readonly char: string;
  readonly tone: PlotTone;
}

export interface PlotMark {
  /** Which place along the axis. */
  readonly at: number;
  readonly value: number;
  readonly tone: Exclude<PlotTone, "line" | "axis">;
}

export interface Plot {
  readonly cells: number;
  readonly rows: number;
  /** Values at each place of the axis; a gap where there is none. */
  readonly line: readonly (number | null)[];
  /** The later ones over the earlier ones. */
  readonly marks: readonly PlotMark[];
  /** The value at the top; the foot is nothing. */
  readonly top: number;
}

const signs = { counted: "○", own: "●", last: "◆" } as const;

/** Bits of the dots of a cell, two columns of four rows: by column, from the top. */
const dotBits = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const;

/** The row of a value, from the top, among so many. */
export function rowOfValue(value: number, from: number, to: number, rows: number): number {
  const share = to > from ? (value - from) / (to - from) : 0;
  return Math.min(rows - 1, Math.max(0, Math.floor((1 - share) * rows)));
}

/** Sets a dot of a column, and those towards the one before it (−1: none): a steep line is seen to be one. */
export function strokeTo(
  bits: readonly Uint8Array[],
  column: number,
  dot: number,
  before: number,
  set?: (row: number, cell: number) => void,
): void {
  const towards = before < 0 || before === dot ? dot : before < dot ? before + 1 : before - 1;
  const cell = column >> 1;
  for (let y = Math.min(dot, towards); y <= Math.max(dot, towards); y++) {
    const row = bits[y >> 2] as Uint8Array;
    row[cell] = row[cell]! | dotBits[column & 1 ? 1 : 0][y & 3]!;
    set?.(y >> 2, cell);
  }
}

/** The sign of a cell of dots. */
export function dotsSign(bits: number): string {
  return String.fromCodePoint(0x28_00 + bits);
}

/** The cell of a place along an axis of so many cells: the first and the last stand at its ends. */
export function cellOf(at: number, places: number, cells: number): number {
  return places > 1 ? Math.round((at * (cells - 1)) / (places - 1)) : Math.floor(cells / 2);
}

/** Rows of cells, the top one first; undefined where nothing stands. */
export function plotCells({ cells, rows, line, marks, top }: Plot): (PlotCell | undefined)[][] {
  const grid = Array.from({ length: rows }, () => new Array<PlotCell | undefined>(cells).fill(undefined));
  const bits = Array.from({ length: rows }, () => new Uint8Array(cells));
  for (let at = 0; at + 1 < line.length; at++) {
    const [from, to] = [line[at], line[at + 1]];
    if (from === null || from === undefined || to === null || to === undefined) continue;
    const [left, right] = [cellOf(at, line.length, cells) * 2, cellOf(at + 1, line.length, cells) * 2];
    let before = -1;
    for (let x = left; x <= right; x++) {
      const value = from + ((to - from) * (x - left)) / Math.max(1, right - left);
      const dot = rowOfValue(value, 0, top, rows * 4);
      strokeTo(bits, x, dot, before);
      before = dot;
    }
  }
  bits.forEach((row, y) => {
    row.forEach((dots, x) => {
      if (dots > 0) grid[y]![x] = { char: dotsSign(dots), tone: "line" };
    });
  });
  for (const { at, value, tone } of marks)
    grid[rowOfValue(value, 0, top, rows)]![cellOf(at, line.length, cells)] = { char: signs[tone], tone };
  return grid;
}
