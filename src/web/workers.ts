/** The page's working threads. */
import { ThreadPool } from "../threads/pool.ts";
import type { StartThread } from "../threads/thread.ts";
import type { StartWorker } from "./carrier.ts";
import { ready } from "./thread.ts";

/** A workforce of the browser's threads. */
export function workersOf(startWorker: StartWorker): ThreadPool {
  const start: StartThread = (hear, failed) => {
    const worker = startWorker();
    worker.onmessage = ({ data }) => {
      if (data !== ready) hear(data);
    };
    worker.onerror = failed;
    return { give: (call) => worker.postMessage(call), hold: () => {}, end: () => worker.terminate() };
  };
  // One core is the page's own.
  return new ThreadPool(start, Math.max(1, (navigator.hardwareConcurrency || 2) - 1));
}
