/** The board and the prediction: what is bought, and what is expected of it. */
import {
  disabledReason,
  mainGoal,
  neighbour,
  questionFor,
  type SittingAction,
  sittingAfter,
  type Trend,
} from "../../../game/index.ts";
import { hintsMax } from "../../../present/hints.ts";
import { indicatorName } from "../../../present/indicators.ts";
import { changesText } from "../../../present/two-runs.ts";
import { whyNotRun } from "../../../present/why-not.ts";
import { formatDesign } from "../../../sim/index.ts";
import type { Command } from "../../keys/keymap.ts";
import { designEntries } from "../../model/designs.ts";
import { leave } from "../../model/rooms.ts";
import { levelsAlone, nameAt, showSystem } from "../../model/sandbox.ts";
import { designsMax } from "../../model/save-changes.ts";
import { digitsOf, typed } from "../../model/text-field.ts";
import { clamp, openGlossary, readLesson, remember, say, show, startRun } from "../../model/transitions.ts";
import {
  type BoardPanel,
  type EstimateField,
  estimateFields,
  type ScreenOf,
  type State,
  type Visit,
} from "../../model/types.ts";

export function onBoard(state: State, screen: ScreenOf<"board">, command: Command): State {
  if (screen.panel !== undefined) return onPanel(state, screen, screen.panel, command);
  const { visit } = screen;
  const { level, isOwn } = visit.lesson;
  const words = state.words.board;
  if (isOwn && levelsAlone.has(command)) return say(state, state.words.sandbox.notHere);
  switch (command) {
    case "up":
    case "down": {
      const focus = clamp(visit.focus + (command === "up" ? -1 : 1), 0, level.shop.length - 1);
      return show(state, { kind: "board", visit: { ...visit, focus } });
    }
    case "left":
      return change(state, visit, -1);
    case "right":
      return change(state, visit, 1);
    case "undo":
    case "redo": {
      const after = act(state, visit, { type: command });
      if (after === state) return say(state, command === "undo" ? words.nothingToUndo : words.nothingToRedo);
      const { past, future } = visit.sitting;
      const to = (command === "undo" ? past.at(-1) : future[0]) ?? visit.sitting.design;
      const change = changesText(state.words, level, visit.sitting.design, to);
      return say(after, command === "undo" ? words.undone(change) : words.redone(change));
    }
    case "reset":
      return formatDesign(visit.sitting.design) === formatDesign(level.start)
        ? say(state, words.isStart)
        : say(act(state, visit, { type: "take", design: level.start }), words.backAtStart);
    case "hint": {
      if (visit.hintsShown === hintsMax) return closeHints(state, visit);
      // What has been read is shown again at once; the next press goes on.
      const isClosed = visit.hintsShown === 0 && visit.hintsUsed > 0;
      const hintsShown = isClosed ? visit.hintsUsed : visit.hintsShown + 1;
      const hintsUsed = Math.max(visit.hintsUsed, hintsShown);
      const shown = show(state, { kind: "board", visit: { ...visit, hintsShown, hintsUsed } });
      return remember(shown, { type: "hints", level: level.id, used: hintsUsed });
    }
    case "estimate":
      return show(state, {
        ...screen,
        panel: { kind: "estimate", at: 0, typed: visit.estimate ?? emptyEstimate },
      });
    case "designs":
      return show(state, { ...screen, panel: { kind: "designs", at: 0 } });
    case "brief":
      return show(state, { kind: "briefing", visit, page: 0, back: screen });
    case "words":
      return openGlossary(state);
    case "why":
      return readLesson(state, visit.lesson);
    case "confirm":
      return tryRun(state, visit);
    case "compare":
      return visit.before
        ? show(state, { ...screen, panel: { kind: "runs" } })
        : say(state, words.twoRunsNeeded);
    case "ask":
    case "expectUp":
    case "expectDown":
    case "expectSame":
      // Of what cannot be run nothing can be expected: it says why.
      if (whyNotRun(state.words, level, visit.sitting.design) !== undefined) return tryRun(state, visit);
      return command === "ask" ? ask(state, visit) : expectTrend(state, visit, trendOf[command]);
    case "back":
      if (visit.hintsShown > 0) return closeHints(state, visit);
      return isOwn ? showSystem(state, nameAt(visit) ?? "") : leave(state, visit);
    default:
      return state;
  }
}

const trendOf = { expectUp: "up", expectDown: "down", expectSame: "same" } as const;

function closeHints(state: State, visit: Visit): State {
  const closed = show(state, { kind: "board", visit: { ...visit, hintsShown: 0 } });
  return say(closed, state.words.board.hintsClosed);
}

/** Where the goal that matters will go with this change, in one key. */
function expectTrend(state: State, visit: Visit, answer: Trend): State {
  const { board, prediction } = state.words;
  const goal = visit.last && mainGoal(visit.last.recording.outcome.goals);
  if (!visit.last || !goal || !Number.isFinite(goal.value)) return say(state, prediction.runFirst);
  if (formatDesign(visit.sitting.design) === formatDesign(visit.last.design))
    return say(state, board.hasBeenRun);
  const { indicator, value: was } = goal;
  const expected = { about: "trend", answer, indicator, was } as const;
  const expecting = show(state, { kind: "board", visit: { ...visit, expected } });
  const name = indicatorName(state.words, indicator);
  return say(expecting, prediction.expecting(prediction.trend({ name, trend: answer })));
}

