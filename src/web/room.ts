/** How large letters are and how many cells fit: the picture fills the window, and never needs a magnifying glass. */
import { leastRoom } from "../ui/frame/too-small.ts";
import type { Room } from "../ui/host.ts";

/** The letters of a picture are never smaller, in CSS pixels; where that is too large for the window, it is scrolled. */
export const leastLetterPx = 10;

/** A page as wide as this many cells is the widest that an eye likes: letters grow from here on. */
const most: Room = { columns: 150, rows: 46 };

/** A cell's width and height, as parts of the letters' size. */
export interface CellShape {
  readonly width: number;
  readonly height: number;
}

export interface Fitted {
  readonly letterPx: number;
  /** The height of a row, in whole CSS pixels. */
  readonly rowPx: number;
  readonly room: Room;
}

/** What there is to fill, in CSS pixels, and how many of the display's own there are to one of them. */
export interface Ground {
  readonly width: number;
  readonly height: number;
  readonly density: number;
}

/**
 * The largest letters with which the smallest screen fits, up to the size that the reader likes; in a very large
 * window larger ones. A cell is as wide as a whole number of the display's pixels, or bars would have seams.
 * @param likedPx the letters' size that the reader has chosen in the browser
 */
export function fitted(window: Ground, shape: CellShape, likedPx: number): Fitted {
  const perColumn = window.width / shape.width;
  const perRow = window.height / shape.height;
  const forAll = Math.min(perColumn / leastRoom.columns, perRow / leastRoom.rows);
  const grown = Math.min(perColumn / most.columns, perRow / most.rows);
  const whole = (letterPx: number, round: (cell: number) => number) =>
    round(letterPx * shape.width * window.density) / (shape.width * window.density);
  const fitting = Math.max(
    Math.min(whole(likedPx, Math.round), whole(forAll, Math.floor)),
    whole(grown, Math.floor),
  );
  const letterPx = Math.max(whole(leastLetterPx, Math.ceil), fitting);
  const rowPx = Math.floor(letterPx * shape.height);
  const cells = (count: number) => Math.floor(count + 1e-6);
  return {
    letterPx,
    rowPx,
    room: {
      columns: Math.max(leastRoom.columns, cells(perColumn / letterPx)),
      rows: Math.max(leastRoom.rows, cells(window.height / rowPx)),
    },
  };
}

/** How far a frame has to be pushed along, so that a stretch is on view: no further than it must, its start above all. */
export function pushedTo(
  frame: { readonly at: number; readonly length: number },
  stretch: { readonly from: number; readonly to: number },
): number {
  const forEnd = Math.max(frame.at, stretch.to - frame.length);
  return Math.max(0, Math.min(forEnd, stretch.from));
}
