/** The door to stacks: a design scaled down to one machine, as processes, files and expected figures. */

export { type LeftOut, leftOutOf, refusalOf, type StackRefusal } from "./cannot.ts";
export { type Process, type Program, type Stack, type StackPlan, type Step, stackOf } from "./plan.ts";
export { type Expected, type Prediction, predicting, scaledGoal } from "./predict.ts";
export type { LoadResults } from "./results.ts";
export { type Scale, scaledDesign, scaledScenario, scaleOf } from "./scale.ts";
export { brokerArguments, cacheArguments, haproxyConfig } from "./servers.ts";
