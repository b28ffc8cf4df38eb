/** A plan of whole runs, carried out by a workforce. */
import type { Plan, Playable } from "../game/index.ts";
import { pause } from "./in-process.ts";
import { sideBySide } from "./side-by-side.ts";
import type { Workforce, WorkOptions } from "./task.ts";

/** Carries a plan out, the runs of a batch side by side; undefined when stopped. */
export async function carryOut<T>(
  workforce: Workforce,
  playable: Playable,
  plan: Plan<T>,
  { signal, onShare }: Pick<WorkOptions, "signal" | "onShare"> = {},
): Promise<T | undefined> {
  let done = 0;
  let told = 0;
  let step = plan.next([]);
  while (!step.done) {
    const { runs, later } = step.value;
    const of = done + runs.length + later;
    const before = done;
    if (runs.length === 0) {
      await pause();
      if (signal?.aborted) return undefined;
    }
    const asked = runs.map((run) => ({ subject: playable, task: { kind: "run" as const, ...run } }));
    const outcomes = await sideBySide(workforce, asked, {
      signal,
      onShare(share) {
        // A plan may want more after all: what has been told is never taken back.
        told = Math.max(told, (before + share * runs.length) / of);
        onShare?.(told);
      },
    });
    if (!outcomes) return undefined;
    done += runs.length;
    step = plan.next(outcomes);
  }
  return step.value;
}
