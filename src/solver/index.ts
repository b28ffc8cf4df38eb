/** The door to the solver: pure. Whoever has threads gives them as a workforce; see src/threads. */

export { carryOut } from "./carry-out.ts";
export {
  type Claim,
  type ClaimName,
  type DesignName,
  type Failing,
  type Measured,
  type RuleName,
  ruleNames,
  type Statement,
} from "./claim.ts";
export { quickClaimsOf } from "./claims.ts";
export { Found } from "./found.ts";
export { inProcess, inTurns } from "./in-process.ts";
export { idleValues, wrongIdeasSold } from "./matters.ts";
export { auditParallel, claimsParallel, loseParallel, searchParallel } from "./parallel.ts";
export { rulesOf } from "./rules.ts";
export { cheapestProven, type Findings, type Passing, paretoFront } from "./search.ts";
export { sideBySide } from "./side-by-side.ts";
export { type SpacePart, wholeSpace } from "./space.ts";
export type { ResultOf, SubjectOf, Task, Workforce, WorkOptions } from "./task.ts";
export { wholeClaims } from "./whole.ts";
