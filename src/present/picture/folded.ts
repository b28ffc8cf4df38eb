/**
 * For a narrow picture: the way to the web tier along the first line, and below it, as lines of a text
 * go on below each other, what the web tier calls: data, sessions, jobs.
 */
import type { Design } from "../../sim/index.ts";
import { type Box, paintBox } from "./box.ts";
import { arm, Canvas } from "./canvas.ts";
import { paintDark } from "./dark.ts";
import { type Edge, flowing, type SiteParts, siteParts } from "./graph.ts";
import {
  type Cell,
  drawAcross,
  drawDown,
  drawRoute,
  type Extent,
  type GridStyle,
  isPlain,
  type Placed,
  paintPlain,
  place,
} from "./grid.ts";
import type { Part } from "./parts.ts";
import type { PictureOptions } from "./types.ts";

export interface FoldedStyle extends GridStyle {
  /** Replicas stand below the primary instead of beside it. */
  readonly isStacked: boolean;
  /** What stands before the balancer has a line of its own. */
  readonly isDeep: boolean;
}

/** Columns that the bus down the left side takes. */
const busRoom = 4;
const busColumn = 1;

/** Draws a folded picture; undefined when there is no room, or two sites to show. */
export function folded(
  design: Design,
  parts: readonly Part[],
  edges: readonly Edge[],
  style: FoldedStyle,
  options: PictureOptions,
  room: Extent,
): Canvas | undefined {
  if (design.sites.length > 1) return undefined;
  const site = siteParts(design, parts, 0);
  // Beside the primary, replicas could not be read but through it.
  if (!style.isStacked && site.get("db") && site.get("replicas")) return undefined;
  const hasCdn = parts.some(({ kind }) => kind === "cdn");
  const chain = hasCdn ? inLine(edges) : edges;
  const find = (kinds: readonly string[]) =>
    kinds.flatMap((kind) => parts.find((part) => part.kind === kind) ?? []);
  const names = find(["users", "dns", "?name", "cdn"]);
  const doors = [...find(["lb"]), site.app];
  const front = lineOf(style.isDeep ? doors : [...names, ...doors], site.spare);
  const lanes = lanesOf(site, style.isStacked);
  const lines = [...(style.isDeep ? [lineOf(names, undefined)] : []), front, lanes].filter(
    ({ length }) => length > 0,
  );
  if (lanes.length === 0 && !style.isDeep) return undefined;
  const placed = placeLines(lines, chain, style, options, room);
  if (placed === undefined) return undefined;
  const last = placed.at(-1) as Line;
  const canvas = new Canvas(room.width, last.top + last.placed.height);
  for (const line of placed)
    for (const box of line.placed.boxes.values()) {
      if (isPlain(style, box.part)) paintPlain(canvas, box, options);
      else paintBox(canvas, box, style.detail, options);
    }
  const moving = flowing(chain, parts, options);
  for (const edge of chain)
    drawEdge(canvas, edge, placed, site, style, moving.has(edge) ? options.phase : undefined);
  paintDark(
    canvas,
    placed.flatMap((line) => [...line.placed.boxes.values()]),
    options,
  );
  return canvas;
}

/** Boxes along one line of the picture. */
export interface Line {
  readonly placed: Placed;
  readonly top: number;
}

/** Parts beside each other; a second one that answers stands below the first. */
export function lineOf(parts: readonly Part[], spare: Part | undefined): Cell[] {
  const cells = parts.map((part, column): Cell => ({ part, column, row: 0 }));
  if (spare) cells.push({ part: spare, column: cells.length - 1, row: 1 });
  return cells;
}

