import { width } from "../../src/present/cells.ts";

/** Which arms a box-drawing glyph has: up, right, down, left. */
const ARMS: Readonly<Record<string, string>> = {
  "─": "rl",
  "│": "ud",
  "┌": "rd",
  "┐": "dl",
  "└": "ur",
  "┘": "ul",
  "├": "urd",
  "┤": "udl",
  "┬": "rdl",
  "┴": "url",
  "┼": "urdl",
  "╌": "rl",
  "╎": "ud",
};

const STEPS = [
  { arm: "u", back: "d", row: -1, column: 0 },
  { arm: "r", back: "l", row: 0, column: 1 },
  { arm: "d", back: "u", row: 1, column: 0 },
  { arm: "l", back: "r", row: 0, column: -1 },
] as const;

/**
 * Where a picture's lines miss each other, as "row:column glyph" (both from 1). Corners and junctions must meet
 * a line or an arrowhead with every arm, or a blank before words in the frame; a plain line may end in the open, but not beside one it should meet.
 */
export function raggedEdges(lines: readonly string[]): string[] {
  // A wide character stands in two cells.
  const grid = lines.map((line) => [...line].flatMap((char) => (width(char) > 1 ? [char, ""] : [char])));
  const at = (row: number, column: number) => grid[row]?.[column] ?? " ";
  const meets = (row: number, column: number, arm: string) =>
    (ARMS[at(row, column)] ?? "").includes(arm) || "▶◀▲▼╎╌".includes(at(row, column));
  const ragged: string[] = [];
  grid.forEach((glyphs, row) => {
    glyphs.forEach((glyph, column) => {
      const arms = ARMS[glyph] ?? "";
      for (const step of STEPS) {
        if (!arms.includes(step.arm)) continue;
        const there = [row + step.row, column + step.column] as const;
        if (meets(...there, step.back)) continue;
        // Where room is short, words in a frame stand a blank away from its corner.
        const beyond = at(row, column + 2 * step.column);
        if (step.column !== 0 && at(...there) === " " && /[\p{L}\p{N}$%✗▲■…]/u.test(beyond)) continue;
        const plain = "│─╎╌".includes(glyph);
        const beside = glyph === "│" && [-1, 1].some((shift) => meets(there[0], there[1] + shift, step.back));
        if (!plain || beside) ragged.push(`${row + 1}:${column + 1} ${glyph}`);
      }
    });
  });
  return ragged;
}
