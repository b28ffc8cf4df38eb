/**
 * The picture of a design: users at the left, data at the right, in the order in which a request
 * travels. One engine draws it for the board, the run, the debrief and the command line. It tries
 * the richest way first and takes the first one that has room.
 */
import { type Design, formatDesign } from "../../sim/index.ts";
import { money } from "../../words/figures.ts";
import { width } from "../cells.ts";
import type { Detail } from "./box.ts";
import { Canvas } from "./canvas.ts";
import { folded } from "./folded.ts";
import { linesToSvg } from "./formats.ts";
import { edgesOf } from "./graph.ts";
import type { Extent } from "./grid.ts";
import { paired } from "./paired.ts";
import { type Part, partsOf, quietFacts, type Value } from "./parts.ts";
import { rack } from "./rack.ts";
import { spread } from "./spread.ts";
import type { PictureLine, PictureOptions } from "./types.ts";

export { describe } from "./describe.ts";
export { toMermaid } from "./formats.ts";
export type { Live, PartFigures, PictureLine, PictureOptions, Single } from "./types.ts";

/** The picture in lines of tones, none wider than asked. The same design has the same rows whatever `live` says. */
export function picture(design: Design, options: PictureOptions): readonly PictureLine[] {
  const plan = planFor(design, options);
  const parts = [usersPart(options), ...plan.parts];
  const height = options.height ?? heightFor(options.width);
  const { canvas, facts } = withFacts(design, parts, options, height, plan);
  const lines = canvas.lines(options.ascii ?? false);
  const gap = facts.length > 0 && height > 12 ? 1 : 0;
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
  const isTight = lines.length + gap + facts.length > height;
  return [...lines, ...(isTight || gap === 0 ? [] : [[]]), ...quiet.lines(options.ascii ?? false)].slice(
    0,
    height,
  );
}

/** The picture with the lines below it. A price that has no room on its part stands there: the bill is on the picture. */
function withFacts(
  design: Design,
  parts: readonly Part[],
  options: PictureOptions,
  height: number,
  plan: PicturePlan,
): { readonly canvas: Canvas; readonly facts: readonly (readonly Value[])[] } {
  const told = new Set<Part>();
  for (;;) {
    const prices = [...told].map(priceFact);
    const facts = quietLines([...prices, ...plan.facts], options.width - 2);
    const room = { width: options.width, height: height - facts.length };
    const canvas = draw(design, parts, options, room, plan);
    const isLeft = (part: Part) => part.pricePerMonth > 0 && !canvas.priced.has(part.id) && !told.has(part);
    // While a system runs its figures have the room.
    const left = options.live ? [] : parts.filter(isLeft);
    if (left.length === 0) return { canvas, facts };
    for (const part of left) told.add(part);
  }
}

/** "cdn $20,044": what has a frame has room for its price, so that only what stands once is told so. */
function priceFact(part: Part): Value {
  return { text: `${part.name} ${money(Math.round(part.pricePerMonth))}`, changed: part.isNew };
}

/** What of a picture does not change from one frame of a run to the next. */
interface PicturePlan {
  readonly words: PictureOptions["words"];
  readonly parts: readonly Part[];
  readonly facts: readonly Value[];
  /** Which of the tries has room, by what decides that: live figures change no size. None has where it is null. */
  readonly found: Map<string, Try | null>;
}

const plans = new WeakMap<Design, PicturePlan>();

