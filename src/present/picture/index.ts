/**
 * The picture of a design: users at the left, data at the right, in the order in which a request
 * travels. One engine draws it for the board, the run, the debrief and the command line. It tries
 * the richest way first and takes the first one that has room.
 */
import { type Design, formatDesign } from "../../sim/index.ts";
import { width } from "../cells.ts";
import type { Detail } from "./box.ts";
import { Canvas } from "./canvas.ts";
import { folded } from "./folded.ts";
import { linesToSvg } from "./formats.ts";
import { edgesOf } from "./graph.ts";
import type { Room } from "./grid.ts";
import { list } from "./list.ts";
import { type Part, partsOf, quietFacts, type Value } from "./parts.ts";
import { spread } from "./spread.ts";
import type { PictureLine, PictureOptions } from "./types.ts";

export { describe } from "./describe.ts";
export { toMermaid } from "./formats.ts";
export type { Live, PartFigures, PictureLine, PictureOptions } from "./types.ts";

/** The picture in lines of tones, none wider than asked. The same design has the same rows whatever `live` says. */
export function picture(design: Design, options: PictureOptions): readonly PictureLine[] {
  const plan = planFor(design, options);
  const parts = [usersPart(options), ...plan.parts];
  const height = options.height ?? heightFor(options.width);
  const facts = quietLines(plan.facts, options.width - 2);
  const gap = facts.length > 0 && height > 12 ? 1 : 0;
  const room = { width: options.width, height: height - facts.length };
  const canvas = draw(design, parts, options, room, plan);
  const lines = canvas.lines(options.ascii ?? false);
  if (facts.length === 0) return lines;
  const isFocus = quietParts.has(options.focus ?? "");
  const quiet = new Canvas(options.width, facts.length);
  facts.forEach((row, y) => {
    let x = 1;
    for (const { text, changed } of row) {
      quiet.text(x, y, text, isFocus ? "focus" : changed ? "accent" : "muted");
      x += width(text);
    }
  });
  const isTight = lines.length + gap > room.height;
  return [...lines, ...(isTight || gap === 0 ? [] : [[]]), ...quiet.lines(options.ascii ?? false)].slice(
    0,
    height,
  );
}

/** What of a picture does not change from one frame of a run to the next. */
interface Plan {
  readonly words: PictureOptions["words"];
  readonly parts: readonly Part[];
  readonly facts: readonly Value[];
  /** Which of the tries has room, by what decides that: live figures change no size. */
  readonly found: Map<string, number>;
}

const plans = new WeakMap<Design, Plan>();

function planFor(design: Design, { words, live, since, bill }: PictureOptions): Plan {
  const isFrame = live !== undefined && since === undefined && bill === undefined;
  const known = isFrame ? plans.get(design) : undefined;
  if (known?.words === words) return known;
  const plan = {
    words,
    parts: partsOf(words, design, since, bill),
    facts: quietFacts(words, design, since, bill),
    found: new Map(),
  };
  if (isFrame) plans.set(design, plan);
  return plan;
}

/** Parts that stand beside the path. */
const quietParts: ReadonlySet<string> = new Set(["tools", "sync", "services"]);

/** The picture as plain lines of text. */
export function drawDesign(design: Design, options: PictureOptions): string[] {
  return picture(design, options).map((line) => line.map(({ text }) => text).join(""));
}

/** The picture as an SVG document. */
export function toSvg(design: Design, options: PictureOptions): string {
  return linesToSvg(picture(design, { ...options, ascii: false }), formatDesign(design));
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
    name: options.words.parts.users.name,
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
  const prices = options.bill !== undefined;
  const base = { live, prices, pad: 1, headInTitle: false };
  return live
    ? [
        { ...base, rows: 3 },
        { ...base, rows: 2, headInTitle: true },
        { ...base, rows: 2 },
        { ...base, rows: 1, headInTitle: true },
        { ...base, rows: 1 },
      ]
    : (options.width < wideFrom ? [3, 2, 1] : [5, 4, 3, 2, 1]).map((rows) => ({ ...base, rows }));
}

