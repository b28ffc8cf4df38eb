/** A thread of the solver: the level is named, not sent, because levels hold functions. */
import { parentPort, workerData } from "node:worker_threads";
import { lessons } from "../levels/index.ts";
import { quickClaims } from "./claims.ts";
import type { WorkerMessage, WorkerTask } from "./pool.ts";
import { search } from "./search.ts";
import { Reporter, starsOf } from "./task.ts";

const reportEveryMs = 200;
const { levelNumber, task } = workerData as WorkerTask;
const lesson = lessons.find(({ level }) => level.number === levelNumber);
if (!lesson) throw new Error(`there is no level ${levelNumber}`);

function say(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

if (task.kind === "claims") say({ type: "claims", claims: quickClaims(lesson.level) });
else if (task.kind === "verdicts") {
  const steps = starsOf(lesson.level, task);
  let step = steps.next();
  while (!step.done) step = steps.next();
  say({ type: "verdicts", stars: step.value });
} else {
  const steps = search(lesson.level, task.shard);
  const reporter = new Reporter();
  let saidAt = performance.now();
  let step = steps.next();
  while (!step.done) {
    if (performance.now() - saidAt > reportEveryMs) {
      saidAt = performance.now();
      say({ type: "found", findings: reporter.since(step.value) });
    }
    step = steps.next();
  }
  say({ type: "found", findings: reporter.since(step.value) });
}
