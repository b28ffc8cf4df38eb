/** Every key of the screen underneath, from the same table that the keys obey. */
import { padRight } from "../../present/cells.ts";
import { footer, shownKey } from "../footer.ts";
import { keySentences } from "../keymap.en.ts";
import { bindings } from "../keymap.ts";
import { contextOf } from "../state/context.ts";
import type { State } from "../state/types.ts";
import { bodyRows, type Canvas, drawPage, type Size } from "./canvas.ts";

interface KeyRow {
  readonly keys: string;
  readonly sentence: string;
}

/** The keys of the screen under the list. */
export function keyRows(state: State, unicode = true): KeyRow[] {
  const { help: _, ...under } = state;
  return bindings(contextOf(under)).map(({ command, keys }) => ({
    keys: keys.map((key) => shownKey(key, unicode)).join("  "),
    sentence: keySentences[command],
  }));
}

/** How far the list can be scrolled at a size. */
export function helpScrollMax(state: State, size: Size): number {
  return Math.max(0, keyRows(state).length - bodyRows(size));
}

export function helpLines(state: State, scroll: number, canvas: Canvas): string[] {
  const { theme } = canvas;
  const rows = keyRows(state, canvas.unicode).map(
    ({ keys, sentence }) => `${theme.accent(padRight(keys, 20))} ${sentence}`,
  );
  const start = Math.min(scroll, Math.max(0, rows.length - bodyRows(canvas)));
  const below = rows.length - start - bodyRows(canvas);
  return drawPage(canvas, {
    head: [theme.title("KEYS"), theme.muted("of the screen underneath")],
    sub: [
      theme.muted("hjkl move like the arrows where they are free. Everything is saved at every step."),
      "",
    ],
    body: rows.slice(start),
    message: below > 0 ? `${theme.accent("↓")} ${theme.muted(`${below} more`)}` : "",
    keys: footer("help", { unicode: canvas.unicode }),
  });
}
