/**
 * A terminal's screen as an SVG picture: what xterm holds, cell by cell. Every run of text states its
 * exact length, so that columns stand under each other in every viewer and font.
 */
import type { StyledCell } from "../test/helpers/terminal.ts";

const CELL_WIDTH = 9;
const CELL_HEIGHT = 19;
const FONT_SIZE = 15;
const BASELINE = 14;
const MARGIN = 14;
const FONTS = "'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, 'Liberation Mono', monospace";

export interface PictureColors {
  readonly text: string;
  readonly background: string;
}

export const darkPicture: PictureColors = { text: "#d6dae0", background: "#14181d" };
export const lightPicture: PictureColors = { text: "#1f2328", background: "#ffffff" };

/** The sixteen colours of the palette; the rest follows a formula. */
const PALETTE = (
  "#1b1f24 #d0605a #6fae7f #c9a25a #5f97cf #b07cc6 #63aeb0 #c4c9d0 " +
  "#7d858f #f0837a #8fd0a0 #e6c27a #82b7ec #cf9fe2 #85cdcf #f2f4f7"
).split(" ");

export function screenToSvg(
  rows: readonly (readonly StyledCell[])[],
  colors = darkPicture,
  title = "A terminal",
): string {
  const columns = rows[0]?.length ?? 0;
  const width = columns * CELL_WIDTH + 2 * MARGIN;
  const height = rows.length * CELL_HEIGHT + 2 * MARGIN;
  const parts = rows.flatMap((cells, row) => drawRow(cells, row, colors));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${colors.background}"/>`,
    `<g font-family="${FONTS}" font-size="${FONT_SIZE}" fill="${colors.text}" xml:space="preserve">`,
    ...parts,
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

interface Run {
  readonly column: number;
  readonly cells: number;
  readonly text: string;
  readonly style: StyledCell;
}

function drawRow(cells: readonly StyledCell[], row: number, colors: PictureColors): string[] {
  const runs = toRuns(cells);
  const top = MARGIN + row * CELL_HEIGHT;
  const grounds = runs.flatMap((run) => {
    const fill = ink(run.style, colors).background;
    if (fill === undefined) return [];
    return [
      `<rect x="${x(run)}" y="${top}" width="${run.cells * CELL_WIDTH}" height="${CELL_HEIGHT}" fill="${fill}"/>`,
    ];
  });
  const texts = runs.flatMap((run) => (isBlank(run.text) ? [] : [drawText(trimmed(run), top, colors)]));
  return [...grounds, ...texts];
}

function drawText(run: Run, top: number, colors: PictureColors): string {
  const { style } = run;
  const fill = ink(style, colors).text;
  const attributes = [
    `x="${x(run)}" y="${top + BASELINE}" textLength="${run.cells * CELL_WIDTH}" lengthAdjust="spacingAndGlyphs"`,
    fill === colors.text ? "" : `fill="${fill}"`,
    style.bold ? 'font-weight="bold"' : "",
    style.italic ? 'font-style="italic"' : "",
    style.underline ? 'text-decoration="underline"' : "",
    style.dim ? 'opacity="0.65"' : "",
  ];
  return `<text ${attributes.filter(Boolean).join(" ")}>${escapeXml(run.text)}</text>`;
}

/** Neighbours of one style make a run; a gap of two spaces ends it, and drawn glyphs stand alone. */
function toRuns(cells: readonly StyledCell[]): Run[] {
  const runs: Run[] = [];
  let column = 0;
  for (const cell of cells) {
    const last = runs.at(-1);
    if (cell.width > 0) {
      const joins =
        last &&
        sameStyle(last.style, cell) &&
        isLetter(cell.text) === isLetter(last.text.at(-1)!) &&
        isPlain(cell, last);
      if (joins)
        runs[runs.length - 1] = { ...last, cells: last.cells + cell.width, text: last.text + cell.text };
      else runs.push({ column, cells: cell.width, text: cell.text, style: cell });
      column += cell.width;
    }
  }
  return runs;
}

/** Without the spaces around its text, which some viewers drop. */
function trimmed(run: Run): Run {
  const text = run.text.trim();
  const before = run.text.length - run.text.trimStart().length;
  return { ...run, text, column: run.column + before, cells: run.cells - (run.text.length - text.length) };
}

/** Wide characters keep to themselves; two spaces end a run of text. */
function isPlain(cell: StyledCell, last: Run): boolean {
  if (cell.width !== 1 || last.cells !== last.text.length) return false;
  return isBlank(last.text) === isBlank(cell.text) || !(last.text.endsWith(" ") && cell.text === " ");
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}

/** Letters keep their own advance; boxes and blocks are stretched to their cells. */
function isLetter(text: string): boolean {
  return !/[\u2190-\u21FF\u2500-\u27BF]/.test(text);
}

function sameStyle(a: StyledCell, b: StyledCell): boolean {
  return (
    a.color === b.color &&
    a.background === b.background &&
    a.bold === b.bold &&
    a.dim === b.dim &&
    a.italic === b.italic &&
    a.underline === b.underline &&
    a.inverse === b.inverse
  );
}

function ink(cell: StyledCell, colors: PictureColors): { text: string; background: string | undefined } {
  const text = hex(cell.color) ?? colors.text;
  const background = hex(cell.background);
  return cell.inverse ? { text: background ?? colors.background, background: text } : { text, background };
}

function hex(color: string | number | undefined): string | undefined {
  if (typeof color !== "number") return color;
  if (color < 16) return PALETTE[color];
  if (color >= 232)
    return rgb(...([8 + (color - 232) * 10, 8 + (color - 232) * 10, 8 + (color - 232) * 10] as const));
  const cube = color - 16;
  const level = (at: number) => (at === 0 ? 0 : 55 + at * 40);
  return rgb(level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6));
}

function rgb(...parts: readonly number[]): string {
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function x(run: Run): number {
  return MARGIN + run.column * CELL_WIDTH;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
