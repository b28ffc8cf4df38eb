/** What was meant where a scenario or a system that somebody wrote is wrong. */
import type { ScenarioProblem } from "../rooms/sandbox/index.ts";
import type { WrittenProblem } from "../words/contract/sandbox.ts";
import { correctedLine, toldAgain } from "./corrected.ts";
import { nearest } from "./nearest.ts";

/** The known name nearest to an unknown one, the line of notation nearest to one that cannot be read. */
export function withNear(problem: ScenarioProblem): WrittenProblem {
  switch (problem.code) {
    case "unknown":
      return { problem, near: nearest(problem.name.toLowerCase(), problem.known) };
    case "notation":
      return {
        problem: { ...problem, line: toldAgain(problem.line) },
        near: correctedLine(problem.line),
      };
    default:
      return { problem, near: undefined };
  }
}
