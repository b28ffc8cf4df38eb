/** The puzzles' part of the reducer: which one to open. */
import { puzzles } from "../../../rooms/puzzles/index.ts";
import type { Command } from "../../keys/keymap.ts";
import type { PuzzlesScreen } from "../../model/room-screens.ts";
import { openPuzzle } from "../../model/rooms.ts";
import { clamp, rowsMoved, show, showMap } from "../../model/transitions.ts";
import type { State } from "../../model/types.ts";

export function onPuzzles(state: State, screen: PuzzlesScreen, command: Command): State {
  if (command === "back") return showMap(state, "puzzles");
  const puzzle = puzzles[screen.at];
  if (command === "confirm" && puzzle) return openPuzzle(state, puzzle);
  const by = rowsMoved(command, 1);
  return by === undefined
    ? state
    : show(state, { ...screen, at: clamp(screen.at + by, 0, puzzles.length - 1) });
}
