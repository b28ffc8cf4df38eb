/** What is to be done next in an interview, within its phase. */
import { type RungAnswer, type RungStep, stepOf } from "../ladders.ts";
import { diveNow, type Interview, type Phase } from "./machine.ts";

/** What is to be done: a phase that is one thing, or a part of one that is several. */
export type InterviewStep = Exclude<Phase, "dive" | "twist"> | RungStep | "change" | "explain" | "cover";

/** The step that an interview is at. */
export function stepNow(interview: Interview, asksFigure: (rung: number) => boolean): InterviewStep {
  const { phase } = interview;
  switch (phase) {
    case "dive": {
      const rung = diveNow(interview);
      return rung ? stepOf(rung, asksFigure(rung.rung)) : "answer";
    }
    case "twist":
      return interview.changedLine === undefined ? "change" : "explain";
    case "summary":
      return interview.summary === undefined ? "summary" : "cover";
    default:
      return phase;
  }
}

/** The rung at hand; a climb that has not begun begins at the first one. */
export function rungNow(interview: Interview): RungAnswer {
  return diveNow(interview) ?? { rung: 0, seed: interview.seed, ticks: [] };
}
