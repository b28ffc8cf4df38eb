/**
 * Screens as SVG: one is a picture, several are a film. Every run of text states its exact length, so that columns
 * stand under each other in every viewer and font. A film is one strip of frames behind a window: rows that frames
 * share are drawn once, and one animation moves the strip; where nothing may move, its last frame is the picture.
 */
import type { StyledCell } from "./cells.ts";

const cellWidth = 9;
const cellHeight = 19;
const fontSize = 15;
const baseline = 14;
const margin = 14;
const fonts = "'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, 'Liberation Mono', monospace";

export interface PictureColors {
  readonly text: string;
  readonly background: string;
}

export const darkPicture: PictureColors = { text: "#d6dae0", background: "#14181d" };
export const lightPicture: PictureColors = { text: "#1f2328", background: "#ffffff" };

/** The sixteen colors of the palette; the rest follows a formula. */
const palette = (
  "#1b1f24 #d0605a #6fae7f #c9a25a #5f97cf #b07cc6 #63aeb0 #c4c9d0 " +
  "#7d858f #f0837a #8fd0a0 #e6c27a #82b7ec #cf9fe2 #85cdcf #f2f4f7"
).split(" ");

/** A screen, cell by cell. */
export type Cells = readonly (readonly StyledCell[])[];

export interface Picture {
  readonly title: string;
  /** What there is to see, for who cannot. */
  readonly description?: string;
  readonly colors?: PictureColors;
  /** What each color becomes where the reader's background is light. */
  readonly twins?: ReadonlyMap<string, string>;
}

/** A frame of a film, and when it comes. */
export interface ScreenAt {
  readonly atMs: number;
  readonly screen: Cells;
}

/** A screen as a picture. */
export function screenToSvg(screen: Cells, picture: Picture): string {
  return filmToSvg([{ atMs: 0, screen }], 0, picture);
}

/** Screens as a film that begins again after its length; a single one stands still. */
export function filmToSvg(frames: readonly ScreenAt[], lengthMs: number, picture: Picture): string {
  const { title, description, colors = darkPicture, twins } = picture;
  const [first] = frames;
  const rows = first?.screen.length ?? 0;
  const width = (first?.screen[0]?.length ?? 0) * cellWidth + 2 * margin;
  const inside = rows * cellHeight;
  const height = inside + 2 * margin;
  const styles = new Styles();
  const ground = styles.name(colors.background);
  const shared = new Map<string, string>();
  const draw = remembered((cells: readonly StyledCell[]) => drawRow(cells, colors, styles));
  const strip = frames.map(
    ({ screen }, n) => `<g transform="translate(0,${n * inside})">${drawScreen(screen, draw, shared)}</g>`,
  );
  const last = (frames.length - 1) * inside;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    ...(description === undefined ? [] : [`<desc>${escapeXml(description)}</desc>`]),
    "<style>",
    `text{font:${fontSize}px ${fonts};white-space:pre}`,
    ...styles.rules(twins),
    ...(frames.length > 1 ? animation(frames, lengthMs, inside) : []),
    "</style>",
    "<defs>",
    ...[...shared].map(([row, id]) => `<g id="${id}">${row}</g>`),
    "</defs>",
    `<rect class="${ground}" width="100%" height="100%" rx="8"/>`,
    `<svg x="${margin}" y="${margin}" width="${width - 2 * margin}" height="${inside}" aria-hidden="true"><g class="f" transform="translate(0,${last === 0 ? 0 : -last})">`,
    ...strip,
    "</g></svg>",
    "</svg>",
    "",
  ].join("\n");
}

/** The strip jumps from frame to frame, for whoever has not asked for stillness. */
function animation(frames: readonly ScreenAt[], lengthMs: number, inside: number): string[] {
  const keys = frames.map(({ atMs }, n) => {
    const percent = Number(((atMs / lengthMs) * 100).toFixed(3));
    return `${percent}%{transform:translateY(${n === 0 ? 0 : -n * inside}px)}`;
  });
  return [
    `@keyframes f{${keys.join("")}}`,
    `@media (prefers-reduced-motion:no-preference){.f{animation:f ${lengthMs / 1_000}s step-end infinite}}`,
  ];
}

