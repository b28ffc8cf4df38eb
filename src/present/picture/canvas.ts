/** A grid of cells. Lines are kept as arms and become glyphs at the end, so that they always join. */
import { width } from "../cells.ts";
import { toAscii } from "../glyphs.ts";
import type { PictureLine, Span, Tone } from "./types.ts";

/** Arms of a line in a cell. */
export const arm = { up: 1, right: 2, down: 4, left: 8 } as const;

const glyphOfArms = " ╵╶└╷│┌├╴┘─┴┐┤┬┼";
/** Where a line begins or ends in the open, it is drawn to the cell's far side. */
const openEnds: Readonly<Record<string, string>> = { "╵": "│", "╷": "│", "╶": "─", "╴": "─" };

export class Canvas {
  readonly width: number;
  readonly height: number;
  /** Parts whose price stands on it, each on its own or in a sum. */
  readonly priced = new Set<string>();
  readonly #arms: Uint8Array;
  readonly #chars: (string | undefined)[];
  readonly #tones: Tone[];

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#arms = new Uint8Array(width * height);
    this.#chars = new Array<string | undefined>(width * height).fill(undefined);
    this.#tones = new Array<Tone>(width * height).fill("text");
  }

  #at(x: number, y: number): number {
    return x >= 0 && y >= 0 && x < this.width && y < this.height ? y * this.width + x : -1;
  }

  /** Whether nothing stands in a row's cells. */
  isFree(x: number, y: number, cells: number): boolean {
    for (let i = 0; i < cells; i++) {
      const at = this.#at(x + i, y);
      if (at < 0 || this.#arms[at] !== 0 || this.#chars[at] !== undefined) return false;
    }
    return true;
  }

  /** Whether a text stands in a row's cells. */
  hasText(x: number, y: number, cells: number): boolean {
    for (let i = 0; i < cells; i++) {
      const char = this.#chars[this.#at(x + i, y)];
      if (char !== undefined && char !== "▶") return true;
    }
    return false;
  }

  /** A straight line, both ends included; ends have no arm outwards. */
  line(x1: number, y1: number, x2: number, y2: number, tone: (step: number) => Tone): void {
    const dx = Math.sign(x2 - x1);
    const dy = Math.sign(y2 - y1);
    const steps = Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1));
    const ahead = dx > 0 ? arm.right : dx < 0 ? arm.left : dy > 0 ? arm.down : arm.up;
    const behind = dx > 0 ? arm.left : dx < 0 ? arm.right : dy > 0 ? arm.up : arm.down;
    for (let step = 0; step <= steps; step++) {
      let arms = 0;
      if (step < steps) arms |= ahead;
      if (step > 0) arms |= behind;
      this.addArms(x1 + dx * step, y1 + dy * step, arms, tone(step));
    }
  }

  /** Adds arms to a cell; the first line through it gives it its tone. */
  addArms(x: number, y: number, arms: number, tone: Tone): void {
    const at = this.#at(x, y);
    if (at < 0) return;
    // A line that leaves a ghost begins beside its dashes.
    if (this.#chars[at] === "╌" || this.#chars[at] === "╎") return;
    if (this.#arms[at] === 0) this.#tones[at] = tone;
    this.#arms[at] = this.#arms[at]! | arms;
  }

  /** A frame of lines. */
  frame(x: number, y: number, w: number, h: number, tone: Tone): void {
    const even = () => tone;
    this.line(x, y, x + w - 1, y, even);
    this.line(x, y + h - 1, x + w - 1, y + h - 1, even);
    this.line(x, y, x, y + h - 1, even);
    this.line(x + w - 1, y, x + w - 1, y + h - 1, even);
  }

  /** A frame of dashes: something that is not there yet. */
  ghost(x: number, y: number, w: number, h: number, tone: Tone): void {
    this.text(x, y, "┌", tone);
    this.text(x + w - 1, y, "┐", tone);
    this.text(x, y + h - 1, "└", tone);
    this.text(x + w - 1, y + h - 1, "┘", tone);
    for (let i = 1; i < w - 1; i++) {
      this.text(x + i, y, "╌", tone);
      this.text(x + i, y + h - 1, "╌", tone);
    }
    for (let j = 1; j < h - 1; j++) {
      this.text(x, y + j, "╎", tone);
      this.text(x + w - 1, y + j, "╎", tone);
    }
  }

  /** Text over whatever stands there; cut at the canvas. A wide character takes two cells, the second of them empty. */
  text(x: number, y: number, text: string, tone: Tone): void {
    let column = x;
    let last = -1;
    for (const char of text) {
      const cells = width(char);
      const at = this.#at(column, y);
      if (cells === 0) {
        if (last >= 0) this.#chars[last] += char;
        continue;
      }
      column += cells;
      if (at < 0) continue;
      last = at;
      // Half a character cannot be drawn.
      const isCut = cells > 1 && this.#at(column - 1, y) < 0;
      this.#put(at, isCut ? " " : char, tone);
      if (cells > 1 && !isCut) this.#put(at + 1, "", tone);
    }
  }

  /** Fills a cell; of a wide character that stood in it the other half becomes a blank. */
  #put(at: number, char: string, tone: Tone): void {
    const before = this.#chars[at];
    if (before === "") this.#chars[at - 1] = " ";
    else if (before !== undefined && this.#chars[at + 1] === "") this.#chars[at + 1] = " ";
    this.#chars[at] = char;
    this.#tones[at] = tone;
  }

  /** The lines, without blank ones at the end, each without blanks at its end. */
  lines(ascii: boolean): PictureLine[] {
    const lines: PictureLine[] = [];
    for (let y = 0; y < this.height; y++) lines.push(this.#lineAt(y, ascii));
    while (lines.at(-1)?.length === 0) lines.pop();
    return lines;
  }

  #lineAt(y: number, ascii: boolean): PictureLine {
    const spans: Span[] = [];
    let text = "";
    let tone: Tone = "text";
    const close = () => {
      if (text !== "") spans.push({ text, tone });
      text = "";
    };
    for (let x = 0; x < this.#lengthOf(y); x++) {
      const at = y * this.width + x;
      const glyph = this.#chars[at] ?? glyphFor(this.#arms[at]!);
      const own: Tone = glyph === " " ? tone : this.#tones[at]!;
      if (own !== tone) close();
      tone = own;
      text += ascii ? toAscii(glyph) : glyph;
    }
    close();
    return spans;
  }

  #lengthOf(y: number): number {
    let end = this.width;
    while (end > 0) {
      const at = y * this.width + end - 1;
      const char = this.#chars[at];
      if ((char !== undefined && char !== " ") || (char === undefined && this.#arms[at] !== 0)) break;
      end--;
    }
    return end;
  }
}

function glyphFor(arms: number): string {
  const glyph = glyphOfArms[arms] ?? " ";
  return openEnds[glyph] ?? glyph;
}
