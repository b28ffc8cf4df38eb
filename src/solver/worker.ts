/** A thread of the search: the level is named, not sent, because levels hold functions. */
import { parentPort, workerData } from "node:worker_threads";
import { lessons } from "../levels/index.ts";
import type { WorkerMessage, WorkerTask } from "./pool.ts";
import { search } from "./search.ts";

const reportEvery = 200;
const { levelNumber, shard } = workerData as WorkerTask;
const lesson = lessons.find(({ level }) => level.number === levelNumber);
if (!lesson) throw new Error(`there is no level ${levelNumber}`);

const steps = search(lesson.level, shard);
for (let n = 1; ; n++) {
  const step = steps.next();
  if (step.done) {
    parentPort?.postMessage({ type: "done", findings: step.value } satisfies WorkerMessage);
    break;
  }
  if (n % reportEvery === 0)
    parentPort?.postMessage({ type: "progress", findings: step.value } satisfies WorkerMessage);
}
