/** The screens of the puzzles and of the level of the day, as plain data. */
import type { Outcome } from "../../game/index.ts";
import type { DateProblem, DayVariant, ProvenDay } from "../../rooms/day/index.ts";
import type { ShiftName } from "../../rooms/on-call/index.ts";
import type { BoughtFault } from "../../rooms/puzzles/index.ts";

/** The list of puzzles. */
export interface PuzzlesScreen {
  readonly kind: "puzzles";
  readonly at: number;
}

/** The price list of faults against a design. */
export interface RedTeamScreen {
  readonly kind: "redTeam";
  readonly id: string;
  /** The fault in focus, by its place in the list. */
  readonly at: number;
  /** Faults that were run during this stay, and whether they broke it. */
  readonly tried: Readonly<Record<string, boolean>>;
  readonly last?: { readonly fault: BoughtFault; readonly outcome: Outcome };
}

/** A day, from its proof on. */
export interface DayScreen {
  readonly kind: "day";
  readonly date: string;
  /** What is being proven, or was. */
  readonly variant: DayVariant;
  readonly day?: ProvenDay;
  /** Its shift is being opened. */
  readonly opening?: ShiftName;
  /** Why the clock's day has no level. */
  readonly problem?: DateProblem;
  /** Share done of the proof, 0…1. */
  readonly progress: number;
}
