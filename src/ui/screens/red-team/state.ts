/** The red team's part of the reducer: which fault to buy. */
import { bodyRows } from "../../frame/frame.ts";
import type { Command } from "../../keys/keymap.ts";
import type { RedTeamScreen } from "../../model/room-screens.ts";
import { buyFault, openPuzzles, redTeamOf } from "../../model/rooms.ts";
import { clamp, rowsMoved, show } from "../../model/transitions.ts";
import type { State } from "../../model/types.ts";

export function onRedTeam(state: State, screen: RedTeamScreen, command: Command): State {
  if (command === "back") return openPuzzles(state, screen.id);
  if (command === "confirm") return buyFault(state, screen);
  const by = rowsMoved(command, bodyRows(state.size));
  if (by === undefined) return state;
  return show(state, { ...screen, at: clamp(screen.at + by, 0, redTeamOf(screen).faults.length - 1) });
}
