/**
 * A design too large for boxes: each site a rack, a row a part, shelves by what they do; above them the way that
 * leads to them, between them the link of their data.
 */
import type { Design } from "../../sim/index.ts";
import type { PictureKind, PictureWords } from "../../words/contract/picture.ts";
import { money } from "../../words/figures.ts";
import { padLeft, truncate, width } from "../cells.ts";
import { isFocused, isInTheDark, wordsOf } from "./box.ts";
import { Canvas } from "./canvas.ts";
import { edgesOf, flowing } from "./graph.ts";
import { drawRoute, type Extent } from "./grid.ts";
import {
  type Bit,
  brief,
  liveLines,
  lossCount,
  lossOf,
  main,
  reasonOf,
  shortShare,
  statesOf,
} from "./live.ts";
import { headNow, type Part } from "./parts.ts";
import type { PictureOptions, Tone } from "./types.ts";

const nameCells = 9;
/** "16 of 17×8". */
const headCells = 11;
/** Cells between two racks: the link of their data has an arrow. */
const gaps = { usual: 2, wide: 3 } as const;
const wideFrom = 60;
/** No rack is wider: its figures would stand too far from their names. */
const rackCells = 62;
/** Cells for a percentage or a loss. */
const smallCells = 5;
/** Where the way comes down into a rack, from its left side. */
const door = 2;

/** What stands on each shelf. */
const shelves: readonly (readonly (PictureKind | "?rack" | "?data")[])[] = [
  ["lb", "box", "web", "?rack"],
  ["sessions", "cache"],
  ["db", "replicas", "shards", "kv", "?data"],
  ["queue", "workers"],
];

/** What a rack has room for, the airiest first. */
interface Fit {
  /** The line from the way down to each rack. */
  readonly hasBus: boolean;
  readonly hasShelves: boolean;
  /** The same shelves stand in the same rows in every rack. */
  readonly isAligned: boolean;
  readonly hasFoot: boolean;
}

const fits: readonly Fit[] = [
  { hasBus: true, hasShelves: true, isAligned: true, hasFoot: true },
  { hasBus: false, hasShelves: true, isAligned: true, hasFoot: true },
  { hasBus: true, hasShelves: false, isAligned: true, hasFoot: true },
  { hasBus: false, hasShelves: false, isAligned: true, hasFoot: true },
  { hasBus: false, hasShelves: false, isAligned: true, hasFoot: false },
  { hasBus: false, hasShelves: false, isAligned: false, hasFoot: false },
];

/** A row of a rack: a part, or the top of the next shelf, or nothing where another rack has more. */
type Row = Part | "shelf" | "free";

/** Always possible: what does not fit is counted in the last line. */
export function rack(design: Design, parts: readonly Part[], options: PictureOptions, room: Extent): Canvas {
  const sites = design.sites.map((_, index) => parts.filter(({ site }) => site === index));
  const heightOf = (rows: readonly (readonly Row[])[], { hasBus, hasFoot }: Fit) =>
    2 + (hasBus ? 1 : 0) + Math.max(...rows.map(({ length }) => length)) + (hasFoot ? 1 : 0);
  const possible = sites.length > 1 ? fits : fits.filter(({ hasBus }) => !hasBus);
  const fit =
    possible.find((each) => heightOf(rowsOf(sites, each), each) <= room.height) ?? (fits.at(-1) as Fit);
  const rows = rowsOf(sites, fit);
  const height = Math.max(2, Math.min(room.height, heightOf(rows, fit)));
  const canvas = new Canvas(room.width, height);
  const edges = edgesOf(options.words, design, parts);
  const moving = flowing(edges, parts, options);
  const way = parts.filter(({ site }) => site < 0);
  paintWay(canvas, way, options);
  const top = fit.hasBus ? 2 : 1;
  const gap = room.width < wideFrom ? gaps.usual : gaps.wide;
  const cells = Math.min(rackCells, Math.floor((room.width - 1 - gap * (sites.length - 1)) / sites.length));
  const place = new Map<string, { readonly x: number; readonly y: number }>();
  // Either every row has its price or each rack has their sum: the same dollars never stand twice.
  const { bill, ...bare } = options;
  const hasPrices = bill !== undefined && !options.live;
  const isPricedByRow =
    hasPrices && sites.flat().every((part) => stillRow(part, cells - 3, options).hasPrice);
  const own = isPricedByRow ? options : bare;
  if (hasPrices) for (const part of sites.flat()) canvas.priced.add(part.id);
  rows.forEach((here, index) => {
    const x = 1 + index * (cells + gap);
    paintFrame(canvas, here, { x, y: top, cells, hasFoot: fit.hasFoot });
    here.forEach((row, at) => {
      const y = top + 1 + at;
      if (y >= height || typeof row === "string") return;
      // Only in the last fit rows can have no room, and it has nothing but parts.
      const left = here.length - at;
      if (y === height - 1 && left > 1) canvas.text(x + 2, y, `… ${left}`, "muted");
      else paintRow(canvas, row, x + 2, y, cells - 3, own);
      place.set(row.id, { x, y });
    });
  });
  sites.forEach((here, index) => {
    const x = 1 + index * (cells + gap);
    const entry = edges.find(({ from, to }) => from === "dns" && here.some(({ id }) => id === to));
    const phase = entry && moving.has(entry) ? options.phase : undefined;
    const down = [x + door, 1] as const;
    if (fit.hasBus) drawRoute(canvas, [[1 + door, 1], down, [x + door, top]], phase);
    const price =
      isPricedByRow || !hasPrices ? 0 : here.reduce((sum, { pricePerMonth }) => sum + pricePerMonth, 0);
    paintName(canvas, design, index, { x, y: top, cells }, fit, price, options);
  });
  for (const edge of edges.filter(({ isBetweenSites }) => isBetweenSites)) {
    const [from, to] = [place.get(edge.from), place.get(edge.to)];
    if (!from || !to) continue;
    const [start, end] = [from.x + cells - 1, to.x - 1];
    drawRoute(
      canvas,
      [
        [start, from.y],
        [start + 1, from.y],
        [start + 1, to.y],
        [end, to.y],
      ],
      moving.has(edge) ? options.phase : undefined,
    );
  }
  return canvas;
}

