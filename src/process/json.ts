/** The one reader of JSON that people may have edited: comments do no harm, and a mistake has a line and a column. */

/** What is wrong with a piece of JSON. */
export type JsonFlaw =
  | "incomplete"
  | "after-the-end"
  | "single-quotes"
  | "open-text"
  | "no-number"
  | "no-value"
  | "no-name"
  | "no-colon"
  | "no-comma"
  | "named-twice"
  | "too-deep";

/** The first thing that cannot be read: where, from 1, and what is wrong there. */
export interface JsonProblem {
  readonly line: number;
  readonly column: number;
  readonly what: JsonFlaw;
}

export interface JsonReading {
  /** What was read: all of it, or as much as comes before the problem. Undefined when nothing could be read. */
  readonly value: unknown;
  readonly problem?: JsonProblem;
  /** There are comments or commas too many: nothing is lost, but other programs would not read it. */
  readonly isLoose: boolean;
}

/** Deeper than anything the game reads; a bound for hostile files such as a million opening brackets. */
const DEPTH_MAX = 64;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /true|false|null/y;
const SPACE = /(?:[\s\uFEFF]|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)*/y;

/** Stops the reading; what was read so far is kept. */
const BROKEN = Symbol("broken");

/** Reads a text as JSON in which no object says anything twice: the first time would be lost without a word. */
export function readJsonOnce(text: string): JsonReading {
  const found = readJson(text);
  if (found.problem) return found;
  const { problem } = new Reader(text, true).read();
  return problem?.what === "named-twice" ? { ...found, problem } : found;
}

/** Reads a text as JSON. Never throws. */
export function readJson(text: string): JsonReading {
  try {
    return { value: JSON.parse(text), isLoose: false };
  } catch {
    return new Reader(text).read();
  }
}

class Reader {
  readonly #text: string;
  readonly #wantsOnce: boolean;
  #at = 0;
  #wrong: { readonly at: number; readonly what: JsonFlaw } | undefined;

  constructor(text: string, wantsOnce = false) {
    this.#text = text;
    this.#wantsOnce = wantsOnce;
  }

  read(): JsonReading {
    const value = this.#value(0);
    this.#match(SPACE);
    if (!this.#wrong && this.#at < this.#text.length) this.#fail("after-the-end");
    const read = value === BROKEN ? undefined : value;
    if (!this.#wrong) return { value: read, isLoose: true };
    const before = this.#text.slice(0, this.#wrong.at).split(/\r\n?|\n/);
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return { value: read, problem: { ...place, what: this.#wrong.what }, isLoose: false };
  }

  #fail(what: JsonFlaw): typeof BROKEN {
    const isEnd = this.#at >= this.#text.length;
    this.#wrong ??= { at: this.#at, what: isEnd ? "incomplete" : what };
    return BROKEN;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #sees(character: string): boolean {
    this.#match(SPACE);
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #literal(pattern: RegExp, expected: JsonFlaw): unknown {
    const start = this.#at;
    const found = this.#match(pattern);
    if (found === undefined) return this.#fail(this.#text[start] === "'" ? "single-quotes" : expected);
    // A number that ends with the text may have lost digits.
    if (pattern === NUMBER && this.#at === this.#text.length) return this.#fail(expected);
    if (pattern !== STRING && /[\w.]/.test(this.#text[this.#at] ?? "")) {
      this.#at = start;
      return this.#fail(expected);
    }
    return JSON.parse(found);
  }

  #value(depth: number): unknown {
    this.#match(SPACE);
    const first = this.#text[this.#at] ?? "";
    if (first === '"') return this.#literal(STRING, "open-text");
    if (/[-+\d.]/.test(first)) return this.#literal(NUMBER, "no-number");
    if (first !== "{" && first !== "[") return this.#literal(WORD, "no-value");
    if (depth >= DEPTH_MAX) return this.#fail("too-deep");
    this.#at += 1;
    return first === "[" ? this.#list(depth) : this.#object(depth);
  }

  #list(depth: number): unknown[] {
    const items: unknown[] = [];
    this.#entries("]", () => {
      const item = this.#value(depth + 1);
      if (item !== BROKEN) items.push(item);
    });
    return items;
  }

  #object(depth: number): object {
    const entries: [string, unknown][] = [];
    const names = new Set<string>();
    this.#entries("}", () => {
      this.#match(SPACE);
      const start = this.#at;
      const key = this.#literal(STRING, "no-name");
      if (typeof key !== "string") return;
      if (this.#wantsOnce && names.has(key)) {
        this.#at = start;
        this.#fail("named-twice");
        return;
      }
      names.add(key);
      if (!this.#sees(":")) {
        this.#fail("no-colon");
        return;
      }
      const item = this.#value(depth + 1);
      if (item !== BROKEN) entries.push([key, item]);
    });
    // fromEntries defines own properties, so a key "__proto__" changes no prototype.
    return Object.fromEntries(entries);
  }

  /** Entries up to the closing bracket; a comma before it does no harm. */
  #entries(close: string, readEntry: () => void): void {
    while (!this.#sees(close)) {
      readEntry();
      if (this.#wrong || this.#sees(close)) return;
      if (!this.#sees(",")) {
        this.#fail("no-comma");
        return;
      }
    }
  }
}
