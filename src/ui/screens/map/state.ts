/** Title, map and reference cards: where to go. */
import type { Command } from "../../keys/keymap.ts";
import {
  clamp,
  isUnlocked,
  lessonsOf,
  progressOf,
  remember,
  say,
  show,
  startVisit,
} from "../../model/transitions.ts";
import type { Place, Screen, State } from "../../model/types.ts";

type Of<K extends Screen["kind"]> = Extract<Screen, { readonly kind: K }>;

/** The map with the first level that is not passed in focus. */
export function showMap(state: State, id?: string): State {
  const wanted = state.places.findIndex((place) => place.id === id);
  return show(state, { kind: "map", at: wanted >= 0 ? wanted : Math.max(0, nextUnsolved(state, -1)) });
}

/** The place of the next open level that is not passed, after `from` and then from the top; −1 without any. */
function nextUnsolved(state: State, from: number): number {
  const isUnsolved = (place: Place) =>
    place.kind === "lesson" && !progressOf(state.save, place.id)?.passed && isUnlocked(state, place.lesson);
  const after = state.places.findIndex((place, at) => at > from && isUnsolved(place));
  return after >= 0 ? after : state.places.findIndex(isUnsolved);
}

export function onTitle(state: State, command: Command): State {
  return command === "confirm" ? showMap(state) : state;
}

export function onMap(state: State, screen: Of<"map">, command: Command): State {
  const place = state.places[screen.at] as Place;
  const move = (by: number) =>
    show(state, { kind: "map", at: clamp(screen.at + by, 0, state.places.length - 1) });
  switch (command) {
    case "up":
      return move(-1);
    case "down":
      return move(1);
    case "next": {
      const at = nextUnsolved(state, screen.at);
      return at < 0 ? say(state, "Every level that is open is passed.") : show(state, { kind: "map", at });
    }
    case "confirm":
    case "questions":
      return enter(state, screen, place, command);
    default:
      return state;
  }
}

function enter(state: State, screen: Of<"map">, place: Place, command: "confirm" | "questions"): State {
  const locked = lockReason(state, place);
  if (locked !== undefined) return say(state, locked);
  if (place.kind !== "lesson") return state;
  const { lesson } = place;
  const visit = startVisit(state.save, lesson);
  if (command === "questions")
    return show(state, { kind: "questions", visit, at: 0, revealed: false, back: screen });
  if (progressOf(state.save, place.id)?.passed)
    return show(state, { kind: "reference", at: screen.at, lesson, page: 0 });
  return show(state, { kind: "briefing", visit, page: 0, back: screen });
}

const doors = { study: "Study", labs: "The labs", sandbox: "The sandbox" } as const;

/** Why a place cannot be entered, in one line; undefined when it can. */
export function lockReason(state: Pick<State, "places" | "save">, place: Place): string | undefined {
  if (place.kind === "door") return `${doors[place.id]} will open soon: this version has the levels alone.`;
  if (place.kind === "upcoming") return `"${place.title}" is not built yet: it comes with a later version.`;
  if (isUnlocked(state, place.lesson)) return undefined;
  const lessons = lessonsOf(state.places);
  const before = lessons[lessons.indexOf(place.lesson) - 1];
  return `Locked: pass "${before?.prose.title}" first.`;
}

export function onReference(state: State, screen: Of<"reference">, command: Command, pages: number): State {
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

export function onBriefing(state: State, screen: Of<"briefing">, command: Command, pages: number): State {
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

export function onQuestions(state: State, screen: Of<"questions">, command: Command): State {
  const { questions } = screen.visit.lesson.prose;
  const next = (from: State): State =>
    screen.at + 1 < questions.length
      ? show(from, { ...screen, at: screen.at + 1, revealed: false })
      : say(show(from, screen.back), "Three questions answered.");
  switch (command) {
    case "confirm":
      return screen.revealed ? state : show(state, { ...screen, revealed: true });
    case "again":
    case "good": {
      if (!screen.revealed) return say(state, "Think first, then show the answer.");
      const id = questions[screen.at]?.id ?? "";
      const { id: level } = screen.visit.lesson.level;
      return next(remember(state, { type: "question", level, id, known: command === "good" }));
    }
    case "next":
      return next(state);
    case "back":
      return show(state, screen.back);
    default:
      return state;
  }
}
