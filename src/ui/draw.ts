/** Every screen drawn, as lines: what stands on it follows from the state and the frame alone. */
import type { Frame } from "./frame/frame.ts";
import type { Drawn } from "./frame/menu.ts";
import type { State } from "./model/types.ts";
import { benchLines } from "./screens/bench/view.ts";
import { boardLines } from "./screens/board/view.ts";
import { courseLines } from "./screens/course/view.ts";
import { dayLines } from "./screens/day/view.ts";
import { drawDebrief } from "./screens/debrief/view.ts";
import { drillLines } from "./screens/drill/view.ts";
import { endlessLines } from "./screens/endless/view.ts";
import { glossaryPage } from "./screens/glossary/view.ts";
import { helpLines } from "./screens/help/view.ts";
import { interviewLines } from "./screens/interview/view.ts";
import { interviewsLines } from "./screens/interviews/view.ts";
import { labsLines } from "./screens/labs/view.ts";
import { ladderLines } from "./screens/ladder/view.ts";
import { mapLines } from "./screens/map/view.ts";
import { shiftLines, shiftsLines } from "./screens/on-call/view.ts";
import { passLines } from "./screens/pass/view.ts";
import { drawPrediction } from "./screens/prediction/view.ts";
import { progressLines } from "./screens/progress/view.ts";
import { puzzlesLines } from "./screens/puzzles/view.ts";
import { questionsLines } from "./screens/questions/view.ts";
import { briefingLines, lessonLines, referenceLines } from "./screens/reading/view.ts";
import { redTeamLines } from "./screens/red-team/view.ts";
import { reviewLines } from "./screens/review/view.ts";
import { runLines } from "./screens/run/view.ts";
import { sandboxLines } from "./screens/sandbox/view.ts";
import { systemLines } from "./screens/system/view.ts";
import { titleLines } from "./screens/title/view.ts";
import { topicsLines } from "./screens/topics/view.ts";

/** What is on the screen: exactly as many lines as the frame has rows. */
export function draw(state: State, frame: Frame): Drawn {
  const { screen } = state;
  if (state.help) return { lines: helpLines(state, state.help, frame) };
  switch (screen.kind) {
    case "prediction":
      return drawPrediction(state, screen, frame);
    case "debrief":
      return drawDebrief(state, screen, frame);
    case "title":
      return { lines: titleLines(state, frame) };
    case "map":
      return { lines: mapLines(state, screen.at, frame) };
    case "reference":
      return { lines: referenceLines(state, screen, frame) };
    case "glossary":
      return { lines: glossaryPage(state, screen, frame) };
    case "drill":
      return { lines: drillLines(state, screen, frame) };
    case "topics":
      return { lines: topicsLines(state, screen, frame) };
    case "ladder":
      return { lines: ladderLines(state, screen, frame) };
    case "labs":
      return { lines: labsLines(state, screen, frame) };
    case "bench":
      return { lines: benchLines(state, screen, frame) };
    case "sandbox":
      return { lines: sandboxLines(state, screen, frame) };
    case "system":
      return { lines: systemLines(state, screen, frame) };
    case "shifts":
      return { lines: shiftsLines(state, screen, frame) };
    case "shift":
      return { lines: shiftLines(state, screen, frame) };
    case "interviews":
      return { lines: interviewsLines(state, screen, frame) };
    case "interview":
      return { lines: interviewLines(state, screen, frame) };
    case "puzzles":
      return { lines: puzzlesLines(state, screen, frame) };
    case "redTeam":
      return { lines: redTeamLines(state, screen, frame) };
    case "day":
      return { lines: dayLines(state, screen, frame) };
    case "progress":
      return { lines: progressLines(state, screen, frame) };
    case "review":
      return { lines: reviewLines(state, screen, frame) };
    case "lesson":
      return { lines: lessonLines(state, screen, frame) };
    case "briefing":
      return { lines: briefingLines(state, screen, frame) };
    case "board":
      return { lines: boardLines(state, screen, frame) };
    case "pass":
      return { lines: passLines(state, screen, frame) };
    case "run":
      return { lines: runLines(state, screen, frame) };
    case "course":
      return { lines: courseLines(state, frame) };
    case "endless":
      return { lines: endlessLines(state, screen, frame) };
    case "questions":
      return { lines: questionsLines(state, screen, frame) };
  }
}
