/** What is wrong with what somebody wrote or wants, and what is said of the saves. */
import type { Refusal } from "../../game/index.ts";
import type { Problem, ProblemCode } from "../../sim/index.ts";

export interface ProblemWords {
  /** Why a design cannot be run, and how to mend it: a clause. */
  readonly design: Readonly<Record<ProblemCode, string>>;
  /** The same with the part that it is about, as notation calls it. */
  inPart(problem: Problem): string;
  /** Why a design cannot be bought in a shop. */
  refusal(found: Refusal): string;
}

/** While progress cannot be saved, and after that. */
export interface SavesWords {
  /** For a rule of 80 cells. */
  short(reason: string): string;
  readonly playOn: string;
  readonly savedAgain: string;
  /** What the key that quits does then. */
  readonly quit: string;
}
