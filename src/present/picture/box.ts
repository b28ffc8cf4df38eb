/** One part as a box: how large it is in a given detail, and how it is painted. */
import { money } from "../../words/figures.ts";
import { truncate, width } from "../cells.ts";
import type { Canvas } from "./canvas.ts";
import { type Bit, liveLines, lossOf, reasonOf, statesOf } from "./live.ts";
import { headNow, type Part, type Value } from "./parts.ts";
import type { PartFigures, PictureOptions, Tone } from "./types.ts";

/** How much a picture says about each part. */
export interface Detail {
  /** Lines inside a box. */
  readonly rows: number;
  /** Cells between frame and text. */
  readonly pad: number;
  readonly live: boolean;
  /** The main figure stands beside the name, in the frame. */
  readonly headInTitle: boolean;
  readonly prices: boolean;
  /** Sizes that do not follow the texts: for choosing an arrangement that a setting does not change. */
  readonly isNominal?: boolean;
}

export interface Box {
  readonly part: Part;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Room that live figures take, whatever they are. */
const liveRoom = { one: 9, more: 11 } as const;
/** Parts that have no gauge of their own. */
const hasNoGauge: ReadonlySet<string> = new Set(["dns", "cdn", "?name", "?rack", "?data"]);
/** Room for a hit ratio or for what such a part loses. */
const smallRoom = 8;
/** The width of a box whose texts are not looked at. */
const nominalCells = { usual: 12, wide: 15 } as const;
const wideFrom = 60;
/** So many bars stand apart from each other. */
const airyBars = 9;
/** A percentage and the blank before it. */
const percentRoom = 5;

const tight = (text: string) => text.replaceAll(" × ", "×");

function titleOf(part: Part, detail: Detail): { name: string; head: string } {
  if (part.isGhost) return { name: "", head: "" };
  return { name: part.name, head: detail.headInTitle ? tight(part.head.text) : "" };
}

/** The values of a box that stands still, each on a line of its own. */
function stillValues(part: Part, detail: Detail, cells: number): readonly Value[] {
  if (part.isGhost) return [{ text: part.name, changed: false }, part.head].slice(0, detail.rows);
  const small =
    part.stack > 0 && detail.rows > 1 ? [{ text: stackText(part.stack, cells), changed: false }] : [];
  return [...(detail.headInTitle ? [] : [part.head]), ...small, ...part.lines];
}

/** The same in so many lines: where there are more, several share a line as far as it has room. */
function stillLines(part: Part, detail: Detail, cells: number): readonly (readonly Value[])[] {
  const values = stillValues(part, detail, cells);
  const lines: Value[][] = [];
  values.forEach((value, at) => {
    const last = lines.at(-1);
    const used = (last ?? []).reduce((sum, { text }) => sum + width(text) + 2, 0);
    const mustShare = values.length - at > detail.rows - lines.length;
    const mayShare = lines.length > (part.stack > 0 && detail.rows > 2 ? 2 : 1) || detail.rows === 1;
    if (last && mustShare && mayShare && used + width(value.text) <= cells) last.push(value);
    else if (lines.length < detail.rows) lines.push([value]);
  });
  return lines;
}

/** Small boxes in a row, as many as fit. */
function stackText(count: number, cells: number): string {
  const room = Math.max(8, cells);
  if (count * 2 - 1 <= room) return Array.from({ length: count }, () => "■").join(" ");
  if (count <= room) return "■".repeat(count);
  return `${"■".repeat(Math.max(1, room - 2))} …`;
}

function tagsOf(part: Part, options: PictureOptions, detail: Detail): Bit[] {
  const tags: Bit[] = [];
  if (part.isNew) tags.push({ text: options.words.fresh, tone: "accent" });
  if (options.single && part.isSingle) tags.push({ text: "▲1", tone: "warn" });
  if (detail.prices && part.pricePerMonth > 0)
    tags.push({ text: money(Math.round(part.pricePerMonth)), tone: "money" });
  return tags;
}

/** Cells of a foot that no word has: it begins with a corner and, perhaps, a line that leaves downwards. */
const feet = 5;

/** While it runs: why it loses requests, or else what befalls its boxes if that has room, or else how it is set. */
function liveTags(
  { part, w }: Pick<Box, "part" | "w">,
  detail: Detail,
  { words }: PictureOptions,
  figures: PartFigures | undefined,
): Bit[] {
  const reason = reasonOf(words, figures);
  if (reason !== "") {
    const tags: Bit[] = [{ text: reason, tone: "bad" }];
    // Boxes that stand one by one leave no room for it in their line.
    return detail.rows === 1 && figures?.each ? [lossOf(figures) as Bit, ...tags] : tags;
  }
  const states = statesOf(words, figures).map((text): Bit => ({ text, tone: "accent" }));
  if (states.some((state) => lengthOf([state]) <= w - feet)) return states;
  const head =
    detail.rows === 1 && !detail.headInTitle && figures !== undefined && !hasNoGauge.has(part.kind);
  const count: Bit[] = head ? [{ text: tight(headNow(words, part, figures?.boxes)), tone: "text" }] : [];
  return [...count, ...part.marks.map(({ text }): Bit => ({ text, tone: "muted" }))];
}

const lengthOf = (bits: readonly Bit[]) =>
  bits.reduce((sum, bit) => sum + width(bit.text), 0) + Math.max(0, bits.length - 1);

/** Cells that live figures need; boxes that stand side by side need one each, and one for a newcomer. */
function liveRoomOf(part: Part, detail: Detail): number {
  if (hasNoGauge.has(part.kind)) return smallRoom;
  const room = detail.rows === 1 ? liveRoom.one : liveRoom.more;
  // Two dozen boxes that differ have half a cell each.
  if (part.kind === "web" && detail.rows > 1) return room + percentRoom + 1;
  if (part.stack === 0) return room;
  // With air between the bars where the box has lines to spare.
  const bars = detail.rows > 1 && part.stack <= airyBars ? part.stack * 2 : part.stack;
  return Math.max(room, bars + 1 + percentRoom);
}

/** How wide and high a box must be. */
export function sizeOf(part: Part, detail: Detail, options: PictureOptions): { w: number; h: number } {
  const { name, head } = titleOf(part, detail);
  if (detail.isNominal)
    return {
      w: Math.max(width(name) + 4, nominalCells[options.width < wideFrom ? "usual" : "wide"]),
      h: detail.rows + 2,
    };
  const headRoom = detail.live ? part.headRoom : width(part.head.text);
  const title = width(name) + (head === "" ? 0 : 1 + headRoom);
  const room = detail.live ? liveRoomOf(part, detail) : 0;
  const head2 = detail.headInTitle || (detail.live && detail.rows === 1 && room > 0) ? 0 : headRoom;
  const still =
    detail.live && room > smallRoom
      ? []
      : stillValues(part, detail, 8)
          .slice(0, detail.rows)
          .map(({ text }) => width(text));
  const inner = Math.max(room, head2, ...still);
  const tags = detail.live ? [] : tagsOf(part, options, detail);
  const lines = Math.min(detail.rows, stillValues(part, detail, 8).length);
  return {
    w: Math.max(inner + 2 + 2 * detail.pad, title + 4 + 2 * detail.pad, lengthOf(tags) + 5 + 2 * detail.pad),
    h: (detail.live ? detail.rows : lines) + 2,
  };
}

/** Paints a box; lines that meet it are painted by themselves. */
export function paintBox(canvas: Canvas, box: Box, detail: Detail, options: PictureOptions): void {
  const { part, x, y, w, h } = box;
  const isFocus = isFocused(part, options);
  const isDark = isInTheDark(part, options);
  const figures = detail.live && !isDark ? options.live?.(part.id) : undefined;
  const isFailing = (figures?.lostPerSec ?? 0) > 0 || figures?.down === true;
  const frame: Tone = isFocus ? "focus" : isFailing ? "bad" : part.isNew ? "accent" : "muted";
  if (part.isGhost) canvas.ghost(x, y, w, h, isFocus ? "focus" : "warn");
  else canvas.frame(x, y, w, h, frame);
  const left = x + 1 + detail.pad;
  const inner = w - 2 - 2 * detail.pad;
  const dark: Bit[][] = [[{ text: options.words.live.dark, tone: "muted" }]];
  (isDark ? dark : bodyOf(part, detail, inner, figures, options)).forEach((bits, row) => {
    let column = left;
    for (const { text, tone } of bits) {
      const cut = truncate(text, left + inner - column);
      canvas.text(column, y + 1 + row, cut, tone);
      column += width(cut);
    }
  });
  if (part.isGhost) return;
  paintTitle(canvas, box, detail, figures?.boxes, isFocus ? "focus" : isDark ? "muted" : undefined, options);
  if (isDark) return;
  paintTags(
    canvas,
    box,
    detail.live ? liveTags(box, detail, options, figures) : tagsOf(part, options, detail),
  );
}

/** Whether the part stands in a site that is dark. */
export function isInTheDark({ region }: Part, { dark }: Pick<PictureOptions, "dark">): boolean {
  return region !== undefined && dark?.has(region) === true;
}

function paintTitle(
  canvas: Canvas,
  box: Box,
  detail: Detail,
  boxes: number | undefined,
  forced: Tone | undefined,
  { words }: PictureOptions,
): void {
  const { part, x, y, w } = box;
  const { name, head } = titleOf(part, detail);
  const figure = head === "" ? "" : ` ${tight(headNow(words, part, boxes))}`;
  const whole = width(name) + (head === "" ? 0 : 1 + part.headRoom);
  // A blank at each side, whatever the room: a name that touches its frame is hard to read.
  const isRoomy = w >= whole + 5;
  const room = w - (isRoomy ? 5 : 4);
  const tone: Tone = forced ?? (part.isData ? "data" : "title");
  const shown = truncate(name, room);
  const left = x + (isRoomy ? 2 : 1);
  canvas.text(left, y, ` ${shown}`, tone);
  const rest = truncate(figure, room - width(shown));
  canvas.text(left + width(shown) + 1, y, `${rest} `, part.head.changed ? "accent" : (forced ?? "text"));
}

function paintTags(canvas: Canvas, box: Box, tags: readonly Bit[]): void {
  const { x, y, w, h } = box;
  if (tags.length === 0) return;
  const room = w - feet;
  const fits: Bit[] = [];
  for (const tag of tags) if (lengthOf([...fits, tag]) <= room) fits.push(tag);
  // What is wrong is said even where it must be cut; the rest has room or is not said.
  const worst = tags.filter(({ tone }) => tone === "bad").slice(0, 1);
  const shown = fits.length > 0 ? fits : worst.map((tag) => ({ ...tag, text: truncate(tag.text, room) }));
  if (shown.length === 0) return;
  if (shown.some(({ tone }) => tone === "money")) canvas.priced.add(box.part.id);
  const cells = lengthOf(shown) + 2;
  let column = x + w - cells - (cells <= room ? 2 : 1);
  shown.forEach((tag, index) => {
    const text = ` ${tag.text}${index === shown.length - 1 ? " " : ""}`;
    canvas.text(column, y + h - 1, text, tag.tone);
    column += width(text);
  });
}

function bodyOf(
  part: Part,
  detail: Detail,
  inner: number,
  figures: ReturnType<NonNullable<PictureOptions["live"]>>,
  { words }: PictureOptions,
): readonly (readonly Bit[])[] {
  const headTone: Tone = part.isGhost ? "warn" : part.head.changed ? "accent" : "text";
  const still = stillLines(part, detail, inner).map((values, row): Bit[] =>
    values.flatMap(({ text, changed }, at) => [
      ...(at > 0 ? [{ text: ", ", tone: "muted" as const }] : []),
      { text, tone: changed ? "accent" : row === 0 && at === 0 ? headTone : "muted" },
    ]),
  );
  // Where one line must do, the small boxes stand beside the figure if there is room.
  const said = (still[0] ?? []).reduce((sum, { text }) => sum + width(text), 0);
  const room = detail.rows === 1 ? inner - said - 2 : 0;
  const small = part.stack <= room ? part.stack : room - 2;
  if (small > 0 && small >= Math.min(8, part.stack))
    still[0]?.push({ text: `  ${"■".repeat(small)}${small < part.stack ? " …" : ""}`, tone: "muted" });
  if (part.isGhost && (figures?.lostPerSec ?? 0) > 0) {
    const name: Bit[] = [{ text: part.name, tone: detail.rows === 1 ? "bad" : "warn" }];
    return detail.rows === 1
      ? [name]
      : [name, ...liveLines(words, part, figures, 1, inner, { text: "", tone: "muted" })];
  }
  if (!detail.live || part.isGhost) return still;
  const calm: Bit = detail.headInTitle
    ? { text: "", tone: "muted" }
    : { text: headNow(words, part, figures?.boxes), tone: "muted" };
  const isPlain =
    hasNoGauge.has(part.kind) &&
    figures?.hitRatio === undefined &&
    !((figures?.lostPerSec ?? 0) > 0) &&
    !figures?.down;
  if (isPlain || figures === undefined) return still;
  if (detail.rows < 3) return liveLines(words, part, figures, detail.rows, inner, calm);
  return [
    [{ text: headNow(words, part, figures.boxes), tone: headTone }],
    ...liveLines(words, part, figures, 2, inner, { text: "", tone: "muted" }),
  ];
}

/** Whether the shop's cursor is on the part; an empty rack waits for a box as well as for a web tier. */
export function isFocused(part: Part, options: PictureOptions): boolean {
  if (options.focus === undefined) return false;
  return (
    options.focus === part.id || (part.kind === "?rack" && options.focus === part.id.replace("web", "box"))
  );
}

/** What a part's lines say, and its tags, as many as stand in so many cells; none is cut. */
export function wordsOf(part: Part, options: PictureOptions, cells: number): string {
  const tags = tagsOf(part, options, {
    rows: 1,
    pad: 0,
    live: false,
    headInTitle: false,
    prices: options.bill !== undefined,
  });
  const said = [...tags, ...part.lines].map(({ text }) => text);
  let fits = said.length;
  while (fits > 0 && width(said.slice(0, fits).join(", ")) > cells) fits--;
  return said.slice(0, fits).join(", ");
}
