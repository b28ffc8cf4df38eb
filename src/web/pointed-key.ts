/** A key that the footer of the picture names, where it was pointed at: a mouse has no buttons below the picture. */
import { width } from "../present/cells.ts";
import { type FooterItem, signOf } from "../ui/keys/footer.ts";
import type { KeyText } from "../ui/keys/keymap.ts";
import type { Spot } from "./seek.ts";
import { plainOf } from "./theme.ts";

/** The rule above the answer, the answer, the footer: keys that have no room in the last stand in the first. */
const footerRows = 3;

/**
 * The key that stands at a place of these lines; undefined where none does. Of keys under one label it is the one that
 * was pointed at, or the nearest to it.
 */
export function keyAt(
  { row, column }: Spot,
  lines: readonly string[],
  items: readonly FooterItem[],
  unicode: boolean,
): KeyText | undefined {
  if (row < lines.length - footerRows || row >= lines.length) return undefined;
  const line = plainOf(lines[row] ?? "");
  for (const item of items) {
    const text = `${item.keys} ${item.label}`;
    const from = startOf(line, text);
    if (from === undefined) continue;
    const at = column - from;
    if (at >= 0 && at < width(text)) return nearest(item, at, unicode);
  }
  return undefined;
}

/** The cell at which a text stands by itself in a line. */
function startOf(line: string, text: string): number | undefined {
  for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1)) {
    const isAlone = /(?:^|\s)$/.test(line.slice(0, at)) && /^(?:$|\s)/.test(line.slice(at + text.length));
    if (isAlone) return width(line.slice(0, at));
  }
  return undefined;
}

/** The key of an item that is nearest to a cell of its text; of two as near it is the latter. */
function nearest({ first, keys }: FooterItem, cell: number, unicode: boolean): KeyText | undefined {
  let best: { readonly key: KeyText; readonly far: number } | undefined;
  let end = 0;
  for (const key of first) {
    const sign = signOf(key, unicode);
    const begin = Math.max(end, keys.indexOf(sign, end));
    end = begin + sign.length;
    const from = width(keys.slice(0, begin));
    const far = Math.max(0, from - cell, cell - (from + width(sign) - 1));
    if (!best || far <= best.far) best = { key, far };
  }
  return best?.key;
}
