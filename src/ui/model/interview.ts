/** The interview as the save has it. */
import type { Playable } from "../../game/index.ts";
import { type LevelId, levels } from "../../levels/index.ts";
import { type PosedRung, poseRungs } from "../../present/ladders.ts";
import { type Design, formatDesign, parseDesign } from "../../sim/index.ts";
import { type InterviewCase, interviewCase } from "../../study/interview/cases.ts";
import type { Judged } from "../../study/interview/judge.ts";
import {
  beginInterview,
  type Interview,
  type InterviewAction,
  type InterviewTerms,
  interviewed,
  readInterview,
} from "../../study/interview/machine.ts";
import { type InterviewStep, rungNow, stepNow } from "../../study/interview/steps.ts";
import type { RungAnswer } from "../../study/ladders.ts";
import type { InterviewBundle, InterviewScreen } from "./study-screens.ts";
import { type Field, fieldWith } from "./text-field.ts";
import { remember, show } from "./transitions.ts";
import type { Action, State } from "./types.ts";

/** The interview that is not over; undefined without one, or where it cannot be gone on with. */
export function openInterviewOf({ save }: Pick<State, "save">): Interview | undefined {
  const read = save.interview && readInterview(save.interview);
  return read && levels.some(({ id }) => id === read.level) ? read : undefined;
}

let latest: InterviewCase | undefined;

/** What an interview is about; making it takes a few runs' forecasts. */
export function caseOf({ level, seed, bar }: InterviewTerms): InterviewCase {
  if (latest?.level !== level || latest.seed !== seed || latest.bar !== bar)
    latest = interviewCase(level as LevelId, seed, bar);
  return latest;
}

/** An interview on the screen: what is asked, and what is to be done. */
export interface InterviewNow {
  readonly interview: Interview;
  readonly about: InterviewCase;
  readonly step: InterviewStep | "samples";
  /** In the deep dive. */
  readonly rung?: { readonly answer: RungAnswer; readonly posed: PosedRung };
}

export function interviewNow(
  state: Pick<State, "save">,
  { bundle, isCompared }: Pick<InterviewScreen, "bundle" | "isCompared">,
): InterviewNow | undefined {
  const interview = openInterviewOf(state);
  if (!interview || !bundle) return undefined;
  const about = caseOf(interview);
  const ladder = bundle.ladders.ladders.find(({ id }) => id === interview.ladder);
  const rungs = ladder ? poseRungs(ladder, interview.seed) : [];
  const step = stepNow(interview, (rung) => rungs[rung]?.figure !== undefined);
  const answer = rungNow(interview);
  const posed = rungs[answer.rung];
  return {
    interview,
    about,
    step: step === "points" && isCompared ? "samples" : step,
    ...(interview.phase === "dive" && posed ? { rung: { answer, posed } } : {}),
  };
}

/** Whether a line or a text is typed in a step. */
export const typedSteps: ReadonlySet<InterviewNow["step"]> = new Set<InterviewNow["step"]>([
  "estimate",
  "design",
  "figure",
  "answer",
  "change",
  "explain",
  "summary",
]);

/** Steps in which the design, or what is known, stands beside what is typed. */
export const linedSteps: ReadonlySet<InterviewNow["step"]> = new Set<InterviewNow["step"]>([
  "design",
  "change",
]);

/** The first estimate without an answer, or the last one. */
function estimateAt({ interview, about }: InterviewNow): number {
  const open = about.estimates.findIndex(({ name }) => interview.figures[name] === undefined);
  return open < 0 ? about.estimates.length - 1 : open;
}

/** What stands in the field as a step begins, or is come back to. */
export function fieldOf(now: InterviewNow, at: number): Field {
  const { interview, about, step } = now;
  switch (step) {
    case "estimate":
      return fieldWith(interview.figures[about.estimates[at]?.name ?? ""] ?? "");
    case "design":
      return fieldWith(interview.draft || formatDesign(about.playable.start));
    case "change":
      return fieldWith(interview.draft || (interview.line ?? ""));
    default:
      return fieldWith(interview.draft);
  }
}

/** The design that the interview waits for; `about` tells one line from another. */
export function toJudge(state: Pick<State, "save">): ToJudge | undefined {
  const interview = openInterviewOf(state);
  const { phase } = interview ?? {};
  const isWhole = phase === "judging";
  const line = isWhole ? interview?.line : phase === "rejudging" ? interview?.changedLine : undefined;
  const read = line === undefined ? undefined : parseDesign(line);
  if (!interview || line === undefined || !read?.ok) return undefined;
  const about = caseOf(interview);
  return {
    id: `${about.playable.id}|${phase} ${line}`,
    about,
    playable: isWhole ? about.playable : about.twist.playable,
    design: read.design,
    isWhole,
    told: (judged) => ({ type: "interviewJudged", line, judged }),
  };
}

interface ToJudge {
  readonly id: string;
  readonly about: InterviewCase;
  readonly playable: Playable;
  readonly design: Design;
  /** With its audit and growth. */
  readonly isWhole: boolean;
  readonly told: (judged: Judged) => Action;
}

/** The interview on view at the step that it is at; its words come as soon as they are loaded. */
export function showInterview(state: State, bundle: InterviewBundle | undefined): State {
  const blank: InterviewScreen = {
    kind: "interview",
    ...(bundle ? { bundle } : {}),
    field: fieldWith(""),
    at: 0,
    scroll: 0,
    isCompared: false,
    progress: 0,
    isAsideShown: false,
  };
  const now = interviewNow(state, blank);
  if (!now) return show(state, blank);
  const at = now.step === "estimate" ? estimateAt(now) : 0;
  return show(state, { ...blank, at, field: fieldOf(now, at) });
}

/** Begins an interview, in the place of one that is not over. */
export function startInterview(state: State, terms: InterviewTerms, bundle?: InterviewBundle): State {
  const interview = beginInterview(terms, Math.max(0, state.nowMs));
  return showInterview(remember(state, { type: "interview", interview }), bundle);
}

/** Goes on with the interview that is not over: the time in between does not count. */
export function resumeInterview(state: State, bundle?: InterviewBundle): State {
  return showInterview(act(state, { type: "resume" }), bundle);
}

/** What an action makes of the interview is saved at once. */
export function act(state: State, action: InterviewAction): State {
  const before = openInterviewOf(state);
  if (!before) return state;
  return remember(state, {
    type: "interview",
    interview: interviewed(before, { ...action, atMs: Math.max(0, state.nowMs) }),
  });
}

/** With what stands in the field kept, where it is not kept yet. */
export function withTyped(state: State): State {
  const { screen } = state;
  if (screen.kind !== "interview" || screen.report) return state;
  const now = interviewNow(state, screen);
  if (!now || !typedSteps.has(now.step)) return state;
  const { text } = screen.field;
  if (now.step !== "estimate")
    return text === now.interview.draft || text === fieldOf(now, screen.at).text
      ? state
      : act(state, { type: "draft", text });
  const name = now.about.estimates[screen.at]?.name ?? "";
  return text === (now.interview.figures[name] ?? "")
    ? state
    : act(state, { type: "figure", id: name, text });
}
