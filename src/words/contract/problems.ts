/** What is wrong with what somebody wrote or wants. */
import type { ProblemCode } from "../../sim/index.ts";

export interface ProblemWords {
  /** Why the game cannot be shown here: what is no terminal, or one that cannot place the cursor. */
  noTerminal(missing: "stdin" | "stdout" | "cursor"): string;
  /** Why a design cannot be run, and how to mend it: a clause. */
  readonly design: Readonly<Record<ProblemCode, string>>;
}
