/** A picture for a golden file: below each line the first letter of the tone of each of its glyphs. */
import type { PictureLine } from "../../src/present/picture/index.ts";

/** By the theme's names; "T" is a title, "$" money, "." muted, "x" text. */
const letters: Readonly<Record<string, string>> = { title: "T", money: "$", muted: ".", text: "x" };

export function inTones(lines: readonly PictureLine[]): string {
  return lines
    .map((spans) => {
      const text = spans.map((span) => span.text).join("");
      const tones = spans
        .map((span) => span.text.replace(/[^ ]/gu, letters[span.tone] ?? (span.tone[0] as string)))
        .join("");
      return `${text}\n${tones.trimEnd()}`;
    })
    .join("\n");
}

/** What is told in each room from `from` to `to` cells, a line for all rooms in which it is the same: "24–31: web". */
export function byRoom(from: number, to: number, tell: (cells: number) => string): string[] {
  const told: { readonly from: number; to: number; readonly text: string }[] = [];
  for (let cells = from; cells <= to; cells++) {
    const text = tell(cells);
    const last = told.at(-1);
    if (last?.text === text) last.to = cells;
    else told.push({ from: cells, to: cells, text });
  }
  return told.map(({ text, ...room }) => `${room.from}–${room.to}: ${text}`);
}
