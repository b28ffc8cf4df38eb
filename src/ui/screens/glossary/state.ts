/** The glossary: a word is typed, another comes into focus. */
import { searchGlossary } from "../../../present/glossary.ts";
import { bodyRows } from "../../frame/frame.ts";
import type { Command } from "../../keys/keymap.ts";
import { typed } from "../../model/text-field.ts";
import { clamp, rowsMoved, show } from "../../model/transitions.ts";
import type { GlossaryScreen, State } from "../../model/types.ts";

export function onGlossary(state: State, screen: GlossaryScreen, command: Command): State {
  if (command === "back") return show(state, screen.back);
  const by = rowsMoved(command, bodyRows(state.size));
  if (by === undefined) return state;
  const last = Math.max(0, searchGlossary(state.glossary, screen.typed).length - 1);
  return show(state, { ...screen, at: clamp(screen.at + by, 0, last) });
}

const typedMax = 24;

/** Whatever is typed looks for words, from the first one on. */
export function typeGlossary(state: State, screen: GlossaryScreen, added: string): State {
  return show(state, { ...screen, typed: typed(screen.typed, added, typedMax), at: 0 });
}
