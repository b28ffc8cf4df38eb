/** The moving figures of a part: a gauge, a queue, a hit ratio, a failure; always in the same cells. */
import type { PictureWords } from "../../words/contract/picture.ts";
import { grouped } from "../../words/figures.ts";
import { padLeft, width } from "../cells.ts";
import type { Part } from "./parts.ts";
import type { PartFigures, Single, Tone } from "./types.ts";

export interface Bit {
  readonly text: string;
  readonly tone: Tone;
}

const partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
const levels = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/** Green below 70 %, a warning below 95 %, bad above. */
export function levelTone(utilization: number): Tone {
  return utilization < 0.7 ? "good" : utilization < 0.95 ? "warn" : "bad";
}

/** A gauge of so many cells that grows to the right, each in eight steps. */
export function gauge(share: number, cells: number): string {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * cells * 8);
  return `${"█".repeat(eighths >> 3)}${partial[eighths & 7]}`.padEnd(cells);
}

/** Boxes one by one as bars side by side, the share of the busiest behind them; none where they have no room. */
function singles(each: readonly Single[], inner: number): Bit[] | undefined {
  const most = Math.max(...each.map(({ utilization }) => utilization));
  const tail = ` ${shortShare(most).padStart(4)}`;
  const room = inner - tail.length;
  const bits = each.length <= room ? barsOf(each, room) : halfBars(each);
  const used = bits.reduce((sum, { text }) => sum + text.length, 0);
  if (used > room) return undefined;
  return [...bits, { text: `${" ".repeat(room - used)}${tail}`, tone: levelTone(most) }];
}

/** A cell a box, with air between them where there is room. */
function barsOf(each: readonly Single[], room: number): Bit[] {
  const gap = room >= each.length * 2 - 1 ? " " : "";
  return each.map(({ utilization, isDown }, at): Bit => {
    const level = levels[Math.min(7, Math.max(0, Math.ceil(utilization * 8) - 1))] as string;
    const text = `${isDown ? "✗" : level}${at < each.length - 1 ? gap : ""}`;
    return { text, tone: isDown ? "bad" : levelTone(utilization) };
  });
}

/** Two boxes a cell, in dots: by column, the bits of one dot to four from the foot. */
const dotBars = [
  [0x40, 0x44, 0x46, 0x47],
  [0x80, 0xa0, 0xb0, 0xb8],
] as const;

function halfBars(each: readonly Single[]): Bit[] {
  const bits: Bit[] = [];
  for (let at = 0; at < each.length; at += 2) {
    const pair = each.slice(at, at + 2);
    const dots = pair.map(({ utilization }, column) => {
      const level = Math.min(3, Math.max(0, Math.ceil(utilization * 4) - 1));
      return dotBars[column === 0 ? 0 : 1][level]!;
    });
    const most = Math.max(...pair.map(({ utilization }) => utilization));
    const tone = pair.some(({ isDown }) => isDown) ? "bad" : levelTone(most);
    bits.push({ text: String.fromCodePoint(0x28_00 + dots.reduce((sum, dot) => sum + dot, 0)), tone });
  }
  return bits;
}

/** A count in at most five characters: 812, 2,410, 24k, 3.1M. */
export function brief(value: number): string {
  const whole = Math.round(value);
  if (whole < 10_000) return grouped(whole);
  if (whole < 999_500) return `${Math.round(whole / 1_000)}k`;
  return whole < 9_950_000 ? `${(whole / 1_000_000).toFixed(1)}M` : `${brief(whole / 1_000_000)}M`;
}

/** How busy a part is, in four characters: 99%; what it is asked for beyond that, in times of what it can do: 1.2×, 12×. */
export function shortShare(share: number): string {
  if (share <= 1) return `${Math.round(share * 100)}%`;
  return `${share < 9.95 ? share.toFixed(1) : Math.min(999, Math.round(share))}×`;
}

function bar(words: PictureWords, figures: PartFigures, inner: number): Bit[] {
  const cells = Math.max(3, inner - 5);
  if (figures.fog) return [{ text: `${"░".repeat(cells)}    ?`, tone: "muted" }];
  if (figures.down) return [{ text: padLeft(words.live.down, cells + 5), tone: "bad" }];
  const each = figures.each && figures.each.length > 0 ? singles(figures.each, inner) : undefined;
  if (each) return each;
  if (figures.utilization === undefined) return [];
  const full = gauge(figures.utilization, cells);
  const vain = Math.min(full.trimEnd().length, Math.round((figures.inVain ?? 0) * cells));
  const text = `${full.slice(0, full.trimEnd().length - vain)}${"▒".repeat(vain)}`.padEnd(cells);
  const share = shortShare(figures.utilization).padStart(4);
  return [{ text: `${text} ${share}`, tone: levelTone(figures.utilization) }];
}

