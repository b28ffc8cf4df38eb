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

/** Steps between two pauses: some milliseconds. */
const stepsBetweenPauses = 8;

/** A turn for a signal, a key or a frame. */
export function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, 0));
}

async function work<T extends Task>(
  subject: SubjectOf<T>,
  task: T,
  { signal, onNews, onShare }: WorkOptions = {},
): Promise<ResultOf<T> | undefined> {
  const reporter = new Reporter();
  await pause();
  if (signal?.aborted) return undefined;
  const steps = perform(subject, task);
  for (let n = 1; ; n++) {
    const step = steps.next();
    if (step.done) return step.value;
    if (n % stepsBetweenPauses !== 0) continue;
    if (typeof step.value === "number") onShare?.(step.value);
    else if (step.value) onNews?.(reporter.since(step.value));
    await pause();
    if (signal?.aborted) return undefined;
  }
}

/** Does everything in this process: where there are no threads, and for what cannot be sent to them. */
export const inProcess: Workforce = { size: 1, work };
