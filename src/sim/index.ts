/** The door to the simulator: outsiders import from here alone. */
export * as capacities from "./capacities.ts";
export type { Cause } from "./causes.ts";
export { bill, fixedCostPerMonth } from "./cost.ts";
export * from "./design.ts";
export type { LabProblem } from "./lab-input.ts";
export { cacheLab, queueLab } from "./labs.ts";
export { type LagLabInput, type LagLabResult, lagLab } from "./labs-lag.ts";
export { type RetriesLabInput, type RetriesLabResult, retriesLab } from "./labs-retries.ts";
export { type ShardsLabInput, type ShardsLabResult, shardsLab } from "./labs-shards.ts";
export { type Problem, problemsOf } from "./legality.ts";
export * from "./notation.ts";
export { type ClassLatency, type Failure, type Report, round, simulatorVersion } from "./report.ts";
export { Run, reportedRun, screeningRun, searchRun, simulate } from "./run.ts";
export * from "./scenario.ts";
export {
  expectation,
  formatDuration,
  formatValue,
  parseValue,
  type Setting,
  type SettingValue,
} from "./settings.ts";
export { visible } from "./tiers/fog.ts";
export type { Trace, TraceHop, Traces } from "./trace.ts";
export type { BillLine, Note, RunOptions } from "./world.ts";
