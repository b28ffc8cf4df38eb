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
export const dotBits = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const;

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
  const dotOf = (value: number, of: number) =>
    Math.min(of - 1, Math.max(0, Math.floor((1 - Math.min(1, value / top)) * of)));
  for (let at = 0; at + 1 < line.length; at++) {
    const [from, to] = [line[at], line[at + 1]];
    if (from === null || from === undefined || to === null || to === undefined) continue;
    const [left, right] = [cellOf(at, line.length, cells) * 2, cellOf(at + 1, line.length, cells) * 2];
    let before = -1;
    for (let x = left; x <= right; x++) {
      const dot = dotOf(from + ((to - from) * (x - left)) / Math.max(1, right - left), rows * 4);
      const towards = before < 0 || before === dot ? dot : before < dot ? before + 1 : before - 1;
      for (let y = Math.min(dot, towards); y <= Math.max(dot, towards); y++) {
        const row = bits[y >> 2] as Uint8Array;
        row[x >> 1] = row[x >> 1]! | dotBits[x & 1 ? 1 : 0][y & 3]!;
      }
      before = dot;
    }
  }
  bits.forEach((row, y) => {
    row.forEach((dots, x) => {
      if (dots > 0) grid[y]![x] = { char: dotsSign(dots), tone: "line" };
    });
  });
  for (const { at, value, tone } of marks)
    grid[dotOf(value, rows)]![cellOf(at, line.length, cells)] = { char: signs[tone], tone };
  return grid;
}
