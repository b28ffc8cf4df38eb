/** The screens of Study, as plain data. */
import type { SavedReport } from "../../saves/shape.ts";
import type { Drill, Marked } from "../../study/drills/index.ts";
import type { Bar } from "../../study/interview/machine.ts";
import type { UsageWords } from "../../words/contract/cli.ts";
import type { InterviewTexts } from "../../words/contract/interview.ts";
import type { LadderProse, LadderTexts } from "../../words/contract/ladders.ts";
import type { Field } from "./text-field.ts";

/** A review in Study: cards, one after the other. */
export interface ReviewScreen {
  readonly kind: "review";
  /** The ids of the cards of this review, in order. */
  readonly cards: readonly string[];
  /** How many of them are answered, and how many of those were known. */
  readonly at: number;
  readonly knew: number;
  readonly isRevealed: boolean;
}

/** A round of drills. */
export interface DrillScreen {
  readonly kind: "drill";
  /** Undefined until they are loaded: the words of a rung's figure stand in its ladder. */
  readonly texts?: LadderTexts;
  readonly seed: number;
  readonly drills: readonly Drill[];
  readonly at: number;
  readonly typed: string;
  /** How the answer came out, once it is given; until the next drill. */
  readonly marked?: Marked;
  /** Marks of those before, summed. */
  readonly marks: number;
}

/** The topics of interviews, a ladder each. */
export interface TopicsScreen {
  readonly kind: "topics";
  /** The level whose topics are wanted, until they are there. */
  readonly level?: string;
  /** Undefined until they are loaded. */
  readonly texts?: LadderTexts;
  readonly at: number;
}

/** Progress as a page. */
export interface ProgressScreen {
  readonly kind: "progress";
  /** Undefined until they are loaded. */
  readonly texts?: LadderTexts;
  readonly scroll: number;
}

/** A climb of a ladder; how far it has come stands in the save. */
export interface LadderScreen {
  readonly kind: "ladder";
  readonly texts: LadderTexts;
  readonly ladder: LadderProse;
  readonly seed: number;
  readonly typed: string;
  /** The point in focus. */
  readonly at: number;
  /** The samples are on view: the points are ticked. */
  readonly isCompared: boolean;
}

/** The words that an interview needs: its own, the ladders of the deep dive, and what is wrong with a line. */
export interface InterviewBundle {
  readonly texts: InterviewTexts;
  readonly ladders: LadderTexts;
  readonly usage: Pick<UsageWords, "notation" | "notSold">;
}

/** The door to interviews: the one that is not over, the terms of a new one, reports. */
export interface InterviewsScreen {
  readonly kind: "interviews";
  /** Undefined until they are loaded. */
  readonly bundle?: InterviewBundle;
  /** The row in focus. */
  readonly at: number;
  /** The terms of a new one: a level by its place among those that are passed (−1 is any), the bar, minutes. */
  readonly level: number;
  readonly bar: Bar;
  readonly minutes: number | undefined;
  /** The player was told that an interview would be given up. */
  readonly isAsked?: true;
}

/** An interview; how far it has come stands in the save. */
export interface InterviewScreen {
  readonly kind: "interview";
  /** Undefined until they are loaded. */
  readonly bundle?: InterviewBundle;
  readonly field: Field;
  /** The row in focus: a question, a figure, a point, a word. */
  readonly at: number;
  readonly scroll: number;
  /** The samples are on view: the points are ticked. */
  readonly isCompared: boolean;
  /** How far the work in hand is, 0…1. */
  readonly progress: number;
  /** What is known of the case lies over the picture. */
  readonly isAsideShown: boolean;
  /** What is wrong with the line that was sent. */
  readonly flaw?: string;
  /** The report on view. */
  readonly report?: SavedReport;
}
