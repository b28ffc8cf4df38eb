/** The moment after a pass: it is over with the next key. */
import type { Command } from "../../keys/keymap.ts";
import { show, showDebrief } from "../../model/transitions.ts";
import type { ScreenOf, State } from "../../model/types.ts";
import { momentBeats } from "./stars.ts";

export function onPass(state: State, { visit, played }: ScreenOf<"pass">, command: Command): State {
  return command === "confirm" ? showDebrief(state, visit, played) : state;
}

/** The clock: stars light one after another. */
export function tickPass(state: State, screen: ScreenOf<"pass">, beats: number): State {
  return show(state, { ...screen, beats: Math.min(momentBeats, screen.beats + beats) });
}
