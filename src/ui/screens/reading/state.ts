/** Briefing and reference card: pages to turn. */
import { formatDesign } from "../../../sim/index.ts";
import type { Command } from "../../keys/keymap.ts";
import { clamp, enterLevel, remember, say, show } from "../../model/transitions.ts";
import type { ScreenOf, State } from "../../model/types.ts";

/** Another page, or why there is none. */
function turn(
  state: State,
  screen: ScreenOf<"reference"> | ScreenOf<"briefing">,
  by: 1 | -1,
  pages: number,
): State {
  const page = clamp(screen.page + by, 0, pages - 1);
  if (page !== screen.page) return show(state, { ...screen, page });
  return say(state, by < 0 ? state.words.reading.firstPage : state.words.reading.lastPage);
}

export function onReference(
  state: State,
  screen: ScreenOf<"reference">,
  command: Command,
  pages: number,
): State {
  switch (command) {
    case "left":
    case "up":
      return turn(state, screen, -1, pages);
    case "right":
    case "down":
      return turn(state, screen, 1, pages);
    case "confirm":
      return show(state, { kind: "board", visit: enterLevel(state, screen.lesson) });
    case "questions": {
      const visit = enterLevel(state, screen.lesson);
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
  switch (command) {
    case "left":
    case "up":
      return turn(state, screen, -1, pages);
    case "right":
    case "down":
      return turn(state, screen, 1, pages);
    case "confirm": {
      const { back, visit } = screen;
      if (back.kind === "board" || back.kind === "prediction") return show(state, back);
      const board = show(state, { kind: "board", visit });
      // What stands on the board says that the briefing was read.
      return visit.practice
        ? board
        : remember(board, {
            type: "design",
            level: visit.lesson.level.id,
            line: formatDesign(visit.sitting.design),
          });
    }
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