/** The rows of each rack. */
function rowsOf(sites: readonly (readonly Part[])[], { hasShelves, isAligned }: Fit): readonly Row[][] {
  const rows: Row[][] = sites.map(() => []);
  for (const kinds of shelves) {
    const here = sites.map((parts) =>
      parts.filter(({ kind }) => (kinds as readonly string[]).includes(kind)),
    );
    const most = Math.max(...here.map(({ length }) => length));
    if (most === 0) continue;
    rows.forEach((row, index) => {
      const own = here[index] ?? [];
      if (hasShelves && row.length > 0) row.push("shelf");
      row.push(...own);
      if (isAligned) for (let free = own.length; free < most; free++) row.push("free");
    });
  }
  return rows;
}

interface RackFrame {
  readonly x: number;
  readonly y: number;
  readonly cells: number;
}

function paintFrame(
  canvas: Canvas,
  rows: readonly Row[],
  { x, y, cells, hasFoot }: RackFrame & { readonly hasFoot: boolean },
): void {
  const muted = () => "muted" as const;
  const right = x + cells - 1;
  const foot = canvas.height - 1;
  canvas.line(x, y, right, y, muted);
  for (const side of [x, right]) canvas.line(side, y, side, foot, muted);
  if (hasFoot) canvas.line(x, foot, right, foot, muted);
  rows.forEach((row, at) => {
    if (row === "shelf") canvas.line(x, y + 1 + at, right, y + 1 + at, muted);
  });
}

/** The name of a site in the top of its rack, with what it costs; of a dark one, until when. */
function paintName(
  canvas: Canvas,
  { sites }: Design,
  index: number,
  { x, y, cells }: RackFrame,
  { hasBus }: Fit,
  pricePerMonth: number,
  options: PictureOptions,
): void {
  const { words, dark } = options;
  const { region } = sites[index]!;
  const until = dark?.get(region);
  const sign = until !== undefined ? "✗" : hasBus ? "" : "▼";
  const name = sites.length > 1 ? words.sites[region] : "";
  const start = x + door + (hasBus ? 1 : 0);
  const room = cells - (start - x) - 1;
  const price = pricePerMonth > 0 ? money(pricePerMonth) : "";
  const said = [name, until ?? "", price].filter((text) => text !== "").join(" ");
  const text = [sign, said].filter((part) => part !== "").join(" ");
  canvas.text(start, y, ` ${truncate(text, room - 2)} `, until === undefined ? "title" : "bad");
}

