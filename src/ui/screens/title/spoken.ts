/** The title in words. */
import type { Words } from "../../../words/index.ts";
import { tally } from "../../model/reached.ts";
import type { TitleState } from "./view.ts";

export function spokenTitle(
  state: Omit<TitleState, "unsaved">,
  { saves, spoken }: Pick<Words, "saves" | "spoken">,
): string[] {
  return [spoken.title, spoken.tally(tally(state)), ...state.notices.map(saves.notice)];
}
