/** An interview as it is told: what the interviewer says, and what a design has shown. */
import { type Audit, counts } from "../game/index.ts";
import { emptyDesign, parseDesign } from "../sim/index.ts";
import type { InterviewCase } from "../study/interview/cases.ts";
import type { Clarification } from "../study/interview/clarifications.ts";
import { deepDiveOf } from "../study/interview/deep-dive.ts";
import type { PosedEstimate } from "../study/interview/estimates.ts";
import { needsOf } from "../study/interview/grades.ts";
import type { Judged } from "../study/interview/judge.ts";
import type { Bar, RubricCell } from "../study/interview/machine.ts";
import type { AnswerFound, InterviewTexts } from "../words/contract/interview.ts";
import { money, percent } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { auditVerdict, spokenLoss } from "./audit.ts";
import { showGoal, showResult } from "./indicators.ts";
import { faultIn, placeOf, type Sited } from "./sites.ts";

/** The numbers of a case, all of them there where they are asked for. */
export type AnswerInputs = AnswerFound["of"];

/** The two lines of the prompt. */
export function promptLines(texts: InterviewTexts, { level, prompt }: InterviewCase): string[] {
  return [...texts.prompts[level]({ users: texts.users(prompt.usersMillions) })];
}

export function questionText({ questions }: InterviewTexts, { id }: Pick<Clarification, "id">): string {
  return questions[id].ask;
}

export function answerText({ questions }: InterviewTexts, words: Words, { id, told }: Clarification): string {
  const { inputs = {}, goals = [], budget = 0, regions = {}, events = [] } = told;
  return questions[id].answer({
    of: inputs as AnswerInputs,
    goals: goals.map((goal) => showGoal(words, goal)),
    budget: money(budget),
    regions: Object.entries(regions).map(([region, share]) => ({ region, share })) as AnswerFound["regions"],
    events: [...new Set(events.map((kind) => words.ahead.kinds[kind]))],
  });
}

export function estimateText(
  { estimates }: InterviewTexts,
  { name, values }: PosedEstimate,
): { readonly ask: string; readonly unit: string } {
  const { ask, unit } = estimates[name];
  return { ask: ask(values as AnswerInputs), unit };
}

export function twistLines(texts: InterviewTexts, words: Words, { twist }: InterviewCase): string[] {
  return toldTwist(texts, words, twist.told);
}

export function toldTwist(
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

/** A cell of the report, and what each of its grades takes at a bar; `gap` stands behind a grade's number. */
export function cellLines({ cells }: InterviewTexts, cell: RubricCell, bar: Bar, gap = "  "): string[] {
  const { title, anchors } = cells[cell];
  return [title, ...anchors(needsOf[bar]).map((anchor, n) => `${n + 1}${gap}${anchor}`)];
}

/** The sites of a design that is kept as a line. */
export function sitesOf(line = ""): Sited {
  const read = parseDesign(line);
  return read.ok ? read.design : emptyDesign();
}

/**
 * What running a design has shown; of a whole judgement its audit, its growth and what is asked about next.
 * @param line the design
 */
export function judgedLines(
  texts: InterviewTexts,
  words: Words,
  judged: Judged,
  line: string | undefined,
): string[] {
  const { goals, costPerMonth, budget, audit, passed } = judged;
  const told = texts.judged;
  const sited = sitesOf(line);
  return [
    told.passed({ isPassed: passed }),
    ...goals.map((goal) =>
      told.goal({ goal: showGoal(words, goal), value: showResult(words, goal), isMet: goal.met }),
    ),
    told.bill({ cost: money(costPerMonth), budget: money(budget), isWithin: costPerMonth <= budget }),
    ...(audit ? auditLines(words, sited, audit) : []),
    ...judged.growth.map(({ factor, availability, first, ...grown }) =>
      told.growth({
        factor,
        isPassed: grown.passed,
        answered: percent(availability),
        ...(first && { first: { place: placeOf(first.place, sited), isDown: first.what === "down" } }),
      }),
    ),
    ...(audit ? [weakestText(texts, words, judged, line)] : []),
  ];
}

/** Losses told one by one. */
const lossesTold = 3;

function auditLines(words: Words, sited: Sited, audit: Audit): string[] {
  const broken = audit.rows.filter(counts).slice(0, lossesTold);
  return [auditVerdict(words, audit)[1], ...broken.map((row) => spokenLoss(words, sited, row))];
}

/** What the interviewer asks about next: the weakest part of this design. */
export function weakestText(
  { judged: { weakest } }: InterviewTexts,
  words: Words,
  judged: Judged,
  line: string | undefined,
): string {
  const dive = deepDiveOf(judged);
  switch (dive.kind) {
    case "goal":
      return weakest.goal(showGoal(words, dive.goal));
    case "bill":
      return weakest.bill;
    case "loss":
      return weakest.loss(words.audit.fault(faultIn(dive.row.fault, sitesOf(line))));
    case "growth": {
      const { factor, first } = dive.grown;
      return weakest.growth({ factor, ...(first && { place: placeOf(first.place, sitesOf(line)) }) });
    }
    case "none":
      return weakest.none;
  }
}
