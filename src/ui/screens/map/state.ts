/** The map's part of the reducer: where to go. */
import { unreadable } from "../../../study/deck.ts";
import type { Door } from "../../../words/contract/screens.ts";
import type { Command } from "../../keys/keymap.ts";
import { growthOfOwn, ownSystem } from "../../model/course.ts";
import { doorBeside } from "../../model/doors.ts";
import { openLabs } from "../../model/labs.ts";
import { openShifts } from "../../model/on-call.ts";
import { lockReason, nextUnsolved } from "../../model/progress.ts";
import { progressOf } from "../../model/reached.ts";
import { openDay, openPuzzles } from "../../model/rooms.ts";
import { showSandbox } from "../../model/sandbox.ts";
import { deckNow, dueNow } from "../../model/study.ts";
import {
  clamp,
  enterLevel,
  openCourse,
  openGlossary,
  readLesson,
  remember,
  say,
  show,
} from "../../model/transitions.ts";
import type { MapRow, ScreenOf, State } from "../../model/types.ts";

export function onMap(state: State, screen: ScreenOf<"map">, command: Command): State {
  if (screen.asked) return onAsked(state, screen.at, command);
  const place = state.mapRows[screen.at] as MapRow;
  const move = (by: number) =>
    show(state, { kind: "map", at: clamp(screen.at + by, 0, state.mapRows.length - 1) });
  switch (command) {
    case "up":
      return move(-1);
    case "down":
      return move(1);
    case "left":
    case "right": {
      const at = doorBeside(state.mapRows, screen.at, command);
      return at === undefined ? state : show(state, { kind: "map", at });
    }
    case "next": {
      const at = nextUnsolved(state, screen.at);
      if (at === screen.at) return say(state, state.words.map.nextIsThis);
      return at < 0 ? say(state, state.words.map.allPassed) : show(state, { kind: "map", at });
    }
    case "course":
      return openCourse(state);
    case "words":
      return openGlossary(state);
    case "startOver":
      return say(show(state, { ...screen, asked: true }), state.words.map.startOver);
    case "confirm":
    case "brief":
    case "why":
    case "questions":
      return enter(state, screen, place, command);
    default:
      return state;
  }
}

/** The answer to whether to start over. */
function onAsked(state: State, at: number, command: Command): State {
  if (command !== "confirm") return show(state, { kind: "map", at });
  return show({ ...remember(state, { type: "startOver" }), visits: {} }, { kind: "map", at: 0 });
}

function enter(
  state: State,
  screen: ScreenOf<"map">,
  place: MapRow,
  command: "confirm" | "brief" | "why" | "questions",
): State {
  const locked = lockReason(state, place);
  if (locked !== undefined) return say(state, locked);
  if (place.kind !== "lesson") {
    if (command !== "confirm") return state;
    return opened[place.id](state);
  }
  const { lesson } = place;
  if (command === "why") return readLesson(state, lesson);
  const visit = enterLevel(state, lesson);
  if (command === "questions")
    return show(state, { kind: "questions", visit, at: 0, revealed: false, back: screen });
  const progress = progressOf(state.save, place.id);
  // Whoever has read the briefing comes to play; a key of its own reads it again.
  if (command === "confirm" && progress?.lastDesign !== undefined)
    return show(state, { kind: "board", visit });
  if (progress?.passed) return show(state, { kind: "reference", at: screen.at, lesson, page: 0 });
  return show(state, { kind: "briefing", visit, page: 0, back: screen });
}

/** Each door's room. */
const opened: Readonly<Record<Door, (state: State) => State>> = {
  study: openStudy,
  labs: (state) => openLabs(state),
  onCall: (state) => openShifts(state),
  sandbox: showSandbox,
  puzzles: (state) => openPuzzles(state),
  day: openDay,
  endless: (state) => {
    const own = ownSystem(state);
    return own ? show(state, growthOfOwn(own, true)) : openCourse(state);
  },
};

/** Today's cards; what is kept of a card and cannot be read is mended first, and told. */
function openStudy(state: State): State {
  const deck = deckNow(state);
  const { study } = state.words;
  if (deck.length === 0) return say(state, study.empty);
  const broken = unreadable(deck, state.save.cards);
  const { cards, today } = dueNow(state);
  const ids = cards.slice(0, today).map(({ id }) => id);
  const shown = show(state, { kind: "review", cards: ids, at: 0, knew: 0, isRevealed: false });
  if (broken.length === 0) return shown;
  return say(remember(shown, { type: "mend", cards: broken }), study.mended(broken.length));
}
