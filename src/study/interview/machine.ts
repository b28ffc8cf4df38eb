/**
 * An interview as a state machine: what was answered so far, what is asked next, and how long each phase took. All
 * time comes from the actions, and every answer stays in the state, so that it can be saved at once and gone on with.
 */
import { climbOf, type LadderMark, type RungAnswer } from "../ladders.ts";
import type { Judged } from "./judge.ts";
import { readJudged } from "./kept.ts";

/** The phases in their order; those of work wait for the simulator. */
export const phases = [
  "prompt",
  "clarify",
  "estimate",
  "design",
  "judging",
  "verdict",
  "dive",
  "twist",
  "rejudging",
  "outcome",
  "summary",
  "marks",
  "report",
] as const;
export type Phase = (typeof phases)[number];

/** Phases that are part of the conversation and have a time of their own. */
export const timedPhases = ["prompt", "clarify", "estimate", "design", "dive", "twist", "summary"] as const;
export type TimedPhase = (typeof timedPhases)[number];

export const bars = ["junior", "senior", "staff"] as const;
/** What is asked of a candidate. */
export type Bar = (typeof bars)[number];

/** How long an interview takes unless one says otherwise, and what one can say, in minutes. */
export const minutesUsual = 25;
export const minutesBounds = { min: 5, max: 120, whole: true } as const;

/** How the minutes are split: the shares of an interview of 50 half minutes. */
const shares: Readonly<Record<TimedPhase, number>> = {
  prompt: 1,
  clarify: 6,
  estimate: 8,
  design: 14,
  dive: 12,
  twist: 6,
  summary: 3,
};
const sharesSum = Object.values(shares).reduce((sum, share) => sum + share, 0);

/** So many questions may be asked to clarify. */
export const questionsMax = 6;

/** The words that prompt the summary. */
export const summaryWords = ["need", "design", "number", "tradeOff", "next"] as const;
export type SummaryWord = (typeof summaryWords)[number];

/** What the report is about, each with a grade from 1 to 4. */
export const cells = ["requirements", "numbers", "design", "depth"] as const;
export type RubricCell = (typeof cells)[number];
export const grades = [1, 2, 3, 4] as const;
export type Grade = (typeof grades)[number];

/** What an interview is about, and on what terms. */
export interface InterviewTerms {
  /** The level that it is about, by its id. */
  readonly level: string;
  readonly seed: number;
  readonly bar: Bar;
  /** Without them there is no clock. */
  readonly minutes?: number;
}

/** What somebody wants who asks for an interview. */
export interface WantedInterview {
  readonly terms: InterviewTerms;
  /** Terms were named, so that one on other terms is not what is meant. */
  readonly isNamed: boolean;
  /** One that is not over is given up. */
  readonly isAnew: boolean;
}

/** An interview as far as it has come: plain data. */
export interface Interview extends InterviewTerms {
  readonly phase: Phase;
  /** When it began, and when the last action came, ms since 1970. */
  readonly begunMs: number;
  readonly atMs: number;
  readonly spentMs: Readonly<Partial<Record<TimedPhase, number>>>;
  /** What stands in the field that is typed into now. */
  readonly draft: string;
  /** Questions that were asked, by their ids, in order. */
  readonly asked: readonly string[];
  /** Estimates as they were typed, by their ids. */
  readonly figures: Readonly<Record<string, string>>;
  /** The design, in one-line notation. */
  readonly line?: string;
  /** What running it has shown. */
  readonly judged?: Judged;
  /** The ladder of the deep dive, by its id, and its rungs as far as they are answered. */
  readonly ladder?: string;
  readonly rungs: readonly RungAnswer[];
  /** The design after the twist, in notation, and what was said of the change. */
  readonly changedLine?: string;
  readonly changeSaid?: string;
  readonly rejudged?: Judged;
  readonly summary?: string;
  /** Words of the summary that the player has said. */
  readonly covered: readonly SummaryWord[];
  /** The player's own grades, in the order of the cells. */
  readonly marks: readonly Grade[];
}

