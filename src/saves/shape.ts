/** What a save is: plain data. Nothing here reads or writes; this is the door for whoever only wants the shape. */

/** The version of the shape below. Raise it with a step in `migrations.ts` whenever an old file no longer fits. */
export const SAVE_VERSION = 7;

/** The file, in whatever folder. */
export const FILE_NAME = "progress.json";

/** Larger than years of play; checked before anything is read, so a hostile file costs neither memory nor time. */
export const FILE_BYTES_MAX = 5_000_000;

/** What is kept under a name that may change: when it was made tells it from another. Times in ms since 1970. */
export interface KeptEntry {
  readonly name: string;
  readonly madeMs: number;
  /** When it last changed. */
  readonly atMs: number;
}

/** What was removed, by when it was made, and when that was: a move to another machine brings it back only as it was changed since. */
export interface Removed {
  readonly madeMs: number;
  readonly atMs: number;
}

/** A design that the player named and kept. */
export interface SavedDesign extends KeptEntry {
  /** One-line notation. */
  readonly notation: string;
}

/** What the player predicted before a run, and whether it came true. */
export interface SavedPrediction {
  readonly answer: string;
  readonly right: boolean;
  /** When it was answered, ISO 8601. */
  readonly at: string;
}

/** A prediction that did not come true, or a wrong idea that a design failed by; src/study makes a card of it. */
export interface SavedMistake {
  readonly about: "question" | "goals" | "trend" | "idea";
  /** Of a trend its indicator, of an idea its letter; otherwise "". */
  readonly of: string;
  readonly answer: string;
  readonly truth: string;
  /** The design that was run, in one-line notation. */
  readonly design: string;
  /** The goals that the run missed, with its figures. */
  readonly missed: readonly {
    readonly indicator: string;
    readonly bound: "atMost" | "atLeast";
    readonly target: number;
    readonly value: number;
  }[];
  /** When it was last made, ISO 8601. */
  readonly at: string;
}

/** One rung of a ladder as far as it was answered; src/study knows what follows from it. */
export interface SavedRung {
  /** Which of the rungs, from 0 on. */
  readonly rung: number;
  /** The seed of the climb that it belongs to: the numbers of its question follow from it. */
  readonly seed: number;
  /** Whether the number that was asked for was right; without one, nothing was answered yet or none was asked for. */
  readonly figureRight?: boolean;
  /** An answer that was begun and left. */
  readonly draft?: string;
  /** What was answered, kept until it is marked. */
  readonly said?: string;
  /** The mark that the player expected before the answer was shown: 1 weak, 2 a pass, 3 strong. */
  readonly guess?: 1 | 2 | 3;
  /** Points that were in the answer, by their place. */
  readonly ticks: readonly number[];
  /** The sample that the answer resembles. */
  readonly mark?: 1 | 2 | 3;
  /** When it last changed, ISO 8601. */
  readonly at: string;
}

/** An interview as far as it has come; src/study knows what follows from it. */
export interface SavedInterview {
  /** The level that it is about, by its id. */
  readonly level: string;
  readonly seed: number;
  readonly bar: "junior" | "senior" | "staff";
  /** Without them there is no clock. */
  readonly minutes?: number;
  readonly phase: string;
  /** When it began and when it last went on, ms since 1970. */
  readonly begunMs: number;
  readonly atMs: number;
  /** How long each phase took, in ms. */
  readonly spentMs: Readonly<Record<string, number>>;
  /** An answer that was begun. */
  readonly draft: string;
  readonly asked: readonly string[];
  readonly figures: Readonly<Record<string, string>>;
  readonly line?: string;
  /** What running the design has shown, as plain JSON; src/study knows its shape. */
  readonly judged?: Json;
  readonly ladder?: string;
  readonly rungs: readonly Omit<SavedRung, "at">[];
  readonly changedLine?: string;
  readonly changeSaid?: string;
  readonly rejudged?: Json;
  readonly summary?: string;
  readonly covered: readonly string[];
  readonly marks: readonly (1 | 2 | 3 | 4)[];
}