/** What it loses a second, as a count; of less than one that it is less. */
export function lossCount(lostPerSec: number): string {
  return lostPerSec < 0.5 ? "<1" : brief(lostPerSec);
}

/** What it loses, if it does. */
export function lossOf({ lostPerSec = 0 }: PartFigures): Bit | undefined {
  return lostPerSec > 0 ? { text: `✗ ${lossCount(lostPerSec)}/s`, tone: "bad" } : undefined;
}

/** What is wrong just now, the worst first. */
function trouble({ live }: PictureWords, figures: PartFigures): Bit | undefined {
  const loss = lossOf(figures);
  if (loss) return loss;
  if (figures.fog) return undefined;
  if ((figures.queue ?? 0) >= 0.5)
    return { text: `${live.queue} ${brief(figures.queue as number)}`, tone: "warn" };
  const lag = figures.lagSec ?? 0;
  if (lag >= 0.05)
    return {
      text: `${live.lag} ${lag < 10 ? lag.toFixed(1) : brief(lag)} s`,
      tone: lag < 1 ? "muted" : "warn",
    };
  return undefined;
}

function depthText({ live }: PictureWords, depth: number, inner: number): string {
  const full = `${brief(depth)} ${live.deep}`;
  return width(full) <= inner ? full : brief(depth);
}

/** The figure that says most about the part: its gauge, its hit ratio, its depth. */
export function main(words: PictureWords, part: Part, figures: PartFigures, inner: number): Bit[] {
  if (figures.fog || figures.down) return bar(words, figures, inner);
  if (figures.leadsIn !== undefined) return [{ text: words.live.leadsIn(figures.leadsIn), tone: "muted" }];
  if (part.kind === "queue" && figures.depth !== undefined)
    return [{ text: depthText(words, figures.depth, inner), tone: figures.depth >= 1_000 ? "warn" : "text" }];
  if (figures.hitRatio !== undefined)
    return [{ text: `${words.live.hit} ${figures.hitRatio.toFixed(2)}`, tone: "data" }];
  return bar(words, figures, inner);
}

/** The live lines of a box: one or two, whatever the values are. */
export function liveLines(
  words: PictureWords,
  part: Part,
  figures: PartFigures | undefined,
  rows: number,
  inner: number,
  calm: Bit,
): readonly (readonly Bit[])[] {
  if (figures === undefined) return rows === 1 ? [[calm]] : [[calm], []];
  const wrong = trouble(words, figures);
  if (rows === 1) {
    if (wrong?.tone !== "bad" || figures.each) return [main(words, part, figures, inner)];
    const share = figures.utilization === undefined ? "" : `${shortShare(figures.utilization)} `;
    const whole = `${share}${wrong.text.replace("✗ ", "✗")}`;
    return [[{ text: width(whole) <= inner ? whole : tightLoss(wrong.text, inner), tone: "bad" }]];
  }
  const isSaid = figures.hitRatio === undefined || figures.fog || figures.down;
  const second = isSaid ? [calm] : bar(words, figures, inner);
  const told = wrong && { ...wrong, text: tightLoss(wrong.text, inner) };
  return [main(words, part, figures, inner), told ? [told] : second];
}

/** A loss without its blank where that has no room. */
function tightLoss(text: string, inner: number): string {
  return width(text) <= inner ? text : text.replace("✗ ", "✗");
}

/** What befalls its boxes, each in a word or two, the most telling first. */
export function statesOf({ live }: PictureWords, figures: PartFigures | undefined): readonly string[] {
  if (figures === undefined) return [];
  const { moved, promoted, rebuilding = 0 } = figures;
  return [
    ...(moved === undefined ? [] : [live.moved(moved)]),
    ...(promoted ? [live.promoted] : []),
    ...(rebuilding >= 0.5 ? [live.rebuilding(Math.round(rebuilding))] : []),
  ];
}

/** Why it loses requests, in a word. */
export function reasonOf(words: PictureWords, figures: PartFigures | undefined): string {
  if (figures === undefined || !((figures.lostPerSec ?? 0) > 0)) return "";
  return figures.reason === undefined ? "" : (words.reasons[figures.reason] ?? "");
}
