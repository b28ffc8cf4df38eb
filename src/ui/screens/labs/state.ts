/** The labs' part of the reducer: which bench to stand at. */
import { benches } from "../../../labs/index.ts";
import { bodyRows } from "../../frame/frame.ts";
import type { Command } from "../../keys/keymap.ts";
import type { LabsScreen } from "../../model/lab-screens.ts";
import { openBench } from "../../model/labs.ts";
import { clamp, rowsMoved, show, showMap } from "../../model/transitions.ts";
import type { State } from "../../model/types.ts";

export function onLabs(state: State, screen: LabsScreen, command: Command): State {
  if (command === "back") return showMap(state, "labs");
  const bench = benches[screen.at];
  if (command === "confirm" && bench) return openBench(state, bench);
  const by = rowsMoved(command, bodyRows(state.size));
  return by === undefined
    ? state
    : show(state, { ...screen, at: clamp(screen.at + by, 0, benches.length - 1) });
}
