/** Every key of the screen underneath, from the same table that the keys obey. */
import { padRight } from "../../../present/cells.ts";
import { bodyColumns, bodyRows, type Canvas, drawPage, paragraph, type Size } from "../../frame/frame.ts";
import { footer, shownKey } from "../../keys/footer.ts";
import { bindings } from "../../keys/keymap.ts";
import { keySentences } from "../../keys/keymap-en.ts";
import { contextOf } from "../../model/context.ts";
import type { State } from "../../model/types.ts";

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

/** What the signs in the picture mean. */
const signs: readonly KeyRow[] = [
  { keys: "▲1", sentence: "Single: nothing takes over if this part fails." },
  { keys: "new", sentence: "Bought since the level's start, or since your last run." },
  { keys: "███▁ 62%", sentence: "How busy the part is. From 70 % on, queues grow fast." },
  { keys: "✗ 60/s waited", sentence: "Requests lost here in a second, and why." },
  { keys: "░░░ ?", sentence: "Not seen: nothing was bought that would show it." },
];

/** The rows of the list: keys, and on screens with a picture its signs. */
function allRows(state: State, unicode = true): KeyRow[] {
  const { kind } = state.screen;
  const hasPicture = kind === "board" || kind === "run" || kind === "reference";
  return [...keyRows(state, unicode), ...(hasPicture ? signs : [])];
}

/** How far the list can be scrolled at a size. */
export function helpScrollMax(state: State, size: Size): number {
  const rows = allRows(state).reduce((sum, row) => sum + sentenceLines(row, size).length, 0);
  return Math.max(0, rows - bodyRows(size));
}

const keyCells = 20;

function sentenceLines({ sentence }: KeyRow, size: Pick<Size, "columns">): string[] {
  return paragraph(sentence, bodyColumns(size) - keyCells - 1);
}

export function helpLines(state: State, scroll: number, canvas: Canvas): string[] {
  const { theme } = canvas;
  const rows = allRows(state, canvas.unicode).flatMap((row) =>
    sentenceLines(row, canvas).map(
      (line, n) => `${theme.accent(padRight(n === 0 ? row.keys : "", keyCells))} ${line}`,
    ),
  );
  const start = Math.min(scroll, Math.max(0, rows.length - bodyRows(canvas)));
  const below = rows.length - start - bodyRows(canvas);
  return drawPage(canvas, {
    head: [theme.title("KEYS"), theme.muted("of the screen underneath")],
    sub: [theme.muted("hjkl move like the arrows where they are free. All is saved at every step."), ""],
    body: rows.slice(start),
    message: below > 0 ? `${theme.accent("↓")} ${theme.muted(`${below} more`)}` : "",
    keys: footer("help", { unicode: canvas.unicode }),
  });
}
