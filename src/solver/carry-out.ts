/** A plan of whole runs, carried out by a workforce. */
import type { Outcome, Plan, Playable } from "../game/index.ts";
import type { Workforce } from "./task.ts";

interface CarryOutOptions {
  readonly signal?: AbortSignal | undefined;
  /** Hears the share done, 0…1. */
  readonly onShare?: (done: number) => void;
}

/** Carries a plan out, the runs of a batch side by side; undefined when stopped. */
export async function carryOut<T>(
  workforce: Workforce,
  playable: Playable,
  plan: Plan<T>,
  { signal, onShare }: CarryOutOptions = {},
): Promise<T | undefined> {
  let done = 0;
  let told = 0;
  let step = plan.next([]);
  while (!step.done) {
    const { runs, later } = step.value;
    const of = done + runs.length + later;
    const outcomes = await Promise.all(
      runs.map(async (run) => {
        const outcome = await workforce.work(playable, { kind: "run", ...run }, { signal });
        // A plan may want more after all: what has been told is never taken back.
        told = Math.max(told, ++done / of);
        onShare?.(told);
        return outcome;
      }),
    );
    if (outcomes.includes(undefined)) return undefined;
    step = plan.next(outcomes as Outcome[]);
  }
  return step.value;
}
