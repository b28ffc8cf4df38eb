/** What a report says of a run, by name. docs/model.md says how each is measured. */
import { type RegionName, regionNames } from "../design/design.ts";

/** Also measured for each region by itself. */
export const regionalIndicators = [
  "latencyP50Ms",
  "latencyP95Ms",
  "latencyP99Ms",
  "pageLoadP50Ms",
  "pageLoadP95Ms",
] as const;
export type RegionalIndicator = (typeof regionalIndicators)[number];

/** Of the whole run. */
export const plainIndicators = [
  "latencyP50Ms",
  "latencyP95Ms",
  "latencyP99Ms",
  "latencyMeanMs",
  "writeP99Ms",
  "pageLoadP95Ms",
  "worstRegionPageLoadP95Ms",
  "availability",
  "worstTickAvailability",
  "goodputPerSec",
  "inVainShare",
  "reportP95Ratio",
  "hitRatio",
  "staleReadShare",
  "stalePostShare",
  "staleSecMax",
  "ordersLost",
  "ordersShare",
  "edgeHitRatio",
  "staleAssetSecMax",
  "lostWrites",
  "recoveredWrites",
  "primaryDownSec",
  "replicaLagMaxMs",
  "staleOwnReadShare",
  "logsStoredShare",
  "hotShardShare",
  "hotShardUtilizationMax",
  "crossShardShare",
  "movedKeysShare",
  "shardDownSec",
  "reshardSec",
  "reshardingFailedShare",
  "reshardingUtilizationMax",
  "webBoxesMean",
  "sessionsLost",
  "lostSessionsShare",
  "photoReadyP50Sec",
  "photoReadyP95Sec",
  "photoReadyP99Sec",
  "photosReadyShare",
  "publishedJobs",
  "doneJobs",
  "lostJobs",
  "parkedJobs",
  "duplicateJobs",
  "waitingJobs",
  "workingJobs",
  "resumedJobs",
  "wastedJobs",
  "queueAgeMaxSec",
  "workerBoxesMean",
  "workersBurntShare",
  "versionSkewErrors",
  "faults",
  "faultsFound",
  "timeToDetectSecMean",
  "timeToRepairSecMean",
] as const;
export type PlainIndicator = (typeof plainIndicators)[number];

/** The name of an indicator: "availability", "korea.latencyP50Ms". */
export type Indicator = PlainIndicator | `${RegionName}.${RegionalIndicator}`;

/** The indicators of a run; those that its design or scenario has no use for are left out. */
export type Indicators = Partial<Record<Indicator, number>>;

/** An indicator taken apart. */
export interface IndicatorParts {
  readonly name: PlainIndicator | RegionalIndicator;
  readonly region?: RegionName;
}

/** What an indicator measures, and of which region alone when it does not say all. */
export function partsOfIndicator(indicator: Indicator): IndicatorParts {
  const dot = indicator.indexOf(".");
  if (dot < 0) return { name: indicator as PlainIndicator };
  return {
    region: indicator.slice(0, dot) as RegionName,
    name: indicator.slice(dot + 1) as RegionalIndicator,
  };
}

/** A regional indicator in each region where it was measured, as [region, value]. */
export function byRegion(indicators: Readonly<Indicators>, name: RegionalIndicator): [RegionName, number][] {
  return regionNames.flatMap((region) => {
    const value = indicators[`${region}.${name}`];
    return value === undefined ? [] : [[region, value] as [RegionName, number]];
  });
}