/** An object of plain JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** What an interview came to: its report as plain JSON; src/study knows its shape. */
export interface SavedReport {
  /** When it was over, ISO 8601. */
  readonly at: string;
  readonly report: Json;
}

/** How the answer to a drill was marked. */
export interface SavedDrillMark {
  /** 0 to 1. */
  readonly mark: number;
  /** When it was given, ISO 8601. */
  readonly at: string;
}

/** All that is remembered of one level. */
export interface LevelProgress {
  readonly passed: boolean;
  /** Passed with the solution revealed: practice, no credit. */
  readonly practice: boolean;
  readonly stars: 0 | 1 | 2 | 3;
  /** Dollars a month of the cheapest passing design. */
  readonly bestCostPerMonth?: number;
  /** The cheapest passing design, in one-line notation. */
  readonly bestDesign?: string;
  /** The best score in endless growth. */
  readonly bestGrowth?: number;
  /** The design that passed last, practice aside, in one-line notation: later levels begin with it. */
  readonly lastPassed?: string;
  /** The design that the level was begun with, in one-line notation, where it is not the level's own. */
  readonly startDesign?: string;
  readonly designs: readonly SavedDesign[];
  /** The latest designs that were removed. */
  readonly designsRemoved: readonly Removed[];
  /** The design on the board when the player last left it, in one-line notation. */
  readonly lastDesign?: string;
  readonly predictions: readonly SavedPrediction[];
  /** The same mistake stands here once, with the figures of the last time. */
  readonly mistakes: readonly SavedMistake[];
  readonly hintsUsed: number;
  readonly attempts: number;
  readonly debriefRead: boolean;
  /** A debrief of this level has explained why a modest overload fails most of what is asked. */
  readonly collapseTold?: boolean;
  readonly questionsSeen: readonly string[];
  /** Fact cards that debriefs have shown, by id, the last one last; a new round begins once all were shown. */
  readonly cardsShown: readonly string[];
  /** Wrong answers, by letter, of which the player has seen why they fail, after a pass. */
  readonly trapsSeen: readonly string[];
}

/** How the player wants the game to look. */
export interface Settings {
  readonly theme?: "dark" | "light";
  /** A language's code, such as "en"; one that the game does not speak is as good as none. */
  readonly language?: string;
  readonly reducedMotion?: boolean;
  readonly ascii?: boolean;
  /** How fast runs are played, as a multiple of one in a minute. */
  readonly speed?: 1 | 4 | 16;
}

/** A trial at a bench of the labs; src/labs knows what it means. */
export interface SavedTrial {
  /** Where the knobs stood, by their names. */
  readonly turned: Readonly<Record<string, string | number>>;
  readonly measured: number;
  /** Null where theory has no answer. */
  readonly theory: number | null;
  /** What was expected beside the trial before, and what came: 1 less than half … 5 more than double. */
  readonly expected?: 1 | 2 | 3 | 4 | 5;
  readonly came?: 1 | 2 | 3 | 4 | 5;
  /** When it was made, ISO 8601. */
  readonly at: string;
}

/** A shift on call as far as it has come; src/rooms/on-call knows what its names mean. */
export interface SavedShift {
  readonly case: string;
  readonly seed: number;
  /** The day whose shift it is, where it is one's. */
  readonly date?: string;
  readonly alarmSec: number;
  readonly nowSec: number;
  readonly looked: readonly string[];
  readonly named: readonly { readonly place: string; readonly cause: string; readonly atSec: number }[];
  readonly made: readonly { readonly change: string; readonly atSec: number }[];
  readonly phase: "work" | "write" | "over";
  readonly written: Readonly<Record<string, string>>;
  /** When it began, ms since 1970: what tells it from another one of the same case. */
  readonly begunMs: number;
}

/** What a shift was worth. */
export interface SavedShiftOver {
  readonly seed: number;
  readonly stars: 0 | 1 | 2 | 3;
  /** Seconds from the alarm to the right cause; without it, it was not named. */
  readonly foundSec?: number;
  /** Requests lost. */
  readonly lost: number;
  /** When it was over, ISO 8601. */
  readonly at: string;
}

