/** Every key of the screen underneath, from the same table that the keys obey. */
import { bodyColumns, bodyRows, paragraph, type Size } from "../../frame/frame.ts";
import { shownKey } from "../../keys/footer.ts";
import { bindings } from "../../keys/keymap.ts";
import { keySentences } from "../../keys/keymap-en.ts";
import { contextOf } from "../../model/context.ts";
import type { State } from "../../model/types.ts";
import { quitUnsaved } from "../unsaved-en.ts";

interface KeyRow {
  readonly keys: string;
  readonly sentence: string;
}

/** The keys of the screen under the list. */
export function keyRows(state: State, unicode = true): KeyRow[] {
  const { help: _, ...under } = state;
  return bindings(contextOf(under)).map(({ command, keys }) => ({
    keys: keys.map((key) => shownKey(key, unicode)).join("  "),
    sentence: command === "quit" && state.unsaved ? quitUnsaved : keySentences[command],
  }));
}

/** What the signs in the picture mean. */
const signs: readonly KeyRow[] = [
  { keys: "▲1", sentence: "Single: nothing takes over if this part fails." },
  { keys: "new", sentence: "Bought since the level's start, or since your last run." },
  { keys: "███▁ 62%", sentence: "How busy the part is. From 70 % on, queues grow fast." },
  { keys: "✗ 60/s waited", sentence: "Requests that fail here in a second, and why." },
  { keys: "░░░ ?", sentence: "Not seen: nothing was bought that would show it." },
];

/** The rows of the list: keys, and on screens with a picture its signs. */
export function allRows(state: State, unicode = true): KeyRow[] {
  const { kind } = state.screen;
  const hasPicture = kind === "board" || kind === "run" || kind === "reference";
  return [...keyRows(state, unicode), ...(hasPicture ? signs : [])];
}

/** How far the list can be scrolled at a size. */
export function helpScrollMax(state: State, size: Size): number {
  const rows = allRows(state).reduce((sum, row) => sum + sentenceLines(row, size).length, 0);
  return Math.max(0, rows - bodyRows(size));
}

export const keyCells = 20;

export function sentenceLines({ sentence }: KeyRow, size: Pick<Size, "columns">): string[] {
  return paragraph(sentence, bodyColumns(size) - keyCells - 1);
}
