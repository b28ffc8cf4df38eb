/**
 * A run kept second by second, so that a screen can play, pause and scrub it, from its first seconds on while the
 * rest is computed. Pace lives in the screen alone and changes nothing of the outcome.
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
import {
  auditing,
  type GoalResult,
  judge,
  judging,
  type Outcome,
  type Verdict,
  verdictOf,
} from "./verdict.ts";

/** What a screen can show of a run. */
export interface Playback {
  readonly design: Design;
  /** Decides which day it is, where that is left to chance. */
  readonly seed: number;
  readonly ticks: number;
  readonly tickSec: number;
  /** Ticks computed: of a run in the making, so far. */
  readonly known: number;
  /** A gauge per tick, such as "web.utilization" or "offered"; empty when unknown. */
  readonly series: (name: Gauge) => Float64Array;
  readonly names: readonly Gauge[];
  /** Where and why requests were lost, per tick. */
  readonly losses: readonly Loss[];
  /** Answer times of each tick in ms. */
  readonly latency: { readonly p50: Float64Array; readonly p95: Float64Array; readonly p99: Float64Array };
  readonly notes: readonly Note[];
  /** How the goals stood on the way, in order of time: what a player sees while the run plays. */
  readonly goalsSoFar: readonly GoalsSoFar[];
}

/** A whole run, and how it came out. */
export interface Recording extends Playback {
  readonly outcome: Outcome;
}

/** The goals as they stood after so many ticks. */
export interface GoalsSoFar {
  readonly tick: number;
  readonly goals: readonly GoalResult[];
}

/** How often the goals are looked at on the way. */
const looksPerRun = 60;

/** A run in the making: what can be shown of it grows while `rest` is worked through. */
export interface Beginning {
  readonly playback: Playback;
  /** Yields the share done, 0…1. */
  readonly rest: Generator<number, Recording>;
}

/** Begins to run a design with full precision. The outcome does not depend on who watches, or when. */
export function beginRecording(playable: Playable, design: Design, seed: number): Beginning {
  const { ticks, tickSec } = playable.scenario;
  const run = new Run(design, playable.scenario, { seed, ...reportedRun });
  const { gauges, notes } = run.world;
  const [p50, p95, p99] = run.latencySeries;
  const goalsSoFar: GoalsSoFar[] = [];
  const playback = {
    design,
    seed,
    ticks,
    tickSec,
    get known() {
      return gauges.recorded;
    },
    series: (name: Gauge) => gauges.column(name),
    names: gauges.names,
    get losses() {
      return run.losses();
    },
    latency: { p50, p95, p99 },
    notes,
    goalsSoFar,
  };
  const stepsPerLook = Math.max(1, Math.round(ticks / looksPerRun));
  function* finishing(): Generator<number, Recording> {
    yield* advancing(run, playable.scenario, ticks, (steps) => {
      if (steps % stepsPerLook === 0)
        goalsSoFar.push({ tick: steps, goals: judge(playable.goals, run.figures()) });
    });
    return { ...playback, outcome: yield* judging(playable, design, run.report(), reportedRun) };
  }
  return { playback, rest: finishing() };
}

/** The verdict on all seeds, when the first of them has been run already. */
export function* recordVerdict(design: Design, first: Outcome): Plan<Verdict> {
  const others = verdictSeeds.filter((seed) => seed !== first.report.seed);
  const runs = others.map((seed) => ({ design, seed, fidelity: reportedRun }));
  if (first.stars < 3 || first.audit) return verdictOf([first, ...(yield { runs, later: 0 })]);
  // Once more for its audit, beside the others: the recording did not wait for it.
  const again = { design, seed: first.report.seed, fidelity: { ...reportedRun, audits: true } as const };
  return verdictOf(yield { runs: [again, ...runs], later: 0 });
}

/** The whole recording at once, with its audit. */
export function recordAll(playable: Playable, design: Design, seed: number): Recording {
  const recording = finish(beginRecording(playable, design, seed).rest);
  return { ...recording, outcome: finish(auditing(playable, design, recording.outcome)) };
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
