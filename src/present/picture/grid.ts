/** Boxes in columns and rows, and the lines between them. */
import { widest, width } from "../cells.ts";
import { type Box, type Detail, isFocused, sizeOf } from "./box.ts";
import type { Canvas } from "./canvas.ts";
import type { Edge } from "./graph.ts";
import type { Part } from "./parts.ts";
import type { PictureOptions, Tone } from "./types.ts";

export interface Cell {
  readonly part: Part;
  readonly column: number;
  readonly row: number;
}

export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** The cells between two columns: where they begin, where a line may turn, whether one does. */
export interface Gutter {
  readonly start: number;
  readonly end: number;
  readonly trunk: number;
  readonly isForked: boolean;
}

/** Boxes in their places, with the gutter before each. */
export interface Placed {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly gutterFor: (edge: Edge) => Gutter;
  readonly width: number;
  readonly height: number;
}

export interface GridStyle {
  readonly detail: Detail;
  /** Empty rows between rows of boxes. */
  readonly rowGap: number;
  /** Least cells between columns. */
  readonly gutter: number;
  /** Empty cells before users. */
  readonly left: number;
  /** Whether labels stand on the lines between columns. */
  readonly labels: boolean;
  /** Parts without a frame: a name and a line below. */
  readonly plain: ReadonlySet<string>;
}

const growth = { usual: { box: 5, gutter: 7 }, wide: { box: 8, gutter: 9 } } as const;
const wideFrom = 110;

/** Where a plain part's line leaves: right after its name. */
export function isPlain(style: GridStyle, part: Part): boolean {
  return style.plain.has(part.id);
}

/** Places the cells from (left, top); undefined when they do not fit. */
export function place(
  cells: readonly Cell[],
  edges: readonly Edge[],
  style: GridStyle,
  options: PictureOptions,
  room: Extent,
  left: number,
  top: number,
): Placed | undefined {
  const columns = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  const rows = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b);
  const sizes = new Map(cells.map(({ part }) => [part.id, sizeIn(part, style, options)]));
  const widths = columns.map((column) =>
    Math.max(...cells.filter((cell) => cell.column === column).map(({ part }) => sizes.get(part.id)!.w)),
  );
  const heights = rows.map((row) =>
    Math.max(...cells.filter((cell) => cell.row === row).map(({ part }) => sizes.get(part.id)!.h)),
  );
  const columnOf = new Map(cells.map((cell) => [cell.part.id, cell.column]));
  const rowOf = new Map(cells.map((cell) => [cell.part.id, cell.row]));
  const needs = columns.map(
    (_, index): Need =>
      index === 0
        ? { cells: 0, isForked: false, roomy: 0 }
        : gutterBefore(edges, style, columnOf, rowOf, columns, index),
  );
  const gutters = needs.map((need) => need.cells);
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const height = sum(heights) + style.rowGap * (rows.length - 1);
  let spare = room.width - left - sum(widths) - sum(gutters);
  if (spare < 0 || top + height > room.height) return undefined;
  const grown = widths.map(() => 0);
  const { box: growMax, gutter: gutterMax } = room.width >= wideFrom ? growth.wide : growth.usual;
  // Spare cells go where they help: first to the lines, then to the boxes.
  for (let round = 0; spare > 0 && round < gutterMax + growMax; round++)
    for (let index = 0; index < columns.length && spare > 0; index++) {
      const isLine = round % 2 === 0;
      const holdsBox = cells.some((cell) => cell.column === columns[index] && !isPlain(style, cell.part));
      if (isLine && index > 0 && gutters[index]! < Math.max(gutterMax, needs[index]!.roomy))
        gutters[index] = gutters[index]! + 1;
      else if (!isLine && holdsBox && grown[index]! < growMax) {
        grown[index] = grown[index]! + 1;
        widths[index] = widths[index]! + 1;
      } else continue;
      spare--;
    }
  const boxes = new Map<string, Box>();
  const gutterOf = new Map<number, Gutter>();
  const xs: number[] = [];
  let x = left;
  columns.forEach((_, index) => {
    const start = x;
    x += gutters[index]!;
    xs.push(x);
    const { isForked } = needs[index]!;
    // A line turns one cell after the box it leaves, unless a label needs that cell.
    const isTight =
      gutters[index]! < 3 ||
      (isForked &&
        gutters[index]! === needs[index]!.cells &&
        !style.labels &&
        needs[index]!.cells > style.gutter);
    gutterOf.set(columns[index]!, { start, end: x, trunk: start + (isTight ? 0 : 1), isForked });
    x += widths[index]!;
  });
  const ys: number[] = [];
  let y = top;
  heights.forEach((each) => {
    ys.push(y);
    y += each + style.rowGap;
  });
  for (const { part, column, row } of cells) {
    const index = columns.indexOf(column);
    boxes.set(part.id, {
      part,
      x: xs[index]!,
      y: ys[rows.indexOf(row)]!,
      w: widths[index]!,
      h: heights[rows.indexOf(row)]!,
    });
  }
  return {
    boxes,
    gutterFor: (edge) => gutterOf.get(turnsBefore(edge, columnOf, columns) as number) as Gutter,
    width: x,
    height,
  };
}

