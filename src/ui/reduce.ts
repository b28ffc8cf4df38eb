/**
 * The one reducer: every key, result and beat of the clock is an action, and what is on the screen
 * follows from the state alone.
 */
import type { Lesson } from "../levels/index.ts";
import type { Notice, Trouble } from "../saves/index.ts";
import type { Save } from "../saves/shape.ts";
import { formatDesign } from "../sim/index.ts";
import { activeBetween, silenceMaxMs } from "../study/time.ts";
import type { GlossaryEntry } from "../words/contract/content.ts";
import type { Words } from "../words/index.ts";
import type { Command } from "./keys/keymap.ts";
import { cardOn } from "./model/cards.ts";
import { startOf, withCarried } from "./model/carry.ts";
import { withTyped } from "./model/interview.ts";
import { openedAt } from "./model/interviews.ts";
import { followed, withoutShared } from "./model/links.ts";
import { shiftWatched } from "./model/on-call.ts";
import { judged } from "./model/results.ts";
import { dayProven } from "./model/rooms.ts";
import { openedSandbox, withOwnShop } from "./model/sandbox.ts";
import { withChange } from "./model/save-changes.ts";
import { filmed, given } from "./model/sharing.ts";
import { openedRun, playbackOf, remember, say, show, sizeOf } from "./model/transitions.ts";
import type { Action, MapRow, State, Timed } from "./model/types.ts";
import { benchCurve, benchTried, onBench } from "./screens/bench/state.ts";
import { onBoard, typeOnBoard } from "./screens/board/state.ts";
import { onCourse } from "./screens/course/state.ts";
import { onDay } from "./screens/day/state.ts";
import { debriefScrollMax } from "./screens/debrief/layout.ts";
import { audited, compared, luckTried, onDebrief, tickDebrief } from "./screens/debrief/state.ts";
import { onDrill, typeDrill } from "./screens/drill/state.ts";
import { endured, onEndless } from "./screens/endless/state.ts";
import { onGlossary, typeGlossary } from "./screens/glossary/state.ts";
import { keysScrollMax, textScrollMax } from "./screens/help/layout.ts";
import { inHelp } from "./screens/help/state.ts";
import { onInterview, typeInInterview, withBundle, withJudgement } from "./screens/interview/state.ts";
import { onInterviews } from "./screens/interviews/state.ts";
import { onLabs } from "./screens/labs/state.ts";
import { onLadder, typeOnLadder, withDraft } from "./screens/ladder/state.ts";
import { onMap } from "./screens/map/state.ts";
import { onShift, onShifts, typeOnShift } from "./screens/on-call/state.ts";
import { momentBeats } from "./screens/pass/stars.ts";
import { onPass, tickPass } from "./screens/pass/state.ts";
import { onPrediction, typePrediction } from "./screens/prediction/state.ts";
import { onProgress } from "./screens/progress/state.ts";
import { onPuzzles } from "./screens/puzzles/state.ts";
import { onQuestions } from "./screens/questions/state.ts";
import { onBriefing, onLesson, onReference } from "./screens/reading/state.ts";
import { onRedTeam } from "./screens/red-team/state.ts";
import { onReview } from "./screens/review/state.ts";
import { begun, dayFound, onRun, recorded, tickRun } from "./screens/run/state.ts";
import { traced } from "./screens/run/trace-state.ts";
import { onSandbox, typeInSandbox } from "./screens/sandbox/state.ts";
import { onSystem, typeInSystem } from "./screens/system/state.ts";
import { onTitle } from "./screens/title/state.ts";
import { onTopics, withLadders } from "./screens/topics/state.ts";
import { textOf } from "./speak.ts";

export { contextOf, isTyping } from "./model/context.ts";
export type { Action, MapRow, Screen, State } from "./model/types.ts";

/** The state in which the game begins. */
export function initialState(
  words: Words,
  rows: readonly MapRow[],
  save: Save,
  notices: readonly Notice[],
  trouble?: Trouble,
  glossary: readonly GlossaryEntry[] = [],
): State {
  return {
    words,
    mapRows: rows,
    glossary,
    save,
    visits: {},
    screen: { kind: "title" },
    size: { columns: 80, rows: 24 },
    notices,
    ...(trouble ? { unsaved: trouble } : {}),
    outbox: [],
    nowMs: 0,
    beat: 0,
  };
}

/** The rows of the map: every level in teaching order, then the other rooms. */
export function mapRowsOf(lessons: readonly Lesson[]): MapRow[] {
  const levels = lessons.map((lesson): MapRow => ({ kind: "lesson", id: lesson.level.id, lesson }));
  const doors = (["study", "labs", "onCall", "sandbox", "puzzles", "day", "endless"] as const).map(
    (id): MapRow => ({ kind: "door", id }),
  );
  return [...levels, ...doors];
}

