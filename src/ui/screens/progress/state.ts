/** Progress as a page, its part of the reducer: read on, or back to the map. */
import type { Command } from "../../keys/keymap.ts";
import type { ProgressScreen } from "../../model/study-screens.ts";
import { clamp, show, showMap } from "../../model/transitions.ts";
import type { State } from "../../model/types.ts";
import { progressScrollMax } from "./layout.ts";

const step = 4;

export function onProgress(state: State, screen: ProgressScreen, command: Command): State {
  if (command === "back") return showMap(state, "study");
  if ((command !== "up" && command !== "down") || !screen.texts) return state;
  const most = progressScrollMax(state, screen.texts);
  const from = Math.min(screen.scroll, most);
  return show(state, { ...screen, scroll: clamp(from + (command === "up" ? -step : step), 0, most) });
}
