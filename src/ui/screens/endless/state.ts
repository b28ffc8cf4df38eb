/** Endless growth's part of the reducer: its days come by themselves. */
import type { Command } from "../../keys/keymap.ts";
import { show } from "../../model/transitions.ts";
import type { Action, State } from "../../model/types.ts";

export function onEndless(state: State, command: Command): State {
  return command === "back" ? show(state, { kind: "course" }) : state;
}

/** A day has been played, or there are no more. */
export function endured(state: State, { design, day }: Extract<Action, { readonly type: "endured" }>): State {
  const { screen } = state;
  if (screen.kind !== "endless" || screen.design !== design) return state;
  return show(state, day ? { ...screen, days: [...screen.days, day] } : { ...screen, isOver: true });
}
