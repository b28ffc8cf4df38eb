/**
 * The picture of a design: users at the left, data at the right, in the order in which a request
 * travels. One engine draws it for the board, the run, the debrief and the command line. It tries
 * the richest way first and takes the first one that has room.
 */
import type { Design } from "../../sim/index.ts";
import { width } from "../cells.ts";
import type { Detail } from "./box.ts";
import { Canvas } from "./canvas.ts";
import { folded } from "./folded.ts";
import { edgesOf } from "./graph.ts";
import type { Room } from "./grid.ts";
import { list } from "./list.ts";
import { type Part, partsOf, quietFacts, type Value } from "./parts.ts";
import { spread } from "./spread.ts";
import type { PictureLine, PictureOptions } from "./types.ts";
import { partWords } from "./words-en.ts";

export type { Live, PartFigures, PictureLine, PictureOptions, Span, Tone } from "./types.ts";

/** The picture in lines of tones, none wider than asked. The same design has the same rows whatever `live` says. */
export function picture(design: Design, options: PictureOptions): readonly PictureLine[] {
  const parts = [usersPart(options), ...partsOf(design, options.since)];
  const height = options.height ?? heightFor(options.width);
  const facts = quietLines(quietFacts(design, options.since), options.width - 2);
  const gap = facts.length > 0 && height > 12 ? 1 : 0;
  const room = { width: options.width, height: height - facts.length };
  const canvas = draw(design, parts, options, room);
  const lines = canvas.lines(options.ascii ?? false);
  if (facts.length === 0) return lines;
  const quiet = new Canvas(options.width, facts.length);
  facts.forEach((row, y) => {
    let x = 1;
    for (const { text, changed } of row) {
      quiet.text(x, y, text, changed ? "accent" : "muted");
      x += width(text);
    }
  });
  const isTight = lines.length + gap > room.height;
  return [...lines, ...(isTight || gap === 0 ? [] : [[]]), ...quiet.lines(options.ascii ?? false)];
}

/** The picture as plain lines of text. */
export function drawDesign(design: Design, options: PictureOptions): string[] {
  return picture(design, options).map((line) => line.map(({ text }) => text).join(""));
}

/** What a screen of this width has for a picture. */
function heightFor(cells: number): number {
  return cells < 72 ? 15 : cells < 110 ? 14 : 26;
}

function usersPart(options: PictureOptions): Part {
  return {
    id: "users",
    kind: "users",
    site: -1,
    name: partWords["users"]?.name ?? "",
    head: { text: options.usersLine ?? "", changed: false },
    lines: [],
    isNew: false,
    isSingle: false,
    isGhost: false,
    isData: false,
    stack: 0,
    headRoom: 0,
    pricePerMonth: 0,
  };
}

/** Ways to say less and less about each part. */
function detailsFor(options: PictureOptions): readonly Detail[] {
  const live = options.live !== undefined;
  const prices = options.prices ?? false;
  const base = { live, prices, pad: 1, headInTitle: false };
  const wide: readonly Detail[] = live
    ? [
        { ...base, rows: 3 },
        { ...base, rows: 2, headInTitle: true },
        { ...base, rows: 2 },
        { ...base, rows: 1, headInTitle: true },
        { ...base, rows: 1 },
      ]
    : [
        { ...base, rows: 3 },
        { ...base, rows: 2 },
        { ...base, rows: 1 },
      ];
  return wide;
}

function draw(design: Design, parts: readonly Part[], options: PictureOptions, room: Room): Canvas {
  const edges = edgesOf(design, parts);
  for (const detail of detailsFor(options))
    for (const pad of [1, 0])
      for (const way of ways) {
        const style = { ...way, detail: { ...detail, pad }, plain: new Set(way.plain) };
        const canvas = way.isFolded
          ? folded(design, parts, edges, style, options, room)
          : spread(design, parts, edges, style, options, room);
        if (canvas !== undefined) return canvas;
      }
  return list(design, parts, options, room);
}

const base = { isFolded: false, isShort: false, rowGap: 1, gutter: 3, labels: true, plain: ["users"] };
/** Ways to arrange the parts, the airiest first. */
const ways = [
  base,
  { ...base, rowGap: 0 },
  { ...base, labels: false, gutter: 2 },
  { ...base, labels: false, gutter: 2, rowGap: 0 },
  { ...base, isShort: true },
  { ...base, isShort: true, labels: false, gutter: 2, rowGap: 0 },
  { ...base, isFolded: true },
  { ...base, isFolded: true, rowGap: 0 },
  { ...base, isFolded: true, rowGap: 0, labels: false, gutter: 2 },
  { ...base, isFolded: true, rowGap: 0, labels: false, gutter: 2, plain: ["users", "dns", "?name"] },
] as const;

/** The quiet line, broken where it must be. */
function quietLines(facts: readonly Value[], cells: number): readonly (readonly Value[])[] {
  const lines: Value[][] = [];
  let used = 0;
  for (const fact of facts) {
    const dot: Value = { text: " · ", changed: false };
    const line = lines.at(-1);
    if (line && used + 3 + width(fact.text) <= cells) {
      line.push(dot, fact);
      used += 3 + width(fact.text);
    } else {
      lines.push([fact]);
      used = width(fact.text);
    }
  }
  return lines;
}
