/** The drills' part of the reducer: an answer is typed, marked by the function that marks everywhere, and explained. */
import { markDrill } from "../../../study/drills/index.ts";
import type { Command } from "../../keys/keymap.ts";
import { startDrills } from "../../model/study.ts";
import type { DrillScreen } from "../../model/study-screens.ts";
import { typed } from "../../model/text-field.ts";
import { remember, say, show, showMap } from "../../model/transitions.ts";
import type { State } from "../../model/types.ts";

export function onDrill(state: State, screen: DrillScreen, command: Command): State {
  if (command === "back") return showMap(state, "study");
  if (command !== "confirm") return state;
  const drill = screen.drills[screen.at];
  if (!drill) return startDrills(state);
  if (screen.marked) {
    const { marked, ...rest } = screen;
    return show(state, { ...rest, at: screen.at + 1, typed: "", marks: screen.marks + marked.mark });
  }
  if (drill.kind === "rung" && !screen.texts) return state;
  const marked = markDrill(drill, screen.typed);
  if (marked.unread) return say(state, state.words.drills.unread[marked.unread]);
  const { kind } = drill;
  return remember(show(state, { ...screen, marked }), { type: "drill", kind, mark: marked.mark });
}

const typedMax = 40;

export function typeDrill(state: State, screen: DrillScreen, added: string): State {
  return screen.marked ? state : show(state, { ...screen, typed: typed(screen.typed, added, typedMax) });
}