function sizeIn(part: Part, style: GridStyle, options: PictureOptions): { w: number; h: number } {
  if (!isPlain(style, part)) return sizeOf(part, style.detail, options);
  return { w: Math.max(width(part.name), width(part.head.text)), h: 3 };
}

/**
 * The column in whose gutter an edge turns: the one it leads to, so that it crosses nothing on its way;
 * but from names and edge the ways part at once.
 */
function turnsBefore(
  edge: Edge,
  columnOf: ReadonlyMap<string, number>,
  columns: readonly number[],
): number | undefined {
  const from = columnOf.get(edge.from);
  if (from === undefined || (edge.from !== "dns" && edge.from !== "cdn")) return columnOf.get(edge.to);
  return columns.find((column) => column > from);
}

interface Need {
  readonly cells: number;
  readonly isForked: boolean;
  /** Where a label stands free on its line. */
  readonly roomy: number;
}

/** Cells between two columns: an arrow, room for a fork, perhaps a label. */
function gutterBefore(
  edges: readonly Edge[],
  style: GridStyle,
  columnOf: ReadonlyMap<string, number>,
  rowOf: ReadonlyMap<string, number>,
  columns: readonly number[],
  index: number,
): Need {
  const [before, column] = [columns[index - 1]!, columns[index]!];
  const into = edges.filter(
    (edge) =>
      turnsBefore(edge, columnOf, columns) === column && (columnOf.get(edge.from) ?? column) <= before,
  );
  const isForked = into.some((edge) => rowOf.get(edge.from) !== rowOf.get(edge.to));
  const labels = into.filter(({ label, isQuiet }) => label !== undefined && style.labels && !isQuiet);
  const longest = widest(labels.map(({ label }) => label ?? ""));
  // Which site is which must be said, however narrow the picture is.
  const regions = into.filter(({ from }) => from === "dns").map(({ label }) => width(label ?? ""));
  const must = Math.max(longest, ...regions);
  const around = style.labels ? (isForked ? 5 : 4) : 3;
  return {
    cells: Math.max(style.gutter, must === 0 ? 0 : must + around),
    isForked,
    roomy: must === 0 ? 0 : must + (isForked ? 7 : 6),
  };
}

/** The tone of each step along an edge: the flow moves in steps of four. */
export function flowTone(phase: number | undefined, start = 0): (step: number) => Tone {
  if (phase === undefined) return () => "muted";
  return (step) => ((start + step - phase) % 4 === 0 ? "user" : "muted");
}