/** A system of the player's own; src/rooms/sandbox knows its shape. */
export interface SavedSystem extends KeptEntry {
  readonly system: Json;
}

/** What the first attempt at a level of the day came to: on a board its price and the best known one, on call requests lost. */
export type DayCounted = {
  readonly stars: 0 | 1 | 2 | 3;
  /** How busy the busiest part was, or how far from what was promised, a character each fifth of the day. */
  readonly bars: string;
} & (
  | { readonly costPerMonth: number; readonly best: number }
  /** Without `foundSec` the cause was not named. */
  | { readonly lost: number; readonly foundSec?: number }
);

/** The one that counts, and when it came to that, ISO 8601. */
export type SavedDay = DayCounted & { readonly at: string };

/** Everything a player owns: progress by level id, settings, each card's state, ladders, interviews, trials, drills and time. */
export interface Save {
  readonly version: typeof SAVE_VERSION;
  readonly levels: Readonly<Record<string, LevelProgress>>;
  readonly settings: Settings;
  /** The scheduler's state of a card, as plain JSON; src/study knows its shape. */
  readonly cards: Readonly<Record<string, Json>>;
  /** What was answered on each ladder, by its id, the latest last. */
  readonly ladders: Readonly<Record<string, readonly SavedRung[]>>;
  /** The trials at each bench of the labs, by its name, the latest last. */
  readonly labs: Readonly<Record<string, readonly SavedTrial[]>>;
  /** What shifts on call were worth, by the id of their case, the latest last. */
  readonly onCall: Readonly<Record<string, readonly SavedShiftOver[]>>;
  /** The shift that is not over. */
  readonly shift?: SavedShift;
  /** Shifts that are over or were given up for another, by when they began, as of interviews. */
  readonly shiftsOver: readonly number[];
  /** Systems of the player's own, each with a name of its own. */
  readonly systems: readonly SavedSystem[];
  /** The latest systems that were removed. */
  readonly systemsRemoved: readonly Removed[];
  /** What was played on a level's board and is no level, by its room and name ("waste:idle-boxes", "day:2026-12-01"). */
  readonly puzzles: Readonly<Record<string, LevelProgress>>;
  /** What counted of each level of the day, by its date. */
  readonly days: Readonly<Record<string, SavedDay>>;
  /** The interview that is not over. */
  readonly interview?: SavedInterview;
  /** Interviews that were finished or given up, by when they began, ms since 1970, the latest last: a move brings none back. */
  readonly interviewsOver: readonly number[];
  /** Reports of the latest interviews, the last one last. */
  readonly reports: readonly SavedReport[];
  /** How drills were marked, by their kind, the latest last. */
  readonly drills: Readonly<Record<string, readonly SavedDrillMark[]>>;
  /** For how long the game was in use, in ms, by the day ("2026-11-26", UTC). */
  readonly activeMs: Readonly<Record<string, number>>;
}

/** The save of somebody who has never played. */
export function emptySave(): Save {
  return {
    version: SAVE_VERSION,
    levels: {},
    settings: {},
    cards: {},
    ladders: {},
    labs: {},
    onCall: {},
    shiftsOver: [],
    systems: [],
    systemsRemoved: [],
    puzzles: {},
    days: {},
    interviewsOver: [],
    reports: [],
    drills: {},
    activeMs: {},
  };
}

/** A save as it stands in a file. */
export function saveText(save: Save): string {
  return JSON.stringify(save, undefined, "\t");
}

/** The progress of a level nobody has opened. */
export function emptyLevel(): LevelProgress {
  return {
    passed: false,
    practice: false,
    stars: 0,
    designs: [],
    designsRemoved: [],
    predictions: [],
    mistakes: [],
    hintsUsed: 0,
    attempts: 0,
    debriefRead: false,
    questionsSeen: [],
    cardsShown: [],
    trapsSeen: [],
  };
}