/** The level's question, or whether all will be well, of the design on the board. */
function ask(state: State, visit: Visit): State {
  const about = questionFor(visit.lesson.level.prediction, visit.sitting.design);
  return show(state, { kind: "prediction", visit, about, at: 0, typed: "" });
}

const emptyEstimate = Object.fromEntries(estimateFields.map((field) => [field, ""])) as Readonly<
  Record<EstimateField, string>
>;

/** Turns the offer in focus one choice further. */
function change(state: State, visit: Visit, direction: 1 | -1): State {
  const { level } = visit.lesson;
  const words = state.words.board;
  const offer = level.shop[visit.focus];
  if (!offer) return state;
  const reason = disabledReason(offer, visit.sitting.design);
  if (reason !== undefined) return say(state, words.notPossible(state.words.shop.needs[reason] ?? reason));
  const move = neighbour(level, visit.sitting.design, offer, direction);
  if (!move) return say(state, direction > 0 ? words.noMore : words.noLess);
  return act(state, visit, { type: "take", design: move.design });
}

/** The sitting after an action, saved. */
export function act(state: State, visit: Visit, action: SittingAction): State {
  const sitting = sittingAfter(visit.sitting, action);
  if (sitting === visit.sitting) return state;
  const after = show(state, { kind: "board", visit: { ...visit, sitting } });
  if (visit.practice) return after; // what is on the board is not the player's own
  return remember(after, {
    type: "design",
    level: visit.lesson.level.id,
    line: formatDesign(sitting.design),
  });
}

function tryRun(state: State, visit: Visit): State {
  const reason = whyNotRun(state.words, visit.lesson.level, visit.sitting.design);
  if (reason !== undefined) return say(state, reason);
  const about = questionFor(visit.lesson.level.prediction, visit.sitting.design);
  const isAsked = visit.asked === "question" || visit.asked === about;
  return isAsked || visit.expected ? startRun(state, visit) : ask(state, visit);
}

function onPanel(state: State, screen: ScreenOf<"board">, panel: BoardPanel, command: Command): State {
  const { visit } = screen;
  const words = state.words.board;
  const close = show(state, { kind: "board", visit });
  const entries = designEntries(state, visit);
  if (panel.kind === "naming") {
    if (command === "back") return show(state, { kind: "board", visit, panel: { kind: "designs", at: 0 } });
    const name = panel.text.trim();
    if (command !== "confirm") return state;
    if (name === "") return say(state, words.typeName);
    const isKnown = entries.some((entry) => entry.kind === "named" && entry.name === name);
    if (isKnown && panel.replaces !== name)
      return say(show(state, { ...screen, panel: { ...panel, replaces: name } }), words.isKept(name));
    const kept = remember(close, {
      type: "keep",
      level: visit.lesson.level.id,
      name,
      line: formatDesign(visit.sitting.design),
    });
    return say(kept, isKnown ? words.keptInstead(name) : words.kept(name));
  }
  if (command === "back" || panel.kind === "runs") return command === "back" ? close : state;
  if (panel.kind === "estimate") {
    const by = command === "up" ? -1 : command === "down" ? 1 : 0;
    const at = (panel.at + by + estimateFields.length) % estimateFields.length;
    if (by === 0) return state;
    return show(state, { ...screen, panel: { ...panel, at } });
  }
  const entry = entries[clamp(panel.at, 0, entries.length - 1)];
  switch (command) {
    case "up":
    case "down": {
      const at = clamp(panel.at + (command === "up" ? -1 : 1), 0, entries.length - 1);
      return show(state, { ...screen, panel: { ...panel, at } });
    }
    case "keep":
      if (entries.filter(({ kind }) => kind === "named").length >= designsMax)
        return say(state, words.full(designsMax));
      return show(state, { ...screen, panel: { kind: "naming", text: "" } });
    case "drop": {
      if (entry?.kind !== "named") return say(state, words.onlyNamed);
      const at = Math.max(0, panel.at - 1);
      const dropped = show(state, { ...screen, panel: { ...panel, at } });
      return remember(dropped, { type: "drop", level: visit.lesson.level.id, name: entry.name });
    }
    case "confirm":
      if (!entry) return close;
      if (!entry.design) return say(state, words.notSold);
      return say(act(close, visit, { type: "take", design: entry.design }), words.onBoard(entry.name));
    default:
      return state;
  }
}

const nameMax = 24;

/** Text typed into a field of the board. */
export function typeOnBoard(state: State, screen: ScreenOf<"board">, added: string): State {
  const { panel } = screen;
  if (panel?.kind === "naming")
    return show(state, { ...screen, panel: { kind: "naming", text: typed(panel.text, added, nameMax) } });
  if (panel?.kind !== "estimate") return state;
  const field = estimateFields[panel.at] as EstimateField;
  const digits = digitsOf(added);
  if (!/^[0-9.]*$/.test(digits)) return say(state, state.words.board.digitsOnly);
  const estimate = { ...panel.typed, [field]: typed(panel.typed[field], digits, 9) };
  const visit = { ...screen.visit, estimate };
  return show(state, { ...screen, visit, panel: { ...panel, typed: estimate } });
}
