/**
 * What is left of an interview: four cells with a grade each, anchored in what was done and measured; what was not asked
 * and came back; what to say next time. No open answer is marked here: of those the player's own ticks and marks count.
 */
import type { GoalIndicator, GoalResult } from "../../game/index.ts";
import type { LevelId } from "../../levels/index.ts";
import { formatDesign, parseDesign } from "../../sim/index.ts";
import { type MarkCalibration, markCalibration } from "../ladders.ts";
import type { InterviewCase } from "./cases.ts";
import { changesBetween } from "./changes.ts";
import type { Clarification } from "./clarifications.ts";
import { judgeEstimate } from "./estimates.ts";
import type { InterviewFacts, ReportFigure, ReportRung, ReportTime, ReportTwist, Returned } from "./facts.ts";
import { findingsOf, type NextTime } from "./findings.ts";
import { gradesOf } from "./grades.ts";
import type { Judged } from "./judge.ts";
import {
  cells,
  type Grade,
  type Interview,
  limitMs,
  type RubricCell,
  summaryWords,
  timedPhases,
} from "./machine.ts";

/** A cell: the grade by what was done, and the player's own. */
export interface ReportCell {
  readonly cell: RubricCell;
  readonly grade: Grade;
  readonly own?: Grade;
}

/** Plain data, which is kept as it is. */
export interface InterviewReport extends InterviewFacts {
  readonly level: LevelId;
  readonly seed: number;
  readonly usersMillions: number;
  readonly cells: readonly ReportCell[];
  /** So many questions matter. */
  readonly matter: number;
  readonly line?: string;
  /** Designs that pass, before the twist and after it, in notation. */
  readonly models: { readonly case: string; readonly twist: string };
  readonly ladder?: string;
  readonly next: readonly NextTime[];
  /** All that was said in writing, for what was not heard. */
  readonly said: readonly string[];
  /** How well rungs were foretold, and the cells. */
  readonly calibration: { readonly rungs: MarkCalibration; readonly cells: MarkCalibration };
}

/** So many sentences are told of what to say next time. */
const nextMax = 3;

/** The report of an interview. */
export function interviewReport(about: InterviewCase, interview: Interview): InterviewReport {
  const facts = factsOf(about, interview);
  const grades = gradesOf(facts);
  const graded = cells.map((cell, n): ReportCell => {
    const own = interview.marks[n];
    return { cell, grade: grades[cell], ...(own !== undefined && { own }) };
  });
  const { line, ladder, rungs, changeSaid, summary } = interview;
  return {
    ...facts,
    level: about.level,
    seed: about.seed,
    usersMillions: about.prompt.usersMillions,
    cells: graded,
    matter: about.clarifications.filter(({ matters }) => matters).length,
    ...(line !== undefined && { line }),
    models: { case: formatDesign(about.model), twist: formatDesign(about.twist.model) },
    ...(ladder !== undefined && { ladder }),
    next: findingsOf(facts).slice(0, nextMax),
    said: [...rungs.map(({ said }) => said), changeSaid, summary].filter(isSaid),
    calibration: { rungs: markCalibration(rungs), cells: calibrated(graded) },
  };
}

function isSaid(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== "";
}

/** What was done in an interview, measured. */
function factsOf(about: InterviewCase, interview: Interview): InterviewFacts {
  const { judged, rejudged } = interview;
  const { clarifications, twist } = about;
  const isAsked = ({ id }: Clarification) => interview.asked.includes(id);
  const figures = about.estimates.map((posed): ReportFigure => {
    const typed = interview.figures[posed.name] ?? "";
    const estimated = judgeEstimate(posed, typed);
    const { name, values, truth } = posed;
    return { name, values, truth, typed, ...(estimated && { estimated }) };
  });
  return {
    bar: about.bar,
    asked: {
      useful: clarifications.flatMap((each) => (each.matters && isAsked(each) ? [each.id] : [])),
      idle: clarifications.flatMap((each) => (!each.matters && isAsked(each) ? [each.id] : [])),
    },
    unasked: clarifications.flatMap((each) =>
      each.matters && !isAsked(each) ? [returnedOf(each, figures, judged)] : [],
    ),
    figures,
    ...(judged && { judged }),
    rungs: interview.rungs.flatMap(({ rung, ticks, mark, figureRight }): ReportRung[] =>
      mark === undefined
        ? []
        : [{ rung, ticks: ticks.length, mark, ...(figureRight !== undefined && { figureRight }) }],
    ),
    twist: {
      ...twist.told,
      isExplained: isSaid(interview.changeSaid),
      takes: Math.max(1, changesBetween(about.playable, formatDesign(about.model), twist.model)),
      ...changeOf(about, interview),
      ...(rejudged && { judged: rejudged }),
    },
    unsaid: summaryWords.filter((word) => !interview.covered.includes(word)),
    times: timedPhases.map(
      (phase): ReportTime => ({
        phase,
        spentMs: interview.spentMs[phase] ?? 0,
        ...(interview.minutes !== undefined && { limitMs: limitMs(phase, interview.minutes) }),
      }),
    ),
  };
}

/** The line after the twist, and how much of the one before it is changed in it. */
function changeOf(
  { playable }: InterviewCase,
  { line = "", changedLine }: Interview,
): Pick<ReportTwist, "line" | "changes"> {
  if (changedLine === undefined) return {};
  const read = parseDesign(changedLine);
  return { line: changedLine, ...(read.ok && { changes: changesBetween(playable, line, read.design) }) };
}

/** What of a question that was not asked came back. */
function returnedOf(
  { id, told }: Extract<Clarification, { readonly matters: true }>,
  figures: readonly ReportFigure[],
  judged: Judged | undefined,
): Returned {
  const { goals = [], inputs = {}, events = [], budget, regions } = told;
  const missed = judged?.goals.filter(({ met }) => !met) ?? [];
  const isTold = ({ indicator }: GoalResult) =>
    goals.some((goal) => goal.indicator === indicator) || (regions !== undefined && isOfRegions(indicator));
  return {
    id,
    goals: missed.filter(isTold).map(({ indicator }) => indicator),
    isBill: budget !== undefined && judged !== undefined && judged.costPerMonth > judged.budget,
    figures: figures.flatMap(({ name, estimated }) => {
      const slip = estimated?.slip;
      return slip && "input" in slip && Object.hasOwn(inputs, slip.input) ? [name] : [];
    }),
    isEvent: judged?.passed === false && judged.trigger !== undefined && events.includes(judged.trigger),
  };
}

/** Whether an indicator depends on where users are. */
function isOfRegions(indicator: GoalIndicator): boolean {
  return indicator.includes(".") || indicator === "worstRegionPageLoadP95Ms";
}

/** How well the cells were foretold: above 0 is too high an opinion. */
function calibrated(graded: readonly ReportCell[]): MarkCalibration {
  const off = graded.flatMap(({ grade, own }) => (own === undefined ? [] : [own - grade]));
  return {
    of: off.length,
    right: off.filter((each) => each === 0).length,
    bias: off.reduce((sum, each) => sum + each, 0) / Math.max(1, off.length),
  };
}
