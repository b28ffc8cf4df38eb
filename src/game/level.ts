/**
 * The contract of what can be played, and of a level: what content must supply. All of it is data over the
 * simulator, so that the screen draws it, the solver measures it and one loop proves it.
 */
import type {
  Bucket,
  Design,
  Gauge,
  Indicator,
  Loss,
  Place,
  Report,
  Scenario,
  SettingPath,
  SettingValue,
} from "../sim/index.ts";

/** What a goal can be about: an indicator of the report, or the bill. */
export type GoalIndicator = Indicator | "costPerMonth";

/** What is promised, and its bound. Exactly one of the bounds is given. */
export type Goal =
  | { readonly indicator: GoalIndicator; readonly atMost: number }
  | { readonly indicator: GoalIndicator; readonly atLeast: number };

/** One way an offer can be set: its label in notation and the settings that come with it. */
export interface Choice {
  readonly label: string;
  readonly set: Readonly<Record<SettingPath, SettingValue>>;
}

/** Something that the shop sells. The first choice need not be the start's. */
export interface Offer {
  /** Names the words for it; the path of the setting where there is only one. */
  readonly id: string;
  /** The part that it changes, as the picture calls it (`web`, `web@korea`); left out where it changes several. */
  readonly part?: string;
  readonly choices: readonly Choice[];
  /** Present only while this holds; otherwise the shop says why not (words by `needs.code`). */
  readonly needs?: { readonly code: string; readonly holds: (design: Design) => boolean };
}

/** What a run shows, for an expectation to be held against. */
export interface Shown {
  readonly report: Report;
  readonly series: (name: Gauge) => Float64Array;
  readonly losses: readonly Loss[];
}

/** The answer: what the player's own run shows, or what follows from the system that the question states. */
export type Truth<T> = { readonly run: (shown: Shown) => T } | { readonly stated: T };

/** The question before a first run. */
export type Prediction = {
  /** Whether a design has the part that the question speaks of; without it, always. */
  readonly speaksOf?: (design: Design) => boolean;
} & (
  | { readonly kind: "choice"; readonly options: readonly string[]; readonly truth: Truth<string> }
  | {
      readonly kind: "number";
      readonly truth: Truth<number>;
      /** Right within this factor either way: 1.25 is 25 %. */
      readonly withinFactor: number;
    }
);

/** A tempting design and how it must fail. */
export type WrongAnswer = {
  /** The letter of its words in the prose: "naive", "A", "B" … */
  readonly letter: string;
} & (
  | {
      readonly design: Design;
      /** Every stated condition must hold. */
      readonly fails: {
        readonly overBudget?: true;
        /** Indicators of goals that must be missed. */
        readonly misses?: readonly GoalIndicator[];
        /** A place and reason that must be among the largest losses. */
        readonly by?: Bucket;
        /** A part that must be saturated or down. */
        readonly saturates?: Place;
      };
    }
  /** Nothing in the shop touches this setting: the idea is not possible yet. */
  | { readonly notOffered: SettingPath }
);

/** How a star beyond the first is won. */
export interface StarRule {
  readonly goals: readonly Goal[];
  /** A design that wins it. */
  readonly design: Design;
  /** So many of the eight lamps must be lit. */
  readonly lamps?: number;
  /** The audit must hold: any one part may be lost, as far as the shop sells what it takes. */
  readonly audit?: true;
  /** Run on this scenario instead of the level's, with the same seeds. */
  readonly scenario?: Scenario;
  /** A question answered in the debrief, by the id of its words. Headless runs judge the goals alone. */
  readonly task?: StarTask;
}

/** A small task for the third star. */
export type StarTask =
  /** Put these words (by key) in this order. */
  | { readonly kind: "order"; readonly id: string; readonly steps: readonly string[] }
  /** Choose one of these (by key). */
  | {
      readonly kind: "choice";
      readonly id: string;
      readonly options: readonly string[];
      /** Where it depends on the day, read from the report of the run; undefined when that does not tell. */
      readonly answer: string | ((report: Report) => string | undefined);
    };

/** The words of a task in the order in which they are right, after a run. */
export function taskKey(task: StarTask, report: Report): readonly (string | undefined)[] {
  if (task.kind === "order") return task.steps;
  return [typeof task.answer === "string" ? task.answer : task.answer(report)];
}

/** How the stars beyond the first are won. */
export interface StarRules {
  readonly two: StarRule;
  readonly three: StarRule;
}

/**
 * What can be bought for, run and judged: all that a recording, a verdict and "what if" need. A level is one; a
 * sandbox needs no budget and no stars, and with no goals every run passes.
 */
export interface Playable {
  readonly id: string;
  readonly scenario: Scenario;
  /** The canonical start. */
  readonly start: Design;
  readonly shop: readonly Offer[];
  readonly goals: readonly Goal[];
  /** Dollars a month; without it any bill will do. */
  readonly budget?: number;
  /** Without them a design that passes has one star. */
  readonly stars?: StarRules;
}

/**
 * What is told of a level's events before they come: what and when; what kinds of things may happen, but not which,
 * where or when; nothing.
 */
export type Announcement = "when" | "kinds" | "nothing";

/** A playable with a lesson: what is taught, foretold and proven. Its id is the folder's name, "01-single-server". */
export interface Level extends Playable {
  /** 1–12; 12.5 the celebrity lab; 13 the finale. */
  readonly number: number;
  readonly budget: number;
  readonly stars: StarRules;
  readonly prediction: Prediction;
  /** Whether a design uses what the level teaches; no passing design may lack it. */
  readonly concept: (design: Design) => boolean;
  readonly lesson: Design;
  /** Another design that passes, different in kind. */
  readonly alsoPasses: Design;
  readonly biggerBox: Design;
  readonly wrongAnswers: readonly WrongAnswer[];
  /** Left out: "when". */
  readonly announces?: Announcement;
  /** A lab: so many of a stay's runs are kept side by side. */
  readonly keepsRuns?: number;
  /** The same day with all traffic multiplied, for endless growth. */
  readonly grown?: (factor: number) => Scenario;
}

/** What is told of a level's events before they come. */
export function announcementOf({ announces }: Pick<Level, "announces">): Announcement {
  return announces ?? "when";
}

/** Whether a level tells its events and their times before they come. */
export function tellsTimes(level: Pick<Level, "announces">): boolean {
  return announcementOf(level) === "when";
}

/** The fixed seeds on which every verdict is decided, all of them. */
export const verdictSeeds: readonly number[] = [11, 23, 37, 41, 59];

/** Whether a value meets a goal. */
export function meets(goal: Goal, value: number): boolean {
  return "atMost" in goal ? value <= goal.atMost : value >= goal.atLeast;
}

/** The bound of a goal. */
export function targetOf(goal: Goal): number {
  return "atMost" in goal ? goal.atMost : goal.atLeast;
}
