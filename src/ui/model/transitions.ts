/** What several screens' parts of the reducer share. */

import { type Playback, type Played, startSitting, topicsOf } from "../../game/index.ts";
import { cardOn, type Lesson, seenWith } from "../../levels/index.ts";
import { explainsCollapse } from "../../present/causes.ts";
import { trapIn } from "../../present/traps.ts";
import type { Save } from "../../saves/shape.ts";
import type { Command } from "../keys/keymap.ts";
import { carriedTo } from "./carry.ts";
import { ownSystem } from "./course.ts";
import { lessonsOf, nextUnsolved, readDesign } from "./progress.ts";
import { progressOf } from "./reached.ts";
import { type ProgressChange, withChange } from "./save-changes.ts";
import type { KnownRun, RunScreen, Screen, State, Visit } from "./types.ts";

/** What decides how much fits on a page. */
export function sizeOf({ size, words }: State): State["size"] & Pick<State, "words"> {
  return { ...size, words };
}

/** The state with another screen; the line above the footer stays until the next key. */
export function show(state: State, screen: Screen): State {
  return { ...state, screen };
}

export function say(state: State, message: string): State {
  return { ...state, message };
}

/** Remembers a change: at once here, on disk as soon as the app comes to it. */
export function remember(state: State, what: ProgressChange): State {
  const change = { ...what, atMs: state.nowMs };
  const save = withChange(state.save, change);
  return save === state.save ? state : { ...state, save, outbox: [...state.outbox, change] };
}

/** A stay at a level: the one that was left for the map, or a new one from where the save has it. */
export function enterLevel(state: Pick<State, "visits" | "save" | "mapRows">, lesson: Lesson): Visit {
  const { id } = lesson.level;
  const { visits, save } = state;
  const left = Object.hasOwn(visits, id) ? visits[id] : undefined;
  if (left) return left;
  const visit = startVisit(save, lesson);
  const progress = progressOf(save, id);
  // Who has been here goes on with what was here.
  const isNew = !progress || (progress.lastDesign ?? progress.startDesign) === undefined;
  const start = isNew && !progress?.passed ? carriedTo(state, lesson) : undefined;
  return start ? { ...visit, carry: { kind: "checking", start } } : visit;
}

/** A new stay at a level, from where the save has it. */
export function startVisit(save: Save, lesson: Lesson): Visit {
  const { level } = lesson;
  const progress = progressOf(save, level.id);
  const start = readDesign(level, progress?.startDesign);
  return {
    lesson,
    ...(start ? { start } : {}),
    sitting: startSitting(readDesign(level, progress?.lastDesign) ?? start ?? level.start),
    focus: 0,
    hintsShown: 0,
    hintsUsed: progress?.hintsUsed ?? 0,
    practice: false,
    asked: (progress?.predictions.length ?? 0) > 0 ? "question" : "nothing",
    runs: 0,
    taskDone: progress?.stars === 3,
  };
}

/** Moves within a list without leaving it. */
export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** By how many rows of a list a command moves the focus: one, a page, or to an end; undefined where it moves nothing. */
export function rowsMoved(command: Command, page: number): number | undefined {
  const by: Partial<Readonly<Record<Command, number>>> = {
    ...{ up: -1, down: 1, left: -page, right: page },
    toTop: Number.NEGATIVE_INFINITY,
    toBottom: Number.POSITIVE_INFINITY,
  };
  return by[command];
}

/** The map with the first level that is not passed in focus. */
export function showMap(state: State, id?: string): State {
  const wanted = state.mapRows.findIndex((place) => place.id === id);
  return show(state, { kind: "map", at: wanted >= 0 ? wanted : Math.max(0, nextUnsolved(state, -1)) });
}

/** The level's chapter over what is on view; `at`: the excerpt to open it at. */
export function readLesson(state: State, lesson: Lesson, at?: string): State {
  const { screen: back } = state;
  return show(state, { kind: "lesson", lesson, back, ...(at === undefined ? {} : { at }) });
}

/** The page after the last level, once that is passed. */
export function openCourse(state: State): State {
  if (ownSystem(state)) return show(state, { kind: "course" });
  const last = lessonsOf(state.mapRows).find(({ level }) => level.grown);
  return say(state, state.words.course.locked(last?.prose.title ?? ""));
}

/** The glossary over what is on view. */
export function openGlossary(state: State): State {
  return show(state, { kind: "glossary", typed: "", at: 0, back: state.screen });
}

/** Runs the design on the board. */
export function startRun(state: State, visit: Visit): State {
  const { foretold: _, gain: __, taskTried: ___, carry: ____, ...rest } = visit;
  const next: Visit = { ...rest, runs: visit.runs + 1, hintsShown: 0 };
  return show(state, {
    kind: "run",
    visit: next,
    at: 0,
    playing: true,
    speed: state.save.settings.speed ?? 1,
    beats: 0,
    progress: 0,
  });
}

/** A run that is known, from its first second on; a new one of its design is the player's own. */
export function openedRun(state: State, { lesson, room, played }: KnownRun): State {
  const sitting = startSitting(played.design);
  const visit: Visit = { ...startVisit(state.save, lesson), ...(room ? { room } : {}), sitting };
  const run = startRun(state, { ...visit, asked: "question", last: played });
  return run.screen.kind === "run" ? show(run, { ...run.screen, played }) : run;
}

/** From a run to its debrief; a pass that brings something new has its moment first. */
export function afterRun(state: State, visit: Visit, played: Played): State {
  const { gain, ...rest } = visit;
  return gain
    ? show(state, { kind: "pass", visit: rest, played, gain, beats: 0 })
    : showDebrief(state, visit, played);
}

export function showDebrief(state: State, visit: Visit, played: Played): State {
  const { level, prose } = visit.lesson;
  const seen = progressOf(state.save, level.id)?.cardsShown ?? [];
  const card = cardOn(prose, topicsOf(played.recording.outcome), seen);
  const isPassed = progressOf(state.save, level.id)?.passed ?? false;
  const trap = isPassed && !played.verdict?.passed ? trapIn(level, played.design) : undefined;
  const knowsCollapse = Object.values(state.save.levels).some(({ collapseTold }) => collapseTold);
  const shown = show(state, {
    kind: "debrief",
    visit,
    played,
    ...(knowsCollapse ? { knowsCollapse } : {}),
    ...(card ? { card: card.id } : {}),
    ...(trap === undefined ? {} : { trap }),
    scroll: 0,
    beats: 0,
    progress: 0,
  });
  const tellsCollapse = explainsCollapse(level, played.recording.outcome.report);
  const cardsShown = card ? seenWith(prose, seen, card.id) : seen;
  const told = remember(shown, { type: "debrief", level: level.id, tellsCollapse, cardsShown });
  return trap === undefined ? told : remember(told, { type: "trap", level: level.id, letter: trap });
}

/** What there is to see of the run: while it is computed, what has been computed so far. */
export function playbackOf({ played, begun }: RunScreen): Playback | undefined {
  return played?.recording ?? begun;
}

/** The tick on view: of what is known. */
export function tickOf({ at }: Pick<RunScreen, "at">, { known }: Playback): number {
  return Math.min(Math.floor(at), known - 1);
}