/** Whether something on the screen moves by itself. */
export function isMoving(state: State): boolean {
  const { screen } = state;
  if (screen.kind === "pass") return screen.beats < momentBeats;
  return screen.kind === "run" && playbackOf(screen) !== undefined && screen.playing && !state.help;
}

/** Whether a clock is to be looked at, or what is typed to be kept, though nothing moves. */
export function isTimed({ screen }: State): boolean {
  return screen.kind === "interview" && !screen.report;
}

/** The state after an action. Pure. */
export function reduce(before: State, action: Timed<Action>): State {
  const after = isWords(action) ? reduced(before, action) : withoutShared(before, reduced(before, action));
  return action.type === "command" || action.type === "text" ? inUse(before, after) : after;
}

/** Whether an action brings what is saved, or words of it: nothing that is done on the screen. */
function isWords({ type }: Action): boolean {
  return type === "saved" || type === "unsaved" || type === "notice";
}

/** What is begun is remembered: the game may end now, by Ctrl-C or with its terminal. */
export function withBegun(state: State): State {
  return state.screen.kind === "ladder" ? withDraft(state, state.screen) : withTyped(state);
}

/**
 * Time, and what is begun, are remembered with whatever else is, or once there is enough of it: no key writes a file
 * of its own.
 */
function inUse(before: State, after: State): State {
  const { nowMs: atMs, active } = after;
  const ms = (active?.ms ?? 0) + (active ? activeBetween(active.atMs, atMs) : 0);
  const isDue = after.outbox.length > before.outbox.length || ms >= silenceMaxMs;
  if (ms === 0 || !isDue) return { ...after, active: { atMs, ms } };
  return { ...remember(withBegun(after), { type: "active", ms }), active: { atMs, ms: 0 } };
}

function reduced(before: State, action: Timed<Action>): State {
  const state = { ...before, nowMs: action.atMs };
  switch (action.type) {
    case "command":
      return parked(before, withOwnShop(obey(quiet(state), action.command)));
    case "text": {
      const { screen } = state;
      if (screen.kind === "glossary") return typeGlossary(quiet(state), screen, action.char);
      if (screen.kind === "drill") return typeDrill(quiet(state), screen, action.char);
      if (screen.kind === "ladder") return typeOnLadder(quiet(state), screen, action.char);
      if (screen.kind === "interview") return typeInInterview(quiet(state), screen, action.char);
      if (screen.kind === "sandbox") return typeInSandbox(quiet(state), screen, action.char);
      if (screen.kind === "system") return typeInSystem(quiet(state), screen, action.char);
      if (screen.kind === "shift") return typeOnShift(quiet(state), screen, action.char);
      if (screen.kind === "board") return typeOnBoard(quiet(state), screen, action.char);
      return screen.kind === "prediction" ? typePrediction(quiet(state), screen, action.char) : state;
    }
    case "tick":
      return tick(state, state.help ? 0 : action.beats, action.progress);
    case "dayFound":
      return dayFound(state, action);
    case "begun":
      return begun(state, action.run, action.playback);
    case "recorded":
      return recorded(state, action.run, action.recording);
    case "carried":
      return carried(state, action);
    case "traced":
      return traced(state, action.run, action.tick, action.found);
    case "judged":
      return judged(state, action);
    case "compared":
      return compared(state, action);
    case "luckTried":
      return luckTried(state, action);
    case "dayProven":
      return dayProven(state, action.variant, action.day);
    case "shiftWatched":
      return shiftWatched(state);
    case "endured":
      return endured(state, action);
    case "benchTried":
      return benchTried(state, action);
    case "benchCurve":
      return benchCurve(state, action);
    case "ladders":
      return withLadders(state, action.texts);
    case "interviewBundle":
      return withBundle(state, action.bundle);
    case "interviewJudged":
      return withJudgement(state, action);
    case "filmed":
      return filmed(state, action.share);
    case "given":
      return given(state, action);
    case "openedRun":
      return openedRun(state, action.run);
    case "openedSandbox":
      return openedSandbox(state, action.wanted);
    case "followed":
      return followed(state, action.link);
    case "opened":
      return openedAt(state, action.wanted);
    case "audited":
      return audited(state, action);
    case "saved": {
      const outbox = state.outbox.slice(action.count);
      const save = outbox.reduce(withChange, action.save);
      return { ...state, outbox, save };
    }
    case "unsaved": {
      const { unsaved: _, ...saved } = state;
      return action.trouble
        ? { ...saved, unsaved: action.trouble }
        : say(saved, state.words.saves.savedAgain);
    }
    case "resized": {
      const { columns, rows } = action;
      const sized = { ...state, size: { columns, rows } };
      return action.isHidden ? whileHidden(sized) : sized;
    }
    case "notice": {
      const { notices } = action;
      const [first] = notices;
      return first === undefined ? state : { ...state, notices, message: state.words.saves.notice(first) };
    }
  }
}

