/** The whole path along one line: users, names, edge, balancer, web, cache, data; what hangs below hangs below. */
import type { Design } from "../../sim/index.ts";
import { paintBox } from "./box.ts";
import { Canvas } from "./canvas.ts";
import { paintDark } from "./dark.ts";
import { type Edge, flowing, type SiteParts, siteParts } from "./graph.ts";
import {
  type Cell,
  drawAcross,
  drawBack,
  drawDown,
  type Extent,
  type GridStyle,
  isPlain,
  paintPlain,
  place,
} from "./grid.ts";
import { drawLink } from "./link.ts";
import type { Part } from "./parts.ts";
import type { PictureOptions } from "./types.ts";

export interface SpreadStyle extends GridStyle {
  /** Workers stand left of their queue instead of below it. */
  readonly isShort: boolean;
}

const column = { users: 0, names: 1, door: 2, app: 3, near: 4, data: 5 } as const;

/** Columns right of all boxes for the link between the sites' data. */
const linkRoom = 2;

/** Draws the path along one line; undefined when there is no room. */
export function spread(
  design: Design,
  parts: readonly Part[],
  edges: readonly Edge[],
  style: SpreadStyle,
  options: PictureOptions,
  room: Extent,
): Canvas | undefined {
  const cells = cellsOf(design, parts, style.isShort);
  const links = edges.filter(({ isBetweenSites }) => isBetweenSites);
  const own = edges.filter(({ isBetweenSites }) => !isBetweenSites);
  const within = { ...room, width: room.width - (links.length > 0 ? linkRoom : 0) };
  const placed = place(cells, own, style, options, within, style.left, 0);
  if (placed === undefined) return undefined;
  const canvas = new Canvas(room.width, placed.height);
  for (const cell of cells) {
    const box = placed.boxes.get(cell.part.id);
    if (box === undefined) continue;
    if (isPlain(style, cell.part)) paintPlain(canvas, box, options);
    else paintBox(canvas, box, style.detail, options);
  }
  const moving = flowing(edges, parts, options);
  for (const edge of edges) {
    const { from, to, label } = edge;
    const phase = moving.has(edge) ? options.phase : undefined;
    const [a, b] = [placed.boxes.get(from), placed.boxes.get(to)];
    if (a === undefined || b === undefined) continue;
    if (edge.isBetweenSites) {
      const free = placed.width + 1;
      drawLink(canvas, a, b, undefined, [free, free], undefined, phase);
    } else if (a.x === b.x) drawDown(canvas, a, b, label, phase);
    else if (b.x < a.x) drawBack(canvas, a, b, phase);
    else drawAcross(canvas, a, b, placed.gutterFor(edge), style, label, phase);
  }
  paintDark(canvas, placed.boxes.values(), options);
  return canvas;
}

function cellsOf(design: Design, parts: readonly Part[], isShort: boolean): readonly Cell[] {
  const cells: Cell[] = [];
  const add = (part: Part | undefined, at: number, row: number) => {
    if (part) cells.push({ part, column: at, row });
  };
  const find = (kind: string) => parts.find((part) => part.kind === kind);
  add(find("users"), column.users, 0);
  add(find("dns") ?? find("?name"), column.names, 0);
  add(find("cdn"), column.names, 1);
  let top = 0;
  design.sites.forEach((_, index) => {
    const used = siteCells(siteParts(design, parts, index), top, isShort, add);
    top += index === 0 && find("cdn") ? Math.max(2, used) : used;
  });
  return cells;
}

function siteCells(
  site: SiteParts,
  top: number,
  isShort: boolean,
  add: (part: Part | undefined, at: number, row: number) => void,
): number {
  add(site.get("lb"), column.door, top);
  let app = top;
  add(site.app, column.app, app++);
  if (site.spare) add(site.spare, column.app, app++);
  const queue = site.get("queue");
  const workers = site.get("workers");
  if (queue) add(queue, column.app, app++);
  if (workers) add(workers, queue && isShort ? column.door : column.app, queue && isShort ? app - 1 : app++);
  const cache = site.get("cache");
  add(cache, column.near, top);
  const sessions = site.get("sessions");
  add(sessions, column.near, top + 1);
  let data = top;
  for (const part of site.data) {
    add(part, column.data, data++);
    if (part.kind === "db" && site.get("replicas")) add(site.get("replicas"), column.data, data++);
  }
  if (!site.get("db") && site.get("replicas")) add(site.get("replicas"), column.data, data++);
  return Math.max(app, data, top + (sessions ? 2 : 1)) - top;
}