/** Places lines below each other, each but the first to the right of the bus that leads to it. */
export function placeLines(
  lines: readonly (readonly Cell[])[],
  edges: readonly Edge[],
  style: GridStyle,
  options: PictureOptions,
  room: Extent,
  left = 0,
  from = 0,
): readonly Line[] | undefined {
  const placed: Line[] = [];
  // The name of what has no frame stands in its second row: the first may be above the picture.
  let top = lines[0]?.every(({ part }) => isPlain(style, part)) ? from - 1 : from;
  for (const [at, cells] of lines.entries()) {
    const indent = left + (at === 0 && from === 0 ? style.left : busRoom);
    const line = place(cells, edges, style, options, room, indent, top);
    if (line === undefined) return undefined;
    placed.push({ placed: line, top });
    top += line.height + 1;
  }
  return placed;
}

/** An edge within a line, or from one down to another: out at the foot, back to the left, down the bus and in. */
export function drawEdge(
  canvas: Canvas,
  edge: Edge,
  lines: readonly Line[],
  site: SiteParts,
  style: GridStyle,
  phase: number | undefined,
  left = 0,
): void {
  const lineOfPart = (id: string) => lines.findIndex(({ placed }) => placed.boxes.has(id));
  const [from, to] = [lineOfPart(edge.from), lineOfPart(edge.to)];
  if (from < 0 || to < 0) return;
  const { placed, top } = lines[from]!;
  const foot = from !== to && edge.from === site.app.id && site.spare ? site.spare.id : edge.from;
  const a = placed.boxes.get(foot) as Box;
  const b = lines[to]!.placed.boxes.get(edge.to) as Box;
  if (from === to) {
    if (a.x === b.x) drawDown(canvas, a, b, edge.label, phase);
    else drawAcross(canvas, a, b, placed.gutterFor(edge), style, edge.label, phase);
    return;
  }
  const x = a.x + 1;
  const bus = top + placed.height;
  const column = left + busColumn;
  drawRoute(
    canvas,
    [
      [x, isPlain(style, a.part) ? bus : a.y + a.h - 1],
      [x, bus],
      [column, bus],
      [column, b.y + 1],
      [b.x - 1, b.y + 1],
    ],
    phase,
  );
  // What has no frame has no foot that the way could leave.
  if (isPlain(style, a.part)) canvas.addArms(x, bus, arm.up, "muted");
}

/** With an edge network in the line: users, names, edge, door. */
export function inLine(edges: readonly Edge[]): readonly Edge[] {
  const names = edges[0]?.to ?? "dns";
  const door = edges.find(({ from }) => from === "cdn")?.to;
  return edges
    .filter(({ from, to }) => !(from === "users" && to === "cdn") && !(from === names && to === door))
    .flatMap((edge) =>
      edge.from === "cdn"
        ? [
            { from: names, to: "cdn" },
            { from: "cdn", to: edge.to },
          ]
        : [edge],
    );
}

/** What the web tier calls, in lanes: stores, sessions, jobs. */
export function lanesOf(site: SiteParts, isStacked: boolean): readonly Cell[] {
  const cells: Cell[] = [];
  const add = (part: Part | undefined, column: number, row: number) => {
    if (part) cells.push({ part, column, row });
  };
  const cache = site.get("cache");
  const replicas = site.get("replicas");
  const sessions = site.get("sessions");
  const own = [sessions, site.get("queue")].flatMap((part) => part ?? []);
  const after = cache ? 1 : 0;
  add(cache, 0, 0);
  let row = 0;
  for (const part of site.data) {
    add(part, after, row);
    if (part.kind === "db" && replicas) add(replicas, isStacked ? after : after + 1, isStacked ? ++row : row);
    row++;
  }
  if (replicas && !site.get("db")) add(replicas, after, row++);
  // Beside a cache's column there is room below it; without one, lanes go on.
  let lane = cache ? 1 : row;
  for (const part of own) {
    const workers = part.kind === "queue" ? site.get("workers") : undefined;
    if (workers && cache) while (lane < row) lane++;
    add(part, 0, lane);
    add(workers, 1, lane);
    lane++;
  }
  if (site.get("workers") && !site.get("queue")) add(site.get("workers"), 0, Math.max(lane, row));
  return cells;
}
