/** Briefing and reference card: pages to turn. */
import type { Command } from "../../keys/keymap.ts";
import { clamp, show, startVisit } from "../../model/transitions.ts";
import type { ScreenOf, State } from "../../model/types.ts";

export function onReference(
  state: State,
  screen: ScreenOf<"reference">,
  command: Command,
  pages: number,
): State {
  const turn = (by: number) => show(state, { ...screen, page: clamp(screen.page + by, 0, pages - 1) });
  switch (command) {
    case "left":
    case "up":
      return turn(-1);
    case "right":
    case "down":
      return turn(1);
    case "confirm":
      return show(state, { kind: "board", visit: startVisit(state.save, screen.lesson) });
    case "questions": {
      const visit = startVisit(state.save, screen.lesson);
      return show(state, { kind: "questions", visit, at: 0, revealed: false, back: screen });
    }
    case "back":
      return show(state, { kind: "map", at: screen.at });
    default:
      return state;
  }
}

export function onBriefing(
  state: State,
  screen: ScreenOf<"briefing">,
  command: Command,
  pages: number,
): State {
  const turn = (by: number) => show(state, { ...screen, page: clamp(screen.page + by, 0, pages - 1) });
  switch (command) {
    case "left":
    case "up":
      return turn(-1);
    case "right":
    case "down":
      return turn(1);
    case "confirm":
      return show(
        state,
        screen.back.kind === "board" || screen.back.kind === "prediction"
          ? screen.back
          : { kind: "board", visit: screen.visit },
      );
    case "questions": {
      const { visit } = screen;
      return show(state, { kind: "questions", visit, at: 0, revealed: false, back: screen });
    }
    case "back":
      return show(state, screen.back);
    default:
      return state;
  }
}
