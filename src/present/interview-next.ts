/** What to say next time, and what came of what was not asked or missed. */
import type { Returned } from "../study/interview/facts.ts";
import type { NextTime } from "../study/interview/findings.ts";
import type { InterviewReport } from "../study/interview/report.ts";
import type { Slip } from "../study/reckoning.ts";
import type { InputName } from "../study/sums.ts";
import type { InterviewTexts } from "../words/contract/interview.ts";
import type { LadderTexts } from "../words/contract/ladders.ts";
import { money } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { showGoal, showResult } from "./indicators.ts";
import { questionText, sitesOf } from "./interview.ts";
import { numberText, poseRung } from "./ladders.ts";
import { faultIn, placeOf } from "./sites.ts";

/** The words that a report is told in. */
export interface ReportTexts {
  readonly texts: InterviewTexts;
  readonly ladders: LadderTexts;
}

/** What to say next time. */
export function nextText(all: ReportTexts, words: Words, report: InterviewReport, found: NextTime): string {
  const { texts } = all;
  const { next, estimates } = texts;
  switch (found.kind) {
    case "not-asked":
      return next.notAsked({
        question: questionText(texts, found.returned),
        because: becauseOf(texts, words, report, found.returned),
      });
    case "goal":
      return next.goal({ goal: showGoal(words, found.goal), value: showResult(words, found.goal) });
    case "bill":
      return next.bill({ cost: money(found.costPerMonth), budget: money(found.budget) });
    case "loss":
      return next.loss(words.audit.fault(faultIn(found.fault, sitesOf(report.line))));
    case "slip":
      return next.slip({
        figure: estimates[found.figure].name,
        ratio: found.ratio,
        what: slipText(words, found.slip),
      });
    case "off":
      return next.off({ figure: estimates[found.figure].name, ratio: found.ratio });
    case "no-figure":
      return next.noFigure(estimates[found.figure].name);
    case "twist":
      return next.twist;
    case "not-explained":
      return next.notExplained;
    case "changes":
      return next.changes(found);
    case "rung":
      return next.rung({ rung: found.rung, ...rungTold(all, report, found.rung) });
    case "growth":
      return next.growth({
        factor: found.factor,
        ...(found.first && { place: placeOf(found.first.place, sitesOf(report.line)) }),
      });
    case "idle":
      return next.idle(questionText(texts, { id: found.question }));
    case "overtime":
      return next.overtime(texts.phases[found.phase]);
    case "unsaid":
      return next.unsaid(texts.summary[found.word]);
    case "nothing":
      return next.nothing;
  }
}

/** What came of a question that was not asked. */
export function becauseOf(
  { next, estimates }: InterviewTexts,
  words: Words,
  { judged }: InterviewReport,
  returned: Returned,
): string[] {
  const goals = (judged?.goals ?? []).filter(({ indicator }) => returned.goals.includes(indicator));
  return [
    ...(goals.length > 0 ? [next.missedGoals(goals.map((goal) => showGoal(words, goal)))] : []),
    ...(returned.isBill ? [next.overBudget] : []),
    ...(returned.figures.length > 0
      ? [next.figuresOff(returned.figures.map((name) => estimates[name].name))]
      : []),
    ...(returned.isEvent ? [next.notWarned] : []),
  ];
}

/** What would explain a figure that is off. */
export function slipText({ study }: Words, slip: Slip<InputName>): string {
  return "input" in slip ? study.inputs[slip.input] : study.units[slip.unit];
}

/** What a rung asked, and the number that it asked for; neither where the ladder is not there any more. */
export function rungTold(
  { ladders }: ReportTexts,
  { ladder: id, seed }: InterviewReport,
  rung: number,
): { readonly ask?: string; readonly truth?: string } {
  const ladder = ladders.ladders.find((each) => each.id === id);
  const posed = ladder && poseRung(ladder, rung, seed);
  if (!posed) return {};
  const { ask, figure } = posed;
  return { ask, ...(figure && { truth: `${numberText(figure.truth)} ${ladders.units[figure.unit]}` }) };
}
