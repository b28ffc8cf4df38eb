/** What a missed goal says for itself, where no failed request tells it: stale prices, waiting photos, long roads, bills. */
import { type GoalIndicator, judge, type Level } from "../game/index.ts";
import {
  byRegion,
  type ClassLatency,
  type Indicator,
  partsOfIndicator,
  type RegionalIndicator,
  type Report,
  type RequestKind,
} from "../sim/index.ts";
import { grouped, milliseconds, money, percent } from "./figures.ts";
import { billName, regionName } from "./indicators-en.ts";

/** A missed goal ("costPerMonth" for the budget) with its sentence; "" where the chain of causes says it all. */
export interface Miss {
  readonly indicator: GoalIndicator;
  readonly sentence: string;
  /** Not worth telling where something was overloaded: that says it better. */
  readonly quiet?: true;
}

/** The goals that a report misses, in the level's order. */
export function missSentences(level: Level, report: Report): Miss[] {
  const misses = judge(level.goals, report)
    .filter((goal) => !goal.met)
    .map(
      ({ indicator, value }): Miss => ({
        indicator,
        sentence: sentenceOf(indicator, value, report),
        ...(indicator === "latencyP95Ms" || indicator === "latencyP99Ms" ? { quiet: true } : {}),
      }),
    );
  if (report.costPerMonth > level.budget)
    misses.push({ indicator: "costPerMonth", sentence: overBudget(level.budget, report) });
  return misses;
}

function sentenceOf(indicator: GoalIndicator, value: number, report: Report): string {
  if (Number.isNaN(value)) return "";
  const { indicators } = report;
  const read = (name: Indicator) => indicators[name] ?? 0;
  if (indicator === "costPerMonth") return "";
  const { name, region } = partsOfIndicator(indicator);
  switch (name) {
    case "staleSecMax":
      return `An old price was still read ${grouped(value)} s after it had changed.`;
    case "staleAssetSecMax":
      return `The old logo was still shown ${grouped(value)} s after the new one was out.`;
    case "ordersLost":
      return `${grouped(value)} orders had been accepted and then were lost.`;
    case "lostJobs":
      return `${grouped(value)} photos that had been accepted will never be ready.`;
    case "lostWrites":
      return `${grouped(value)} writes were lost${read("primaryDownSec") > 0 ? `; for ${grouped(read("primaryDownSec"))} s there was no primary to take any` : ""}.`;
    case "lostSessionsShare":
      return sessionsLost(value, report);
    case "logsStoredShare":
      return `${percent(1 - value)} of the usage events were never stored.`;
    case "photoReadyP95Sec":
      return `Photos waited up to ${grouped(read("queueAgeMaxSec"))} s in line, and ${grouped(read("waitingJobs"))} still wait at the end.`;
    case "ordersShare":
      return `${percent(1 - value)} of the orders of a quiet day were never placed.`;
    case "worstRegionPageLoadP95Ms":
      return regionsCompared(report, "pageLoadP95Ms", "A page (p95)");
    case "latencyP50Ms":
      return region !== undefined ? regionsCompared(report, "latencyP50Ms", "Half of the answers") : "";
    case "latencyP95Ms":
    case "latencyP99Ms":
      return slowestKind(report);
    default:
      return "";
  }
}

/** "Boxes went 37 times (1 of them died), and who lived on them was logged out." */
function sessionsLost(share: number, report: Report): string {
  const boxesOf = (what: "scale-in" | "box-out") =>
    report.notes
      .filter((note) => note.what === what)
      .reduce((sum, note) => sum + ("boxes" in note ? note.boxes : 0), 0);
  const left = boxesOf("scale-in");
  const died = boxesOf("box-out");
  const ways = [
    ...(left > 0 ? [`${grouped(left)} ${left === 1 ? "box was" : "boxes were"} switched off`] : []),
    ...(died > 0
      ? [left > 0 ? `${grouped(died)} died` : `${grouped(died)} ${died === 1 ? "box" : "boxes"} died`]
      : []),
  ];
  const memory = left + died === 1 ? "its memory" : "their memory";
  const who = share >= 1 ? "everybody, at least once" : `${percent(share)} of all sessions`;
  return ways.length === 0
    ? `Logged out: ${who}.`
    : `${capital(ways.join(" and "))} with the sessions in ${memory}. Logged out: ${who}.`;
}

/** "Half of the answers take 44 ms in the US, 192 ms in Korea." */
function regionsCompared({ indicators }: Report, indicator: RegionalIndicator, subject: string): string {
  const found = byRegion(indicators, indicator).sort(([, a], [, b]) => a - b);
  if (found.length < 2) return "";
  const values = found.map(([region, value]) => `${milliseconds(value)} in ${regionName(region)}`);
  const verb = subject.startsWith("A ") ? "takes" : "take";
  return `${subject} ${verb} ${values.join(", ")}.`;
}

/** Kinds that a person waits for. */
const kinds: Readonly<Partial<Record<RequestKind, string>>> = {
  page: "pages",
  feed: "feeds",
  own: "own posts",
  write: "writes",
  order: "orders",
  like: "likes",
  post: "views of the post",
  photo: "photos",
};

/** Which requests are the slow ones, when they differ: "The slowest are writes in Korea (p99 403 ms); pages …". */
function slowestKind({ latency }: Report): string {
  const told = latency.filter(({ kind }) => kind in kinds);
  const [slow] = [...told].sort((a, b) => b.p99Ms - a.p99Ms);
  const [fast] = [...told].sort((a, b) => a.p99Ms - b.p99Ms);
  if (!slow || !fast || slow.p99Ms < fast.p99Ms * 1.3 || fast.p99Ms > 2_500) return "";
  const many = new Set(told.map(({ region }) => region)).size > 1;
  const name = ({ kind, region }: ClassLatency) =>
    `${kinds[kind]}${many ? ` from ${regionName(region)}` : ""}`;
  return `The slowest are ${name(slow)} (p99 ${milliseconds(slow.p99Ms)}), the quickest ${name(fast)} (${milliseconds(fast.p99Ms)}).`;
}

/** What a cache or an edge that answers too little says: most of the work went on behind it. */
export function hitSentences({ indicators }: Report): string[] {
  const { hitRatio = 0, edgeHitRatio = 0 } = indicators;
  return [
    ...(hitRatio > 0 && hitRatio < 0.6
      ? [`The cache answered only ${percent(hitRatio)} of the reads; the rest went to the database.`]
      : []),
    ...(edgeHitRatio > 0 && edgeHitRatio < 0.8
      ? [`The CDN answered only ${percent(edgeHitRatio)} of the files; the rest came home.`]
      : []),
  ];
}

/** "$1,115 over the budget. The largest part of the bill: web boxes, $3,360 of $4,631." */
function overBudget(budget: number, { bill, costPerMonth }: Report): string {
  const sums = new Map<string, number>();
  for (const { id, perMonth } of bill) sums.set(billName(id), (sums.get(billName(id)) ?? 0) + perMonth);
  const [largest] = [...sums].sort(([, a], [, b]) => b - a);
  return `The bill is ${money(costPerMonth - budget)} over the budget.${largest ? ` Its largest part: ${largest[0]}, ${money(largest[1])} of ${money(costPerMonth)}.` : ""}`;
}

function capital(text: string): string {
  return `${text[0]?.toUpperCase()}${text.slice(1)}`;
}
