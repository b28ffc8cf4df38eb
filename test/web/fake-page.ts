/** What of a page's elements the renderers need, in memory. */

export class FakeNode {
  readonly tag: string;
  className = "";
  parent: FakeNode | undefined;
  #nodes: FakeNode[] = [];
  #text = "";

  constructor(tag: string, text = "") {
    this.tag = tag;
    this.#text = text;
  }

  get childNodes(): readonly FakeNode[] {
    return this.#nodes;
  }

  get firstChild(): FakeNode | null {
    return this.#nodes[0] ?? null;
  }

  get children(): FakeNode[] {
    return this.#nodes.filter(({ tag }) => tag !== "#text");
  }

  get lastElementChild(): FakeNode | undefined {
    return this.children.at(-1);
  }

  get textContent(): string {
    return this.#text + this.#nodes.map(({ textContent }) => textContent).join("");
  }

  set textContent(text: string) {
    this.#nodes = [];
    this.#text = text;
  }

  /** A text's own; other nodes have none. */
  get nodeValue(): string | null {
    return this.tag === "#text" ? this.#text : null;
  }

  set nodeValue(text: string) {
    if (this.tag === "#text") this.#text = text;
  }

  replaceChild(node: FakeNode, gone: FakeNode): FakeNode {
    this.insertBefore(node, gone);
    return this.removeChild(gone);
  }

  removeChild(node: FakeNode): FakeNode {
    node.remove();
    return node;
  }

  appendChild(node: FakeNode): FakeNode {
    return this.insertBefore(node, null);
  }

  insertBefore(node: FakeNode, before: FakeNode | null): FakeNode {
    node.remove();
    node.parent = this;
    this.#nodes.splice(before ? this.#nodes.indexOf(before) : this.#nodes.length, 0, node);
    return node;
  }

  replaceChildren(...nodes: FakeNode[]): void {
    this.#nodes = [];
    for (const node of nodes) this.appendChild(node);
  }

  remove(): void {
    const { parent } = this;
    if (parent) parent.#nodes = parent.#nodes.filter((each) => each !== this);
    this.parent = undefined;
  }

  /** The boxes in it that hold text, with their classes. */
  looks(): string[] {
    return this.#nodes.flatMap((node) =>
      node.tag === "#text" ? [] : [`${node.className}: ${node.textContent}`],
    );
  }
}

export const fakeMaker = {
  createElement: (tag: string) => new FakeNode(tag),
  createTextNode: (text: string) => new FakeNode("#text", text),
};
