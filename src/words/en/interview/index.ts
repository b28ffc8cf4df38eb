/** English: interviews. */
import type { InterviewTexts } from "../../contract/interview.ts";
import { estimates, prompts, questions, subjects, twists, twistTerms, users } from "./questions.ts";
import { cells, judged, next, phases, report, summary } from "./report.ts";
import { interviewScreen } from "./screen.ts";
import { termsOfLevels } from "./terms.ts";

export const interviews: InterviewTexts = {
  screen: interviewScreen,
  subjects,
  bars: { junior: "junior", senior: "senior", staff: "staff" },
  users,
  prompts,
  questions,
  estimates,
  twists,
  twistTerms,
  judged,
  cells,
  next,
  phases,
  summary,
  terms: termsOfLevels,
  report,
};
