/** What the keys mean now. */
import type { Context } from "../keys/keymap.ts";
import type { State } from "./types.ts";

/** The context that decides what the keys mean now. */
export function contextOf(state: State): Context {
  if (state.help) return "help";
  const { screen } = state;
  if (screen.kind === "board" && screen.panel)
    return screen.panel.kind === "naming" ? "typing" : screen.panel.kind;
  if (screen.kind === "map" && screen.asked) return "confirm";
  if (screen.kind === "run" && screen.trace) return "trace";
  if (screen.kind === "debrief" && screen.panel)
    return screen.panel.kind === "reveal" ? "confirm" : screen.panel.kind;
  return screen.kind;
}

/** Whether characters are typed into a field now. */
export function isTyping(state: State): boolean {
  const { screen } = state;
  if (state.help) return false;
  if (screen.kind === "board") return screen.panel?.kind === "naming" || screen.panel?.kind === "estimate";
  return screen.kind === "prediction" && screen.visit.lesson.level.prediction.kind === "number";
}
