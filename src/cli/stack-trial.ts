/** What commands about stacks share: whether a design can be one, and what is expected of it. */
import { setImmediate } from "node:timers/promises";
import type { Level } from "../game/index.ts";
import type { Design } from "../sim/index.ts";
import { type ExpectedRuns, refusalOf, type StackTrial } from "../stack/index.ts";
import { UsageError } from "./io.ts";

/** Stops with one line where a design cannot be a stack on a level's day. */
export function mustBeStack(design: Design, { scenario }: Level): void {
  const reason = refusalOf(design, scenario);
  if (reason) throw new UsageError((usage) => usage.noStack({ reason }));
}

/** Plays a trial's prediction to its end; nothing where somebody stops it. */
export const predict = (trial: StackTrial, signal: AbortSignal): Promise<ExpectedRuns | undefined> =>
  toItsEnd(trial.predict(), signal);

/** Does long work slice by slice, so that Ctrl-C is heard; nothing where somebody stops it. */
export async function toItsEnd<T>(work: Generator<unknown, T>, signal: AbortSignal): Promise<T | undefined> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (signal.aborted) return undefined;
    await setImmediate();
  }
}
