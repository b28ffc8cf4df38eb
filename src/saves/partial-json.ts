/** Deeper than any save; a bound for hostile files such as a million opening brackets. */
const DEPTH_MAX = 32;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

/** Marks the place where nothing more can be read. */
const BROKEN = Symbol("broken");

/**
 * Reads as much of a broken JSON text as comes before the damage: complete values are kept, the one that the
 * damage falls into is left out. Returns undefined if nothing could be read. Never throws.
 */
export function parseUntilDamage(json: string): unknown {
  let at = 0;
  let broken = false;

  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(json)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const literal = (pattern: RegExp): unknown => {
    const found = match(pattern);
    // A number that ends with the text may have lost digits.
    if (found === undefined || (pattern === NUMBER && at === json.length)) {
      broken = true;
      return BROKEN;
    }
    return JSON.parse(found);
  };
  const sees = (character: string): boolean => {
    match(SPACE);
    if (json[at] !== character) return false;
    at += 1;
    return true;
  };
  const list = (close: string, readItem: () => void): void => {
    if (sees(close)) return;
    do readItem();
    while (!broken && sees(","));
    if (!broken && !sees(close)) broken = true;
  };
  const value = (depth: number): unknown => {
    match(SPACE);
    const first = json[at];
    if (first === '"') return literal(STRING);
    if (first !== "{" && first !== "[")
      return literal(first === "-" || /\d/.test(first ?? "") ? NUMBER : WORD);
    at += 1;
    if (depth >= DEPTH_MAX) {
      broken = true;
      return BROKEN;
    }
    if (first === "[") {
      const items: unknown[] = [];
      list("]", () => {
        const item = value(depth + 1);
        if (item !== BROKEN) items.push(item);
      });
      return items;
    }
    const entries: [string, unknown][] = [];
    list("}", () => {
      match(SPACE);
      const key = literal(STRING);
      if (typeof key !== "string" || !sees(":")) {
        broken = true;
        return;
      }
      const item = value(depth + 1);
      if (item !== BROKEN) entries.push([key, item]);
    });
    // fromEntries defines own properties, so a key "__proto__" changes no prototype.
    return Object.fromEntries(entries);
  };

  const read = value(0);
  return read === BROKEN ? undefined : read;
}
