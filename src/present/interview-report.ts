import { type Design, parseDesign } from "../sim/index.ts";
import { cameBack, type ReportFigure, type Returned } from "../study/interview/facts.ts";
import type { NextTime } from "../study/interview/findings.ts";
import { needsOf } from "../study/interview/grades.ts";
import { notHeard } from "../study/interview/heard.ts";
import type { Judged } from "../study/interview/judge.ts";
import type { InterviewReport } from "../study/interview/report.ts";
import type { Slip } from "../study/reckoning.ts";
import type { InputName } from "../study/sums.ts";
import type { InterviewTexts } from "../words/contract/interview.ts";
import { money } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { showResult } from "./indicators.ts";
import {
  type AnswerInputs,
  goalOf,
  judgedLines,
  questionText,
  sitesOf,
  toldTwist,
  weakestText,
} from "./interview.ts";
import { numberText } from "./ladders.ts";
import { toMermaid } from "./picture/formats.ts";
import { faultIn, placeOf } from "./sites.ts";

/** A part of the report. */
interface ReportSection {
  readonly head: string;
  readonly lines: readonly string[];
}

/** The report, a sentence a line; a blank line before each of its parts. */
export function reportLines(texts: InterviewTexts, words: Words, report: InterviewReport): string[] {
  return [
    titleOf(texts, report),
    ...sectionsOf(texts, words, report).flatMap(({ head, lines }) => ["", head, ...lines]),
  ];
}

/** The report for a document, with the picture of the design. */
export function reportMarkdown(texts: InterviewTexts, words: Words, report: InterviewReport): string {
  const { heads } = texts.report;
  const design = drawnDesign(report.line);
  const picture = design ? ["```mermaid", toMermaid(words.picture, design).trimEnd(), "```", ""] : [];
  const sections = sectionsOf(texts, words, report).flatMap(({ head, lines }) => [
    `## ${head}`,
    "",
    ...(head === heads.design ? picture : []),
    ...lines.map((line) => `- ${line}`),
    "",
  ]);
  return [`# ${titleOf(texts, report)}`, "", ...sections].join("\n");
}

function titleOf(texts: InterviewTexts, { level, bar, seed }: InterviewReport): string {
  return texts.report.title({ level: texts.subjects[level], bar: texts.bars[bar], seed });
}

function drawnDesign(line: string | undefined): Design | undefined {
  const read = line === undefined ? undefined : parseDesign(line);
  return read?.ok ? read.design : undefined;
}

function sectionsOf(texts: InterviewTexts, words: Words, report: InterviewReport): readonly ReportSection[] {
  const { heads } = texts.report;
  return [
    { head: heads.cells, lines: gradeLines(texts, report) },
    { head: heads.next, lines: report.next.map((found) => nextText(texts, words, report, found)) },
    { head: heads.questions, lines: questionLines(texts, words, report) },
    {
      head: heads.figures,
      lines: report.figures.map((figure) => figureText(texts, words, figure)),
    },
    { head: heads.design, lines: designLines(texts, words, report) },
    { head: heads.dive, lines: diveLines(texts, words, report) },
    { head: heads.twist, lines: twistOutcome(texts, words, report) },
    { head: heads.notHeard, lines: [heardText(texts, report)] },
    {
      head: heads.calibration,
      lines: [texts.report.rungs(report.calibration.rungs), texts.report.cells(report.calibration.cells)],
    },
    { head: heads.times, lines: timeLines(texts, report) },
  ];
}

function gradeLines(
  { cells, report: told }: InterviewTexts,
  { cells: graded, bar }: InterviewReport,
): string[] {
  const needs = needsOf[bar];
  return [
    ...graded.flatMap(({ cell, grade, own }) => {
      const { title, anchors } = cells[cell];
      const why = anchors(needs)[grade - 1] ?? "";
      return [`${told.grade({ title, grade, ...(own !== undefined && { own }) })}: ${why}`];
    }),
    told.bar,
  ];
}

function questionLines(texts: InterviewTexts, words: Words, report: InterviewReport): string[] {
  const { asked, matter, unasked } = report;
  return [
    texts.report.asked({ useful: asked.useful.length, of: matter, idle: asked.idle.length }),
    ...[...unasked]
      .sort((a, b) => Number(cameBack(b)) - Number(cameBack(a)))
      .map((each) =>
        texts.report.unasked({
          question: questionText(texts, each),
          because: becauseOf(texts, words, report, each),
        }),
      ),
  ];
}

