/** Tasks done here, one after another, pausing now and then so that a signal, a key or a frame gets its turn. */
import {
  perform,
  Reporter,
  type ResultOf,
  type SubjectOf,
  type Task,
  type Workforce,
  type WorkOptions,
} from "./task.ts";

/** How long work may hold this thread before a signal, a key or a frame has its turn, in ms. */
const sliceMs = 8;

/** Not in browsers, which let others have their turn only with a timer. */
const { setImmediate: soon = (resume: () => void) => setTimeout(resume, 0) } = globalThis as {
  setImmediate?: (resume: () => void) => unknown;
};

/** A turn for a signal, a key or a frame. A timer's millisecond would be an eighth of each slice. */
export function pause(): Promise<void> {
  return new Promise((resume) => soon(resume));
}

/**
 * Takes steps to their end, others having their turn after each slice of time; undefined when stopped.
 * @param hear what the last step of a slice yielded
 */
export async function inTurns<S, R>(
  steps: Generator<S, R>,
  signal: AbortSignal | undefined,
  hear?: (step: S) => void,
): Promise<R | undefined> {
  await pause();
  for (let untilMs = performance.now() + sliceMs; !signal?.aborted; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < untilMs) continue;
    hear?.(step.value);
    await pause();
    untilMs = performance.now() + sliceMs;
  }
  return undefined;
}

async function work<T extends Task>(
  subject: SubjectOf<T>,
  task: T,
  { signal, onNews, onShare }: WorkOptions = {},
): Promise<ResultOf<T> | undefined> {
  const reporter = new Reporter();
  return inTurns(perform(subject, task), signal, (step) => {
    if (typeof step === "number") onShare?.(step);
    else if (step) onNews?.(reporter.since(step));
  });
}

/** Does everything in this process: where there are no threads, and for what cannot be sent to them. */
export const inProcess: Workforce = { size: 1, work };