/** What happens in an interview. */
export type InterviewAction =
  /** Time passes. */
  | { readonly type: "wait" }
  /** It was left and is gone on with: the time between does not count. */
  | { readonly type: "resume" }
  | { readonly type: "draft"; readonly text: string }
  | { readonly type: "ask"; readonly id: string }
  | { readonly type: "figure"; readonly id: string; readonly text: string }
  | { readonly type: "design"; readonly line: string }
  /** The design was judged; the ladder climbs its weakest part. */
  | { readonly type: "judged"; readonly line: string; readonly judged: Judged; readonly ladder: string }
  | { readonly type: "rung"; readonly answer: RungAnswer }
  | { readonly type: "change"; readonly line: string }
  | { readonly type: "explain"; readonly text: string }
  | { readonly type: "rejudged"; readonly line: string; readonly judged: Judged }
  | { readonly type: "summary"; readonly text: string }
  | { readonly type: "cover"; readonly word: SummaryWord }
  | { readonly type: "mark"; readonly grade: Grade }
  /** On to the next phase, from one that is read or can be left as it is. */
  | { readonly type: "goOn" };

export function beginInterview(terms: InterviewTerms, atMs: number): Interview {
  return {
    ...terms,
    phase: "prompt",
    begunMs: atMs,
    atMs,
    spentMs: {},
    draft: "",
    asked: [],
    figures: {},
    rungs: [],
    covered: [],
    marks: [],
  };
}

/** An interview as it was saved: its words and findings may be of another version, or of somebody's editor. */
type KeptInterview = Omit<Interview, "phase" | "covered" | "spentMs" | "judged" | "rejudged"> & {
  readonly phase: string;
  readonly covered: readonly string[];
  readonly spentMs: Readonly<Record<string, number>>;
  readonly judged?: unknown;
  readonly rejudged?: unknown;
};

/** Phases that tell what running a design has shown: without it, it is run once more. */
const rerun: Partial<Readonly<Record<Phase, Phase>>> = { verdict: "judging", outcome: "rejudging" };

/** An interview as it was saved; undefined where its phase or a word of it is none. */
export function readInterview({ judged, rejudged, ...saved }: KeptInterview): Interview | undefined {
  const isKnown =
    (phases as readonly string[]).includes(saved.phase) &&
    saved.covered.every((word) => (summaryWords as readonly string[]).includes(word));
  if (!isKnown) return undefined;
  const phase = saved.phase as Phase;
  const found = { judged: readJudged(judged), rejudged: readJudged(rejudged) };
  const isMissing = found[phase === "outcome" ? "rejudged" : "judged"] === undefined;
  return {
    ...(saved as Interview),
    phase: (isMissing ? rerun[phase] : undefined) ?? phase,
    ...(found.judged && { judged: found.judged }),
    ...(found.rejudged && { rejudged: found.rejudged }),
  };
}

/** Phases that the player ends, and what comes then. */
const goesOn: Partial<Readonly<Record<Phase, Phase>>> = {
  prompt: "clarify",
  clarify: "estimate",
  estimate: "design",
  verdict: "dive",
  outcome: "summary",
};

/** The interview after an action. What does not belong to the phase changes nothing but the time. */
export function interviewed(
  before: Interview,
  action: InterviewAction & { readonly atMs: number },
): Interview {
  const now = action.type === "resume" ? { ...before, atMs: action.atMs } : waited(before, action.atMs);
  const { phase } = now;
  switch (action.type) {
    case "wait":
    case "resume":
      return now;
    case "draft":
      return { ...now, draft: action.text };
    case "ask": {
      const isNew = phase === "clarify" && !now.asked.includes(action.id) && now.asked.length < questionsMax;
      return isNew ? { ...now, asked: [...now.asked, action.id] } : now;
    }
    case "figure":
      if (phase !== "estimate") return now;
      return { ...now, draft: "", figures: { ...now.figures, [action.id]: action.text } };
    case "design":
      return phase === "design" ? { ...now, phase: "judging", draft: "", line: action.line } : now;
    case "judged":
      return phase === "judging" && action.line === now.line
        ? { ...now, phase: "verdict", judged: action.judged, ladder: action.ladder }
        : now;
    case "rung":
      return phase === "dive" ? answered(now, action.answer) : now;
    case "change":
      return phase === "twist" ? { ...now, draft: "", changedLine: action.line } : now;
    case "explain":
      return phase === "twist" && now.changedLine !== undefined
        ? { ...now, phase: "rejudging", draft: "", changeSaid: action.text }
        : now;
    case "rejudged":
      return phase === "rejudging" && action.line === now.changedLine
        ? { ...now, phase: "outcome", rejudged: action.judged }
        : now;
    case "summary":
      return phase === "summary" ? { ...now, draft: "", summary: action.text } : now;
    case "cover":
      return phase === "summary" && now.summary !== undefined ? withWord(now, action.word) : now;
    case "mark":
      return phase === "marks" ? graded(now, action.grade) : now;
    case "goOn": {
      if (phase === "summary") return now.summary === undefined ? now : { ...now, phase: "marks" };
      const next = goesOn[phase];
      return next === undefined ? now : { ...now, phase: next, draft: "" };
    }
  }
}

