/** A site that nobody reaches, in the picture: until when, where there is room to say it. */
import { width } from "../cells.ts";
import type { Box } from "./box.ts";
import type { Canvas } from "./canvas.ts";
import type { PictureOptions } from "./types.ts";

/** Says it once a site: below a box of it, or above one, wherever the first free row is. */
export function paintDark(canvas: Canvas, boxes: Iterable<Box>, { dark }: PictureOptions): void {
  if (!dark || dark.size === 0) return;
  const told = new Set<string>();
  for (const { part, x, y, h } of boxes) {
    const { region } = part;
    const text = region === undefined ? undefined : dark.get(region);
    if (region === undefined || text === undefined || told.has(region)) continue;
    const row = [y + h, y - 1].find((at) => canvas.isFree(x, at, width(text) + 2));
    if (row === undefined) continue;
    canvas.text(x + 1, row, text, "bad");
    told.add(region);
  }
}
