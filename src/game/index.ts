/** The door to the rules of play. */

export * from "./audit/audit.ts";
export * from "./audit/faults.ts";
export {
  type CarriedStart,
  type CarryChange,
  carryOver,
  fairness,
  type Owned,
  standsAt,
  type Unfair,
} from "./carry-over.ts";
export type { Counterfactual } from "./change.ts";
export { dayKind, daySeeds, decidingDay, findDay } from "./days.ts";
export { drawnOf, drawsOf, hashOf, oneOf, shuffled } from "./draws.ts";
export {
  doublingsBefore,
  type Endurance,
  enduranceScore,
  endure,
  growthPerDay,
  wasForeseen,
  wearable,
} from "./endless.ts";
export { compareEstimate, estimate } from "./estimate.ts";
export {
  type Explanation,
  explain,
  failsBy,
  fellOrSaturated,
  firstToGiveWay,
  toldLosses,
} from "./explain.ts";
export { type LampId, lampIds, lampsBefore, lampsOf } from "./lamps.ts";
export * from "./level.ts";
export { goalsOfChance, type Luck, luckOf, type Range, spreadOf, tryLuck } from "./luck.ts";
export { bundle, count, needing, pick, spaceSize, toggle } from "./offers.ts";
export { inSlices, making, type Plan, type WantedRun } from "./plan.ts";
export { costOf, type Played } from "./played.ts";
export { measuresOf, type Population, populationOf, type Rank, rankAmong } from "./population.ts";
export * from "./prediction.ts";
export { afterRun, earnedStars, isOpen } from "./progress.ts";
export {
  beginRecording,
  type GoalsSoFar,
  type Playback,
  type Recording,
  recordAll,
  recordVerdict,
  tracing,
} from "./recording.ts";
export {
  looksShared,
  readShareCode,
  type ShareCodeProblem,
  type SharedRun,
  shareCode,
} from "./share-code.ts";
export * from "./shop.ts";
export {
  type Sitting,
  type SittingAction,
  sittingAfter,
  startSitting,
} from "./sitting.ts";
export { finish } from "./slices.ts";
export { type Topic, topicsOf } from "./topics.ts";
export { withTraffic } from "./traffic.ts";
export * from "./verdict.ts";
export { whatIf } from "./what-if.ts";
export { wrongIdeas } from "./wrong-idea.ts";
