/** The words of an interview: what the interviewer says, and the report. */
import type { LevelId } from "../../levels/index.ts";
import type { PlaceParts, RegionName } from "../../sim/index.ts";
import type { IdleQuestion, UsefulQuestion } from "../../study/interview/clarifications.ts";
import type { EstimateName } from "../../study/interview/estimates.ts";
import type { Needs } from "../../study/interview/grades.ts";
import type { Term } from "../../study/interview/heard.ts";
import type { Bar, Grade, RubricCell, SummaryWord, TimedPhase } from "../../study/interview/machine.ts";
import type { TwistName } from "../../study/interview/twists.ts";
import type { MarkCalibration } from "../../study/ladders.ts";
import type { InputName } from "../../study/sums.ts";
import type { InterviewScreenWords } from "./interview-screen.ts";

/** Numbers by what they are of. */
type Inputs = Readonly<Record<InputName, number>>;

/** What an answer can tell. */
export interface AnswerFound {
  readonly of: Inputs;
  /** Goals in words, with their bounds. */
  readonly goals: readonly string[];
  readonly budget: string;
  readonly regions: readonly { readonly region: RegionName; readonly share: number }[];
  /** What kinds of things have happened. */
  readonly events: readonly string[];
}

export interface QuestionAnswerWords {
  readonly ask: string;
  answer(found: AnswerFound): string;
}

export interface CaseEstimateWords {
  /** What it is called within a sentence. */
  readonly name: string;
  /** With what the interviewer gives. */
  ask(of: Inputs): string;
  readonly unit: string;
  /** How it comes to that. */
  why(of: Inputs): string;
}

/** What to say next time; `figure`, `goal` and the like are in words. */
export interface NextWords {
  /** A question that was not asked, and what came of it. */
  notAsked(found: { readonly question: string; readonly because: readonly string[] }): string;
  /** What came of it: a goal, the bill, a figure, an event. */
  readonly missedGoals: (goals: readonly string[]) => string;
  readonly overBudget: string;
  readonly figuresOff: (figures: readonly string[]) => string;
  readonly notWarned: string;
  goal(found: { readonly goal: string; readonly value: string }): string;
  bill(found: { readonly cost: string; readonly budget: string }): string;
  loss(fault: string): string;
  slip(found: { readonly figure: string; readonly ratio: number; readonly what: string }): string;
  off(found: { readonly figure: string; readonly ratio: number }): string;
  noFigure(figure: string): string;
  readonly twist: string;
  /** More was changed than the twist takes. */
  changes(found: { readonly changes: number; readonly takes: number }): string;
  readonly notExplained: string;
  /** A rung, 0 to 3: what it is, how much, what the cure costs, how one knows; with its question, and the number that it asks for. */
  rung(found: { readonly rung: number; readonly ask?: string; readonly truth?: string }): string;
  growth(found: { readonly factor: number; readonly place?: PlaceParts }): string;
  idle(question: string): string;
  overtime(phase: string): string;
  unsaid(word: string): string;
  readonly nothing: string;
}

/** What running the design has shown. */
export interface JudgedWords {
  passed(found: { readonly isPassed: boolean }): string;
  goal(found: { readonly goal: string; readonly value: string; readonly isMet: boolean }): string;
  bill(found: { readonly cost: string; readonly budget: string; readonly isWithin: boolean }): string;
  growth(found: {
    readonly factor: number;
    readonly isPassed: boolean;
    readonly answered: string;
    readonly first?: { readonly place: PlaceParts; readonly isDown: boolean };
  }): string;
  /** What the interviewer asks about next. */
  readonly weakest: {
    goal(goal: string): string;
    readonly bill: string;
    loss(fault: string): string;
    growth(found: { readonly factor: number; readonly place?: PlaceParts }): string;
    readonly none: string;
  };
}

export interface CellWords {
  readonly title: string;
  /** What each grade takes, from 1 to 4: things done, not adjectives. */
  anchors(needs: Needs): readonly [string, string, string, string];
}

