/** The title's part of the reducer. */
import type { Command } from "../../keys/keymap.ts";
import { showMap } from "../../model/transitions.ts";
import type { State } from "../../model/types.ts";

export function onTitle(state: State, command: Command): State {
  return command === "confirm" ? showMap(state) : state;
}
