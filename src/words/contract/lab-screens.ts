/** The words of the labs on the screen, and of what is written down of them. */
import type { BenchName, BenchUnit, ChangeSize, TurnId, TurnValue, TurnWord } from "../../labs/index.ts";

/** A bench: what is asked there, and what it shows in the end. */
export interface BenchWords {
  readonly title: string;
  readonly question: string;
  /** What is measured. */
  readonly figure: string;
  readonly lesson: string;
}

/** How a trial stands in the table and the report. */
export interface TrialHeads {
  readonly expected: string;
  readonly came: string;
  readonly measured: string;
  readonly theory: string;
}

export interface LabScreenWords {
  readonly title: string;
  readonly about: string;
  readonly benches: Readonly<Record<BenchName, BenchWords>>;
  /** What a knob turns, short. */
  readonly turns: Readonly<Record<TurnId, string>>;
  /** Where a knob stands. */
  /** Values that are words in the notation of the labs. */
  readonly named: Readonly<Record<TurnWord, string>>;
  setting(id: TurnId, value: TurnValue): string;
  /** A figure that was measured. */
  value(unit: BenchUnit, value: number): string;
  trials(count: number): string;
  readonly never: string;
  readonly knobs: string;
  readonly expect: string;
  /** What may become of a figure; the same as short as a table wants it. */
  readonly changes: Readonly<Record<ChangeSize, string>>;
  readonly shortChanges: Readonly<Record<ChangeSize, string>>;
  /** Why there is no trial yet. */
  readonly turnFirst: string;
  readonly expectFirst: string;
  readonly trying: string;
  /** What is drawn how. */
  readonly legend: { readonly theory: string; readonly counted: string; readonly own: string };
  readonly noTheory: string;
  /** So many trials more, and what the bench shows is told. */
  lessonAfter(trials: number): string;
  /** So many trials more, and the whole curve is drawn. */
  curveAfter(trials: number): string;
  readonly heads: TrialHeads;
  /** How the last trial came out. */
  came(found: { readonly value: string; readonly came: string; readonly isRight: boolean }): string;
  foretold(found: { readonly right: number; readonly of: number }): string;
  /** Where the whole of it can be had. */
  reportBy(command: string): string;
  readonly report: {
    readonly title: string;
    readonly none: string;
    readonly again: string;
    /** The same on real servers. */
    forReal(command: string): string;
    readonly lesson: string;
    readonly knobs: string;
  };
  /** For those who listen. */
  readonly spoken: {
    bench(found: { readonly at: number; readonly of: number; readonly title: string }): string;
    knob(found: { readonly name: string; readonly value: string; readonly isFocus: boolean }): string;
    expected(text: string | undefined): string;
    trial(found: {
      readonly settings: readonly string[];
      readonly measured: string;
      readonly theory: string;
    }): string;
  };
}
