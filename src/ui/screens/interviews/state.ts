/** The door to interviews, its part of the reducer: go on, begin, or read a report. */
import type { Command } from "../../keys/keymap.ts";
import { openInterviewOf, resumeInterview, showInterview, startInterview } from "../../model/interview.ts";
import { doorRows, termsOf, withTerm } from "../../model/interviews.ts";
import type { InterviewsScreen } from "../../model/study-screens.ts";
import { clamp, say, show, showMap } from "../../model/transitions.ts";
import type { State } from "../../model/types.ts";

export function onInterviews(state: State, screen: InterviewsScreen, command: Command): State {
  const { bundle, isAsked, ...rest } = screen;
  if (command === "back") return showMap(state, "study");
  if (!bundle) return state;
  const calm: InterviewsScreen = { ...rest, bundle };
  const rows = doorRows(state);
  const row = rows[screen.at];
  switch (command) {
    case "up":
    case "down":
      return show(state, { ...calm, at: clamp(screen.at + (command === "up" ? -1 : 1), 0, rows.length - 1) });
    case "left":
    case "right":
      return row ? show(state, withTerm(state, calm, row.kind, command === "left" ? -1 : 1)) : state;
    case "confirm":
      break;
    default:
      return state;
  }
  if (row?.kind === "goOn") return resumeInterview(state, bundle);
  if (row?.kind === "report") {
    const shown = showInterview(state, bundle);
    return shown.screen.kind === "interview" ? show(shown, { ...shown.screen, report: row.report }) : shown;
  }
  const terms = termsOf(state, calm);
  if (!terms) return say(state, state.words.study.empty);
  if (openInterviewOf(state) && !isAsked)
    return say(show(state, { ...calm, isAsked: true }), bundle.texts.screen.door.givesUp);
  return startInterview(state, terms, bundle);
}
