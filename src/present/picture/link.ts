/** The link between two sites' data. */
import { width } from "../cells.ts";
import type { Box } from "./box.ts";
import type { Canvas } from "./canvas.ts";
import { drawRoute } from "./grid.ts";

/**
 * From a box of one site to one of another: out to the right, along a free column and perhaps a free row, and in
 * from the right.
 * @param row the free row below both; without one, both have the same column at their right
 * @param columns the free columns right of either
 */
export function drawLink(
  canvas: Canvas,
  from: Box,
  to: Box,
  row: number | undefined,
  [near, far]: readonly [number, number],
  label: string | undefined,
  phase: number | undefined,
): void {
  const [y, end] = [from.y + 1, to.y + 1];
  const down: (readonly [number, number])[] =
    row === undefined
      ? []
      : [
          [near, row],
          [far, row],
        ];
  drawRoute(canvas, [[from.x + from.w - 1, y], [near, y], ...down, [far, end], [to.x + to.w, end]], phase);
  if (label !== undefined && row !== undefined && far - near > width(label) + 6)
    canvas.text(near + 3, row, ` ${label} `, "muted");
}
