/** Briefing, chapter and reference card: pages to turn. */
import { formatDesign } from "../../../sim/index.ts";
import type { Command } from "../../keys/keymap.ts";
import {
  clamp,
  enterLevel,
  readLesson,
  remember,
  rowsMoved,
  say,
  show,
  sizeOf,
} from "../../model/transitions.ts";
import type { ScreenOf, State } from "../../model/types.ts";
import { pageCount, pageOf, type ReadingScreen } from "./layout.ts";

/** Another page, or why there is none. */
function turn(state: State, screen: ReadingScreen, by: number): State {
  const size = sizeOf(state);
  const now = pageOf(screen, size);
  const page = clamp(now + by, 0, pageCount(screen, size) - 1);
  if (page !== now) return show(state, { ...screen, page });
  return say(state, by < 0 ? state.words.reading.firstPage : state.words.reading.lastPage);
}

/** What turns a page on every screen that is read, and otherwise nothing. */
function turned(state: State, screen: ReadingScreen, command: Command): State {
  const by = rowsMoved(command, 1);
  return by === undefined ? state : turn(state, screen, by);
}

export function onLesson(state: State, screen: ScreenOf<"lesson">, command: Command): State {
  return command === "back" ? show(state, screen.back) : turned(state, screen, command);
}

export function onReference(state: State, screen: ScreenOf<"reference">, command: Command): State {
  switch (command) {
    case "confirm":
      return show(state, { kind: "board", visit: enterLevel(state, screen.lesson) });
    case "questions": {
      const visit = enterLevel(state, screen.lesson);
      return show(state, { kind: "questions", visit, at: 0, revealed: false, back: screen });
    }
    case "back":
      return show(state, { kind: "map", at: screen.at });
    default:
      return turned(state, screen, command);
  }
}

export function onBriefing(state: State, screen: ScreenOf<"briefing">, command: Command): State {
  switch (command) {
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
    case "why":
      return readLesson(state, screen.visit.lesson);
    case "questions": {
      const { visit } = screen;
      return show(state, { kind: "questions", visit, at: 0, revealed: false, back: screen });
    }
    case "back":
      return show(state, screen.back);
    default:
      return turned(state, screen, command);
  }
}
