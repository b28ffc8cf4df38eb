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
