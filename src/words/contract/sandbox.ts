/** The words of the sandbox, and of what is wrong with a system that somebody wrote. */
import type { ScenarioProblem } from "../../rooms/sandbox/index.ts";

/** The first thing wrong, and what may have been meant. */
export interface WrittenProblem {
  readonly problem: ScenarioProblem;
  readonly near: string | undefined;
}
