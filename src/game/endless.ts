/** Endless growth: the same day again with twice the traffic, until something breaks. */
import { type Design, type FaultCause, type Report, reportedRun, simulate } from "../sim/index.ts";
import { explain } from "./explain.ts";
import { type Level, verdictSeeds } from "./level.ts";
import { judge } from "./verdict.ts";

/** One day of the growth. */
export interface Endurance {
  readonly factor: number;
  readonly report: Report;
  readonly passed: boolean;
  /** The first part that fell or saturated. */
  readonly first?: FaultCause;
}

const factorMax = 1_024;

/**
 * Plays a level's day with its traffic doubled again and again until a goal is missed.
 * @yields each day, the last one included
 */
export function* endure(level: Level, design: Design): Generator<Endurance, void> {
  if (!level.grown) return;
  for (let factor = 1; factor <= factorMax; factor *= 2) {
    const report = simulate(design, level.grown(factor), { seed: verdictSeeds[0]!, ...reportedRun });
    const passed = judge(level.goals, report).every((goal) => goal.met);
    const { first } = explain(report);
    yield { factor, report, passed, ...(first ? { first } : {}) };
    if (!passed) return;
  }
}
