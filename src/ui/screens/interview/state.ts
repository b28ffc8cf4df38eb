/** The interview's part of the reducer: an answer is read, kept, and leads to the next step. */
import { readLine } from "../../../present/line.ts";
import { type Design, formatDesign } from "../../../sim/index.ts";
import { numberIn } from "../../../study/drills/answer.ts";
import { isRight } from "../../../study/figures/index.ts";
import { changesBetween } from "../../../study/interview/changes.ts";
import { deepDiveOf } from "../../../study/interview/deep-dive.ts";
import {
  cells,
  type Grade,
  type InterviewAction,
  questionsMax,
  summaryWords,
} from "../../../study/interview/machine.ts";
import { interviewReport } from "../../../study/interview/report.ts";
import { type LadderMark, type RungAnswer, withMark, withTick } from "../../../study/ladders.ts";
import { bodyRows } from "../../frame/frame.ts";
import type { Command } from "../../keys/keymap.ts";
import {
  act,
  fieldOf,
  type InterviewNow,
  interviewNow,
  openInterviewOf,
  showInterview,
  typedSteps,
  withTyped,
} from "../../model/interview.ts";
import { openInterviews } from "../../model/interviews.ts";
import { placeOf } from "../../model/options.ts";
import { scrolledTo } from "../../model/scrolling.ts";
import type { InterviewBundle, InterviewScreen } from "../../model/study-screens.ts";
import { caretMoved, typedInto } from "../../model/text-field.ts";
import { clamp, remember, say, show } from "../../model/transitions.ts";
import type { Action, State } from "../../model/types.ts";
import { asideRoom, asideScrollMax, scrollMaxOf } from "./layout.ts";
import { reportParts } from "./told.ts";

const caretTo = { left: "left", right: "right", toStart: "home", skip: "end" } as const;

export function onInterview(state: State, screen: InterviewScreen, command: Command): State {
  const { bundle } = screen;
  if (command === "back") return openInterviews(withTyped(state), bundle);
  if (!bundle) return state;
  if (command in caretTo && !screen.report && isTyped(state, screen))
    return show(state, {
      ...screen,
      field: caretMoved(screen.field, caretTo[command as keyof typeof caretTo]),
    });
  const now = interviewNow(state, screen);
  if (screen.report || !now) {
    if (command === "confirm") return openInterviews(state, bundle);
    const parts = screen.report ? reportParts(state, bundle, screen.report).length : 1;
    const by = command === "left" ? -1 : command === "right" ? 1 : 0;
    if (by === 0) return scrolled(state, screen, command);
    return show(state, { ...screen, at: clamp(screen.at + by, 0, parts - 1), scroll: 0 });
  }
  return onStep(state, screen, bundle, now, command);
}

function isTyped(state: State, screen: InterviewScreen): boolean {
  const now = interviewNow(state, screen);
  return now !== undefined && typedSteps.has(now.step);
}

function scrolled(
  state: State,
  screen: InterviewScreen,
  command: Command,
  most = scrollMaxOf(state, screen),
  room = bodyRows(state.size),
): State {
  const scroll = scrolledTo(command, screen.scroll, most, room);
  if (scroll === undefined) return state;
  if (most === 0 && screen.bundle) return say(state, screen.bundle.texts.screen.allShown);
  return show(state, { ...screen, scroll });
}

