/** The door to the rules of play. */

export { type Endurance, endure } from "./endless.ts";
export { type Assumptions, compareEstimate, type Estimate, estimate } from "./estimate.ts";
export { type Explanation, explain, toldLosses } from "./explain.ts";
export { type LampId, lampIds, lampsOf } from "./lamps.ts";
export * from "./level.ts";
export { afterRun, earnedStars, isOpen, type Reached } from "./progress.ts";
export {
  type Recording,
  record,
  recordAll,
  recordVerdict,
  type Standing,
  tracesAt,
  tracing,
} from "./recording.ts";
export { looksShared, readShareCode, type SharedRun, shareCode } from "./share-code.ts";
export * from "./shop.ts";
export {
  isRight,
  neighbour,
  type Sitting,
  type SittingAction,
  sittingAfter,
  startSitting,
} from "./sitting.ts";
export * from "./verdict.ts";
export { type Counterfactual, closeness, whatIf } from "./what-if.ts";
export { wrongIdea } from "./wrong-idea.ts";
