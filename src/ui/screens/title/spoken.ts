/** The title in words. */
import { tally } from "../../model/reached.ts";
import type { State } from "../../model/types.ts";

export function spokenTitle(state: State): string[] {
  const { saves, spoken } = state.words;
  return [spoken.title, spoken.tally(tally(state)), ...state.notices.map(saves.notice)];
}