function onStep(
  state: State,
  screen: InterviewScreen,
  bundle: InterviewBundle,
  now: InterviewNow,
  command: Command,
): State {
  const { interview, about, step, rung } = now;
  const words = bundle.texts.screen;
  const place = placeOf[command];
  const { text } = screen.field;
  const go = (action: InterviewAction) => showInterview(act(state, action), bundle);
  const toRow = (row: number, count: number) => show(state, { ...screen, at: clamp(row, 0, count - 1) });
  switch (step) {
    case "prompt":
    case "verdict":
    case "outcome":
      return command === "confirm" ? go({ type: "goOn" }) : scrolled(state, screen, command);
    case "judging":
    case "rejudging":
    case "report":
      return state;
    case "clarify": {
      const questions = about.clarifications;
      if (command === "next") return go({ type: "goOn" });
      if (command !== "confirm") return toRow(screen.at + rowsBy(command), questions.length);
      if (interview.asked.length >= questionsMax) return say(state, words.questionsLeft(0));
      const id = questions[screen.at]?.id;
      return id === undefined ? state : act(state, { type: "ask", id });
    }
    case "estimate":
      return estimate(state, screen, bundle, now, command);
    case "design":
      return line(state, screen, bundle, about.playable, command, (design) => {
        const line = formatDesign(design);
        const isStart = line === formatDesign(about.playable.start);
        return isStart && screen.flaw !== words.isStart
          ? show(state, { ...screen, flaw: words.isStart })
          : go({ type: "design", line });
      });
    case "change":
      return line(state, screen, bundle, about.twist.playable, command, (design) => {
        const changes = changesBetween(about.playable, interview.line ?? "", design);
        const flaw = words.oneChange({ changes });
        // None or several may be the answer, once one was told.
        return changes === 1 || screen.flaw === flaw
          ? go({ type: "change", line: formatDesign(design) })
          : show(state, { ...screen, flaw });
      });
    case "explain":
      return command === "confirm" ? go({ type: "explain", text }) : aside(state, screen, command);
    case "summary":
      return command === "confirm" ? go({ type: "summary", text }) : aside(state, screen, command);
    case "cover": {
      if (command === "confirm") return go({ type: "goOn" });
      const at = command === "tick" ? screen.at : place;
      const word = at === undefined ? undefined : summaryWords[at];
      if (word === undefined || at === undefined)
        return toRow(screen.at + rowsBy(command), summaryWords.length);
      return act(show(state, { ...screen, at }), { type: "cover", word });
    }
    case "marks":
      return place === undefined || place > 3 ? state : mark(state, bundle, now, (place + 1) as Grade);
    default:
      return rung ? climb(state, screen, bundle, now, command, rung) : go({ type: "goOn" });
  }
}

function rowsBy(command: Command): number {
  return command === "up" ? -1 : command === "down" ? 1 : 0;
}

/** What is known of the case comes and goes with Tab, and is read on with the arrows. */
function aside(state: State, screen: InterviewScreen, command: Command): State {
  if (command === "brief") return show(state, { ...screen, isAsideShown: !screen.isAsideShown });
  if (!screen.isAsideShown) return state;
  return scrolled(
    state,
    screen,
    command,
    asideScrollMax(state, screen),
    asideRoom(state, screen, state.size),
  );
}

/** Field after field; a number that cannot be read is told. */
function estimate(
  state: State,
  screen: InterviewScreen,
  bundle: InterviewBundle,
  now: InterviewNow,
  command: Command,
): State {
  const by = command === "confirm" ? 1 : rowsBy(command);
  if (by === 0) return aside(state, screen, command);
  const { text } = screen.field;
  if (command === "confirm" && text.trim() !== "" && numberIn(text) === undefined)
    return say(state, state.words.drills.unread.number);
  const { estimates } = now.about;
  const name = estimates[screen.at]?.name ?? "";
  const isMoved = command === "confirm" || text !== (now.interview.figures[name] ?? "");
  const kept = isMoved ? act(state, { type: "figure", id: name, text }) : state;
  if (command === "confirm" && screen.at === estimates.length - 1)
    return showInterview(act(kept, { type: "goOn" }), bundle);
  const at = clamp(screen.at + by, 0, estimates.length - 1);
  const after = interviewNow(kept, screen);
  return show(kept, { ...screen, at, field: after ? fieldOf(after, at) : screen.field });
}

/** A line of notation: sent where it can be sold, otherwise told what is wrong with it. */
function line(
  state: State,
  screen: InterviewScreen,
  { usage, texts }: InterviewBundle,
  playable: Parameters<typeof readLine>[1],
  command: Command,
  send: (design: Design) => State,
): State {
  if (command !== "confirm") return aside(state, screen, command);
  const { text } = screen.field;
  if (text.trim() === "") return show(state, { ...screen, flaw: texts.screen.nothing });
  const read = readLine(usage, playable, text);
  return "flaw" in read ? show(state, { ...screen, flaw: read.flaw }) : send(read.design);
}

