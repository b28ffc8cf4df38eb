/**
 * A run kept second by second, so that a screen can play, pause and scrub it. The outcome is decided
 * before the first second is shown; pace lives in the screen alone.
 */
import {
  type Design,
  type Gauge,
  type Loss,
  type Note,
  Run,
  reportedRun,
  type Traces,
} from "../sim/index.ts";
import { type Playable, verdictSeeds } from "./level.ts";
import type { Plan } from "./plan.ts";
import { advancing, finish } from "./slices.ts";
import { type GoalResult, judge, judging, type Outcome, type Verdict, verdictOf } from "./verdict.ts";

export interface Recording {
  readonly outcome: Outcome;
  readonly ticks: number;
  readonly tickSec: number;
  /** A gauge per tick, such as "web.utilization" or "offered"; empty when unknown. */
  readonly series: (name: Gauge) => Float64Array;
  readonly names: readonly Gauge[];
  /** Where and why requests were lost, per tick. */
  readonly losses: readonly Loss[];
  /** Answer times of each tick in ms. */
  readonly latency: { readonly p50: Float64Array; readonly p95: Float64Array; readonly p99: Float64Array };
  readonly notes: readonly Note[];
  /** How the goals stood on the way, in order of time: what a player sees while the run plays. */
  readonly standings: readonly Standing[];
}

/** The goals as they stood after so many ticks. */
export interface Standing {
  readonly tick: number;
  readonly goals: readonly GoalResult[];
}

/** How often the goals are looked at on the way. */
const standingsPerRun = 60;

/**
 * Runs a design with full precision, a slice at a time.
 * @yields the share done, 0…1
 */
export function* record(playable: Playable, design: Design, seed: number): Generator<number, Recording> {
  const run = new Run(design, playable.scenario, { seed, ...reportedRun });
  const standings: Standing[] = [];
  const stepsPerStanding = Math.max(1, Math.round(playable.scenario.ticks / standingsPerRun));
  yield* advancing(run, playable.scenario, playable.scenario.ticks, (steps) => {
    if (steps % stepsPerStanding === 0)
      standings.push({ tick: steps, goals: judge(playable.goals, run.report()) });
  });
  const { gauges, notes } = run.world;
  const [p50, p95, p99] = run.latencySeries;
  return {
    outcome: yield* judging(playable, design, run.report(), reportedRun),
    ticks: playable.scenario.ticks,
    tickSec: playable.scenario.tickSec,
    series: (name) => gauges.column(name),
    names: gauges.names,
    losses: run.losses(),
    latency: { p50, p95, p99 },
    notes,
    standings,
  };
}

/** The verdict on all seeds, when the first of them has been run already. */
export function* recordVerdict(design: Design, first: Outcome): Plan<Verdict> {
  const others = verdictSeeds.filter((seed) => seed !== first.report.seed);
  const runs = others.map((seed) => ({ design, seed, fidelity: reportedRun }));
  return verdictOf([first, ...(yield { runs, later: 0 })]);
}

/** The whole recording at once. */
export function recordAll(playable: Playable, design: Design, seed: number): Recording {
  return finish(record(playable, design, seed));
}

/**
 * Three requests of a tick, hop by hop: the run is made again up to there, so that nothing has to be kept.
 * @yields the share done
 */
export function* tracing(
  playable: Playable,
  design: Design,
  seed: number,
  tick: number,
): Generator<number, Traces> {
  const run = new Run(design, playable.scenario, { seed, ...reportedRun });
  yield* advancing(run, playable.scenario, tick + 1);
  return run.traces();
}

/** The same at once. */
export function tracesAt(playable: Playable, design: Design, seed: number, tick: number): Traces {
  return finish(tracing(playable, design, seed, tick));
}
