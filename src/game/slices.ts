/** Long work in slices, so that a screen can breathe in between: generators that yield the share done, 0…1. */
import type { Run, Scenario } from "../sim/index.ts";

/** Steps of a run between two breaths: a few milliseconds. */
const stepsPerSlice = 4;

/**
 * Plays a run to its end, or only up to a tick.
 * @yields the share done
 */
export function* advancing(
  run: Run,
  scenario: Scenario,
  ticks = scenario.ticks,
  each?: (steps: number) => void,
): Generator<number, void> {
  for (let steps = 1; !run.done && run.world.timeSec < ticks * scenario.tickSec; steps++) {
    run.advance();
    each?.(steps);
    if (steps % stepsPerSlice === 0) yield run.world.timeSec / (ticks * scenario.tickSec);
  }
}

/** Work that is one of many parts: its share done counts towards all of them. */
export function* partOf<T>(work: Generator<number, T>, done: number, of: number): Generator<number, T> {
  let step = work.next();
  for (; !step.done; step = work.next()) yield (done + step.value) / of;
  return step.value;
}

/** The whole work at once. */
export function finish<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
