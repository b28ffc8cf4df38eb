/** What a report says of a run, by name. docs/model.md says how each is measured. */
import { type RegionName, regionNames } from "../design/design.ts";

/** What an indicator's value is. */
export type Unit = "ms" | "share" | "sec" | "count" | "perSec" | "ratio" | "dollars";

/** What there is to know of an indicator beside its name. */
export interface IndicatorTraits {
  readonly unit: Unit;
  /** Whether a few slow requests alone decide it, so that only a close look tells it. */
  readonly isTail: boolean;
  /**
   * Whether steps of four ticks move it hardly more than chance does; of others that is not known. A percentile of answer
   * times leaps where hardly anything is as slow as it, but what share is slower than a bound moves little.
   */
  readonly isKnownInLongSteps: boolean;
  /** Of a percentile of the times of all answers: the share of them that may be above it. */
  readonly shareAbove?: number;
}

const of = (unit: Unit): IndicatorTraits => ({ unit, isTail: false, isKnownInLongSteps: false });
const tailOf = (unit: Unit): IndicatorTraits => ({ ...of(unit), isTail: true });
const known = (traits: IndicatorTraits): IndicatorTraits => ({ ...traits, isKnownInLongSteps: true });
const answerTimes = {
  latencyP50Ms: { ...of("ms"), shareAbove: 0.5 },
  latencyP95Ms: { ...tailOf("ms"), shareAbove: 0.05 },
  latencyP99Ms: { ...tailOf("ms"), shareAbove: 0.01 },
} as const;

/** Also measured for each region by itself. */
const regional = {
  ...answerTimes,
  pageLoadP50Ms: known(of("ms")),
  pageLoadP95Ms: known(tailOf("ms")),
} as const;
export type RegionalIndicator = keyof typeof regional;
export const regionalIndicators = Object.keys(regional) as readonly RegionalIndicator[];

/** Of the whole run. */
const plain = {
  ...answerTimes,
  latencyMeanMs: of("ms"),
  writeP99Ms: tailOf("ms"),
  pageLoadP95Ms: known(tailOf("ms")),
  worstRegionPageLoadP95Ms: known(tailOf("ms")),
  availability: known(of("share")),
  worstTickAvailability: of("share"),
  goodputPerSec: of("perSec"),
  inVainShare: of("share"),
  reportP95Ratio: tailOf("ratio"),
  hitRatio: of("share"),
  staleReadShare: of("share"),
  stalePostShare: of("share"),
  staleSecMax: of("sec"),
  ordersLost: of("count"),
  breachedBoxes: of("count"),
  oversold: of("count"),
  ordersShare: known(of("share")),
  edgeHitRatio: of("share"),
  staleAssetSecMax: of("sec"),
  lostWrites: of("count"),
  recoveredWrites: of("count"),
  primaryDownSec: of("sec"),
  replicaLagMaxMs: of("ms"),
  staleOwnReadShare: of("share"),
  logsStoredShare: of("share"),
  hotShardShare: of("share"),
  hotShardUtilizationMax: of("share"),
  crossShardShare: of("share"),
  movedKeysShare: of("share"),
  shardDownSec: of("sec"),
  reshardSec: of("sec"),
  reshardingFailedShare: of("share"),
  reshardingUtilizationMax: of("share"),
  webBoxesMean: of("count"),
  sessionsLost: of("count"),
  lostSessionsShare: of("share"),
  photoReadyP50Sec: of("sec"),
  photoReadyP95Sec: tailOf("sec"),
  photoReadyP99Sec: tailOf("sec"),
  photosReadyShare: of("share"),
  publishedJobs: of("count"),
  doneJobs: of("count"),
  lostJobs: of("count"),
  parkedJobs: of("count"),
  duplicateJobs: of("count"),
  waitingJobs: of("count"),
  workingJobs: of("count"),
  resumedJobs: of("count"),
  wastedJobs: of("count"),
  queueAgeMaxSec: of("sec"),
  workerBoxesMean: of("count"),
  workersBurntShare: of("share"),
  versionSkewErrors: of("count"),
  faults: of("count"),
  faultsFound: of("count"),
  timeToDetectSecMean: of("sec"),
  timeToRepairSecMean: of("sec"),
} as const;
export type PlainIndicator = keyof typeof plain;
export const plainIndicators = Object.keys(plain) as readonly PlainIndicator[];

/** What is known of each indicator, whatever its region. */
export const indicatorTraits: Readonly<Record<PlainIndicator | RegionalIndicator, IndicatorTraits>> = {
  ...plain,
  ...regional,
};

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
