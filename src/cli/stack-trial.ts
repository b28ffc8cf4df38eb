/** What commands about stacks share: whether a design can be one, and what is expected of it. */
import { setImmediate } from "node:timers/promises";
import type { Design } from "../sim/index.ts";
import { type ExpectedRuns, refusalOf, type StackTrial } from "../stack/index.ts";
import { UsageError } from "./io.ts";

/** Stops with one line where a design cannot be a stack. */
export function mustBeStack(design: Design): void {
  const reason = refusalOf(design);
  if (reason) throw new UsageError((usage) => usage.noStack({ reason }));
}

/** Plays a trial's prediction to its end; nothing where somebody stops it. */
export async function predict(trial: StackTrial, signal: AbortSignal): Promise<ExpectedRuns | undefined> {
  const playing = trial.predict();
  for (;;) {
    const { done, value } = playing.next();
    if (done) return value;
    if (signal.aborted) return undefined;
    await setImmediate();
  }
}
