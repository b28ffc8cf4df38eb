/** What a missed goal says for itself, where no failed request tells it: stale prices, waiting photos, long roads, bills. */
import { type GoalIndicator, judge, type Level } from "../game/index.ts";
import {
  byRegion,
  type ClassLatency,
  dayOf,
  type EventKind,
  type Indicator,
  partsOfIndicator,
  type RegionalIndicator,
  type Report,
  type RequestKind,
  type Scenario,
} from "../sim/index.ts";
import type { KindTime, Regional, ToldKind } from "../words/contract/findings.ts";
import type { Words } from "../words/index.ts";
import { largestFirst } from "./indicators.ts";

/** A missed goal ("costPerMonth" for the budget) with its sentence; "" where the chain of causes says it all. */
export interface Miss {
  readonly indicator: GoalIndicator;
  readonly sentence: string;
  /** Not worth telling where something was overloaded: that says it better. */
  readonly quiet?: true;
}

/** The goals that a report misses, in the level's order. */
export function missesOf(words: Words, level: Level, report: Report): Miss[] {
  const misses = judge(level.goals, report)
    .filter((goal) => !goal.met)
    .map(
      ({ indicator, value }): Miss => ({
        indicator,
        sentence: sentenceOf(words.misses, indicator, value, report, dayOf(level.scenario, report.seed)),
        ...(indicator === "latencyP95Ms" || indicator === "latencyP99Ms" ? { quiet: true } : {}),
      }),
    );
  const { bill, costPerMonth } = report;
  if (costPerMonth > level.budget) {
    const [largest] = largestFirst(bill);
    const over = costPerMonth - level.budget;
    misses.push({
      indicator: "costPerMonth",
      sentence: words.misses.overBudget({ over, total: costPerMonth, ...(largest ? { largest } : {}) }),
    });
  }
  return misses;
}

function sentenceOf(
  words: Words["misses"],
  indicator: GoalIndicator,
  value: number,
  report: Report,
  { events, ticks, tickSec }: Scenario,
): string {
  if (Number.isNaN(value) || indicator === "costPerMonth") return "";
  const read = (name: Indicator) => report.indicators[name] ?? 0;
  const { region, name } = partsOfIndicator(indicator);
  // What began in an event and lasted as long as the run is not known to have ended.
  const isToEnd = (kind: EventKind) =>
    events.some(({ what, atSec }) => what === kind && value >= ticks * tickSec - atSec - tickSec);
  switch (name) {
    case "staleSecMax":
      return words.stalePrice({ sec: value, isToEnd: isToEnd("sale") });
    case "staleAssetSecMax":
      return words.staleLogo({ sec: value, isToEnd: isToEnd("rebrand") });
    case "breachedBoxes":
      return words.breached(value);
    case "oversold":
      return words.oversold(value);
    case "ordersLost":
      return words.ordersLost(value);
    case "lostJobs":
      // Where photos are published there is a queue; elsewhere they die with their requests.
      return report.indicators.publishedJobs === undefined ? words.jobsFailed(value) : words.jobsLost(value);
    case "lostWrites": {
      const downSec = read("primaryDownSec");
      return words.writesLost({ count: value, ...(downSec > 0 ? { downSec } : {}) });
    }
    case "lostSessionsShare": {
      const [off, died] = [boxesIn(report, "scale-in"), boxesIn(report, "box-out")];
      return words.sessionsLost({ share: value, off, died });
    }
    case "logsStoredShare":
      return words.eventsNotStored(1 - value);
    case "photoReadyP95Sec":
      if (report.indicators.publishedJobs === undefined) return "";
      return words.photosWaited({ oldestSec: read("queueAgeMaxSec"), waiting: read("waitingJobs") });
    case "ordersShare":
      return words.ordersNotPlaced(1 - value);
    case "worstRegionPageLoadP95Ms":
      return overRegions(report, "pageLoadP95Ms", words.pageByRegion);
    case "latencyP50Ms":
      return region === undefined ? "" : overRegions(report, "latencyP50Ms", words.medianByRegion);
    case "latencyP95Ms":
    case "latencyP99Ms": {
      const found = slowestKind(report);
      return found ? words.slowestKind(found) : "";
    }
    default:
      return "";
  }
}

/** Web boxes that a kind of note tells of. */
function boxesIn({ notes }: Report, what: "scale-in" | "box-out"): number {
  return notes
    .filter((note) => note.what === what)
    .reduce((sum, note) => sum + ("boxes" in note ? note.boxes : 0), 0);
}

/** A measure of each region, the least first; nothing where there is one region alone. */
function overRegions(
  { indicators }: Report,
  wanted: RegionalIndicator,
  say: (found: readonly Regional[]) => string,
): string {
  const found = byRegion(indicators, wanted)
    .map(([region, ms]) => ({ region, ms }))
    .sort((a, b) => a.ms - b.ms);
  return found.length < 2 ? "" : say(found);
}

/** Kinds that nobody waits for. */
const untold: ReadonlySet<RequestKind> = new Set(["asset", "log"]);
/** The slowest kind is told when it is so much slower than the quickest. */
const apartFactor = 1.3;
/** Where even the quickest takes so long, everything is slow. */
const allSlowMs = 2_500;

/** Which requests are the slow ones, when they differ. */
function slowestKind({ latency }: Report): { slow: KindTime; fast: KindTime } | undefined {
  const told = latency.filter(({ kind }) => !untold.has(kind));
  const [slow] = [...told].sort((a, b) => b.p99Ms - a.p99Ms);
  const [fast] = [...told].sort((a, b) => a.p99Ms - b.p99Ms);
  if (!slow || !fast || slow.p99Ms < fast.p99Ms * apartFactor || fast.p99Ms > allSlowMs) return undefined;
  const many = new Set(told.map(({ region }) => region)).size > 1;
  const time = ({ kind, region, p99Ms }: ClassLatency): KindTime => ({
    kind: kind as ToldKind,
    ms: p99Ms,
    ...(many ? { region } : {}),
  });
  return { slow: time(slow), fast: time(fast) };
}

/** Below these a cache or an edge answers too little. */
const hitsMin = { cache: 0.6, edge: 0.8 } as const;

/** What a cache or an edge that answers too little says: most of the work went on behind it. */
export function hitsOf({ misses }: Words, { indicators }: Report): string[] {
  const { hitRatio = 0, edgeHitRatio = 0 } = indicators;
  return [
    ...(hitRatio > 0 && hitRatio < hitsMin.cache ? [misses.cacheAnsweredLittle(hitRatio)] : []),
    ...(edgeHitRatio > 0 && edgeHitRatio < hitsMin.edge ? [misses.edgeAnsweredLittle(edgeHitRatio)] : []),
  ];
}
