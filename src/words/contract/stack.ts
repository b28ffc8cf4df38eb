/** What is said of a design as a stack of processes: what it cannot have, its README, and what came of it. */
import type { StackMoment } from "../../real/index.ts";
import type { LeftOut, Scale, StackRefusal, StackStep } from "../../stack/index.ts";

export interface StackWords {
  /** Why a design cannot be a stack, after "this design". */
  refusal(found: StackRefusal): string;
  /** Something that is left out, as a list has it. */
  leftOut(found: LeftOut): string;
  /** How a system was scaled, in one sentence. */
  scaled(found: Scale): string;
  /** Over the columns of measured beside expected: nothing, expected, between runs, measured, and whether it holds. */
  readonly heads: readonly string[];
  readonly holds: string;
  readonly isApart: string;
  /** What is compared, and with what tolerances. */
  checked(found: {
    readonly level: number;
    readonly design: string;
    readonly within: number;
    readonly of: number;
    readonly timeFactor: number;
    readonly sharePoints: number;
  }): string;
  /** README.md of a stack: `expected` is a table of Markdown. */
  readme(found: StackReadme): string;
  /** The heads of that table: the indicator, expected, between runs, the goal. */
  readonly readmeHeads: readonly string[];
  /** What was written, and what to do with it. */
  written(found: { readonly path: string; readonly files: number; readonly leftOut: number }): string;
}

export interface StackReadme {
  readonly level: number;
  readonly title: string;
  readonly design: string;
  readonly scale: Scale;
  readonly expected: string;
  /** Requests played one by one for the table. */
  readonly runs: number;
  readonly leftOut: readonly LeftOut[];
  readonly hasDatabase: boolean;
  readonly hasQueue: boolean;
  readonly seconds: number;
  readonly roundTripMs: number;
}

/** What `play real level N` says while it runs and afterwards. */
export interface StackRunWords {
  /** On the day of a seed, since on the level's first the design does better in the game. */
  day(found: { readonly seed: number }): string;
  /** What is left out, each as a list has it. */
  leavesOut(things: readonly string[]): string;
  readonly predicting: string;
  started(processes: number): string;
  /** What else the clients are at: filling the cache, waiting for the last jobs. */
  phase(moment: StackMoment): string;
  moment(moment: StackMoment): string;
  step(step: StackStep): string;
  /** Over the columns: nothing, the goal, expected, between runs, measured, and whether it is met. */
  readonly heads: readonly string[];
  readonly met: string;
  readonly missed: string;
  readonly unmeasured: string;
  requests(found: {
    readonly offered: number;
    readonly answered: number;
    /** Why requests failed, the most frequent first. */
    readonly reasons: readonly (readonly [reason: string, count: number])[];
  }): string;
  /** Which goals the day decides, and which are decided on paper; the budget always is. */
  decided(found: { readonly byDay: readonly string[]; readonly onPaper: readonly string[] }): string;
  /** How a wrong answer was to fail beside how it does here, with the names of goals; minutes pass so many times as fast. */
  wrong(found: {
    readonly letter: string;
    readonly stated: readonly string[];
    readonly missed: readonly string[];
    readonly byBill: boolean;
    readonly time: number;
  }): string;
  overBudget(found: { readonly cost: number; readonly budget: number }): string;
  fate(found: { readonly passed: boolean; readonly expectedPassed: boolean }): string;
  /** Clients were too late to judge by. */
  late(found: { readonly lateMs: number; readonly lateMsMax: number }): string;
}
