/** The debrief's part of the reducer. */
import { taskKey } from "../../../game/index.ts";
import { monthly } from "../../../present/forecast.ts";
import { taskChoices } from "../../../present/third-star.ts";
import { trapsOf } from "../../../present/traps.ts";
import { whyNoTask } from "../../../present/why-not.ts";
import { forecast, formatDesign } from "../../../sim/index.ts";
import { wrongIdea } from "../../../study/mistakes.ts";
import { bodyRows } from "../../frame/frame.ts";
import type { Command } from "../../keys/keymap.ts";
import { auditSoFar } from "../../model/audit.ts";
import { isUnlocked, lessonsOf } from "../../model/progress.ts";
import { progressOf } from "../../model/reached.ts";
import { keepResult, starsOf } from "../../model/results.ts";
import { leave } from "../../model/rooms.ts";
import { levelsAlone } from "../../model/sandbox.ts";
import { scrolledTo } from "../../model/scrolling.ts";
import { sharedForms, shareForm } from "../../model/sharing.ts";
import {
  clamp,
  enterLevel,
  openCourse,
  openGlossary,
  readLesson,
  remember,
  rowsMoved,
  say,
  show,
} from "../../model/transitions.ts";
import type { Action, AuditSoFar, DebriefPanel, DebriefScreen, State, Visit } from "../../model/types.ts";
import { debriefFor } from "./layout.ts";

/** Every change has been tried: what it would have done is known, and which ideas the failure comes of. */
export function compared(
  state: State,
  { run, found, ideas }: Omit<Extract<Action, { readonly type: "compared" }>, "type">,
): State {
  const { screen } = state;
  if (screen.kind !== "debrief" || screen.visit.runs !== run) return state;
  const { wanted, ...rest } = screen;
  const next: DebriefScreen = { ...rest, whatIf: found, ideas };
  const compared = show(withMistakes(state, screen, ideas), next);
  return wanted === undefined || screen.panel ? compared : tryChange(compared, next, wanted);
}

/** The day has been tried with other traffic: what of it is a matter of chance is known. */
export function luckTried(
  state: State,
  { run, luck }: Omit<Extract<Action, { readonly type: "luckTried" }>, "type">,
): State {
  const { screen } = state;
  if (screen.kind !== "debrief" || screen.visit.runs !== run) return state;
  return show(state, { ...screen, luck });
}

/** Wrong ideas that a design failed by come back in Study; a trap that was tried as such was no mistake. */
function withMistakes(state: State, { visit, played, trap }: DebriefScreen, ideas: readonly string[]): State {
  if (trap !== undefined) return state;
  const { design, recording } = played;
  return ideas.reduce((told, letter) => {
    const mistake = wrongIdea(letter, design, recording.outcome);
    return remember(told, { type: "mistake", level: visit.lesson.level.id, mistake });
  }, state);
}

/** Puts one of the changes on the board; asked for too early, as soon as they are there. */
function tryChange(state: State, screen: DebriefScreen, at: number): State {
  const { visit, whatIf } = screen;
  const { level } = visit.lesson;
  const words = state.words.debrief;
  if (!whatIf) return show(say(state, words.stillTrying), { ...screen, wanted: at });
  const found = whatIf[at];
  if (!found) return say(state, words.noSuchChange);
  const past = [...visit.sitting.past, visit.sitting.design];
  const sitting = { design: found.design, past, future: [] };
  const { id } = found.moves[0].offer;
  const focus = Math.max(
    0,
    level.shop.findIndex((offer) => offer.id === id),
  );
  const board = show(state, { kind: "board", visit: { ...visit, sitting, focus } });
  const kept = visit.practice
    ? board
    : remember(board, { type: "design", level: level.id, line: formatDesign(sitting.design) });
  return say(kept, words.changed);
}

