/** What is wrong with what somebody wrote or wants. */
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
