/** A working thread: does one task after another. */
import { parentPort } from "node:worker_threads";
import { levels } from "../levels/index.ts";
import { perform, Reporter } from "../solver/task.ts";
import type { Answered, TaskCall } from "./messages.ts";

const reportEveryMs = 200;

function say(message: Answered): void {
  parentPort?.postMessage(message);
}

parentPort?.on("message", ({ levelId, task }: TaskCall) => {
  try {
    const level = levels.find(({ id }) => id === levelId);
    if (!level) throw new Error(`there is no level ${levelId}`);
    const steps = perform(level, task);
    const reporter = new Reporter();
    let saidAt = performance.now();
    let step = steps.next();
    while (!step.done) {
      if (step.value && performance.now() - saidAt > reportEveryMs) {
        saidAt = performance.now();
        say({ type: "news", news: reporter.since(step.value) });
      }
      step = steps.next();
    }
    say({ type: "done", result: step.value });
  } catch (error) {
    say({ type: "failed", error });
  }
});
