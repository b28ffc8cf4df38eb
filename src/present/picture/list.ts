/** A design too large for boxes: a line a part, a column a site, in the order of the path. */
import type { Design, Site } from "../../sim/index.ts";
import type { PictureWords } from "../../words/contract/picture.ts";
import { padLeft, truncate, width } from "../cells.ts";
import { isFocused, isInTheDark, wordsOf } from "./box.ts";
import { Canvas } from "./canvas.ts";
import type { Extent } from "./grid.ts";
import { type Bit, brief, liveLines, reasonOf, shortPercent, statesOf } from "./live.ts";
import { headNow, type Part } from "./parts.ts";
import type { PictureOptions, Tone } from "./types.ts";

const nameCells = 9;
/** "16 of 17×8". */
const headCells = 11;
const gap = 2;

/** Always possible: what does not fit is counted in the last line. */
export function list(design: Design, parts: readonly Part[], options: PictureOptions, room: Extent): Canvas {
  const sites = design.sites.map((_, index) => parts.filter(({ site }) => site === index));
  const rows = Math.max(...sites.map(({ length }) => length));
  const head = sites.length > 1 ? 1 : 0;
  const canvas = new Canvas(room.width, Math.max(2, Math.min(room.height, 1 + head + rows)));
  paintWay(
    canvas,
    parts.filter(({ site }) => site < 0),
    options,
  );
  const cells = Math.min(60, Math.floor((room.width - 2 - gap * (sites.length - 1)) / sites.length));
  sites.forEach((here, index) => {
    const x = 1 + index * (cells + gap);
    if (head > 0) paintSite(canvas, design.sites[index]!, x, cells, options);
    here.forEach((part, row) => {
      const y = 1 + head + row;
      const isLast = row === here.length - 1;
      if (y >= canvas.height) return;
      if (y === canvas.height - 1 && !isLast) canvas.text(x, y, `… ${here.length - row}`, "muted");
      else {
        canvas.text(x, y, "│", "muted");
        paintRow(canvas, part, x + 2, y, cells - 2, options);
      }
    });
  });
  return canvas;
}

/** The head of a site's column; of a dark one, until when. */
function paintSite(
  canvas: Canvas,
  { region }: Site,
  x: number,
  cells: number,
  options: PictureOptions,
): void {
  const { words, dark } = options;
  const name = words.sites[region];
  const until = dark?.get(region);
  canvas.text(x, 1, until === undefined ? "▼" : "✗", until === undefined ? "muted" : "bad");
  canvas.text(x + 2, 1, name, until === undefined ? "title" : "bad");
  if (until !== undefined)
    canvas.text(x + 3 + width(name), 1, truncate(until, cells - width(name) - 3), "bad");
}

/** Users, names and edge in the first line. */
function paintWay(canvas: Canvas, parts: readonly Part[], options: PictureOptions): void {
  let x = 1;
  parts.forEach((part, index) => {
    if (index > 0) {
      canvas.text(x, 0, "─▶", "muted");
      x += 3;
    }
    const figures = options.live?.(part.id);
    const lost = figures?.lostPerSec ?? 0;
    const figure = lost > 0 ? `✗ ${brief(lost)}/s` : part.head.text;
    canvas.text(x, 0, part.name, toneOf(part, options));
    x += width(part.name) + 1;
    const shown = truncate(figure, Math.max(0, canvas.width - x));
    canvas.text(x, 0, shown, lost > 0 ? "bad" : part.head.changed ? "accent" : "muted");
    x += shown === "" ? 0 : width(shown) + 1;
  });
}

function toneOf(part: Part, options: PictureOptions): Tone {
  if (isFocused(part, options)) return "focus";
  if (part.isGhost) return "warn";
  return part.kind === "users" ? "user" : part.isData ? "data" : "title";
}

function paintRow(
  canvas: Canvas,
  part: Part,
  x: number,
  y: number,
  cells: number,
  options: PictureOptions,
): void {
  const nameRoom = Math.max(nameCells, width(part.name)) + 1;
  if (isInTheDark(part, options)) {
    canvas.text(x, y, truncate(part.name, cells), "muted");
    canvas.text(x + nameRoom, y, truncate(options.words.live.dark, cells - nameRoom), "muted");
    return;
  }
  canvas.text(x, y, truncate(part.name, cells), toneOf(part, options));
  const figures = options.live?.(part.id);
  const rest = cells - nameRoom;
  const headRoom = figures !== undefined && rest < headCells + 8 ? Math.max(0, rest - 6) : headCells;
  const head = shorten(headNow(options.words, part, figures?.boxes), Math.min(rest, headRoom));
  canvas.text(x + nameRoom, y, head, part.head.changed ? "accent" : "text");
  const left = nameRoom + headRoom + 1;
  const room = cells - left;
  if (room < (figures === undefined ? 6 : 1)) return;
  const bits =
    figures === undefined ? [still(part, options, room)] : moving(options.words, part, figures, room);
  let at = x + left;
  for (const { text, tone } of bits) {
    const shown = truncate(text, x + cells - at);
    canvas.text(at, y, shown, tone);
    at += width(shown) + 1;
  }
}

/** A figure in so many cells: without its spaces, then without its unit, then cut. */
function shorten(head: string, cells: number): string {
  if (width(head) <= cells) return head;
  const tight = head.replaceAll(" × ", "×");
  return width(tight) <= cells ? tight : truncate(tight.replace(/ (?:GB|vCPU)$/, ""), cells);
}

function still(part: Part, options: PictureOptions, cells: number): Bit {
  return { text: wordsOf(part, options, cells), tone: part.isNew ? "accent" : "muted" };
}

/** Live figures in the cells that are left: five are enough for a percentage or a loss. */
function moving(
  words: PictureWords,
  part: Part,
  figures: NonNullable<ReturnType<NonNullable<PictureOptions["live"]>>>,
  room: number,
): Bit[] {
  const lost = figures.lostPerSec ?? 0;
  if (room < 9) {
    if (lost > 0) return [{ text: `✗${brief(lost)}`, tone: "bad" }];
    if (figures.down) return [{ text: "✗", tone: "bad" }];
    const [bit] = liveLines(words, part, figures, 1, 9, { text: "", tone: "muted" })[0] ?? [];
    const share = figures.hitRatio ?? figures.utilization;
    const figure =
      part.kind === "queue" && figures.depth !== undefined
        ? brief(figures.depth)
        : share === undefined
          ? ""
          : shortPercent(share);
    return [{ text: figures.fog ? "?" : padLeft(figure, 5), tone: bit?.tone ?? "muted" }];
  }
  const line =
    liveLines(words, part, figures, 1, room >= 18 ? Math.min(20, room - 9) : 9, {
      text: "",
      tone: "muted",
    })[0] ?? [];
  const used = line.reduce((sum, { text }) => sum + width(text) + 1, 0);
  const more: Bit[] = [
    { text: reasonOf(words, figures), tone: "bad" as const },
    ...statesOf(words, figures).map((text): Bit => ({ text, tone: "accent" })),
  ].filter(({ text }) => text !== "" && used + width(text) <= room);
  return [...line, ...more.slice(0, 1)];
}
