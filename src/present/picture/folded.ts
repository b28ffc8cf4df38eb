/**
 * For a narrow picture: the way to the web tier along the first line, and below it, as lines of a text
 * go on below each other, what the web tier calls: data, sessions, jobs.
 */
import type { Design } from "../../sim/index.ts";
import { type Box, paintBox } from "./box.ts";
import { Canvas } from "./canvas.ts";
import { type Edge, type SiteParts, siteParts } from "./graph.ts";
import {
  type Cell,
  drawAcross,
  drawDown,
  drawRoute,
  type GridStyle,
  isPlain,
  type Placed,
  paintPlain,
  place,
  type Room,
} from "./grid.ts";
import type { Part } from "./parts.ts";
import type { PictureOptions } from "./types.ts";

export interface FoldedStyle extends GridStyle {
  /** Replicas stand below the primary instead of beside it. */
  readonly isStacked: boolean;
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
  room: Room,
): Canvas | undefined {
  if (design.sites.length > 1) return undefined;
  const site = siteParts(design, parts, 0);
  const hasCdn = parts.some(({ kind }) => kind === "cdn");
  const chain = hasCdn ? inLine(edges) : edges;
  const front = ["users", "dns", "?name", "cdn", "lb"].flatMap(
    (kind) => parts.find((part) => part.kind === kind) ?? [],
  );
  const frontCells = [...front, site.app].map((part, column): Cell => ({ part, column, row: 0 }));
  if (site.spare) frontCells.push({ part: site.spare, column: frontCells.length - 1, row: 1 });
  const first = place(frontCells, chain, style, options, room, style.left, 0);
  const lowerCells = lanesOf(site, style.isStacked);
  if (first === undefined || lowerCells.length === 0) return undefined;
  const top = first.height + 1;
  const second = place(lowerCells, chain, style, options, room, busRoom, top);
  if (second === undefined) return undefined;
  const canvas = new Canvas(room.width, top + second.height);
  for (const placed of [first, second])
    for (const box of placed.boxes.values()) {
      if (isPlain(style, box.part)) paintPlain(canvas, box, options);
      else paintBox(canvas, box, style.detail, options);
    }
  const boxOf = (id: string) => first.boxes.get(id) ?? second.boxes.get(id);
  for (const edge of chain) {
    // Beside the primary, replicas are reached through it.
    if (edge.what === "reads" && !style.isStacked && site.get("db")) continue;
    const isDown = first.boxes.has(edge.from) && second.boxes.has(edge.to);
    const [a, b] = [boxOf(isDown && site.spare ? site.spare.id : edge.from), boxOf(edge.to)];
    if (a && b) drawEdge(canvas, edge, a, b, first, second, style, options);
  }
  return canvas;
}

function drawEdge(
  canvas: Canvas,
  edge: Edge,
  a: Box,
  b: Box,
  first: Placed,
  second: Placed,
  style: GridStyle,
  options: PictureOptions,
): void {
  const isDown = first.boxes.has(edge.from) && second.boxes.has(edge.to);
  if (!isDown) {
    if (a.x === b.x) {
      drawDown(canvas, a, b, edge.label, options.phase);
      return;
    }
    const placed = first.boxes.has(edge.from) ? first : second;
    drawAcross(canvas, a, b, placed.gutterFor(edge), style, edge.label, options.phase);
    return;
  }
  // Out at the foot, back to the left, down the bus and in.
  const x = a.x + 1;
  const foot = a.y + a.h - 1;
  const bus = first.height;
  drawRoute(
    canvas,
    [
      [x, foot],
      [x, bus],
      [busColumn, bus],
      [busColumn, b.y + 1],
      [b.x - 1, b.y + 1],
    ],
    options.phase,
  );
}

/** With an edge network in the line: users, names, edge, door. */
function inLine(edges: readonly Edge[]): readonly Edge[] {
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
function lanesOf(site: SiteParts, isStacked: boolean): readonly Cell[] {
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
