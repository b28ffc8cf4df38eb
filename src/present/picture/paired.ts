/** Two sites beside each other: the way to both above them, each site in lines of its own, and the link of their data. */
import type { Design } from "../../sim/index.ts";
import { width } from "../cells.ts";
import { type Box, paintBox } from "./box.ts";
import { Canvas } from "./canvas.ts";
import { drawEdge, type FoldedStyle, inLine, type Line, lanesOf, lineOf, placeLines } from "./folded.ts";
import { type Edge, flowing, siteParts } from "./graph.ts";
import { drawRoute, type Extent, isPlain, paintPlain, place } from "./grid.ts";
import { drawLink } from "./link.ts";
import type { Part } from "./parts.ts";
import type { PictureOptions } from "./types.ts";

/** Rows above the sites: a name, its figure, the line to both, the sites' names. */
const wayRows = 4;
/** Columns that stay free right of a site for the link between the sites' data. */
const linkRoom = 2;

/** Draws the sites beside each other; undefined when there is no room, or when there are not two. */
export function paired(
  design: Design,
  parts: readonly Part[],
  all: readonly Edge[],
  style: FoldedStyle,
  options: PictureOptions,
  room: Extent,
): Canvas | undefined {
  if (design.sites.length !== 2) return undefined;
  const way = parts.filter(({ site }) => site < 0);
  const edges = way.some(({ kind }) => kind === "cdn") ? inLine(all) : all;
  const hasLink = edges.some(({ isBetweenSites }) => isBetweenSites);
  const cells = Math.floor(room.width / 2);
  const names = place(lineOf(way, undefined), edges, style, options, room, style.left, -1);
  if (names === undefined || !way.every((part) => isPlain(style, part))) return undefined;
  const sites = design.sites.map((_, index) => {
    const site = siteParts(design, parts, index);
    const left = index * cells;
    const front = lineOf([...site.front, site.app], site.spare);
    const lines = [front, lanesOf(site, true)].filter(({ length }) => length > 0);
    const end = left + cells - (hasLink ? linkRoom : index === 0 ? 1 : 0);
    const height = room.height - (hasLink ? 1 : 0);
    return {
      site,
      left,
      lines: placeLines(lines, edges, style, options, { width: end, height }, left, wayRows),
    };
  });
  const blocks: { site: (typeof sites)[number]["site"]; left: number; lines: readonly Line[] }[] = [];
  for (const each of sites) {
    if (each.lines === undefined) return undefined;
    blocks.push({ ...each, lines: each.lines });
  }
  const bottom = Math.max(
    ...blocks.flatMap(({ lines }) => lines.map(({ placed, top }) => top + placed.height)),
  );
  const canvas = new Canvas(room.width, bottom + (hasLink ? 1 : 0));
  const boxes = new Map<string, Box>(names.boxes);
  for (const { lines } of blocks)
    for (const { placed } of lines) for (const [id, box] of placed.boxes) boxes.set(id, box);
  for (const box of boxes.values())
    if (isPlain(style, box.part)) paintPlain(canvas, box, options);
    else paintBox(canvas, box, style.detail, options);
  const moving = flowing(edges, parts, options);
  for (const edge of edges) {
    const phase = moving.has(edge) ? options.phase : undefined;
    const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
    if (!from || !to) continue;
    if (edge.isBetweenSites)
      drawLink(canvas, from, to, bottom, [cells - 1, room.width - 1], edge.label, phase);
    else if (to.part.site < 0) drawRoute(canvas, along(from, to), phase);
    else if (from.part.site < 0) {
      const { left } = blocks[to.part.site]!;
      const [x, y] = [(boxes.get((way.at(-1) as Part).id) as Box).x + 1, wayRows - 2];
      const column = left + 1;
      drawRoute(
        canvas,
        [
          [x, y],
          [column, y],
          [column, to.y + 1],
          [to.x - 1, to.y + 1],
        ],
        phase,
      );
    } else {
      const { site, lines, left } = blocks[from.part.site]!;
      drawEdge(canvas, edge, lines, site, style, phase, left);
    }
  }
  blocks.forEach(({ site, left }) => {
    const name = options.words.sites[site.region];
    const until = options.dark?.get(site.region);
    canvas.text(left + busText, wayRows - 1, name, until === undefined ? "title" : "bad");
    if (until !== undefined) canvas.text(left + busText + 1 + width(name), wayRows - 1, until, "bad");
  });
  return canvas;
}

/** Where a site's name stands, right of the line that leads down to it. */
const busText = 3;

/** From one name to the next. */
function along(from: Box, to: Box): readonly (readonly [number, number])[] {
  return [
    [from.x + width(from.part.name) + 1, from.y + 1],
    [to.x - 2, to.y + 1],
  ];
}
