/** The list of keys: scrolled and closed. */
import type { Command } from "../../keys/keymap.ts";
import { sizeOf } from "../../model/transitions.ts";
import type { State } from "../../model/types.ts";
import { helpScrollMax } from "./layout.ts";

export function inHelp(state: State, scroll: number, command: Command): State {
  const { help: _, ...closed } = state;
  switch (command) {
    case "up":
      return { ...state, help: { scroll: Math.max(0, scroll - 1) } };
    case "down":
      return { ...state, help: { scroll: Math.min(scroll + 1, helpScrollMax(closed, sizeOf(state))) } };
    case "back":
      return closed;
    default:
      return state;
  }
}
