/** What lies over a screen, the list of keys or its text: scrolled and closed. */
import { bodyRows } from "../../frame/frame.ts";
import type { Command } from "../../keys/keymap.ts";
import { scrolledTo } from "../../model/scrolling.ts";
import type { State } from "../../model/types.ts";

/** @param scrollMax how far it can be scrolled */
export function inHelp(
  state: State,
  help: NonNullable<State["help"]>,
  command: Command,
  scrollMax: () => number,
): State {
  const { help: _, ...closed } = state;
  if (command === "back") return closed;
  const scroll = scrolledTo(command, help.scroll, scrollMax(), bodyRows(state.size));
  return scroll === undefined ? state : { ...state, help: { ...help, scroll } };
}
