/** The words of the puzzles: waste to cut, and designs to break. */
import type { BoughtFault, BoughtKind, Puzzle, PuzzleClaim } from "../../rooms/puzzles/index.ts";

export type PuzzleKind = Puzzle["kind"];

/** One puzzle: its name, and what there is to know before it is begun. */
export interface PuzzleText {
  readonly title: string;
  readonly story: string;
}

/** What it takes for a star, and how a level's pages are told in a room: what replaces a level's own words. */
export interface RoomText {
  /** One line under the title. */
  readonly promise: string;
  readonly stars: { readonly two: string; readonly three: string };
  readonly hints: readonly [string, string];
  /** What to take home. */
  readonly debrief: string;
}

export interface PuzzleWords {
  readonly title: string;
  readonly about: string;
  readonly kinds: Readonly<Record<PuzzleKind, { readonly name: string; readonly about: string }>>;
  /** Of waste, by its id; `red-team` beside it also says what the fault teaches, told once it is found. */
  readonly wastes: Readonly<Record<string, PuzzleText>>;
  readonly redTeams: Readonly<Record<string, PuzzleText & { readonly lesson: string }>>;
  readonly waste: RoomText;
  /**
   * Each kind of fault: what is bought, the same for a list (at most 21 cells), and what the log says when it strikes (at
   * most 60).
   */
  readonly faults: Readonly<
    Record<BoughtKind, { readonly name: string; readonly short: string; readonly event: string }>
  >;
  /** A fault with its length. */
  fault(fault: BoughtFault): string;
  /** How long it lasts; "" where it is over at once. */
  length(fault: BoughtFault): string;
  /** On which level's day it is played. */
  onLevel(found: { readonly level: number; readonly title: string }): string;
  readonly untried: string;
  solved(found: { readonly stars: number; readonly price: number }): string;
  tried(count: number): string;
  solvedOf(found: { readonly solved: number; readonly of: number }): string;
  /** After a pass: on to the list, or to the day's page. */
  readonly onwards: string;
  /** How much is saved of the first bill, and how much a star wants. */
  saving(found: { readonly share: number; readonly isEnough: boolean }): string;
  readonly shop: string;
  readonly price: string;
  /** Where the same fault was run before, in short. */
  readonly held: string;
  readonly broke: string;
  /** What a fault has done: the design bore it, or these goals were missed. */
  bore(fault: string): string;
  broken(found: { readonly fault: string; readonly goals: readonly string[] }): string;
  /** It broke, and there is a cheaper one. */
  readonly cheaperThere: string;
  readonly cheapest: string;
  readonly judging: string;
  /** For the command line: heads of the table of claims, and each claim. */
  readonly claimHeads: readonly string[];
  claim(claim: PuzzleClaim): { readonly claim: string; readonly found: string };
  /** For those who listen. */
  readonly spoken: {
    puzzle(found: { readonly at: number; readonly of: number; readonly title: string }): string;
    fault(found: { readonly name: string; readonly price: number; readonly isFocus: boolean }): string;
  };
}
