/**
 * Work made of whole runs that know nothing of each other, such as "what if" or the other seeds of a verdict. A plan
 * says which runs it wants and goes on with their outcomes; who makes them, here or on many threads, is not its concern.
 */
import { type Design, dayOf } from "../sim/index.ts";
import type { Playable } from "./level.ts";
import { partOf } from "./slices.ts";
import { type Fidelity, type Outcome, playing } from "./verdict.ts";

/** A run that is wanted: plain data. */
export interface WantedRun {
  readonly design: Design;
  readonly seed: number;
  readonly fidelity: Fidelity;
  /** The seed whose day it is, events and times, where that is not the run's own: then traffic alone is the seed's. */
  readonly daySeed?: number;
}

/** Runs that can be made side by side; none are a breath, after which the plan goes on. */
export interface Batch {
  readonly runs: readonly WantedRun[];
  /** Runs that will be wanted after these, as far as is known. */
  readonly later: number;
}

/** Yields what it wants, is given the outcomes in that order, returns what it was about. */
export type Plan<T> = Generator<Batch, T, readonly Outcome[]>;

/** A playable whose events are those of one seed's day, whatever the seed of a run. */
const heldTo = (playable: Playable, daySeed: number): Playable => ({
  ...playable,
  scenario: dayOf(playable.scenario, daySeed),
});

/**
 * Makes a run that is wanted, a slice at a time.
 * @yields the share done
 */
export const making = (
  playable: Playable,
  { design, seed, fidelity, daySeed }: WantedRun,
): Generator<number, Outcome> =>
  playing(daySeed === undefined ? playable : heldTo(playable, daySeed), design, seed, fidelity);

/**
 * Carries a plan out here, a slice at a time, so that a screen can breathe.
 * @yields the share done, 0…1
 */
export function* inSlices<T>(playable: Playable, plan: Plan<T>): Generator<number, T> {
  let done = 0;
  let step = plan.next([]);
  while (!step.done) {
    const { runs, later } = step.value;
    const of = done + runs.length + later;
    const outcomes: Outcome[] = [];
    if (runs.length === 0) yield of > 0 ? done / of : 0;
    for (const run of runs) outcomes.push(yield* partOf(making(playable, run), done++, of));
    step = plan.next(outcomes);
  }
  return step.value;
}
