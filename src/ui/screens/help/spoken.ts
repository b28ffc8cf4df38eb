/** The list of keys in words. */
import type { State } from "../../model/types.ts";
import { keyRows } from "./layout.ts";

export function spokenHelp(state: State): string[] {
  return [
    state.words.spoken.help,
    ...keyRows(state, false).map(({ keys, sentence }) => `${keys}: ${sentence}`),
  ];
}
