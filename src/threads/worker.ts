/** A working thread: does one task after another. */
import { parentPort } from "node:worker_threads";
import { lessons } from "../levels/index.ts";
import { perform, Reporter } from "../solver/task.ts";
import type { Answered, Asked } from "./messages.ts";

const reportEveryMs = 200;

function say(message: Answered): void {
  parentPort?.postMessage(message);
}

parentPort?.on("message", ({ levelId, task }: Asked) => {
  try {
    const lesson = lessons.find(({ level }) => level.id === levelId);
    if (!lesson) throw new Error(`there is no level ${levelId}`);
    const steps = perform(lesson.level, task);
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
