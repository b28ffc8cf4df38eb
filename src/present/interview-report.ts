import { type Design, parseDesign } from "../sim/index.ts";
import { cameBack, isTooMuch, type ReportFigure } from "../study/interview/facts.ts";
import { needsOf } from "../study/interview/grades.ts";
import { notHeard } from "../study/interview/heard.ts";
import type { Judged } from "../study/interview/judge.ts";
import { grades } from "../study/interview/machine.ts";
import type { InterviewReport } from "../study/interview/report.ts";
import type { InterviewTexts } from "../words/contract/interview.ts";
import { money } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { padRight, widest, width } from "./cells.ts";
import { showGoal, showResult } from "./indicators.ts";
import { type AnswerInputs, judgedLines, questionText, toldTwist, weakestText } from "./interview.ts";
import { becauseOf, nextText, type ReportTexts, rungTold, slipText } from "./interview-next.ts";
import { numberText } from "./ladders.ts";
import { toMermaid } from "./picture/formats.ts";

/** A part of the report. */
export interface ReportSection {
  readonly head: string;
  readonly lines: readonly string[];
}

/** The report, a sentence a line; a blank line before each of its parts. */
export function reportLines(texts: ReportTexts, words: Words, report: InterviewReport): string[] {
  const [first, ...rest] = reportSections(texts, words, report);
  return [
    ...(first ? [first.head, ...first.lines] : []),
    ...rest.flatMap(({ head, lines }) => ["", head, ...lines]),
  ];
}

/** The parts of a report. The first one is what one would read of it: marks, and what to say next time. */
export function reportSections(
  all: ReportTexts,
  words: Words,
  report: InterviewReport,
): readonly ReportSection[] {
  const { texts } = all;
  const { heads } = texts.report;
  return [
    {
      head: reportTitle(texts, report),
      lines: [...gridLines(texts, report), "", heads.next, ...nextTexts(all, words, report)],
    },
    ...sectionsOf(all, words, report),
  ];
}

/** The first part without its picture of the grades, for those who listen: each grade is a sentence below. */
export function spokenReport(all: ReportTexts, words: Words, report: InterviewReport): string[] {
  const { texts } = all;
  return [
    ...[reportTitle(texts, report), totalText(texts, report)],
    ...[texts.report.heads.next, ...nextTexts(all, words, report)],
    ...sectionsOf(all, words, report).flatMap(({ head, lines }) => [head, ...lines]),
  ];
}

/** The report for a document, with the picture of the design. */
export function reportMarkdown(all: ReportTexts, words: Words, report: InterviewReport): string {
  const { texts } = all;
  const { heads } = texts.report;
  const design = drawnDesign(report.line);
  const picture = design ? ["```mermaid", toMermaid(words.picture, design).trimEnd(), "```", ""] : [];
  const part = (head: string, lines: readonly string[]) => [
    `## ${head}`,
    "",
    ...(head === heads.design ? picture : []),
    ...lines.map((line) => `- ${line}`),
    "",
  ];
  return [
    `# ${reportTitle(texts, report)}`,
    "",
    totalText(texts, report),
    "",
    ...part(heads.next, nextTexts(all, words, report)),
    ...sectionsOf(all, words, report).flatMap(({ head, lines }) => part(head, lines)),
  ].join("\n");
}

function nextTexts(all: ReportTexts, words: Words, report: InterviewReport): string[] {
  return report.next.map((found) => nextText(all, words, report, found));
}

function totalText({ report: told }: InterviewTexts, { cells: graded }: InterviewReport): string {
  return told.total({
    sum: graded.reduce((sum, { grade }) => sum + grade, 0),
    of: graded.length * grades.length,
    atBar: graded.filter(({ grade }) => grade >= 3).length,
    cells: graded.length,
  });
}

/** The grades as a picture: a row a cell, a column a grade. */
function gridLines(texts: InterviewTexts, report: InterviewReport): string[] {
  const { cells, report: told } = texts;
  const names = grades.map((grade) => told.gradeNamed(grade));
  const columns = names.map((name) => width(name) + 2);
  const firstColumn = widest(report.cells.map(({ cell }) => cells[cell].title)) + 2;
  const row = (title: string, signs: readonly string[]) =>
    [padRight(title, firstColumn), ...signs.map((sign, n) => padRight(sign, columns[n]!))].join("").trimEnd();
  return [
    totalText(texts, report),
    row(told.heads.cells, names),
    ...report.cells.map(({ cell, grade, own }) =>
      row(
        cells[cell].title,
        grades.map((each) => `${each === grade ? "●" : ""}${each === own ? "○" : ""}`),
      ),
    ),
    told.signs,
  ];
}

export function reportTitle(texts: InterviewTexts, { level, bar, seed }: InterviewReport): string {
  return texts.report.title({ level: texts.subjects[level], bar: texts.bars[bar], seed });
}

function drawnDesign(line: string | undefined): Design | undefined {
  const read = line === undefined ? undefined : parseDesign(line);
  return read?.ok ? read.design : undefined;
}

function sectionsOf(all: ReportTexts, words: Words, report: InterviewReport): readonly ReportSection[] {
  const { texts } = all;
  const { heads } = texts.report;
  return [
    { head: heads.cells, lines: gradeLines(texts, report) },
    { head: heads.questions, lines: questionLines(texts, words, report) },
    {
      head: heads.figures,
      lines: report.figures.map((figure) => figureText(texts, words, figure)),
    },
    { head: heads.design, lines: designLines(texts, words, report) },
    { head: heads.dive, lines: diveLines(all, words, report) },
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

function diveLines(all: ReportTexts, words: Words, report: InterviewReport): string[] {
  const { texts } = all;
  const { line, judged, rungs } = report;
  return [
    ...(judged ? [weakestText(texts, words, judged, line)] : [texts.report.noDesign]),
    ...rungs.map((rung) =>
      texts.report.rung({ ...rung, ...rungTold(all, report, rung.rung), rung: rung.rung + 1 }),
    ),
  ];
}

function twistOutcome(texts: InterviewTexts, words: Words, { twist, models }: InterviewReport): string[] {
  const told = texts.report;
  const { line, judged } = twist;
  return [
    ...toldTwist(texts, words, twist),
    ...(line === undefined ? [told.noChange] : [told.line(line)]),
    ...(twist.changes === undefined
      ? []
      : [told.changes({ changes: twist.changes, takes: twist.takes, isTooMuch: isTooMuch(twist) })]),
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
      texts.judged.goal({ goal: showGoal(words, goal), value: showResult(words, goal), isMet: false }),
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
