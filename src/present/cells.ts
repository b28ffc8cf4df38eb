/**
 * Text by terminal cells: a cell is what one column of the screen holds. Wide characters (Hangul,
 * emoji) take two; colour codes take none. All functions keep colour codes whole.
 */
import sliceAnsi from "slice-ansi";
import wrapAnsi from "wrap-ansi";
import width, { ONE_CELL_EACH } from "./cell-width.ts";

export { width };

/** Cells of the widest of some texts; none where there is none. */
export function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(width));
}

/** Fills up with spaces on the right; a line that is too wide is truncated. */
export function padRight(line: string, cells: number): string {
  const cut = truncate(line, cells);
  return cut + " ".repeat(Math.max(0, cells - width(cut)));
}

/** Fills up with spaces on the left; a line that is too wide is truncated. */
export function padLeft(line: string, cells: number): string {
  const cut = truncate(line, cells);
  return " ".repeat(Math.max(0, cells - width(cut))) + cut;
}

/** Fills up on both sides; a line that is too wide is truncated. */
export function padBoth(line: string, cells: number): string {
  const cut = truncate(line, cells);
  const left = Math.floor(Math.max(0, cells - width(cut)) / 2);
  return padRight(" ".repeat(left) + cut, cells);
}

/** Stands where a text was cut, right behind what is left of it: no word that is whole ends so. */
const cutMark = "…";

/** Cuts a line to a number of cells; the last one becomes the mark. No number is left in part. */
export function truncate(line: string, cells: number): string {
  if (width(line) <= cells) return line;
  let room = cells - width(cutMark);
  if (room < 0) return "";
  const bare = line.replace(STYLES, "");
  const at = (cell: number) => slice(bare, cell, cell + 1);
  if (inNumber.test(at(room - 1)) && inNumber.test(at(room)))
    while (room > 0 && inNumber.test(at(room - 1))) room--;
  while (room > 0 && at(room - 1) === " ") room--;
  return slice(line, 0, room) + cutMark;
}

const STYLES = /\u001B\[[\d;:]*m/g;
const inNumber = /[\d.,]/;

/** Whether something in a line was cut. */
export function isCut(line: string): boolean {
  return /[^\s…]…/.test(line);
}

/** The cells from `start` up to `end` of a line. A wide character cut in half is left out. */
export function slice(line: string, start: number, end?: number): string {
  if (end !== undefined && end <= start) return "";
  if (ONE_CELL_EACH.test(line)) return line.slice(start, end);
  // slice-ansi keeps a wide character whose second half lies beyond the end.
  const hangsOver = end !== undefined && width(sliceAnsi(line, 0, end)) > end;
  return sliceAnsi(line, start, hangsOver ? end - 1 : end);
}

/** Breaks a text into lines at words; a word wider than the line is broken too. Line breaks stay. */
export function wrap(text: string, cells: number): string[] {
  const room = Math.max(1, cells);
  const broken = text.length < longWord ? text : text.replace(longWords, (word) => inPieces(word, room));
  return wrapAnsi(broken, room, { hard: true, trim: true }).split("\n");
}

/** Words of so many characters, as where a script knows no spaces, are cut here: in wrap-ansi each cut costs all of the rest. */
const longWord = 200;
const longWords = new RegExp(`[^\\s\\u001B]{${longWord},}`, "g");
const segmenter = new Intl.Segmenter();

/** A word in lines of so many cells. */
function inPieces(word: string, cells: number): string {
  let out = "";
  let used = 0;
  for (const { segment } of segmenter.segment(word)) {
    const wide = width(segment);
    if (used > 0 && used + wide > cells) {
      out += "\n";
      used = 0;
    }
    out += segment;
    used += wide;
  }
  return out;
}

/** A paragraph in lines. A figure and its unit stay together, and how many there are with how large each is. */
export function paragraph(text: string, cells: number): string[] {
  const joined = text
    .replace(/(\d) (?=%|ms\b|s\b|vCPU|GB|KB|× \d)/g, "$1\u00a0")
    .replace(/(×) (?=\d)/g, "$1\u00a0");
  return wrap(joined, cells).map((line) => line.replaceAll("\u00a0", " "));
}

/** Two blocks of lines side by side: the left one padded to its width, then the gap. */
export function beside(
  left: readonly string[],
  leftCells: number,
  right: readonly string[],
  gap = " ",
): string[] {
  const height = Math.max(left.length, right.length);
  return Array.from(
    { length: height },
    (_, row) => padRight(left[row] ?? "", leftCells) + gap + (right[row] ?? ""),
  );
}

/** One line with a part at each end, as wide as asked; the left part gives way. */
export function ends(left: string, right: string, cells: number): string {
  const rightPart = truncate(right, cells);
  return padRight(left, Math.max(0, cells - width(rightPart))) + rightPart;
}