/** A silence is counted up to so long, in ms: a lid that was closed, or a clock put forward, is no thinking. */
const silenceMaxMs = 600_000;

/** With the time that has passed booked on the phase; a clock that was put back takes nothing away. */
function waited(interview: Interview, atMs: number): Interview {
  const { phase, spentMs } = interview;
  if (!isTimed(phase)) return { ...interview, atMs };
  return { ...interview, atMs, spentMs: { ...spentMs, [phase]: spentOn(interview, phase, atMs) } };
}

function isTimed(phase: Phase): phase is TimedPhase {
  return (timedPhases as readonly Phase[]).includes(phase);
}

/** How long a phase has taken, up to a moment, in ms. */
function spentOn({ phase, spentMs, atMs }: Interview, of: TimedPhase, nowMs: number): number {
  const silence = phase === of ? Math.min(silenceMaxMs, Math.max(0, nowMs - atMs)) : 0;
  return (spentMs[of] ?? 0) + silence;
}

/** What the clock shows of an interview that has one. */
export interface ClockNow {
  /** What is left of the interview and of its phase, in ms: below 0 is overtime. */
  readonly leftMs: number;
  /** Undefined in a phase without a time of its own. */
  readonly phaseLeftMs: number | undefined;
}

/** The clock at a moment; undefined where there is none. */
export function clockOf(interview: Interview, nowMs: number): ClockNow | undefined {
  const { minutes, phase } = interview;
  if (minutes === undefined) return undefined;
  const spent = timedPhases.reduce((sum, each) => sum + spentOn(interview, each, nowMs), 0);
  return {
    leftMs: minutes * 60_000 - spent,
    phaseLeftMs: isTimed(phase) ? limitMs(phase, minutes) - spentOn(interview, phase, nowMs) : undefined,
  };
}

/** The time that a phase has of so many minutes, in ms. */
export function limitMs(phase: TimedPhase, minutes: number): number {
  return (minutes * 60_000 * shares[phase]) / sharesSum;
}

/** A rung has come further; a dive that is over makes room for the twist. */
function answered(interview: Interview, answer: RungAnswer): Interview {
  const others = interview.rungs.filter(({ rung }) => rung !== answer.rung);
  const rungs = [...others, { ...answer, seed: interview.seed }].sort((a, b) => a.rung - b.rung);
  const after = { ...interview, draft: "", rungs };
  return diveNow(after) ? after : { ...after, phase: "twist" };
}

/** The rung that is asked now; undefined once the top is reached, or a rung beyond the first that was missed. */
export function diveNow({ rungs, seed }: Pick<Interview, "rungs" | "seed">): RungAnswer | undefined {
  const { marked, current } = climbOf(rungs, seed);
  const missed = marked.findIndex(({ mark }) => mark === missMark);
  return missed >= 0 && marked.length > missed + 1 ? undefined : current;
}

/** A weak answer: one more question, and the interviewer turns to something else. */
const missMark: LadderMark = 1;

function withWord(interview: Interview, word: SummaryWord): Interview {
  const { covered } = interview;
  const isCovered = covered.includes(word);
  return {
    ...interview,
    covered: summaryWords.filter((each) => (each === word ? !isCovered : covered.includes(each))),
  };
}

function graded(interview: Interview, grade: Grade): Interview {
  const marks = [...interview.marks, grade];
  return { ...interview, marks, phase: marks.length === cells.length ? "report" : "marks" };
}
