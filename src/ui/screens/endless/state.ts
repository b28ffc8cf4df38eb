/** Endless growth's part of the reducer: its days come by themselves, once it was named what gives way first. */
import { wearable } from "../../../game/index.ts";
import type { Command } from "../../keys/keymap.ts";
import { growthScore, isNaming } from "../../model/course.ts";
import { clamp, remember, show, showMap } from "../../model/transitions.ts";
import type { Action, EndlessScreen, State } from "../../model/types.ts";

export function onEndless(state: State, screen: EndlessScreen, command: Command): State {
  if (command === "back") return screen.fromMap ? showMap(state, "endless") : show(state, { kind: "course" });
  if (!isNaming(screen)) return state;
  const parts = wearable(screen.design);
  const part = parts[screen.at];
  switch (command) {
    case "up":
      return show(state, { ...screen, at: clamp(screen.at - 1, 0, parts.length - 1) });
    case "down":
      return show(state, { ...screen, at: clamp(screen.at + 1, 0, parts.length - 1) });
    case "confirm":
      return part ? show(state, { ...screen, named: [...screen.named, part] }) : state;
    default:
      return state;
  }
}

/** A day has been played, or there are no more. */
export function endured(
  state: State,
  { design, day, waits }: Extract<Action, { readonly type: "endured" }>,
): State {
  const { screen } = state;
  if (screen.kind !== "endless" || screen.design !== design || waits) return state;
  if (day) return show(state, { ...screen, days: [...screen.days, day] });
  const over = show(state, { ...screen, isOver: true });
  return remember(over, { type: "endless", level: screen.lesson.level.id, score: growthScore(screen) });
}