function draw(
  design: Design,
  parts: readonly Part[],
  options: PictureOptions,
  room: Room,
  { found }: Plan,
): Canvas {
  const edges = edgesOf(options.words, design, parts);
  const attempt = (detail: Detail, way: Way): Canvas | undefined => {
    const style = { ...way, detail, plain: new Set(way.plain) };
    return way.isFolded
      ? folded(design, parts, edges, style, options, room)
      : spread(design, parts, edges, style, options, room);
  };
  const details = detailsFor(options).flatMap((detail) => [detail, { ...detail, pad: 0 }]);
  // Where there is room for one line, the whole path in one line is worth more than a long text in each box.
  const unfolded = options.width < foldBelow ? [] : details.filter(({ rows }) => rows > 1);
  const tries = [
    ...unfolded.flatMap((detail) =>
      ways.filter(({ isFolded }) => !isFolded).map((way) => [detail, way] as const),
    ),
    ...details.flatMap((detail) => ways.map((way) => [detail, way] as const)),
  ];
  const key = [room.width, room.height, width(options.usersLine ?? ""), options.single, options.ascii].join();
  for (let at = found.get(key) ?? 0; at < tries.length; at++) {
    const [detail, way] = tries[at] as (typeof tries)[number];
    // Long boxes need air around them.
    if (detail.rows > 3 && way.rowGap === 0) continue;
    const canvas = attempt(detail, way);
    if (canvas === undefined) continue;
    found.set(key, at);
    return canvas;
  }
  found.set(key, tries.length);
  return list(design, parts, options, room);
}

/** Wider pictures say all they know. */
const wideFrom = 110;
/** Narrower pictures fold rather than say little. */
const foldBelow = 72;

interface Way {
  readonly isFolded: boolean;
  readonly isShort: boolean;
  readonly isStacked: boolean;
  readonly rowGap: number;
  readonly gutter: number;
  readonly left: number;
  readonly labels: boolean;
  readonly plain: readonly string[];
}

const airy: Way = {
  isFolded: false,
  isShort: false,
  isStacked: false,
  rowGap: 1,
  gutter: 3,
  left: 1,
  labels: true,
  plain: ["users"],
};
const close: Way = { ...airy, rowGap: 0, gutter: 2, labels: false };
const fold: Way = { ...airy, isFolded: true, isStacked: true };
const closeFold: Way = { ...fold, rowGap: 0, gutter: 2, labels: false };
/** Ways to arrange the parts, the airiest first. */
const ways: readonly Way[] = [
  airy,
  { ...airy, rowGap: 0 },
  { ...airy, gutter: 2, labels: false },
  close,
  { ...airy, isShort: true },
  { ...close, isShort: true },
  { ...close, left: 0 },
  { ...close, left: 0, isShort: true },
  fold,
  { ...fold, rowGap: 0 },
  closeFold,
  { ...closeFold, plain: ["users", "dns"] },
  { ...closeFold, left: 0, plain: ["users", "dns"] },
  { ...fold, rowGap: 0, isStacked: false },
  { ...closeFold, isStacked: false },
  { ...closeFold, isStacked: false, plain: ["users", "dns"] },
];

/** The quiet line, broken where it must be. */
function quietLines(facts: readonly Value[], cells: number): readonly (readonly Value[])[] {
  const lines: Value[][] = [];
  let used = 0;
  for (const fact of facts) {
    const dot: Value = { text: cells < foldBelow ? "  " : " · ", changed: false };
    const line = lines.at(-1);
    if (line && used + width(dot.text) + width(fact.text) <= cells) {
      line.push(dot, fact);
      used += width(dot.text) + width(fact.text);
    } else {
      lines.push([fact]);
      used = width(fact.text);
    }
  }
  return lines;
}
