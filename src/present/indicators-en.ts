/** Names and units of indicators, for goals, reports and charts. */

import { type Goal, type GoalIndicator, type GoalResult, targetOf } from "../game/index.ts";
import {
  type PlainIndicator,
  partsOfIndicator,
  type RegionalIndicator,
  type RegionName,
} from "../sim/index.ts";
import { paragraph } from "./cells.ts";
import { grouped, milliseconds, money, percent } from "./figures.ts";

interface IndicatorWords {
  /** At most 16 characters. */
  readonly name: string;
  readonly show: (value: number) => string;
}

const count: IndicatorWords["show"] = (value) => grouped(value);
const seconds: IndicatorWords["show"] = (value) =>
  `${value < 10 ? Math.round(value * 10) / 10 : grouped(value)} s`;

const words: Readonly<Partial<Record<PlainIndicator | RegionalIndicator | "costPerMonth", IndicatorWords>>> =
  {
    latencyP50Ms: { name: "median", show: milliseconds },
    latencyP95Ms: { name: "p95", show: milliseconds },
    latencyP99Ms: { name: "p99", show: milliseconds },
    latencyMeanMs: { name: "mean", show: milliseconds },
    writeP99Ms: { name: "write p99", show: milliseconds },
    pageLoadP95Ms: { name: "page load p95", show: milliseconds },
    worstRegionPageLoadP95Ms: { name: "worst page load", show: milliseconds },
    availability: { name: "availability", show: percent },
    worstTickAvailability: { name: "worst second", show: percent },
    goodputPerSec: { name: "goodput", show: (value) => `${grouped(value)}/s` },
    hitRatio: { name: "cache hits", show: percent },
    edgeHitRatio: { name: "edge hits", show: percent },
    staleReadShare: { name: "stale reads", show: percent },
    staleOwnReadShare: { name: "stale own reads", show: percent },
    staleSecMax: { name: "stale price", show: seconds },
    staleAssetSecMax: { name: "old logo", show: seconds },
    lostWrites: { name: "writes lost", show: count },
    ordersLost: { name: "orders lost", show: count },
    ordersShare: { name: "orders", show: percent },
    lostSessionsShare: { name: "sessions lost", show: percent },
    logsStoredShare: { name: "events stored", show: percent },
    photoReadyP95Sec: { name: "photo ready p95", show: seconds },
    queueAgeMaxSec: { name: "oldest message", show: seconds },
    lostJobs: { name: "jobs lost", show: count },
    duplicateJobs: { name: "jobs twice", show: count },
    waitingJobs: { name: "jobs waiting", show: count },
    timeToDetectSecMean: { name: "time to detect", show: seconds },
    timeToRepairSecMean: { name: "time to repair", show: seconds },
    versionSkewErrors: { name: "skew errors", show: count },
    crossShardShare: { name: "across shards", show: percent },
    movedKeysShare: { name: "keys moved", show: percent },
    reportP95Ratio: { name: "p95 in report", show: (value) => `× ${value.toFixed(2)}` },
    costPerMonth: { name: "bill", show: money },
  };

const regions: Readonly<Record<RegionName, string>> = {
  us: "the US",
  europe: "Europe",
  asia: "Asia",
  korea: "Korea",
};

/** A region as it is called in a sentence: "Korea", "the US". */
export function regionName(region: RegionName): string {
  return regions[region];
}

/** The lines of a bill. */
const billWords: Readonly<Record<string, string>> = {
  domain: "name",
  box: "the box",
  lb: "load balancer",
  web: "web boxes",
  sessions: "session store",
  cache: "cache",
  db: "primary",
  replicas: "replicas",
  backups: "backups",
  kv: "key-value",
  shards: "shards",
  shardReplicas: "replicas of shards",
  dedicatedShard: "dedicated shard",
  queue: "queue",
  workers: "workers",
  "workers-extra": "workers",
  egress: "bandwidth of the origin",
  cdn: "CDN",
  "cdn-purge": "purges",
  "cdn-archive": "CDN",
  "cdn-prefetch": "prefetch",
  logs: "central log",
  metrics: "metrics",
  business: "business metrics",
  ci: "CI",
};

/** What a line of the bill is for. */
export function billName(id: string): string {
  return billWords[id] ?? id;
}

/** A bill on one line or more: "$326 a month: web boxes $140, primary $125, key-value $60, name $1". */
export function billLines(
  bill: readonly { readonly id: string; readonly perMonth: number }[],
  total: number,
  width: number,
): string[] {
  const sums = new Map<string, number>();
  for (const { id, perMonth } of bill) sums.set(billName(id), (sums.get(billName(id)) ?? 0) + perMonth);
  const parts = [...sums]
    .filter(([, perMonth]) => perMonth > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([name, perMonth]) => `${name} ${money(perMonth)}`);
  return paragraph(`${money(total)} a month${parts.length > 0 ? `: ${parts.join(", ")}` : ""}`, width);
}

/** A short name: "p95", "availability", "p95 Korea". */
export function indicatorName(indicator: GoalIndicator): string {
  if (indicator === "costPerMonth") return words.costPerMonth?.name ?? indicator;
  const { name, region } = partsOfIndicator(indicator);
  const short = words[name]?.name ?? name;
  if (region === undefined) return short;
  return `${short} ${region === "us" ? "US" : `${region[0]?.toUpperCase()}${region.slice(1)}`}`;
}

/** A value with its unit. */
export function showIndicator(indicator: GoalIndicator, value: number): string {
  if (Number.isNaN(value)) return "none";
  const name = indicator === "costPerMonth" ? indicator : partsOfIndicator(indicator).name;
  return (words[name]?.show ?? count)(value);
}

/** The value of a goal that came out, exact enough to be seen to miss its target when it does. */
export function showResult(goal: GoalResult): string {
  const { indicator, value, target, met } = goal;
  const text = showIndicator(indicator, value);
  if (met || !Number.isFinite(value) || text !== showIndicator(indicator, target)) return text;
  return text.endsWith("%")
    ? `${Number((value * 100).toFixed(3))} %`
    : text.replace(/^[\d,.]+/, value.toFixed(2));
}

/** A goal in short: "p95 ≤ 250 ms". */
export function showGoal(goal: Goal): string {
  const sign = "atMost" in goal ? "≤" : "≥";
  return `${indicatorName(goal.indicator)} ${sign} ${showIndicator(goal.indicator, targetOf(goal))}`;
}
