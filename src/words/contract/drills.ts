/** The words of drills: what is asked, how an answer is typed, how it came out. */
import type { DrillKind, Marked } from "../../study/drills/index.ts";
import type { OrderName } from "../../study/drills/order.ts";

/** An ordering: what is to be put in order, its steps by name, and why the order is as it is. */
export interface OrderWords {
  readonly question: string;
  readonly steps: Readonly<Record<string, string>>;
  readonly why: string;
}

export interface DrillWords {
  readonly kinds: Readonly<Record<DrillKind, string>>;
  head(found: { readonly at: number; readonly of: number; readonly kind: string }): string;
  /** How to answer. */
  number(found: { readonly unit: string; readonly within: string }): string;
  readonly letters: string;
  readonly letter: string;
  readonly orders: Readonly<Record<OrderName, OrderWords>>;
  /** What is asked of a design with a flaw, and how the loss that was named came out. */
  flaw(found: { readonly perSec: number; readonly writeShare: number; readonly workMs: number }): string;
  lost(found: {
    readonly holds: boolean;
    readonly fault: string;
    readonly availability: string;
    readonly outageSec: number;
  }): string;
  /** Why an answer was not marked. */
  readonly unread: Readonly<Record<NonNullable<Marked["unread"]>, string>>;
  /** A mark, 0 to 1. */
  mark(mark: number): string;
  /** How a number stands to the truth: as a multiple of it. */
  ratio(ratio: number): string;
  /** What was left out, or taken for something else. */
  slip(what: string): string;
  inversions(count: number): string;
  fatal(found: { readonly first: string; readonly early: string }): string;
  right(answer: string): string;
  /** By which seed a round was drawn. */
  seed(seed: number): string;
  /** A round is over: what `Enter` does. */
  readonly more: string;
  total(found: { readonly mark: number; readonly of: number }): string;
  /** Where nothing is graded yet; the command that grades follows. */
  readonly howToGrade: string;
}
