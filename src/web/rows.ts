/** The picture of a screen: an element a row, real text in it, and only rows that changed are touched. */
import { width } from "../present/cells.ts";
import { piecesOf } from "./theme.ts";

/** What of a page is needed here. */
export type Maker = Pick<Document, "createElement" | "createTextNode">;

/** Characters of every font with letters of one width. */
const plain = /^[\u0020-\u007E]*$/;
const clusters = new Intl.Segmenter();

export class Rows {
  readonly #maker: Maker;
  readonly #parent: HTMLElement;
  readonly #fits: (cluster: string, cells: number) => boolean;
  readonly #known = new Map<string, boolean>();
  #shown: readonly string[] = [];

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
      row.replaceChildren(...this.#nodes(line));
    }
    while (parent.children.length > lines.length) parent.lastElementChild?.remove();
    this.#shown = lines;
    return touched;
  }

  /** Everything is drawn anew the next time: the font or its size is another. */
  forget(): void {
    this.#shown = [];
    this.#known.clear();
  }

  #nodes(line: string): Node[] {
    const pieces = piecesOf(line);
    // An empty row is as high as any other.
    if (pieces.length === 0) return [this.#maker.createTextNode(" ")];
    return pieces.flatMap(({ text, look }) => {
      const nodes = this.#inCells(text);
      if (look === "") return nodes;
      const span = this.#maker.createElement("span");
      span.className = look;
      span.replaceChildren(...nodes);
      return [span];
    });
  }

  /** Text, with a box of its own around each character that the font draws wider or narrower than its cells. */
  #inCells(text: string): Node[] {
    if (plain.test(text)) return [this.#maker.createTextNode(text)];
    const nodes: Node[] = [];
    let run = "";
    const flush = () => {
      if (run !== "") nodes.push(this.#maker.createTextNode(run));
      run = "";
    };
    for (const { segment } of clusters.segment(text)) {
      if (this.#isOneOfMany(segment)) run += segment;
      else {
        flush();
        const box = this.#maker.createElement("span");
        box.className = width(segment) > 1 ? "cells2" : "cells1";
        box.textContent = segment;
        nodes.push(box);
      }
    }
    flush();
    return nodes;
  }

  #isOneOfMany(segment: string): boolean {
    if (plain.test(segment)) return true;
    let known = this.#known.get(segment);
    if (known === undefined) {
      known = this.#fits(segment, width(segment));
      this.#known.set(segment, known);
    }
    return known;
  }
}