/** A rung of the deep dive, as ladders are climbed; once it is marked, it stands in the ladder's own record too. */
function climb(
  state: State,
  screen: InterviewScreen,
  bundle: InterviewBundle,
  { interview, step }: InterviewNow,
  command: Command,
  { answer, posed }: NonNullable<InterviewNow["rung"]>,
): State {
  const place = placeOf[command];
  const { text } = screen.field;
  const keep = (after: RungAnswer) => showInterview(act(state, { type: "rung", answer: after }), bundle);
  switch (step) {
    case "figure": {
      if (command !== "confirm") return aside(state, screen, command);
      const number = numberIn(text);
      if (text.trim() !== "" && number === undefined) return say(state, state.words.drills.unread.number);
      return keep({ ...answer, figureRight: isRight(posed.figure, number) });
    }
    case "answer":
      return command === "confirm" ? keep({ ...answer, said: text }) : aside(state, screen, command);
    case "guess":
      return place === undefined || place > 2 ? state : keep({ ...answer, guess: (place + 1) as LadderMark });
    case "points": {
      if (command === "confirm") return show(state, { ...screen, isCompared: true });
      const { points } = posed.prose;
      const point = command === "tick" ? screen.at : place;
      if (point === undefined || point >= points.length)
        return show(state, { ...screen, at: clamp(screen.at + rowsBy(command), 0, points.length - 1) });
      return act(show(state, { ...screen, at: point }), { type: "rung", answer: withTick(answer, point) });
    }
    default: {
      if (place === undefined || place > 2 || interview.ladder === undefined) return state;
      const given = { ...answer, mark: (place + 1) as LadderMark };
      const kept = remember(state, {
        type: "rung",
        ladder: interview.ladder,
        answer: withMark(given, given.mark),
      });
      const after = showInterview(act(kept, { type: "rung", answer: given }), bundle);
      const isOver = openInterviewOf(after)?.phase !== "dive";
      return isOver ? say(after, bundle.texts.screen.diveOver) : after;
    }
  }
}

/** A grade of one's own; with the last one the report is made. */
function mark(
  state: State,
  bundle: InterviewBundle,
  { interview, about }: InterviewNow,
  grade: Grade,
): State {
  const marked = act(state, { type: "mark", grade });
  if (interview.marks.length + 1 < cells.length) return showInterview(marked, bundle);
  const over = interviewNow(marked, { bundle, isCompared: false })?.interview ?? interview;
  const saved = remember(marked, { type: "report", report: { ...interviewReport(about, over) } });
  const report = saved.save.reports.at(-1);
  const shown = showInterview(saved, bundle);
  return report && shown.screen.kind === "interview" ? show(shown, { ...shown.screen, report }) : shown;
}

const figureMax = 40;
const lineMax = 1_000;
const answerMax = 10_000;
/** A save takes no longer text, whatever its characters are made of. */
const answerUnitsMax = 20_000;

export function typeInInterview(state: State, screen: InterviewScreen, added: string): State {
  const now = interviewNow(state, screen);
  if (!now || !typedSteps.has(now.step)) return state;
  const most =
    now.step === "figure" || now.step === "estimate"
      ? figureMax
      : now.step === "design" || now.step === "change"
        ? lineMax
        : answerMax;
  const { flaw: _, ...rest } = screen;
  return show(state, { ...rest, field: typedInto(screen.field, added, most, answerUnitsMax) });
}

/** The words of interviews are there. */
export function withBundle(state: State, bundle: InterviewBundle): State {
  const { screen } = state;
  if (screen.kind === "interviews") return show(state, { ...screen, bundle });
  if (screen.kind !== "interview" || screen.bundle) return state;
  return screen.report ? show(state, { ...screen, bundle }) : showInterview(state, bundle);
}

/** The design was judged: before the twist, the ladder of its weakest part is chosen. */
export function withJudgement(
  state: State,
  { line: of, judged }: Extract<Action, { type: "interviewJudged" }>,
): State {
  const { screen } = state;
  const interview = openInterviewOf(state);
  if (!interview) return state;
  const acted =
    interview.phase === "judging"
      ? act(state, {
          type: "judged",
          line: of,
          judged,
          ladder: deepDiveOf(judged).ladder,
        })
      : act(state, { type: "rejudged", line: of, judged });
  return screen.kind === "interview" ? showInterview(acted, screen.bundle) : acted;
}
