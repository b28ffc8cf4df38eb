/** What a working thread does with a task: does it, and tells on the way how far it is. */
import { perform, Reporter, type SubjectOf, type Task } from "../solver/task.ts";
import { doing } from "./errands.ts";
import type { Answered, Call } from "./messages.ts";
import { received } from "./subjects.ts";

const reportEveryMs = 200;

/** Does a task to its end; `say` hears what comes of it, or why nothing does. */
export function answer(call: Call, say: (message: Answered) => void): void {
  try {
    const steps =
      "errand" in call ? doing(call.errand) : perform(received(call.subject) as SubjectOf<Task>, call.task);
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
