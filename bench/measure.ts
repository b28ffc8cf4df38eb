/** Times of rival pieces of work, taken in turns, so that a busy machine slows all of them alike. */
export interface Work {
  readonly name: string;
  readonly run: () => unknown;
  /** How often in a row, for work that is over at once; the time is that of one. */
  readonly times?: number;
}

/** The best time of each, in ms, over several rounds; the first round only warms up. */
export function bestMs(works: readonly Work[], rounds: number): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (let round = 0; round <= rounds; round++)
    for (const { name, run, times = 1 } of works) {
      const began = performance.now();
      for (let i = 0; i < times; i++) run();
      const ms = (performance.now() - began) / times;
      if (round > 0) best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, ms));
    }
  return best;
}

/** 1234567 → 1,234,567, with three significant digits below 100. */
export function figure(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en-US") : String(Number(value.toPrecision(3)));
}

/** A table as Markdown; all columns but the first to the right. */
export function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => [...(row[i] ?? "")].length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => pad(cell, widths[i] as number, i > 0)).join(" | ")} |`;
  const rule = `|${widths.map((width, i) => (i > 0 ? `${"-".repeat(width + 1)}:` : "-".repeat(width + 2))).join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

function pad(cell: string, width: number, right: boolean): string {
  const gap = " ".repeat(width - [...cell].length);
  return right ? gap + cell : cell + gap;
}