/** A function that is asked the same again and again. */
export function remembered<From, To>(work: (from: From) => To): (from: From) => To {
  const known = new Map<From, To>();
  return (from) => {
    const found = known.get(from) ?? work(from);
    known.set(from, found);
    return found;
  };
}

/** The rows of a screen that have something on them, each where it stands. */
function drawScreen(
  screen: Cells,
  draw: (cells: readonly StyledCell[]) => string,
  shared: Map<string, string>,
): string {
  return screen
    .map((cells, row) => {
      const drawn = draw(cells);
      if (drawn === "") return "";
      const id = shared.get(drawn) ?? `r${shared.size}`;
      shared.set(drawn, id);
      return `<use href="#${id}" y="${row * cellHeight}"/>`;
    })
    .join("");
}

/** How texts and grounds are filled and set, each a class: most of them look like many others. */
class Styles {
  readonly #names = new Map<string, { readonly name: string; readonly fill: string }>();

  /** The class of what is filled so, and of how its text is set. */
  name(fill: string, ...rest: readonly string[]): string {
    const rule = [`fill:${fill}`, ...rest.filter(Boolean)].join(";");
    const known = this.#names.get(rule) ?? { name: `c${this.#names.size}`, fill };
    this.#names.set(rule, known);
    return known.name;
  }

  rules(twins: Picture["twins"]): string[] {
    const all = [...this.#names].map(([rule, { name }]) => `.${name}{${rule}}`);
    const light = [...this.#names.values()].flatMap(({ name, fill }) => {
      const twin = twins?.get(fill);
      return twin === undefined ? [] : [`.${name}{fill:${twin}}`];
    });
    return [
      all.join(""),
      ...(light.length > 0 ? [`@media (prefers-color-scheme:light){${light.join("")}}`] : []),
    ];
  }
}

/** The colors of a cell: of what stands in it, and of what lies under that. */
function inkOf(cell: StyledCell, colors: PictureColors): { text: string; under: string } {
  const text = hex(cell.color) ?? colors.text;
  const under = hex(cell.background) ?? colors.background;
  return cell.inverse ? { text: under, under: text } : { text, under };
}

interface Run {
  readonly column: number;
  readonly cells: number;
  readonly text: string;
  readonly style: StyledCell;
}

function drawRow(cells: readonly StyledCell[], colors: PictureColors, styles: Styles): string {
  const runs = toRuns(cells);
  const grounds = runs.flatMap((run) => {
    const { under } = inkOf(run.style, colors);
    if (under === colors.background) return [];
    const name = styles.name(under);
    return `<rect x="${x(run)}" width="${run.cells * cellWidth}" height="${cellHeight}" class="${name}"/>`;
  });
  const texts = runs.flatMap((run) => (isBlank(run.text) ? [] : drawText(trimmed(run), colors, styles)));
  return [...grounds, ...texts].join("");
}

function drawText(run: Run, colors: PictureColors, styles: Styles): string {
  const { style } = run;
  const name = styles.name(
    inkOf(style, colors).text,
    style.bold ? "font-weight:bold" : "",
    style.italic ? "font-style:italic" : "",
    style.underline ? "text-decoration:underline" : "",
    style.dim ? "opacity:.65" : "",
  );
  return `<text x="${x(run)}" y="${baseline}" textLength="${run.cells * cellWidth}" lengthAdjust="spacingAndGlyphs" class="${name}">${escapeXml(run.text)}</text>`;
}

/** Neighbors of one style make a run; a gap of two spaces ends it, and drawn glyphs stand alone. */
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

function hex(color: string | number | undefined): string | undefined {
  if (typeof color !== "number") return color;
  if (color < 16) return palette[color];
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
  return run.column * cellWidth;
}

/** What XML could take for its own, and control characters, which it may not hold. */
function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "?")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}