/** A stay at a level that was left is kept: whoever comes back finds all as it was, undo and all. */
function parked(before: State, after: State): State {
  const left = "visit" in before.screen ? before.screen.visit : undefined;
  const now = "visit" in after.screen ? after.screen.visit : undefined;
  if (!left || left.lesson === now?.lesson) return after;
  return { ...after, visits: { ...after.visits, [left.lesson.level.id]: left } };
}

/** It is known whether the player's own system is a fair start: the stay on view, if it is one at that level, has it. */
function carried(state: State, action: Extract<Action, { type: "carried" }>): State {
  const { screen } = state;
  if (screen.kind !== "briefing" && screen.kind !== "board") return state;
  const { level } = screen.visit.lesson;
  if (level.id !== action.level) return state;
  const visit = withCarried(screen.visit, action);
  const shown = show(state, { ...screen, visit });
  const line = formatDesign(startOf(visit));
  return visit.carry ? remember(shown, { type: "start", level: level.id, line }) : shown;
}

/** A run that nobody can see does not go on. */
function whileHidden(state: State): State {
  const { screen, words } = state;
  if (screen.kind !== "run" || !screen.playing) return state;
  return say(show(state, { ...screen, playing: false }), words.run.pausedTooSmall);
}

function tick(state: State, beats: number, progress: number | undefined): State {
  const next = { ...state, beat: state.beat + beats };
  if (next.screen.kind === "run") return tickRun(next, next.screen, beats, progress);
  if (next.screen.kind === "pass") return tickPass(next, next.screen, beats);
  if (next.screen.kind === "day")
    return show(next, { ...next.screen, progress: progress ?? next.screen.progress });
  if (next.screen.kind === "interview")
    return withTyped(show(next, { ...next.screen, progress: progress ?? next.screen.progress }));
  return next.screen.kind === "debrief" ? tickDebrief(next, next.screen, beats, progress) : next;
}

/** Without the line above the footer: it answers one key. */
function quiet(state: State): State {
  const { message: _, ...rest } = state;
  return rest;
}

/** How far what lies over the screen can be scrolled. */
function helpScrollMax(state: State): number {
  const { help: _, ...under } = state;
  const size = sizeOf(state);
  const text = state.help?.text;
  return text ? textScrollMax(text, size) : keysScrollMax(under, size);
}

function obey(state: State, command: Command): State {
  if (command === "quit") return { ...state, exitCode: 0 };
  if (state.help) return inHelp(state, state.help, command, () => helpScrollMax(state));
  if (command === "help") return { ...state, help: { scroll: 0 } };
  if (command === "share") {
    const card = cardOn(state);
    if (card) return { ...state, help: { scroll: 0, text: card, isCard: true } };
  }
  if (command === "inFull") return { ...state, help: { scroll: 0, text: textOf(state) } };
  const { screen } = state;
  switch (screen.kind) {
    case "title":
      return onTitle(state, command);
    case "map":
      return onMap(state, screen, command);
    case "reference":
      return onReference(state, screen, command);
    case "glossary":
      return onGlossary(state, screen, command);
    case "drill":
      return onDrill(state, screen, command);
    case "topics":
      return onTopics(state, screen, command);
    case "ladder":
      return onLadder(state, screen, command);
    case "labs":
      return onLabs(state, screen, command);
    case "bench":
      return onBench(state, screen, command);
    case "puzzles":
      return onPuzzles(state, screen, command);
    case "redTeam":
      return onRedTeam(state, screen, command);
    case "day":
      return onDay(state, screen, command);
    case "shifts":
      return onShifts(state, screen, command);
    case "shift":
      return onShift(state, screen, command);
    case "progress":
      return onProgress(state, screen, command);
    case "sandbox":
      return onSandbox(state, screen, command);
    case "system":
      return onSystem(state, screen, command);
    case "interviews":
      return onInterviews(state, screen, command);
    case "interview":
      return onInterview(state, screen, command);
    case "review":
      return onReview(state, screen, command);
    case "lesson":
      return onLesson(state, screen, command);
    case "briefing":
      return onBriefing(state, screen, command);
    case "board":
      return onBoard(state, screen, command);
    case "prediction":
      return onPrediction(state, screen, command);
    case "run":
      return onRun(state, screen, command);
    case "pass":
      return onPass(state, screen, command);
    case "debrief":
      return onDebrief(state, screen, command, () => debriefScrollMax(screen, sizeOf(state)));
    case "course":
      return onCourse(state, command);
    case "endless":
      return onEndless(state, screen, command);
    case "questions":
      return onQuestions(state, screen, command);
  }
}