/** What came of a question that was not asked. */
function becauseOf(
  { next, estimates }: InterviewTexts,
  words: Words,
  { judged }: InterviewReport,
  returned: Returned,
): string[] {
  const goals = (judged?.goals ?? []).filter(({ indicator }) => returned.goals.includes(indicator));
  return [
    ...(goals.length > 0 ? [next.missedGoals(goals.map((goal) => goalOf(words, goal)))] : []),
    ...(returned.isBill ? [next.overBudget] : []),
    ...(returned.figures.length > 0
      ? [next.figuresOff(returned.figures.map((name) => estimates[name].name))]
      : []),
    ...(returned.isEvent ? [next.notWarned] : []),
  ];
}

function figureText(
  { estimates, report }: InterviewTexts,
  words: Words,
  { name, values, typed, truth, estimated }: ReportFigure,
): string {
  const { name: figure, unit, why } = estimates[name];
  return report.figure({
    figure,
    typed,
    truth: numberText(Number(truth.toPrecision(3))),
    unit,
    why: why(values as AnswerInputs),
    ...(estimated && { ratio: estimated.ratio }),
    ...(estimated?.slip && { slip: slipText(words, estimated.slip) }),
  });
}

function slipText({ study }: Words, slip: Slip<InputName>): string {
  return "input" in slip ? study.inputs[slip.input] : study.units[slip.unit];
}

function designLines(
  texts: InterviewTexts,
  words: Words,
  { line, judged, models }: InterviewReport,
): string[] {
  const told = texts.report;
  return [
    ...(line === undefined ? [told.noDesign] : [told.line(line)]),
    ...(judged ? judgedLines(texts, words, judged, line).slice(0, -1) : []),
    ...(line === models.case ? [] : [told.model(models.case)]),
  ];
}

function diveLines(texts: InterviewTexts, words: Words, { line, judged, rungs }: InterviewReport): string[] {
  return [
    ...(judged ? [weakestText(texts, words, judged, line)] : [texts.report.noDesign]),
    ...rungs.map((rung) => texts.report.rung({ ...rung, rung: rung.rung + 1 })),
  ];
}

function twistOutcome(texts: InterviewTexts, words: Words, { twist, models }: InterviewReport): string[] {
  const told = texts.report;
  const { line, judged } = twist;
  return [
    ...toldTwist(texts, words, twist),
    ...(line === undefined ? [told.noChange] : [told.line(line)]),
    ...(judged ? [told.held(judged.passed), ...missedLines(texts, words, judged)] : []),
    ...(line === models.twist ? [] : [told.model(models.twist)]),
  ];
}

/** What a design that does not pass has missed. */
function missedLines(texts: InterviewTexts, words: Words, judged: Judged): string[] {
  if (judged.passed) return [];
  const { goals, costPerMonth, budget } = judged;
  const missed = goals.filter(({ met }) => !met);
  return [
    ...missed.map((goal) =>
      texts.judged.goal({ goal: goalOf(words, goal), value: showResult(words, goal), isMet: false }),
    ),
    ...(costPerMonth > budget
      ? [texts.judged.bill({ cost: money(costPerMonth), budget: money(budget), isWithin: false })]
      : []),
  ];
}

function heardText({ report, terms }: InterviewTexts, { level, said }: InterviewReport): string {
  if (said.length === 0) return report.nothingTyped;
  const missing = notHeard(terms[level], said);
  return missing.length === 0 ? report.allHeard : report.notHeard(missing);
}

const msPerMin = 60_000;

function timeLines({ report, phases }: InterviewTexts, { times }: InterviewReport): string[] {
  return times
    .filter(({ spentMs }) => spentMs > 0)
    .map(({ phase, spentMs, limitMs }) =>
      report.time({
        phase: phases[phase],
        spentMin: spentMs / msPerMin,
        ...(limitMs !== undefined && { limitMin: limitMs / msPerMin }),
      }),
    );
}

/** What to say next time. */
function nextText(texts: InterviewTexts, words: Words, report: InterviewReport, found: NextTime): string {
  const { next, estimates } = texts;
  switch (found.kind) {
    case "not-asked":
      return next.notAsked({
        question: questionText(texts, found.returned),
        because: becauseOf(texts, words, report, found.returned),
      });
    case "goal":
      return next.goal({ goal: goalOf(words, found.goal), value: showResult(words, found.goal) });
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
    case "rung":
      return next.rung[found.rung] ?? next.rung[0];
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
