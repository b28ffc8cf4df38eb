/** A curve in one line of text: a bar for each part of it. */

const barGlyphs = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] as const;

/** Shares, 0…1, as bars. */
export function sparkline(shares: readonly number[]): string {
  return shares
    .map(
      (share) => barGlyphs[Math.max(0, Math.min(barGlyphs.length - 1, Math.floor(share * barGlyphs.length)))],
    )
    .join("");
}

/** Where each of so many equal parts of a row begins and ends. */
export function partsOf(length: number, count: number): readonly (readonly [from: number, to: number])[] {
  return Array.from({ length: count }, (_, n) => [
    Math.floor((n * length) / count),
    Math.floor(((n + 1) * length) / count),
  ]);
}