/** @param scrollMax how far the debrief can be scrolled */
export function onDebrief(
  state: State,
  screen: DebriefScreen,
  command: Command,
  scrollMax: () => number,
): State {
  if (screen.panel?.kind === "audit") return onAudit(state, screen, screen.panel.scroll, command, scrollMax);
  if (screen.panel) return onPanel(state, screen, screen.panel, command);
  const { visit, played } = screen;
  const { level, isOwn } = visit.lesson;
  if (isOwn && levelsAlone.has(command)) return say(state, state.words.sandbox.notHere);
  const open = (panel: DebriefPanel) => show(state, { ...screen, panel });
  switch (command) {
    case "confirm":
    case "back":
      return leaveDebrief(state, screen);
    case "choice1":
    case "choice2":
    case "choice3":
      return tryChange(state, screen, Number(command.at(-1)) - 1);
    case "task": {
      const why = whyNoTask(state.words, level, played, visit);
      return why === undefined ? open({ kind: "task", at: 0, chosen: [] }) : say(state, why);
    }
    case "questions":
      return show(state, { kind: "questions", visit, at: 0, revealed: false, back: screen });
    case "share":
      return open({ kind: "sharing", at: 0 });
    case "audit":
      return open({ kind: "audit", scroll: 0 });
    case "compare":
      return visit.before ? open({ kind: "runs" }) : say(state, state.words.board.twoRunsNeeded);
    case "answer":
      return open({ kind: "reveal" });
    case "traps":
      if (level.wrongAnswers.length === 0) return say(state, state.words.traps.none);
      return progressOf(state.save, level.id)?.passed
        ? open({ kind: "traps", at: 0 })
        : say(state, state.words.traps.early);
    case "brief":
      return show(state, { kind: "briefing", visit, page: 0, back: screen });
    case "words":
      return openGlossary(state);
    case "why":
      return readLesson(state, visit.lesson, debriefFor(state.words, screen).excerpt?.id);
    case "next":
      return nextLevel(state, visit);
    default:
      return readOn(state, command, screen.scroll, scrollMax, (scroll) => ({ ...screen, scroll }));
  }
}

/** A page of text scrolled; at its ends that is said. */
function readOn(
  state: State,
  command: Command,
  above: number,
  scrollMax: () => number,
  at: (scroll: number) => DebriefScreen,
): State {
  const scroll = scrolledTo(command, above, scrollMax(), bodyRows(state.size));
  if (scroll === undefined) return state;
  if (scroll !== above) return show(state, at(scroll));
  return say(state, scroll === 0 ? state.words.reading.firstPage : state.words.reading.lastPage);
}

/** Back to the board; a run that nobody waited for is said not to count. */
function leaveDebrief(state: State, { visit, played }: DebriefScreen): State {
  const board = show(state, { kind: "board", visit });
  return played.verdict ? board : say(board, state.words.run.leftUndecided);
}

function onAudit(
  state: State,
  screen: DebriefScreen,
  scroll: number,
  command: Command,
  scrollMax: () => number,
): State {
  const { panel: _, ...closed } = screen;
  if (command === "back") return show(state, closed);
  return readOn(state, command, scroll, scrollMax, (next) => ({
    ...closed,
    panel: { kind: "audit", scroll: next },
  }));
}

/** Some parts more have been lost: what became of it is kept for the design. */
export function audited(state: State, found: AuditSoFar): State {
  const { screen } = state;
  if (screen.kind !== "debrief" || screen.played.design !== found.design) return state;
  const { undisturbed, rows } = auditSoFar(screen);
  const audit: AuditSoFar = {
    design: found.design,
    ...(undisturbed ? { undisturbed } : {}),
    ...(found.undisturbed ? { undisturbed: found.undisturbed } : {}),
    rows: [...rows, ...found.rows],
  };
  return show(state, { ...screen, visit: { ...screen.visit, audit } });
}

function onPanel(state: State, screen: DebriefScreen, panel: DebriefPanel, command: Command): State {
  const { panel: _, ...closed } = screen;
  const { visit } = screen;
  if (command === "back") return show(state, closed);
  if (panel.kind === "reveal" && command === "confirm") {
    const { level } = visit.lesson;
    const past = [...visit.sitting.past, visit.sitting.design];
    const sitting = { design: level.lesson, past, future: [] };
    const board = show(state, { kind: "board", visit: { ...visit, sitting, practice: true } });
    const cost = monthly(state.words, forecast(level.lesson, level.scenario));
    return say(board, state.words.debrief.revealed(cost));
  }
  if (panel.kind === "sharing") return onSharing(state, screen, panel, command);
  if (panel.kind === "traps") return onTraps(state, screen, panel, command);
  return panel.kind === "task" ? onTask(state, screen, panel, command) : state;
}

/** A form is chosen; text is there to be copied, a film is made. Another choice gives up what is being made. */
function onSharing(
  state: State,
  screen: DebriefScreen,
  { at, making }: Extract<DebriefPanel, { kind: "sharing" }>,
  command: Command,
): State {
  if (command === "confirm")
    return making ? say(state, state.words.share.filming) : shareForm(state, screen, at);
  const by = rowsMoved(command, 1);
  if (by === undefined) return state;
  const next = clamp(at + by, 0, sharedForms.length - 1);
  return next === at ? state : show(state, { ...screen, panel: { kind: "sharing", at: next } });
}

