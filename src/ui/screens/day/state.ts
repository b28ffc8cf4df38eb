/** The level of the day's part of the reducer: on to its board, once it is proven. */
import type { Command } from "../../keys/keymap.ts";
import type { DayScreen } from "../../model/room-screens.ts";
import { playDay } from "../../model/rooms.ts";
import { showMap } from "../../model/transitions.ts";
import type { State } from "../../model/types.ts";

export function onDay(state: State, screen: DayScreen, command: Command): State {
  const { day, opening } = screen;
  if (command === "back") return showMap(state, "day");
  return command === "confirm" && day && !opening ? playDay(state, screen, day) : state;
}
