/**
 * The words of the screens, a part each. In a sentence a key stands between backticks, so that it can have its
 * colour wherever the language puts it.
 */
import type { NumberToSay } from "../../levels/index.ts";
import type { Fate, PlaceParts, Reason } from "../../sim/index.ts";

/** Where the player is. */
export interface HeaderWords {
  /** Beside the title, once the solution has been shown. */
  readonly practice: string;
  /** In the lower rule, where something on the page had no room: the key that says all of it. */
  readonly cut: string;
  /** In the place of the game: how much room it needs, how much there is, and that q quits. */
  tooSmall(needed: Room, found: Room): string;
}

/** Room on a screen, in cells. */
export interface Room {
  readonly columns: number;
  readonly rows: number;
}

/** Levels passed and stars won. */
export interface ProgressTally {
  readonly passed: number;
  readonly levels: number;
  readonly stars: number;
}

export interface TitleWords {
  readonly name: string;
  readonly promise: string;
  /** For somebody who has never played. */
  readonly welcome: readonly [string, string];
  status(found: ProgressTally & { readonly isSaved: boolean }): string;
  readonly begin: string;
  readonly goOn: string;
}

/** Rooms beside the levels. */
export type Door = "study" | "labs" | "onCall" | "sandbox" | "puzzles" | "day" | "endless";

export interface MapWords {
  readonly name: string;
  tally(tally: ProgressTally): string;
  readonly about: string;
  readonly doors: Readonly<Record<Door, { readonly name: string; readonly about: string }>>;
  readonly locked: string;
  /** Why a level cannot be entered: the level that comes before it. */
  lockedBy(title: string): string;
  readonly practice: string;
  readonly goals: string;
  runs(count: number): string;
  readonly first: string;
  readonly enter: string;
  readonly passed: string;
  passedFor(dollars: number): string;
  readonly allPassed: string;
  readonly nextIsThis: string;
  readonly startOver: string;
}

/** Kinds of cards. */
export type CardKind = "fun" | "correction" | "supplement" | "honesty" | "gloss";

/** The briefing and the reference card. */
export interface ReadingWords {
  readonly cards: Readonly<Record<CardKind, string>>;
  readonly traffic: string;
  /** Beside it: what is drawn, and over how long. */
  overMinutes(minutes: number): string;
  overHours(hours: number): string;
  readonly goals: string;
  readonly allOfThem: string;
  readonly stars: string;
  budget(dollars: number): string;
  page(found: { readonly page: number; readonly pages: number; readonly about: string }): string;
  readonly readsOn: string;
  readonly firstPage: string;
  readonly lastPage: string;
  readonly challenge: string;
  /** What the shop sells for the first time: a title. */
  readonly newInShop: string;
  /** What stands on the pages after the challenge. */
  readonly whatIsNew: string;
  readonly chapter: string;
  /** The numbers to say aloud: a title, and what stands on their pages. */
  readonly numbers: string;
  readonly onNumbers: string;
  /** What a number is here and elsewhere, what moves it, where it is known from; sentences that can be said. */
  number(found: NumberToSay): string;
  readonly passed: string;
  best(dollars: number): string;
  readonly yourDesign: string;
  readonly chapterAndCards: string;
  readonly takeHome: string;
  readonly cheapest: string;
  /** The chapter's sentence. */
  quote(sentence: string): string;
}

export type EstimateField = "users" | "requests" | "peak" | "workMs" | "objects" | "objectKb";

export interface EstimateWords {
  readonly title: string;
  readonly beside: string;
  readonly fields: Readonly<Record<EstimateField, string>>;
  readonly meanPerSec: string;
  readonly peakPerSec: string;
  readonly cores: string;
  readonly memory: string;
  /** How an estimate compares with the truth. */
  readonly against: Readonly<Record<"close" | "low" | "high", string>>;
  /** What a field means. */
  readonly about: Readonly<Record<EstimateField, string>>;
  /** What the design has of it. */
  ownCores(vcpu: number): string;
  ownMemory(gb: number): string;
  truth(found: { readonly usualPerSec: number; readonly peakPerSec: number }): string;
}

/** A goal and how it came out, as it is shown. */
export interface GoalFigures {
  readonly name: string;
  readonly value: string;
  readonly bound: "atMost" | "atLeast";
  readonly target: string;
}

/** What has become of the player's own system at the start of a level. */
export interface CarryWords {
  readonly whole: string;
  /** What is not as it was, and how much more of that there is. */
  changed(found: { readonly changes: readonly string[]; readonly more: number }): string;
  /** `isMore`: all that is sold is less than the player had. */
  otherValues(found: {
    readonly name: string;
    readonly own: string;
    readonly sold: readonly string[];
    readonly isMore: boolean;
  }): string;
  notSold(found: { readonly name: string; readonly own: string; readonly here: string }): string;
  /** It is what the level teaches. */
  lesson(found: { readonly name: string; readonly own: string }): string;
  /** Why the level's own start stands there instead. */
  readonly passes: string;
  readonly overBudget: string;
}