function planFor(design: Design, { words, live, since, bill }: PictureOptions): PicturePlan {
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

/** How many parts the fullest of a design's sites has. */
export function mostPartsOf(words: PictureOptions["words"], design: Design): number {
  const parts = partsOf(words, design, undefined);
  return Math.max(...design.sites.map((_, index) => parts.filter(({ site }) => site === index).length));
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
    bought: 0,
    marks: [],
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
  room: Extent,
  { found }: PicturePlan,
): Canvas {
  const edges = edgesOf(options.words, design, parts);
  const attempt = ({ detail, way }: Try): Canvas | undefined => {
    const style = { ...way, detail, plain: new Set(way.plain) };
    return draws[way.kind](design, parts, edges, style, options, room);
  };
  const key = [room.width, room.height, width(options.usersLine ?? ""), options.single, options.ascii].join();
  const known = found.get(key);
  if (known) return attempt(known) ?? rack(design, parts, options, room);
  if (known === undefined)
    for (const each of tries(attempt, options)) {
      const canvas = attempt(each);
      if (canvas === undefined) continue;
      found.set(key, each);
      return canvas;
    }
  found.set(key, null);
  return rack(design, parts, options, room);
}

/** A way to draw the picture: how much is said of each part, and where it stands. */
interface Try {
  readonly detail: Detail;
  readonly way: Way;
}

/**
 * All ways in the order in which they are tried. A setting is to change words, not where things stand: which
 * arrangements come first is decided by what parts there are. Of an arrangement the one that says most comes first.
 */
function* tries(attempt: (each: Try) => unknown, options: PictureOptions): Generator<Try> {
  const details = [1, 0].flatMap((pad) => detailsFor(options).map((detail) => ({ ...detail, pad })));
  const rows = options.live ? 1 : 2;
  const nominal: Detail = { ...(details[0] as Detail), rows, headInTitle: false, isNominal: true };
  const isLikely = (all: readonly Way[]) =>
    all.some((way) => attempt({ detail: nominal, way }) !== undefined);
  const likely = arrangements.filter(isLikely);
  // Long boxes need air around them.
  for (const arrangement of new Set([...likely, ...arrangements]))
    for (const detail of details)
      for (const way of arrangement) if (detail.rows <= 3 || way.rowGap > 0) yield { detail, way };
}

/** Wider pictures say all they know. */
const wideFrom = 110;
/** In narrower pictures dots between facts take too much. */
const dotsFrom = 72;

const draws = { line: spread, lines: folded, sites: paired } as const;

interface Way {
  readonly kind: keyof typeof draws;
  readonly isShort: boolean;
  readonly isStacked: boolean;
  readonly isDeep: boolean;
  readonly rowGap: number;
  readonly gutter: number;
  readonly left: number;
  readonly labels: boolean;
  readonly plain: readonly string[];
}

const airy: Way = {
  kind: "line",
  isShort: false,
  isStacked: false,
  isDeep: false,
  rowGap: 1,
  gutter: 3,
  left: 1,
  labels: true,
  plain: ["users"],
};
const close: Way = { ...airy, rowGap: 0, gutter: 2, labels: false };
const inLine = [
  airy,
  { ...airy, rowGap: 0 },
  { ...airy, gutter: 2, labels: false },
  close,
  { ...close, left: 0 },
];
const fold: Way = { ...airy, kind: "lines", isStacked: true };
const closeFold: Way = { ...fold, rowGap: 0, gutter: 2, labels: false };
const names = ["users", "dns"];
const inLines = [
  fold,
  { ...fold, rowGap: 0 },
  closeFold,
  { ...closeFold, plain: names },
  { ...closeFold, left: 0, plain: names },
];
/** The line before the balancer is short and plain: the lines below it have all the room. */
const deep = [airy.rowGap, 0].map((rowGap) => ({
  ...closeFold,
  isDeep: true,
  rowGap,
  plain: ["users", "dns", "cdn"],
}));
/** Where the parts stand, from one line to several; of each the airiest way first. */
const arrangements: readonly (readonly Way[])[] = [
  inLine,
  inLine.map((way) => ({ ...way, isShort: true })),
  inLines,
  deep,
  deep.map((way): Way => ({ ...way, kind: "sites" })),
  inLines.map((way) => ({ ...way, isStacked: false })),
];

/** The quiet line, broken where it must be. */
function quietLines(facts: readonly Value[], cells: number): readonly (readonly Value[])[] {
  const lines: Value[][] = [];
  let used = 0;
  for (const fact of facts) {
    const dot: Value = { text: cells < dotsFrom ? "  " : " · ", changed: false };
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