/** Traps are tried, or their answer is asked for. */
function onTraps(
  state: State,
  screen: DebriefScreen,
  panel: Extract<DebriefPanel, { kind: "traps" }>,
  command: Command,
): State {
  const { visit } = screen;
  const { id } = visit.lesson.level;
  const { traps: words } = state.words;
  const traps = trapsOf(visit.lesson, progressOf(state.save, id)?.trapsSeen ?? []);
  const trap = traps[panel.at];
  const tell = (letter: string) => remember(state, { type: "trap", level: id, letter });
  switch (command) {
    case "up":
    case "down": {
      const at = clamp(panel.at + (command === "up" ? -1 : 1), 0, Math.max(0, traps.length - 1));
      return show(state, { ...screen, panel: { ...panel, at } });
    }
    case "answer":
      return trap ? tell(trap.letter) : state;
    case "confirm": {
      if (!trap?.design) return trap ? say(tell(trap.letter), words.notSold) : state;
      // The save keeps the player's own.
      const past = [...visit.sitting.past, visit.sitting.design];
      const sitting = { design: trap.design, past, future: [] };
      return say(show(state, { kind: "board", visit: { ...visit, sitting } }), words.onBoard(trap.title));
    }
    default:
      return state;
  }
}

function onTask(
  state: State,
  screen: DebriefScreen,
  panel: Extract<DebriefPanel, { kind: "task" }>,
  command: Command,
): State {
  const { task } = screen.visit.lesson.level.stars.three;
  if (!task) return state;
  const left = taskChoices(screen.visit.lesson.level).filter((key) => !panel.chosen.includes(key));
  const open = (next: Partial<typeof panel>) => show(state, { ...screen, panel: { ...panel, ...next } });
  switch (command) {
    case "up":
    case "down":
      return open({ at: clamp(panel.at + (command === "up" ? -1 : 1), 0, Math.max(0, left.length - 1)) });
    case "undo":
      return open({ chosen: panel.chosen.slice(0, -1) });
    case "confirm": {
      const key = left[panel.at];
      if (key === undefined) return state;
      const chosen = [...panel.chosen, key];
      const wanted = taskKey(task, screen.played.recording.outcome.report);
      // What is left moves up: the cursor stays where it is, as far as there is something.
      if (chosen.length < wanted.length)
        return open({ chosen, at: clamp(panel.at, 0, Math.max(0, left.length - 2)) });
      const wrong = chosen.findIndex((key, at) => key !== wanted[at]);
      return wrong < 0
        ? winTask(state, screen)
        : missTask(state, screen, task.kind === "order" ? wrong + 1 : undefined);
    }
    default:
      return state;
  }
}

/** One try a run: what can be guessed in four presses is worth no star. */
function missTask(state: State, screen: DebriefScreen, number: number | undefined): State {
  const { panel: _, ...closed } = screen;
  const missed = show(state, { ...closed, visit: { ...screen.visit, taskTried: true } });
  return say(missed, state.words.task.wrong(number));
}

function winTask(state: State, screen: DebriefScreen): State {
  const { panel: _, ...closed } = screen;
  const visit = { ...screen.visit, taskDone: true };
  const played = { ...screen.played, stars: starsOf(visit, screen.played) };
  const done = show(state, { ...closed, visit: { ...visit, last: played }, played });
  return say(keepResult(done, visit, played, false), state.words.debrief.right);
}

function nextLevel(state: State, visit: Visit): State {
  if (visit.room) return leave(state, visit);
  const lessons = lessonsOf(state.mapRows);
  const next = lessons[lessons.indexOf(visit.lesson) + 1];
  if (!next) return openCourse(state);
  if (!isUnlocked(state, next)) return say(state, state.words.debrief.nextLocked);
  return show(state, {
    kind: "briefing",
    visit: enterLevel(state, next),
    page: 0,
    back: { kind: "map", at: state.mapRows.findIndex(({ id }) => id === next.level.id) },
  });
}

/** The clock: work in hand is shown. */
export function tickDebrief(
  state: State,
  screen: DebriefScreen,
  beats: number,
  progress = screen.progress,
): State {
  return show(state, { ...screen, beats: screen.beats + beats, progress });
}
