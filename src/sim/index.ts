/** The door to the simulator: outsiders import from here alone. */

export * from "./design/design.ts";
export { type DesignJsonProblem, designFromJson, designToJson } from "./design/design-json.ts";
export { type Problem, type ProblemCode, problemCodes, problemsOf } from "./design/legality.ts";
export * from "./design/notation.ts";
export {
  type AllowedValues,
  formatDuration,
  formatValue,
  parseValue,
  type Setting,
  type SettingValue,
} from "./design/settings.ts";
export type { Bucket, Failure } from "./engine/ledger.ts";
export type { BillLine, ForecastLine, RunOptions } from "./engine/world.ts";
export { cacheLab } from "./labs/cache.ts";
export type { LabFigure } from "./labs/figures.ts";
export {
  type HotKeyGuard,
  type HotKeyLabInput,
  type HotKeyLabResult,
  hotKeyGuards,
  hotKeyLab,
} from "./labs/hot-key.ts";
export type { LabProblem } from "./labs/input.ts";
export { type LagLabInput, type LagLabResult, lagLab } from "./labs/lag.ts";
export { queueLab } from "./labs/queue.ts";
export { type RetriesLabInput, type RetriesLabResult, retriesLab } from "./labs/retries.ts";
export { type ShardsLabInput, type ShardsLabResult, shardsLab } from "./labs/shards.ts";
export * from "./names/gauges.ts";
export * from "./names/indicators.ts";
export * from "./names/notes.ts";
export * from "./names/places.ts";
export * from "./names/reasons.ts";
export type {
  Cause,
  DownCause,
  EventCause,
  FaultCause,
  LosingCause,
  SaturatedCause,
} from "./report/causes.ts";
export { bill, type Forecast, fixedCostPerMonth, forecast, type PlacedLine } from "./report/cost.ts";
export { type ClassLatency, type Figures, type Report, round, simulatorVersion } from "./report/report.ts";
export {
  type Trace,
  type TraceHop,
  type TraceKind,
  type TraceStep,
  type Traces,
  traceKinds,
} from "./report/trace.ts";
export { type Loss, luckyRun, Run, reportedRun, screeningRun, searchRun, simulate } from "./run.ts";
export type { Act, Doing } from "./scenario/acts.ts";
export * as capacities from "./scenario/capacities.ts";
export { type CommitSettings, type CommitTimes, commitTimes, crowding } from "./scenario/commit.ts";
export { dayKindOf, dayOf, possibleEvents } from "./scenario/day.ts";
export { kinds, type RequestKind, type RequestTraits, requestKinds } from "./scenario/kinds.ts";
export { type PriceGroup, type Prices, priceGroupOf, priceGroups } from "./scenario/prices.ts";
export * from "./scenario/scenario.ts";
export { zonesOf } from "./tiers/database/replica-slots.ts";
export { seesAnswerTimes, visible } from "./tiers/operations/fog.ts";
export { type ShardShare, shardShares } from "./tiers/shards/groups.ts";
