/** A drawn line as cells: what stands in each, and how it looks. */
import width, { ONE_CELL_EACH } from "../present/cell-width.ts";

/** A cell as shown. Colors are `#rrggbb`, a palette number, or undefined for the background's own. */
export interface StyledCell {
  readonly text: string;
  /** Cells that it takes; what a wide character covers has none. */
  readonly width: number;
  readonly color: string | number | undefined;
  readonly background: string | number | undefined;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly inverse: boolean;
}

type Style = Omit<StyledCell, "text" | "width">;

const plainStyle: Style = {
  ...{ color: undefined, background: undefined },
  ...{ bold: false, dim: false, italic: false, underline: false, inverse: false },
};

/** What the codes of theme.ts do to a style. */
const effects: Readonly<Record<string, Partial<Style>>> = {
  "0": plainStyle,
  "1": { bold: true },
  "2": { dim: true },
  "4": { underline: true },
  "7": { inverse: true },
  "22": { bold: false, dim: false },
  "24": { underline: false },
  "27": { inverse: false },
  "39": { color: undefined },
};

const segmenter = new Intl.Segmenter();

function segmentsOf(text: string): readonly string[] {
  return ONE_CELL_EACH.test(text) ? [...text] : Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The cells of a line of a screen, filled up to its width. */
export function cellsOf(line: string, columns: number): readonly StyledCell[] {
  const cells: StyledCell[] = [];
  let style = plainStyle;
  for (const [at, part] of line.split(/\u001B\[([\d;]*)m/).entries()) {
    if (at % 2 === 1) {
      style = styledBy(style, part);
      continue;
    }
    for (const segment of segmentsOf(part)) {
      const wide = width(segment);
      if (wide === 0) continue;
      cells.push({ ...style, text: segment, width: wide });
      for (let covered = 1; covered < wide; covered++) cells.push({ ...style, text: "", width: 0 });
    }
  }
  while (cells.length < columns) cells.push({ ...plainStyle, text: " ", width: 1 });
  return cells;
}

function styledBy(style: Style, codes: string): Style {
  const [, red, green, blue] = /^38;2;(\d+);(\d+);(\d+)$/.exec(codes) ?? [];
  if (red === undefined) return { ...style, ...effects[codes || "0"] };
  const color = [red, green, blue].map((part) => Number(part).toString(16).padStart(2, "0")).join("");
  return { ...style, color: `#${color}` };
}
