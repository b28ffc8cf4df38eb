/** The door to stacks: a design scaled down to one machine, as processes, files and expected figures. */

export { type LeftOut, leftOutOf, refusalOf, type StackRefusal } from "./cannot.ts";
export { composeFiles } from "./compose/index.ts";
export {
  namedWrongAnswers,
  type OutcomeForReal,
  outcomeOf,
  type WrongForReal,
  wrongForReal,
} from "./outcome.ts";
export type { Program, Stack } from "./plan.ts";
export type { ExpectedRuns } from "./predict.ts";
export {
  type ComparedResult,
  comparedIndicators,
  compareResults,
  type LoadResults,
  measuredOf,
  readExpected,
  shareApart,
  timeFactor,
} from "./results.ts";
export type { Scale } from "./scale.ts";
export { balancerConfig, brokerArguments, cacheArguments, haproxyMethods } from "./servers.ts";
export type { StackStep } from "./steps.ts";
export { type ExpectedFile, expectedFile, findTrialDay, type StackTrial, trialOf } from "./trial.ts";
