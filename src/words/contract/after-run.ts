/** The words of the screens that follow a run. A key stands between backticks. */

/** The moment after a pass. */
export interface PassWords {
  holds(found: { readonly stars: number; readonly perMonth: number }): string;
  /** What is new about it: the first pass opens a level, later ones may be better. */
  opens(title: string): string;
  readonly last: string;
  readonly moreStars: string;
  readonly cheapest: string;
  readonly anyKey: string;
}

/** The parts of a debrief that have a title of their own. */
export type Section = "goals" | "lamps" | "why" | "hurt" | "idea" | "whatIf" | "expected" | "chapter";

export interface DebriefWords {
  readonly titles: Readonly<Record<Section, string>>;
  /** All designs that pass: a title too. */
  passing(count: number): string;
  /** A title within a line: what comes when one reads on. */
  next(title: string): string;
  readonly rest: string;
  perMonth(dollars: number): string;
  readonly deciding: string;
  readonly notYet: string;
  readonly passed: string;
  readonly practice: string;
  readonly allStars: string;
  readonly taskWaits: string;
  readonly backToBoard: string;
  readonly thirdStar: string;
  readonly nextLevel: string;
  /** After the last level. */
  readonly lastPage: string;
  readonly bill: string;
  goal(target: string): string;
  /** Of a star that is judged on another day than the level's. */
  readonly apart: string;
  over(dollars: number): string;
  /** The key that leads to what explains the failure, by its title, and to the whole lesson. */
  readWhy(title: string): string;
  readonly readLesson: string;
  readonly nothingWrong: string;
  readonly hurtBeside: string;
  readonly whatIfBeside: string;
  readonly trying: string;
  readonly noChange: string;
  readonly notEnough: string;
  readonly auditHolds: string;
  readonly changesNothing: string;
  readonly amongThem: string;
  readonly whereYours: string;
  readonly you: string;
  lampsLit(found: { readonly lit: number; readonly of: number }): string;
  /** What the prediction's answer is, beside a right and a wrong one. */
  itIs(fact: string): string;
  rightlySo(fact: string): string;
  readonly solution: string;
  readonly solutionAbout: string;
  readonly solutionAsk: string;
  readonly noSuchChange: string;
  readonly stillTrying: string;
  readonly changed: string;
  readonly noCode: string;
  revealed(monthly: string): string;
  readonly right: string;
  readonly nextLocked: string;
}

/** The wrong answers of a level, once it is passed. */
export interface TrapWords {
  readonly title: string;
  readonly beside: string;
  /** Under a trap whose answer is not known: how to find out, by trying or asking; by asking alone. */
  readonly ask: string;
  readonly askUnsold: string;
  readonly notSold: string;
  onBoard(title: string): string;
  /** The level is not passed yet. */
  readonly early: string;
  /** The level has none. */
  readonly none: string;
}

/** The small task of the third star. */
export interface TaskWords {
  readonly title: string;
  which(number: number): string;
  /** It was answered, and not rightly; `number`: the first step of an order that is not in its place. */
  wrong(number: number | undefined): string;
  /** Why it is not to be had now. */
  readonly tried: string;
  readonly none: string;
  readonly done: string;
  readonly practice: string;
  readonly early: string;
}

export interface QuestionWords {
  title(found: { readonly at: number; readonly of: number }): string;
  readonly about: string;
  /** Above an answer of so many words. */
  good(words: number): string;
  readonly grade: string;
  readonly think: string;
  readonly show: string;
  readonly first: string;
  readonly done: string;
}