/** A line along corner points; the arrowhead stands on the last one. */
export function drawRoute(
  canvas: Canvas,
  points: readonly (readonly [number, number])[],
  phase: number | undefined,
): void {
  let steps = 0;
  points.forEach(([x, y], index) => {
    const next = points[index + 1];
    if (next === undefined) return;
    const isLast = index === points.length - 2;
    const length = Math.abs(next[0] - x) + Math.abs(next[1] - y);
    canvas.line(x, y, next[0], next[1], flowTone(phase, steps));
    steps += length;
    if (!isLast) return;
    const [dx, dy] = [Math.sign(next[0] - x), Math.sign(next[1] - y)];
    // A way of a single cell has no direction of its own: ways lead to the right.
    const head = dx < 0 ? "◀" : dy > 0 ? "▼" : dy < 0 ? "▲" : "▶";
    canvas.text(next[0], next[1], head, flowTone(phase, steps)(0));
  });
}

/** Where a line leaves a box to the right, and whether it starts on its frame. */
export function rightPort(box: Box, style: GridStyle): readonly [number, number] {
  if (!isPlain(style, box.part)) return [box.x + box.w - 1, box.y + 1];
  return [box.x + width(box.part.name) + 1, box.y + 1];
}

/** From a box to one further right: along its row, down or up in the gutter, and in. */
export function drawAcross(
  canvas: Canvas,
  from: Box,
  to: Box,
  gutter: Gutter,
  style: GridStyle,
  label: string | undefined,
  phase: number | undefined,
): void {
  const [free, y] = rightPort(from, style);
  const end = to.x - (isPlain(style, to.part) ? 2 : 1);
  // Between two names that stand close there is room for the arrow alone.
  const x = Math.min(free, end);
  const row = to.y + 1;
  const trunk = Math.max(x, Math.min(end - 1, gutter.trunk));
  if (row === y) {
    drawRoute(
      canvas,
      [
        [x, y],
        [end, y],
      ],
      phase,
    );
  } else {
    drawRoute(
      canvas,
      [
        [x, y],
        [trunk, y],
        [trunk, row],
        [end, row],
      ],
      phase,
    );
  }
  if (label === undefined) return;
  const first = gutter.isForked ? trunk + 1 : Math.max(x + 1, gutter.start);
  const cells = Math.min(end, Math.max(gutter.end - 1, first)) - first;
  const text = cells >= width(label) + 4 ? ` ${label} ` : label;
  const at = first + Math.ceil((cells - width(text)) / 2);
  if (cells > width(text) && !canvas.hasText(at - 1, row, width(text) + 2))
    canvas.text(at, row, text, "muted");
}

/** From the foot of a box down to the head of another in the same column. */
export function drawDown(
  canvas: Canvas,
  from: Box,
  to: Box,
  label: string | undefined,
  phase: number | undefined,
): void {
  const x = to.x + 1;
  const top = from.y + from.h - 1;
  drawRoute(
    canvas,
    [
      [x, top],
      [x, to.y],
    ],
    phase,
  );
  if (label !== undefined && to.y - top > 1 && canvas.isFree(x + 1, top + 1, width(label) + 1))
    canvas.text(x + 2, top + 1, label, "muted");
}

/** From a box to one further left, straight along its row. */
export function drawBack(canvas: Canvas, from: Box, to: Box, phase: number | undefined): void {
  drawRoute(
    canvas,
    [
      [from.x, from.y + 1],
      [to.x + to.w, to.y + 1],
    ],
    phase,
  );
}

/** A part without a frame: its name on the line, a word below. */
export function paintPlain(canvas: Canvas, box: Box, options: PictureOptions): void {
  const { part, x, y } = box;
  const tone: Tone = isFocused(part, options)
    ? "focus"
    : part.kind === "users"
      ? "user"
      : part.isGhost
        ? "warn"
        : "title";
  canvas.text(x, y + 1, part.name, tone);
  canvas.text(x, y + 2, part.head.text, part.head.changed ? "accent" : "muted");
}
