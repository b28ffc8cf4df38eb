/** Rows of text as columns. */
import { width } from "./cells.ts";

/** Rows as aligned columns, two spaces apart; columns of figures to the right. A line a row. */
export function tableLines(rows: readonly (readonly string[])[], right: readonly number[] = []): string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, width(cell));
    });
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const gap = " ".repeat((widths[i] ?? 0) - width(cell));
        return right.includes(i) ? gap + cell : cell + gap;
      })
      .join("  ")
      .trimEnd(),
  );
}

/** The same as one text. */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  return tableLines(rows, right).join("\n");
}
