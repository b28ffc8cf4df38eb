/** A design too large for boxes: a line a part, one or two columns, in the order of the path. */
import type { Design } from "../../sim/index.ts";
import { clip, wordsOf } from "./box.ts";
import { Canvas } from "./canvas.ts";
import type { Room } from "./grid.ts";
import { brief, levelTone, liveLines, reasonOf, shortPercent } from "./live.ts";
import type { Part } from "./parts.ts";
import type { PictureOptions, Tone } from "./types.ts";
import { partWords, siteWords } from "./words-en.ts";

const nameCells = 9;

/** Always possible: what does not fit is counted in the last line. */
export function list(design: Design, parts: readonly Part[], options: PictureOptions, room: Room): Canvas {
  const shared = parts.filter(({ site }) => site < 0);
  const sites = design.sites.map((_, index) => parts.filter(({ site }) => site === index));
  const rows = Math.max(...sites.map(({ length }) => length));
  const head = design.sites.length > 1 ? 1 : 0;
  const canvas = new Canvas(room.width, Math.min(room.height, shared.length + head + rows));
  let y = 0;
  for (const part of shared) {
    canvas.text(1, y, part.kind === "users" ? "" : "└", "muted");
    paintRow(canvas, part, part.kind === "users" ? 1 : 3, y, room.width - 3, options);
    y++;
  }
  const gap = 2;
  const cells = Math.floor((room.width - 2 - gap * (sites.length - 1)) / sites.length);
  sites.forEach((here, index) => {
    const x = 1 + index * (cells + gap);
    if (head > 0) canvas.text(x, y, siteWords[design.sites[index]?.region ?? ""] ?? "", "title");
    here.forEach((part, row) => {
      const at = y + head + row;
      if (at >= canvas.height) return;
      const isLast = row === here.length - 1;
      if (at === canvas.height - 1 && !isLast) {
        canvas.text(x, at, `… ${here.length - row}`, "muted");
        return;
      }
      canvas.text(x, at, isLast ? "└" : "├", "muted");
      paintRow(canvas, part, x + 2, at, cells - 2, options);
    });
  });
  return canvas;
}

function paintRow(
  canvas: Canvas,
  part: Part,
  x: number,
  y: number,
  cells: number,
  options: PictureOptions,
): void {
  const figures = options.live?.(part.id);
  const tone: Tone =
    options.focus === part.id
      ? "focus"
      : part.isGhost
        ? "warn"
        : part.kind === "users"
          ? "user"
          : part.isData
            ? "data"
            : "title";
  canvas.text(x, y, clip(part.name, nameCells + 2), tone);
  const left = x + Math.max(nameCells, part.name.length) + 1;
  const rest = x + cells - left;
  if (rest < 1) return;
  canvas.text(left, y, clip(part.head.text, rest), part.head.changed ? "accent" : "text");
  if (figures === undefined) {
    const words = wordsOf(part, options);
    const start = left + Math.max(7, part.head.text.length) + 1;
    const text = clip(words, x + cells - start);
    canvas.text(start, y, text, part.isNew ? "accent" : "muted");
    return;
  }
  // Live figures stand at the end of the line, over the least telling words.
  const lost = figures.lostPerSec ?? 0;
  const short =
    lost > 0
      ? `✗ ${brief(lost)}/s`
      : figures.utilization === undefined
        ? ""
        : shortPercent(figures.utilization);
  const wide = rest >= 20;
  const bits = wide ? (liveLines(part, figures, 1, 9, { text: "", tone: "muted" })[0] ?? []) : [];
  const text = wide ? `${bits.map((bit) => bit.text).join("")} ${reasonOf(figures)}`.trimEnd() : short;
  const color: Tone =
    lost > 0 ? "bad" : wide ? (bits[0]?.tone ?? "muted") : levelTone(figures.utilization ?? 0);
  const room = wide ? rest - 8 : 6;
  const shown = clip(text, room);
  canvas.text(x + cells - (wide ? room : shown.length), y, shown, color);
}

/** The name of a part in full. */
export function longName(part: Part): string {
  return partWords[part.kind]?.long ?? part.name;
}
