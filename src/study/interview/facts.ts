/** What was done in an interview, measured: what grades and findings are made of. Plain data. */
import { counts, type GoalIndicator } from "../../game/index.ts";
import type { LadderMark } from "../ladders.ts";
import type { Estimated } from "../reckoning.ts";
import type { InputName, Values } from "../sums.ts";
import type { IdleQuestion, UsefulQuestion } from "./clarifications.ts";
import type { EstimateName } from "./estimates.ts";
import type { Judged } from "./judge.ts";
import type { Bar, SummaryWord, TimedPhase } from "./machine.ts";
import type { TwistTold } from "./twists.ts";

/** A question that matters and was not asked, and what of its answer came back. */
export interface Returned {
  readonly id: UsefulQuestion;
  /** Goals of it that were missed. */
  readonly goals: readonly GoalIndicator[];
  /** The bill is above the budget that it would have told. */
  readonly isBill: boolean;
  /** Figures that were off by what it would have told. */
  readonly figures: readonly EstimateName[];
  /** What it would have warned of set off what failed. */
  readonly isEvent: boolean;
}

/** Whether anything of it came back. */
export function cameBack({ goals, isBill, figures, isEvent }: Returned): boolean {
  return goals.length > 0 || isBill || figures.length > 0 || isEvent;
}

/** A figure that was asked for, and what was typed. */
export interface ReportFigure {
  readonly name: EstimateName;
  /** The assumptions that make the truth. */
  readonly values: Values;
  readonly truth: number;
  readonly typed: string;
  /** Undefined where what was typed has no number. */
  readonly estimated?: Estimated<InputName>;
}

/** A rung that was climbed; its mark is the player's, beside the samples. */
export interface ReportRung {
  readonly rung: number;
  readonly ticks: number;
  readonly mark: LadderMark;
  readonly figureRight?: boolean;
}

/** How long a part took, and what it had; in ms. */
export interface ReportTime {
  readonly phase: TimedPhase;
  readonly spentMs: number;
  readonly limitMs?: number;
}

/** A twist, and what was made of it. */
export interface ReportTwist extends TwistTold {
  readonly line?: string;
  /** What was changed, in offers of the shop; and how many changes the answer named here takes, at least one. */
  readonly changes?: number;
  readonly takes: number;
  readonly isExplained: boolean;
  readonly judged?: Judged;
}

export interface InterviewFacts {
  readonly bar: Bar;
  /** Questions that were asked. */
  readonly asked: { readonly useful: readonly UsefulQuestion[]; readonly idle: readonly IdleQuestion[] };
  readonly unasked: readonly Returned[];
  readonly figures: readonly ReportFigure[];
  readonly judged?: Judged;
  readonly rungs: readonly ReportRung[];
  readonly twist: ReportTwist;
  /** Words of the summary that were not said. */
  readonly unsaid: readonly SummaryWord[];
  readonly times: readonly ReportTime[];
}

/** Whether more was changed than the twist takes: it asks for one change. */
export function isTooMuch({ changes = 0, takes }: Pick<ReportTwist, "changes" | "takes">): boolean {
  return changes > takes;
}

/** Losses that speak against a design. */
export function lossesOf({ audit }: Judged): number {
  return audit?.rows.filter(counts).length ?? 0;
}

/** The lowest mark of a rung that was passed. */
export const passMark: LadderMark = 2;

/** The share of the figures that were right: those of the estimates, and those that rungs asked for. */
export function rightShareOf({ figures, rungs }: Pick<InterviewFacts, "figures" | "rungs">): number {
  const marks = [
    ...figures.map(({ estimated }) => estimated?.mark ?? 0),
    ...rungs.flatMap(({ figureRight }) => (figureRight === undefined ? [] : [figureRight ? 1 : 0])),
  ];
  return marks.reduce((sum, mark) => sum + mark, 0) / Math.max(1, marks.length);
}