export interface ReportWords {
  title(found: { readonly level: string; readonly bar: string; readonly seed: number }): string;
  /** All grades as one, and how many cells are at the bar. */
  total(found: {
    readonly sum: number;
    readonly of: number;
    readonly atBar: number;
    readonly cells: number;
  }): string;
  /** A grade above its column, and what the signs below it are. */
  gradeNamed(grade: Grade): string;
  readonly signs: string;
  /** The report is of another version, or was changed by hand. */
  readonly unread: string;
  /** What is the same for every bar, and what is not. */
  readonly bar: string;
  grade(found: { readonly title: string; readonly grade: Grade; readonly own?: Grade }): string;
  readonly heads: {
    readonly cells: string;
    readonly next: string;
    readonly questions: string;
    readonly figures: string;
    readonly design: string;
    readonly dive: string;
    readonly twist: string;
    readonly notHeard: string;
    readonly calibration: string;
    readonly times: string;
  };
  asked(found: { readonly useful: number; readonly of: number; readonly idle: number }): string;
  /** A question that mattered and was not asked, with what came of it. */
  unasked(found: { readonly question: string; readonly because: readonly string[] }): string;
  figure(found: {
    readonly figure: string;
    readonly typed: string;
    readonly truth: string;
    readonly unit: string;
    readonly why: string;
    readonly ratio?: number;
    readonly slip?: string;
  }): string;
  /** A line of notation, and one that passes. */
  line(line: string): string;
  model(line: string): string;
  readonly noDesign: string;
  dive(topic: string): string;
  rung(found: {
    readonly rung: number;
    readonly ticks: number;
    readonly mark: number;
    readonly figureRight?: boolean;
    /** What it asked, and its number with its unit. */
    readonly ask?: string;
    readonly truth?: string;
  }): string;
  /** What was changed, and what the answer named here takes. */
  changes(found: { readonly changes: number; readonly takes: number; readonly isTooMuch: boolean }): string;
  held(isHeld: boolean): string;
  readonly noChange: string;
  /** Never a mark: what was not heard, in writing. */
  notHeard(terms: readonly string[]): string;
  readonly allHeard: string;
  /** Nothing was typed: what was said aloud nobody heard. */
  readonly nothingTyped: string;
  rungs(found: MarkCalibration): string;
  cells(found: MarkCalibration): string;
  time(found: { readonly phase: string; readonly spentMin: number; readonly limitMin?: number }): string;
}

export interface InterviewTexts {
  readonly screen: InterviewScreenWords;
  /** What an interview is about, in a word or two. */
  readonly subjects: Readonly<Record<LevelId, string>>;
  readonly bars: Readonly<Record<Bar, string>>;
  /** So many users, given in millions. */
  users(millions: number): string;
  /** Two lines by level. */
  readonly prompts: Readonly<
    Record<LevelId, (found: { readonly users: string }) => readonly [string, string]>
  >;
  readonly questions: Readonly<Record<UsefulQuestion | IdleQuestion, QuestionAnswerWords>>;
  readonly estimates: Readonly<Record<EstimateName, CaseEstimateWords>>;
  readonly twists: Readonly<Record<TwistName, string>>;
  /** What a twist promises anew, and what the money does. */
  twistTerms(found: {
    readonly goals: readonly string[];
    readonly budget: string;
    readonly before: string;
  }): string;
  readonly judged: JudgedWords;
  readonly cells: Readonly<Record<RubricCell, CellWords>>;
  readonly next: NextWords;
  readonly phases: Readonly<Record<TimedPhase, string>>;
  /** The words of the summary, in one each. */
  readonly summary: Readonly<Record<SummaryWord, string>>;
  /** Terms that a good answer about a level has. */
  readonly terms: Readonly<Record<LevelId, readonly Term[]>>;
  readonly report: ReportWords;
}
