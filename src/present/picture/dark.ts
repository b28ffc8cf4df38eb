/** A site that nobody reaches, in the picture: until when, where there is room to say it. */
import { width } from "../cells.ts";
import type { Box } from "./box.ts";
import type { Canvas } from "./canvas.ts";
import type { PictureOptions } from "./types.ts";

/** Says it once a site: below a box of it, or above one, or else in a box that has room, whichever comes first. */
export function paintDark(canvas: Canvas, boxes: Iterable<Box>, { dark }: PictureOptions): void {
  if (!dark || dark.size === 0) return;
  const all = [...boxes];
  for (const [region, text] of dark) {
    const here = all.filter(({ part }) => part.region === region);
    const places = [
      ...here.flatMap(({ x, y, h }) =>
        [y + h, y - 1]
          .filter((row) => canvas.isFree(x, row, width(text) + 2))
          .map((row) => [x + 1, row] as const),
      ),
      ...here.flatMap(({ x, y, w }) => {
        // Where the box has written that it is dark.
        const left = canvas.hasText(x + 1, y + 1, 1) ? x + 1 : x + 2;
        return left + width(text) <= x + w - 1 ? [[left, y + 1] as const] : [];
      }),
    ];
    const [first] = places;
    if (first) canvas.text(...first, text, "bad");
  }
}
