/**
 * A run kept second by second, so that a screen can play, pause and scrub it. The outcome is decided
 * before the first second is shown; pace lives in the screen alone.
 */
import { type Design, type Note, Run, reportedRun } from "../sim/index.ts";
import type { Level } from "./level.ts";
import { judgeReport, type Outcome } from "./verdict.ts";

export interface Recording {
  readonly outcome: Outcome;
  readonly ticks: number;
  readonly tickSec: number;
  /** A gauge per tick, such as "web.utilization", "offered" or "lost.web: timeout"; empty when unknown. */
  readonly series: (name: string) => Float64Array;
  readonly names: readonly string[];
  /** Answer times of each tick in ms. */
  readonly latency: { readonly p50: Float64Array; readonly p95: Float64Array; readonly p99: Float64Array };
  readonly notes: readonly Note[];
}

const stepsPerSlice = 20;

/**
 * Runs a design with full precision, a slice at a time.
 * @yields the share done, 0…1
 */
export function* record(level: Level, design: Design, seed: number): Generator<number, Recording> {
  const run = new Run(design, level.scenario, { seed, ...reportedRun });
  for (let steps = 1; !run.done; steps++) {
    run.advance();
    if (steps % stepsPerSlice === 0) yield steps / level.scenario.ticks;
  }
  const { gauges, notes } = run.world;
  const [p50, p95, p99] = run.latencySeries;
  return {
    outcome: judgeReport(level, design, run.report()),
    ticks: level.scenario.ticks,
    tickSec: level.scenario.tickSec,
    series: (name) => gauges.column(name),
    names: gauges.names,
    latency: { p50, p95, p99 },
    notes,
  };
}

/** The whole recording at once. */
export function recordAll(level: Level, design: Design, seed: number): Recording {
  const steps = record(level, design, seed);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
