/** The words of an interview as it is held: what to do in each step, the clock, and the door to it. */
import type { JudgingStage } from "../../study/interview/judge.ts";
import type { Bar, Phase, SummaryWord } from "../../study/interview/machine.ts";
import type { InterviewStep } from "../../study/interview/steps.ts";

export interface InterviewScreenWords {
  readonly title: string;
  /** The level it is about, by its name, and what is asked of the candidate. */
  terms(found: { readonly level: string; readonly bar: Bar }): string;
  readonly phases: Readonly<Record<Phase, string>>;
  /** What is left of the interview and of this part, in ms; below 0 is overtime. */
  clock(found: { readonly leftMs: number; readonly phaseLeftMs: number | undefined }): string;
  /** The same for those who listen: told once a part, in whole minutes. */
  minutes(minutes: number): string;
  /** What to do now. */
  readonly hints: Readonly<Record<InterviewStep | "samples", string>>;
  /** Of the number that a rung asks for: its unit. */
  number(unit: string): string;
  questionsLeft(count: number): string;
  /** A question that was asked, with its answer. */
  /** Above what a line can have in it, and an offer with what it can be set to. */
  readonly sold: string;
  offer(found: { readonly name: string; readonly values: string }): string;
  answered(found: { readonly question: string; readonly answer: string }): string;
  position(found: { readonly at: number; readonly of: number }): string;
  /** Of the report, which of its parts is shown. */
  part(found: { readonly at: number; readonly of: number }): string;
  /** The simulator works: on each stage of judging a design. */
  readonly works: Readonly<Record<JudgingStage, string>>;
  /** The same for those who listen. */
  stage(found: { readonly name: string; readonly percent: number }): string;
  /** What was sent is what the level begins with. */
  readonly isStart: string;
  /** The twist has been told; more was changed than one thing. */
  oneChange(found: { readonly changes: number }): string;
  /** The deep dive is over. */
  readonly diveOver: string;
  /** The change is made: what it was, and that one sentence on it is wanted. */
  readonly explain: string;
  readonly summaryWords: Readonly<Record<SummaryWord, string>>;
  /** Above what one said. */
  readonly yours: string;
  /** Nothing is below what is shown. */
  readonly allShown: string;
  /** Nothing was typed where something must be. */
  readonly nothing: string;
  readonly door: InterviewDoorWords;
  readonly prompt: InterviewPromptWords;
}

/** Where an interview begins, and the reports of those before. */
export interface InterviewDoorWords {
  readonly about: string;
  /** The one that is not over, with its part. */
  goOn(found: { readonly level: string; readonly phase: string }): string;
  readonly level: string;
  readonly mix: string;
  readonly bar: string;
  readonly bars: Readonly<Record<Bar, string>>;
  readonly clock: string;
  /** So many minutes; undefined is no clock. */
  minutes(minutes: number | undefined): string;
  readonly begin: string;
  /** Before one that is not over is given up. */
  readonly givesUp: string;
  report(found: { readonly at: string; readonly level: string; readonly bar: Bar }): string;
  /** One that cannot be read here. */
  unread(found: { readonly at: string }): string;
  /** What is in focus, for those who listen. */
  row(found: { readonly at: number; readonly of: number; readonly text: string }): string;
  /** What was kept of an interview cannot be gone on with. */
  readonly broken: string;
}

/** An interview without a screen. */
export interface InterviewPromptWords {
  /** What to type at each step, where the screen has keys for it. */
  readonly hints: Readonly<Record<"clarify" | "guess" | "points" | "samples" | "cover" | "marks", string>>;
  /** The design that the level begins with. */
  start(line: string): string;
  /** What was typed is none of the letters or numbers. */
  readonly which: string;
  /** It ended before its time; it is kept. */
  readonly stopped: string;
  saved(path: string): string;
}
