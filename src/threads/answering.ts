/** What a working thread does with a task: does it, and tells on the way how far it is. */
import { perform, Reporter, type SubjectOf, type Task } from "../solver/task.ts";
import type { Answered, TaskCall } from "./messages.ts";
import { subjectOf } from "./subjects.ts";

const reportEveryMs = 200;

/** Does a task to its end; `say` hears what comes of it, or why nothing does. */
export function answer({ subjectId, task }: TaskCall, say: (message: Answered) => void): void {
  try {
    const subject = subjectOf(subjectId);
    if (!subject) throw new Error(`there is no level ${subjectId}`);
    const steps = perform(subject as SubjectOf<Task>, task);
    const reporter = new Reporter();
    let saidAt = performance.now();
    let step = steps.next();
    while (!step.done) {
      const { value } = step;
      if (value !== undefined && performance.now() - saidAt > reportEveryMs) {
        saidAt = performance.now();
        say(
          typeof value === "number"
            ? { type: "share", done: value }
            : { type: "news", news: reporter.since(value) },
        );
      }
      step = steps.next();
    }
    say({ type: "done", result: step.value });
  } catch (error) {
    say({ type: "failed", error });
  }
}