export interface BoardWords {
  /** Before the row of the eight lamps, and the names of those that are dark. */
  readonly lamps: string;
  darkLamps(names: readonly string[]): string;
  readonly hints: string;
  hintsOf(found: { readonly shown: number; readonly of: number }): string;
  /** Beside the hints: what closes them. */
  readonly closeHints: string;
  readonly hintsClosed: string;
  /** The first hint: what the last run has shown. */
  readonly hint: {
    /** There is no run yet. */
    readonly runFirst: string;
    gaveWay(found: { readonly time: string; readonly sentence: string }): string;
    /** What a missed goal says for itself. */
    missed(sentence: string): string;
    /** Nothing gave way, and the goal was missed all the same. */
    far(goal: GoalFigures | undefined): string;
    /** Everything held; this came nearest to its limit. */
    kept(nearest: GoalFigures | undefined): string;
  };
  readonly lastRun: string;
  /** The same before its goals, in few cells. */
  readonly lastRunShort: string;
  readonly passed: string;
  readonly notYet: string;
  readonly traffic: string;
  readonly requestsPerSec: string;
  readonly keepTitle: string;
  readonly name: string;
  readonly designs: string;
  readonly designsBeside: string;
  /** Designs that are not the player's named ones. */
  readonly entries: Readonly<Record<"best" | "last" | "before" | "start", string>>;
  /** What is to do now. */
  readonly hasBeenRun: string;
  readonly atStart: string;
  readonly ready: string;
  /** The longest first. */
  changed(delta: string): readonly string[];
  readonly nothingToUndo: string;
  readonly nothingToRedo: string;
  undone(changes: string): string;
  redone(changes: string): string;
  /** A level begun with the player's own system, or not: one line. */
  readonly carry: CarryWords;
  readonly isStart: string;
  readonly backAtStart: string;
  /** An offer that is disabled, with what it needs. */
  notPossible(needs: string): string;
  readonly noMore: string;
  readonly noLess: string;
  cannotRun(problem: string): string;
  readonly typeName: string;
  kept(name: string): string;
  keptInstead(name: string): string;
  /** A name that is taken: the next Enter replaces it. */
  isKept(name: string): string;
  full(designs: number): string;
  /** A design of another version, or written by hand. */
  readonly notSold: string;
  readonly notSoldHere: string;
  readonly removeIt: string;
  readonly onlyNamed: string;
  onBoard(name: string): string;
  readonly digitsOnly: string;
  readonly twoRuns: string;
  readonly twoRunsBeside: string;
  /** Of a lab. */
  readonly keptRuns: string;
  readonly keptRunsBeside: string;
  readonly runBefore: string;
  readonly runLast: string;
  readonly twoRunsNeeded: string;
  readonly shop: string;
  readonly perMonth: string;
  position(found: { readonly at: number; readonly of: number }): string;
  /** A price of one of several. */
  each(price: string): string;
  now(setting: string): string;
}

export interface PredictionWords {
  readonly title: string;
  readonly beside: string;
  readonly typeNumber: string;
  readonly choose: string;
  readonly guess: string;
  /** Asked of a design without the part that the level's question speaks of. */
  readonly goals: { readonly question: string; readonly yes: string; readonly no: string };
  /** Where an indicator goes: "p95 goes down". */
  trend(found: { readonly name: string; readonly trend: "up" | "down" | "same" }): string;
  /** On the board, after a change: the keys with which to say it beforehand. */
  trendKeys(name: string): string;
  expecting(trend: string): string;
  readonly runFirst: string;
  calibration(found: { readonly right: number; readonly of: number }): string;
  /** Of a question about a system of its own. */
  readonly stated: string;
}

/** What fails in a second at a part, as figures to read. */
export interface LossShown {
  readonly perSec: string;
  readonly ofPerSec?: string;
  readonly fate: Fate;
  readonly place: PlaceParts;
}

export interface RunWords {
  readonly running: string;
  readonly rest: string;
  readonly fog: string;
  readonly end: string;
  readonly paused: string;
  clock(found: { readonly now: string; readonly whole: string }): string;
  readonly firstArrive: string;
  /** So many more goals are met. */
  met(goals: number): string;
  readonly over: string;
  readonly fogQuiet: string;
  readonly quiet: string;
  /** So many fail a second at a part for a reason; `ofPerSec`: all that fail there, where there are other reasons. */
  losing(found: LossShown & { readonly reason: Reason }): string;
  /** The same in few cells: without the reason. */
  losingShort(found: LossShown): string;
  goal(found: { readonly bound: "atMost" | "atLeast"; readonly value: string }): string;
  /** An indicator at the moment on view. */
  now(found: { readonly name: string; readonly value: string }): string;
  /** Where the large curve would be, in lines of at most 14 cells. */
  readonly noMetrics: readonly string[];
  readonly computing: string;
  readonly noTrace: string;
  readonly atEnd: string;
  readonly noNext: string;
  /** The same while the rest of the run is not known. */
  readonly noNextYet: string;
  readonly noBefore: string;
  /** A run that is left before and after it is decided. */
  readonly leftUndecided: string;
  leftPassed(stars: number): string;
  readonly leftNotYet: string;
  readonly pausedTooSmall: string;
}

export interface HelpWords {
  readonly title: string;
  readonly beside: string;
  about(found: { readonly isSaved: boolean }): string;
  more(count: number): string;
  /** The screen underneath, as text. */
  readonly inFull: string;
  /** Beside the title: where the text comes from. */
  readonly inFullBeside: string;
  /** What the signs in the picture mean. */
  readonly signs: {
    readonly single: string;
    readonly fresh: string;
    readonly busy: string;
    readonly hot: string;
    readonly inVain: string;
    readonly lost: string;
    readonly unseen: string;
  };
}
