/** The screens of Study, as plain data. */
import type { Drill, Marked } from "../../study/drills/index.ts";
import type { LadderProse, LadderTexts } from "../../words/contract/ladders.ts";

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
