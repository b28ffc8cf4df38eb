/** Endless growth: the day that decides again with a quarter more traffic, until a goal is missed. */
import { type Design, type FaultCause, type Report, reportedRun } from "../sim/index.ts";
import { findingDay } from "./days.ts";
import { firstToGiveWay } from "./explain.ts";
import type { Level } from "./level.ts";
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

/**
 * Plays a level's day with more traffic again and again until a goal is missed.
 * @yields each day, the last one included; between them the share of a day that is done
 */
export function* endure(level: Level, design: Design): Generator<number | Endurance, void> {
  const { grown } = level;
  if (!grown) return;
  const seed = yield* findingDay(level, design);
  for (let day = 0; day < daysMax; day++) {
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
