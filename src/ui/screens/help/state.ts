/** What lies over a screen, the list of keys or its text: scrolled and closed. */
import type { Command } from "../../keys/keymap.ts";
import type { State } from "../../model/types.ts";

/** @param scrollMax how far it can be scrolled */
export function inHelp(
  state: State,
  help: NonNullable<State["help"]>,
  command: Command,
  scrollMax: () => number,
): State {
  const { help: _, ...closed } = state;
  const { scroll } = help;
  switch (command) {
    case "up":
      return { ...state, help: { ...help, scroll: Math.max(0, scroll - 1) } };
    case "down":
      return { ...state, help: { ...help, scroll: Math.min(scroll + 1, scrollMax()) } };
    case "back":
      return closed;
    default:
      return state;
  }
}
