/** The picture of a screen: an element a row, real text in it, and only what has changed in a row is touched. */
import { ONE_CELL_EACH } from "../present/cell-width.ts";
import { width } from "../present/cells.ts";
import { piecesOf } from "./theme.ts";

/** What of a page is needed here. */
export type Maker = Pick<Document, "createElement" | "createTextNode">;

/** Text in one node: bare where it has no class. */
interface Stretch {
  readonly text: string;
  /** Classes of the style sheet; "" for plain text. */
  readonly look: string;
}

/** Characters of every font with letters of one width. */
const plain = /^[\u0020-\u007E]*$/;
const clusters = new Intl.Segmenter();
/** An empty row is as high as any other. */
const nothing: readonly Stretch[] = [{ text: " ", look: "" }];

export class Rows {
  readonly #maker: Maker;
  readonly #parent: HTMLElement;
  readonly #fits: (cluster: string, cells: number) => boolean;
  readonly #known = new Map<string, boolean>();
  #shown: readonly string[] = [];
  /** What stands in each row, node by node. */
  #parts: (readonly Stretch[])[] = [];

  /** `fits`: whether the page's font draws a character exactly as wide as its cells. */
  constructor(maker: Maker, parent: HTMLElement, fits: (cluster: string, cells: number) => boolean) {
    this.#maker = maker;
    this.#parent = parent;
    this.#fits = fits;
  }

  /** Shows these lines. Returns how many rows were touched. */
  show(lines: readonly string[]): number {
    const parent = this.#parent;
    let touched = 0;
    for (const [at, line] of lines.entries()) {
      if (line === this.#shown[at]) continue;
      touched++;
      const row = parent.children[at] ?? parent.appendChild(this.#maker.createElement("div"));
      const parts = this.#partsOf(line);
      this.#change(row, this.#parts[at] ?? [], parts);
      this.#parts[at] = parts;
    }
    while (parent.children.length > lines.length) parent.lastElementChild?.remove();
    this.#parts.length = lines.length;
    this.#shown = lines;
    return touched;
  }

  /** Everything is drawn anew the next time: the font or its size is another. */
  forget(): void {
    this.#shown = [];
    this.#known.clear();
  }

  /** Makes of a row what it is to be: what is the same at its start and its end stays, and so do nodes between. */
  #change(row: Element, before: readonly Stretch[], after: readonly Stretch[]): void {
    let from = 0;
    let [wasTo, to] = [before.length, after.length];
    while (from < wasTo && from < to && isSame(before[from]!, after[from]!)) from++;
    while (wasTo > from && to > from && isSame(before[wasTo - 1]!, after[to - 1]!)) {
      wasTo--;
      to--;
    }
    const gone = Array.from({ length: wasTo - from }, (_, n) => row.childNodes[from + n]!);
    const next = row.childNodes[wasTo] ?? null;
    for (let at = from; at < to; at++) {
      const [was, part] = [before[at], after[at]!];
      const node = at < wasTo ? gone[at - from]! : undefined;
      if (node && was && (was.look === "") === (part.look === "")) {
        if (was.look !== part.look) (node as Element).className = part.look;
        if (was.text !== part.text) setText(node, part);
      } else if (node) row.replaceChild(this.#make(part), node);
      else row.insertBefore(this.#make(part), next);
    }
    for (const node of gone.slice(Math.max(0, to - from))) row.removeChild(node);
  }

  #make({ text, look }: Stretch): Node {
    if (look === "") return this.#maker.createTextNode(text);
    const span = this.#maker.createElement("span");
    span.className = look;
    span.appendChild(this.#maker.createTextNode(text));
    return span;
  }

  #partsOf(line: string): readonly Stretch[] {
    const parts = piecesOf(line).flatMap(({ text, look }) => this.#inCells(text, look));
    return parts.length > 0 ? parts : nothing;
  }

  /** Text, with a box of its own for each character that the font draws wider or narrower than its cells. */
  #inCells(text: string, look: string): readonly Stretch[] {
    if (plain.test(text)) return [{ text, look }];
    const parts: Stretch[] = [];
    let run = "";
    const flush = () => {
      if (run !== "") parts.push({ text: run, look });
      run = "";
    };
    for (const segment of ONE_CELL_EACH.test(text) ? text : segmentsOf(text)) {
      if (this.#isOneOfMany(segment)) run += segment;
      else {
        flush();
        const box = width(segment) > 1 ? "cells2" : "cells1";
        parts.push({ text: segment, look: look === "" ? box : `${look} ${box}` });
      }
    }
    flush();
    return parts;
  }

  #isOneOfMany(segment: string): boolean {
    let known = this.#known.get(segment);
    if (known === undefined) {
      known = plain.test(segment) || this.#fits(segment, width(segment));
      this.#known.set(segment, known);
    }
    return known;
  }
}

function* segmentsOf(text: string): Generator<string> {
  for (const { segment } of clusters.segment(text)) yield segment;
}

function isSame(one: Stretch, other: Stretch): boolean {
  return one.text === other.text && one.look === other.look;
}

/** A text node says another text without being made anew. */
function setText(node: Node, { text, look }: Stretch): void {
  const own = look === "" ? node : node.firstChild!;
  own.nodeValue = text;
}
