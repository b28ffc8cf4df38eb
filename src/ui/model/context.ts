/** What the keys mean now. */
import type { KeyEvent } from "../keys/events.ts";
import { type Context, commandFor } from "../keys/keymap.ts";
import { type InterviewNow, interviewNow } from "./interview.ts";
import { climbNow } from "./ladders.ts";
import type { Action, State } from "./types.ts";

/** The context that decides what the keys mean now. */
export function contextOf(state: State): Context {
  if (state.help) return "help";
  const { screen } = state;
  if (screen.kind === "board" && screen.panel)
    return screen.panel.kind === "naming" ? "typing" : screen.panel.kind;
  if (screen.kind === "map" && screen.asked) return "confirm";
  if (screen.kind === "run" && screen.trace) return "trace";
  if (screen.kind === "debrief" && screen.panel)
    return screen.panel.kind === "reveal" ? "confirm" : screen.panel.kind;
  if (screen.kind === "interview") {
    if (screen.report) return "report";
    const now = interviewNow(state, screen);
    return now ? contextOfInterview[now.step] : "interview";
  }
  if (screen.kind === "sandbox" && screen.typing) return "filling";
  if (screen.kind === "system")
    return screen.code !== undefined ? "share" : screen.field ? "filling" : screen.open ? "form" : "system";
  if (screen.kind === "shift") {
    const { phase } = screen.shift;
    return phase === "work" ? "shift" : phase === "write" ? "postMortem" : "shiftOver";
  }
  return screen.kind === "ladder" ? contextOfStep[climbNow(state, screen).step] : screen.kind;
}

const contextOfStep = {
  figure: "rung",
  answer: "rung",
  guess: "guess",
  points: "points",
  samples: "samples",
  over: "climbed",
} as const;

const contextOfInterview: Readonly<Record<InterviewNow["step"], Context>> = {
  prompt: "interview",
  clarify: "clarify",
  estimate: "figures",
  design: "answering",
  judging: "interview",
  verdict: "interview",
  figure: "answering",
  answer: "answering",
  guess: "guess",
  points: "points",
  samples: "samples",
  change: "answering",
  explain: "answering",
  rejudging: "interview",
  outcome: "interview",
  summary: "answering",
  cover: "points",
  marks: "grades",
  report: "report",
};

/** Whether characters are typed into a field now. */
export function isTyping(state: State): boolean {
  const { screen } = state;
  if (state.help) return false;
  if (screen.kind === "board") return screen.panel?.kind === "naming" || screen.panel?.kind === "estimate";
  if (screen.kind === "glossary") return true;
  if (screen.kind === "sandbox" || screen.kind === "system") return contextOf(state) === "filling";
  if (screen.kind === "shift") return screen.shift.phase === "write";
  if (screen.kind === "ladder") return contextOf(state) === "rung";
  if (screen.kind === "interview") return ["answering", "figures"].includes(contextOf(state));
  if (screen.kind === "drill") return screen.at < screen.drills.length && !screen.marked;
  return (
    screen.kind === "prediction" &&
    screen.about === "question" &&
    screen.visit.lesson.level.prediction.kind === "number"
  );
}

/** What a key means now: text for a field, or a command. */
export function actionFor(state: State, event: KeyEvent): Action | undefined {
  if ("paste" in event) {
    const char = pasted(event.paste);
    return isTyping(state) && char !== "" ? { type: "text", char } : undefined;
  }
  if (isTyping(state) && !event.ctrl && !event.alt) {
    if (event.key === "char" || event.key === "space") return { type: "text", char: event.char ?? " " };
    if (event.key === "backspace" || event.key === "delete") return { type: "text", char: "" };
  }
  const context = contextOf(state);
  // Nobody has to look for the key that goes on from there.
  const command = commandFor(context, event) ?? (context === "pass" ? "confirm" : undefined);
  return command && { type: "command", command };
}

/** A pasted text as one line; what is no character at all is left out. */
function pasted(text: string): string {
  return text.replace(/\s+/g, " ").replace(/\p{Cc}/gu, "");
}
