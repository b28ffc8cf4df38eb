/** An interview as it is told: what the interviewer says, what a design has shown, and the report, as lines and as Markdown. */
import { type Audit, counts, type Goal, type GoalResult } from "../game/index.ts";
import { type Design, parseDesign, partsOfPlace } from "../sim/index.ts";
import type { InterviewCase } from "../study/interview/cases.ts";
import type { Clarification } from "../study/interview/clarifications.ts";
import { deepDiveOf } from "../study/interview/deep-dive.ts";
import type { PosedEstimate } from "../study/interview/estimates.ts";
import { cameBack, type ReportFigure, type Returned } from "../study/interview/facts.ts";
import type { NextTime } from "../study/interview/findings.ts";
import { needsOf } from "../study/interview/grades.ts";
import { notHeard } from "../study/interview/heard.ts";
import type { Judged } from "../study/interview/judge.ts";
import type { Bar, Cell } from "../study/interview/machine.ts";
import type { InterviewReport } from "../study/interview/report.ts";
import type { Slip } from "../study/reckoning.ts";
import type { InputName } from "../study/sums.ts";
import type { AnswerFound, InterviewTexts } from "../words/contract/interview.ts";
import { money, percent } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { auditVerdict, spokenLoss } from "./audit.ts";
import { showGoal, showResult } from "./indicators.ts";
import { numberText } from "./ladders.ts";
import { toMermaid } from "./picture/formats.ts";

/** The numbers of a case, all of them there where they are asked for. */
type Inputs = AnswerFound["of"];

/** The two lines of the prompt. */
export function promptLines(texts: InterviewTexts, _: Words, { level, prompt }: InterviewCase): string[] {
  return [...texts.prompts[level]({ users: texts.users(prompt.usersMillions) })];
}

export function questionText({ questions }: InterviewTexts, { id }: Pick<Clarification, "id">): string {
  return questions[id].ask;
}

export function answerText({ questions }: InterviewTexts, words: Words, { id, told }: Clarification): string {
  const { inputs = {}, goals = [], budget = 0, regions = {}, events = [] } = told;
  return questions[id].answer({
    of: inputs as Inputs,
    goals: goals.map((goal) => showGoal(words, goal)),
    budget: money(budget),
    regions: Object.entries(regions).map(([region, share]) => ({ region, share })) as AnswerFound["regions"],
    events: [...new Set(events.map((kind) => words.ahead.kinds[kind]))],
  });
}

export function estimateText(
  { estimates }: InterviewTexts,
  _: Words,
  { name, values }: PosedEstimate,
): { readonly ask: string; readonly unit: string } {
  const { ask, unit } = estimates[name];
  return { ask: ask(values as Inputs), unit };
}

export function twistLines(texts: InterviewTexts, words: Words, { twist }: InterviewCase): string[] {
  return toldTwist(texts, words, twist.told);
}

function toldTwist(
  { twists, twistTerms }: InterviewTexts,
  words: Words,
  { name, goals, budget }: InterviewCase["twist"]["told"],
): string[] {
  return [
    twists[name],
    twistTerms({
      goals: goals.map((goal) => showGoal(words, goal)),
      budget: money(budget.after),
      before: money(budget.before),
    }),
  ];
}

/** A cell of the report, and what each of its grades takes at a bar. */
export function cellLines({ cells }: InterviewTexts, _: Words, cell: Cell, bar: Bar): string[] {
  const { title, anchors } = cells[cell];
  return [title, ...anchors(needsOf[bar]).map((anchor, n) => `${n + 1}  ${anchor}`)];
}

/** What running a design has shown; of a whole judgement its audit, its growth and what is asked about next. */
export function judgedLines(texts: InterviewTexts, words: Words, judged: Judged): string[] {
  const { goals, costPerMonth, budget, audit, passed } = judged;
  const told = texts.judged;
  return [
    told.passed({ isPassed: passed }),
    ...goals.map((goal) =>
      told.goal({ goal: goalOf(words, goal), value: showResult(words, goal), isMet: goal.met }),
    ),
    told.bill({ cost: money(costPerMonth), budget: money(budget), isWithin: costPerMonth <= budget }),
    ...(audit ? auditLines(words, audit) : []),
    ...judged.growth.map(({ factor, availability, first, ...grown }) =>
      told.growth({
        factor,
        isPassed: grown.passed,
        answered: percent(availability),
        ...(first && { first: { place: partsOfPlace(first.place), isDown: first.what === "down" } }),
      }),
    ),
    ...(audit ? [weakestText(texts, words, judged)] : []),
  ];
}

/** Losses told one by one. */
const lossesTold = 3;

function auditLines(words: Words, audit: Audit): string[] {
  const broken = audit.rows.filter(counts).slice(0, lossesTold);
  return [auditVerdict(words, audit)[1], ...broken.map((row) => spokenLoss(words, row))];
}

/** What the interviewer asks about next: the weakest part of this design. */
export function weakestText({ judged: { weakest } }: InterviewTexts, words: Words, judged: Judged): string {
  const dive = deepDiveOf(judged);
  switch (dive.kind) {
    case "goal":
      return weakest.goal(goalOf(words, dive.goal));
    case "bill":
      return weakest.bill;
    case "loss":
      return weakest.loss(words.audit.fault(dive.row.fault));
    case "growth": {
      const { factor, first } = dive.grown;
      return weakest.growth({ factor, ...(first && { place: partsOfPlace(first.place) }) });
    }
    case "none":
      return weakest.none;
  }
}

function goalOf(words: Words, { indicator, bound, target }: GoalResult): string {
  return showGoal(words, { indicator, [bound]: target } as unknown as Goal);
}

/** A part of the report. */
interface Section {
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

function sectionsOf(texts: InterviewTexts, words: Words, report: InterviewReport): readonly Section[] {
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
    why: why(values as Inputs),
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
    ...(judged ? judgedLines(texts, words, judged).slice(0, -1) : []),
    ...(line === models.case ? [] : [told.model(models.case)]),
  ];
}

function diveLines(texts: InterviewTexts, words: Words, { judged, rungs }: InterviewReport): string[] {
  return [
    ...(judged ? [weakestText(texts, words, judged)] : [texts.report.noDesign]),
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
      return next.loss(words.audit.fault(found.fault));
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
        ...(found.first && { place: partsOfPlace(found.first.place) }),
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
