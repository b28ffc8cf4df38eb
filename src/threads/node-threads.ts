/** Threads as Node has them. */
import { Worker } from "node:worker_threads";
import type { StartThread } from "./thread.ts";

/** Starts threads that run a file. */
export function threadsOf(file: URL): StartThread {
  return (hear, failed) => {
    const worker = new Worker(file);
    worker.on("message", hear);
    worker.on("error", failed);
    return {
      give: (call) => worker.postMessage(call),
      hold: (isBusy) => (isBusy ? worker.ref() : worker.unref()),
      end: () => worker.terminate(),
    };
  };
}
