/** Progress as a page, its part of the reducer: read on, or back to the map. */
import { bodyRows } from "../../frame/frame.ts";
import type { Command } from "../../keys/keymap.ts";
import { scrolledTo } from "../../model/scrolling.ts";
import type { ProgressScreen } from "../../model/study-screens.ts";
import { show, showMap } from "../../model/transitions.ts";
import type { State } from "../../model/types.ts";
import { progressScrollMax } from "./layout.ts";

export function onProgress(state: State, screen: ProgressScreen, command: Command): State {
  if (command === "back") return showMap(state, "study");
  if (!screen.texts) return state;
  const most = progressScrollMax(state, screen.texts);
  const scroll = scrolledTo(command, screen.scroll, most, bodyRows(state.size));
  return scroll === undefined ? state : show(state, { ...screen, scroll });
}
