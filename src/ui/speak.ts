/** Every screen in words, line by line, for screen readers. Nothing here moves; figures come with their names. */
import { toldLines } from "./frame/told.ts";
import { cardOn } from "./model/cards.ts";
import { offered } from "./model/offered.ts";
import type { Screen, State } from "./model/types.ts";
import { spokenBench } from "./screens/bench/spoken.ts";
import { boardText, spokenBoard } from "./screens/board/spoken.ts";
import { spokenCourse } from "./screens/course/spoken.ts";
import { spokenDay } from "./screens/day/spoken.ts";
import { spokenDebrief } from "./screens/debrief/spoken.ts";
import { spokenDrill } from "./screens/drill/spoken.ts";
import { spokenEndless } from "./screens/endless/spoken.ts";
import { spokenGlossary } from "./screens/glossary/spoken.ts";
import { spokenHelp } from "./screens/help/spoken.ts";
import { spokenInterview } from "./screens/interview/spoken.ts";
import { spokenInterviews } from "./screens/interviews/spoken.ts";
import { spokenLabs } from "./screens/labs/spoken.ts";
import { spokenLadder } from "./screens/ladder/spoken.ts";
import { mapText, spokenMap } from "./screens/map/spoken.ts";
import { spokenShift, spokenShifts } from "./screens/on-call/spoken.ts";
import { spokenPass } from "./screens/pass/spoken.ts";
import { spokenPrediction } from "./screens/prediction/spoken.ts";
import { spokenProgress } from "./screens/progress/spoken.ts";
import { spokenPuzzles } from "./screens/puzzles/spoken.ts";
import { spokenQuestions } from "./screens/questions/spoken.ts";
import { spokenBriefing, spokenLesson, spokenReference } from "./screens/reading/spoken.ts";
import { spokenRedTeam } from "./screens/red-team/spoken.ts";
import { spokenReview } from "./screens/review/spoken.ts";
import { runText, spokenRun } from "./screens/run/spoken.ts";
import { spokenSandbox } from "./screens/sandbox/spoken.ts";
import { spokenSystem } from "./screens/system/spoken.ts";
import { spokenTitle } from "./screens/title/spoken.ts";
import { spokenTopics } from "./screens/topics/spoken.ts";
import { unsavedLines } from "./screens/unsaved.ts";

/** Pages of a screen are read whole: somebody who listens does not turn pages. */
export function spokenLines(state: State): string[] {
  const { help } = state;
  const body = help ? spokenOver(state, help) : spokenScreen(state, state.screen);
  // What the screen says already is not said again.
  const message = [state.message].filter((line) => line !== undefined && !body.includes(line)) as string[];
  const unsaved = state.unsaved ? unsavedLines(state.words, state.unsaved) : [];
  const keys = offered(state, { unicode: true, isSpoken: true });
  return toldLines(state.words, [...body, ...message, ...unsaved], keys);
}

/** What lies over the screen: the list of keys, the screen in full, or a card. */
function spokenOver(state: State, { text, isCard }: NonNullable<State["help"]>): readonly string[] {
  return (isCard && cardOn(state, true)) || (text ?? spokenHelp(state));
}

/** The screen as text, with all that is on it: whatever had no room there is here in full. */
export function textOf(state: State): string[] {
  const { screen } = state;
  switch (screen.kind) {
    case "board":
      return screen.panel ? spokenBoard(state, screen) : boardText(state, screen);
    case "run":
      return screen.trace ? spokenRun(state.words, screen) : runText(state.words, screen);
    case "map":
      return mapText(state, screen.at);
    default:
      return spokenScreen(state, screen);
  }
}

function spokenScreen(state: State, screen: Screen): string[] {
  switch (screen.kind) {
    case "title":
      return spokenTitle(state, state.words);
    case "map":
      return spokenMap(state, screen.at);
    case "reference":
      return spokenReference(state, screen);
    case "glossary":
      return spokenGlossary(state, screen);
    case "drill":
      return spokenDrill(state, screen);
    case "labs":
      return spokenLabs(state, screen);
    case "bench":
      return spokenBench(state, screen);
    case "shifts":
      return spokenShifts(state, screen);
    case "shift":
      return spokenShift(state, screen);
    case "topics":
      return spokenTopics(state, screen);
    case "ladder":
      return spokenLadder(state, screen);
    case "sandbox":
      return spokenSandbox(state, screen);
    case "system":
      return spokenSystem(state, screen);
    case "interviews":
      return spokenInterviews(state, screen);
    case "interview":
      return spokenInterview(state, screen);
    case "progress":
      return spokenProgress(state, screen);
    case "puzzles":
      return spokenPuzzles(state, screen);
    case "redTeam":
      return spokenRedTeam(state, screen);
    case "day":
      return spokenDay(state, screen);
    case "review":
      return spokenReview(state, screen);
    case "lesson":
      return spokenLesson(state.words, screen.lesson);
    case "briefing":
      return spokenBriefing(state.words, screen.visit);
    case "board":
      return spokenBoard(state, screen);
    case "prediction":
      return spokenPrediction(state, screen);
    case "pass":
      return spokenPass(state, screen);
    case "run":
      return spokenRun(state.words, screen);
    case "debrief":
      return spokenDebrief(state, screen);
    case "course":
      return spokenCourse(state);
    case "endless":
      return spokenEndless(state, screen);
    case "questions":
      return spokenQuestions(state.words, screen);
  }
}
