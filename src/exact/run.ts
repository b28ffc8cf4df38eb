/** One exact run of a design on a scenario, in slices or at once, and several with what chance does to them. */
import { type Design, dayOf, type Scenario, withEventStreams } from "../sim/index.ts";
import { Engine, type Pacing } from "./engine.ts";
import { inexpressible } from "./expressible.ts";
import { playOnSec } from "./jobs.ts";
import type { ExactLoss, Measures } from "./measures.ts";
import { Path } from "./path.ts";

/** What one run was like. */
export interface ExactReport {
  readonly seed: number;
  /** By the names of the report: latencies in ms, shares 0…1. */
  readonly indicators: Readonly<Record<string, number>>;
  readonly offered: number;
  readonly answered: number;
  readonly failed: number;
  /** What failed, where and why, the most frequent first. */
  readonly failedBy: readonly (ExactLoss & { readonly count: number })[];
  readonly answeredAt: Float64Array;
  readonly failedAt: Float64Array;
}

const eventsPerSlice = 200_000;

/** A run that is played slice by slice, so that somebody can stop it. */
export class ExactRun {
  readonly seed: number;
  done = false;
  readonly #engine: Engine;
  readonly #path: Path;
  #hasEnded = false;

  /** @throws RangeError when the design or the scenario has what cannot be played exactly; ask `inexpressible` first */
  constructor(design: Design, scenario: Scenario, seed: number, pace?: Pacing) {
    const [reason] = inexpressible(design, scenario);
    if (reason) throw new RangeError(`cannot be played exactly: ${reason.code}`);
    this.seed = seed;
    this.#engine = new Engine(design, withEventStreams(dayOf(scenario, seed)), seed, pace);
    this.#path = new Path(this.#engine);
  }

  /** Part of the time that has been played, 0…1. */
  get progress(): number {
    return Math.min(1, this.#engine.nowSec / this.#engine.endSec);
  }

  /** Plays one slice; nothing when done. */
  advance(): void {
    const engine = this.#engine;
    if (this.done) return;
    if (!this.#hasEnded) {
      if (engine.play(engine.endSec, eventsPerSlice)) return;
      this.#path.clients.close();
      this.#hasEnded = true;
    }
    const { jobs } = this.#path;
    // Photos that are still waiting will be ready at some time: played on until they are, or for an hour.
    if (jobs?.isUnready && engine.play(engine.endSec + playOnSec * engine.pace.delays, 10_000)) return;
    this.#path.measure();
    this.done = true;
  }

  report(): ExactReport {
    const { measures } = this.#engine;
    return reportOf(measures, this.seed);
  }
}

function reportOf(measures: Measures, seed: number): ExactReport {
  return {
    seed,
    indicators: measures.indicators(),
    offered: measures.offered,
    answered: measures.answered,
    failed: measures.failed,
    failedBy: [...measures.failedBy].sort((a, b) => b.count - a.count),
    answeredAt: measures.answeredAt,
    failedAt: measures.failedAt,
  };
}

/** Runs that differ in luck alone: all of them on the day that the first one's seed makes of the scenario. */
export function* runsOfOneDay(
  design: Design,
  scenario: Scenario,
  seed: number,
  runs: number,
  pace?: Pacing,
): Generator<ExactRun> {
  const day = dayOf(scenario, seed);
  for (let i = 0; i < runs; i++) yield new ExactRun(design, day, (seed + i) >>> 0, pace);
}

/** Plays a run to its end. Same arguments, same report. */
export function runExactly(design: Design, scenario: Scenario, seed: number, pace?: Pacing): ExactReport {
  const run = new ExactRun(design, scenario, seed, pace);
  while (!run.done) run.advance();
  return run.report();
}

/** Mean and standard deviation between runs of one indicator. */
export interface BetweenRuns {
  readonly mean: number;
  readonly deviation: number;
}

/** What runs with different seeds have in common, and how far chance drives them apart. */
export function betweenRuns(reports: readonly ExactReport[], indicator: string): BetweenRuns {
  const values = reports.map(({ indicators }) => indicators[indicator] ?? 0);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0 };
}