/** Users, names and edge in the first line, with what they cost as far as it has room. */
function paintWay(canvas: Canvas, parts: readonly Part[], options: PictureOptions): void {
  let x = 1;
  const cellsOf = ({ name, head }: Part) => width(name) + 1 + (head.text === "" ? 0 : width(head.text) + 1);
  let spare = canvas.width - parts.reduce((sum, part) => sum + cellsOf(part) + 3, 0);
  parts.forEach((part, index) => {
    if (index > 0) {
      canvas.text(x, 0, "─▶", "muted");
      x += 3;
    }
    const loss = lossOf(options.live?.(part.id) ?? {});
    const price = part.pricePerMonth > 0 ? money(part.pricePerMonth) : "";
    const hasPrice = price !== "" && width(price) < spare;
    if (hasPrice) {
      spare -= width(price) + 1;
      canvas.priced.add(part.id);
    }
    const said = hasPrice ? `${part.head.text} ${price}` : part.head.text;
    const figure = loss?.text ?? said;
    canvas.text(x, 0, part.name, toneOf(part, options));
    x += width(part.name) + 1;
    const shown = truncate(figure, canvas.width - x);
    canvas.text(x, 0, shown, loss?.tone ?? (part.head.changed ? "accent" : "muted"));
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
  const nameRoom = nameRoomOf(part);
  if (isInTheDark(part, options)) {
    canvas.text(x, y, truncate(part.name, cells), "muted");
    canvas.text(x + nameRoom, y, truncate(options.words.live.dark, cells - nameRoom), "muted");
    return;
  }
  canvas.text(x, y, truncate(part.name, cells), toneOf(part, options));
  const figures = options.live?.(part.id);
  const rest = cells - nameRoom;
  const tone: Tone = part.head.changed ? "accent" : "text";
  if (figures === undefined) {
    // The name of what is missing says enough.
    if (part.isGhost && width(part.head.text) > rest) return;
    const { head, said } = stillRow(part, cells, options);
    canvas.text(x + nameRoom, y, head, tone);
    // Prices below each other, at the right.
    canvas.text(x + cells - 1 - width(said), y, said, part.isNew ? "accent" : "muted");
    return;
  }
  const headRoom = rest < headCells + 8 ? Math.max(0, rest - 6) : headCells;
  const head = shorten(headNow(options.words, part, figures.boxes), headRoom);
  canvas.text(x + nameRoom, y, head, tone);
  const left = nameRoom + headRoom + 1;
  let at = x + left;
  for (const { text, tone } of moving(options.words, part, figures, cells - left)) {
    const shown = truncate(text, x + cells - at);
    canvas.text(at, y, shown, tone);
    at += width(shown);
  }
}

function nameRoomOf({ name }: Part): number {
  return Math.max(nameCells, width(name)) + 1;
}

/** A row of what does not run: its figure, its words at the right, and whether what it costs is among them. */
function stillRow(part: Part, cells: number, options: PictureOptions) {
  const rest = cells - nameRoomOf(part);
  const head = shorten(part.head.text, rest);
  const said = wordsOf(part, options, rest - width(head) - 3);
  const hasPrice = part.pricePerMonth === 0 || said.includes(money(part.pricePerMonth));
  return { head, said, hasPrice };
}

/** A figure in so many cells: without its spaces, its unit, what it was before; then cut. */
function shorten(head: string, cells: number): string {
  const tight = head.replaceAll(" × ", "×");
  const bare = tight.replace(/ (?:GB|vCPU)$/, "");
  const now = bare.replace(/[^×→ ]+→/g, "");
  return [head, tight, bare, now].find((each) => width(each) <= cells) ?? truncate(now, cells);
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
    // Four are left beside the cross: of thousands no more than how many.
    const loss = lossCount(lost);
    const short = width(loss) < smallCells ? loss : `${Math.round(lost / 1_000)}k`;
    if (lost > 0) return [{ text: `✗${short}`, tone: "bad" }];
    if (figures.down) return [{ text: "✗", tone: "bad" }];
    const { each: _, ...even } = figures;
    const [bit] = main(words, part, even, smallCells);
    const share = figures.hitRatio ?? figures.utilization;
    const figure =
      part.kind === "queue" && figures.depth !== undefined
        ? brief(figures.depth)
        : share === undefined
          ? ""
          : shortShare(share);
    return [{ text: figures.fog ? "?" : padLeft(figure, smallCells), tone: bit?.tone ?? "muted" }];
  }
  const line =
    liveLines(words, part, figures, 1, Math.max(9, Math.min(20, room - 9)), {
      text: "",
      tone: "muted",
    })[0] ?? [];
  const used = line.reduce((sum, { text }) => sum + width(text), 1);
  const more: Bit[] = [
    { text: reasonOf(words, figures), tone: "bad" as const },
    ...statesOf(words, figures).map((text): Bit => ({ text, tone: "accent" })),
  ].filter(({ text }) => text !== "" && used + width(text) <= room);
  return [...line, ...more.slice(0, 1).map(({ text, tone }): Bit => ({ text: ` ${text}`, tone }))];
}
