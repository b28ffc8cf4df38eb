/** The glossary: a word is typed, another comes into focus. */
import { searchGlossary } from "../../../present/glossary.ts";
import { bodyRows } from "../../frame/frame.ts";
import type { Command } from "../../keys/keymap.ts";
import { typed } from "../../model/text-field.ts";
import { clamp, show } from "../../model/transitions.ts";
import type { GlossaryScreen, State } from "../../model/types.ts";

export function onGlossary(state: State, screen: GlossaryScreen, command: Command): State {
  const last = Math.max(0, searchGlossary(state.glossary, screen.typed).length - 1);
  const move = (by: number) => show(state, { ...screen, at: clamp(screen.at + by, 0, last) });
  switch (command) {
    case "up":
      return move(-1);
    case "down":
      return move(1);
    case "left":
      return move(-bodyRows(state.size));
    case "right":
      return move(bodyRows(state.size));
    case "back":
      return show(state, screen.back);
    default:
      return state;
  }
}

const typedMax = 24;

/** Whatever is typed looks for words, from the first one on. */
export function typeGlossary(state: State, screen: GlossaryScreen, added: string): State {
  return show(state, { ...screen, typed: typed(screen.typed, added, typedMax), at: 0 });
}
