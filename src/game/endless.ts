/** Endless growth: the day that decides again with a quarter more traffic, until a goal is missed. */
import {
  type Design,
  type FaultCause,
  type PlaceName,
  partsOfPlace,
  type Report,
  reportedRun,
} from "../sim/index.ts";
import { findDay } from "./days.ts";
import { firstToGiveWay } from "./explain.ts";
import type { Level } from "./level.ts";
import { inSlices } from "./plan.ts";
import { playing } from "./verdict.ts";

/** One day of the growth. */
export interface Endurance {
  readonly factor: number;
  readonly report: Report;
  /** Every goal was met; growth asks for no budget. */
  readonly passed: boolean;
  /** What the day is worth: 0 where it does not pass. */
  readonly score: number;
  /** What gave way to growth: a saturated part; what fell only where none saturated. */
  readonly first?: FaultCause;
}

/** So many times as much traffic as on the day before. */
export const growthPerDay = 1.25;
const daysMax = 32;

/**
 * What a day that passes is worth: the traffic it carried, in hundredths of the level's own day, less what failed, for
 * each budget that was spent. A day that does not pass is worth nothing, however little it cost.
 */
export function enduranceScore(
  { budget }: Pick<Level, "budget">,
  { factor, passed, report }: Pick<Endurance, "factor" | "passed" | "report">,
): number {
  const { availability = 0, ordersShare = 0 } = report.indicators;
  return passed ? (100 * factor * availability * ordersShare * budget) / report.costPerMonth : 0;
}

/** How many times the traffic has doubled before a day, counted from 0. */
export function doublingsBefore(day: number): number {
  return Math.floor(Math.log2(growthPerDay ** day) + 1e-9);
}

/** What is named together: a shard is one of the shards, its rows and copies too. */
const together: Readonly<Partial<Record<PlaceName, PlaceName>>> = {
  box: "web",
  hotShard: "shards",
  hotRow: "shards",
  dedicatedShard: "shards",
};

/** The parts of a design that growth can wear out, on the way of a request. */
export function wearable({ sites, cdn }: Design): PlaceName[] {
  const has = (part: (site: Design["sites"][number]) => boolean) => sites.some(part);
  const parts: readonly (readonly [PlaceName, boolean])[] = [
    ["cdn", cdn.assets !== "none"],
    ["lb", has(({ lb }) => lb.nodes > 0)],
    ["web", has(({ web, box }) => web.count > 0 || web.target > 0 || box.size > 0)],
    ["sessions", has(({ sessions }) => sessions.store === "pair" || sessions.store === "node")],
    ["cache", has(({ cache }) => cache.nodes > 0)],
    ["db", has(({ db }) => db.size > 0)],
    ["replicas", has(({ db }) => db.replicas > 0)],
    ["shards", has(({ shards }) => shards.count > 0)],
    ["kv", has(({ kv }) => kv.nodes > 0)],
    ["queue", has(({ queue }) => queue.kind !== "none")],
    ["workers", has(({ workers }) => workers.count > 0 || workers.max > 0)],
  ];
  return parts.flatMap(([name, isThere]) => (isThere ? [name] : []));
}

/** Whether the part that gave way is the one that was named. */
export function wasForeseen(named: PlaceName, first: FaultCause): boolean {
  const { name } = partsOfPlace(first.place);
  return (together[name] ?? name) === named;
}

/**
 * Plays a level's day with more traffic again and again until a goal is missed; goes on after the days that were played.
 * @yields each day, the last one included; between them the share of a day that is done
 */
export function* endure(
  level: Level,
  design: Design,
  before: readonly Endurance[] = [],
): Generator<number | Endurance, void> {
  const { grown } = level;
  if (!grown) return;
  const seed = before[0]?.report.seed ?? (yield* inSlices(level, findDay(level, design)));
  for (let day = before.length; day < daysMax; day++) {
    const factor = growthPerDay ** day;
    const playable = { ...level, scenario: grown(factor) };
    const { report, goals } = yield* playing(playable, design, seed, reportedRun);
    const passed = goals.every(({ met }) => met);
    const first = firstToGiveWay(report);
    const score = enduranceScore(level, { factor, passed, report });
    yield { factor, report, passed, score, ...(first ? { first } : {}) };
    if (!passed) return;
  }
}
