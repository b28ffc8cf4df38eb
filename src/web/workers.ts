/** The page's working threads. */
import { ThreadPool } from "../threads/pool.ts";
import type { StartThread } from "../threads/thread.ts";
import { ready } from "./working.ts";

/** A browser that forbids threads says so at once, or never lets one speak: it is waited for so long. */
const patienceMs = 4_000;

/** A workforce of threads that run a script; undefined where the browser starts none. */
export async function workersOf(script: string): Promise<ThreadPool | undefined> {
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  let first: Worker | undefined;
  const start: StartThread = (hear, failed) => {
    const worker = first ?? new Worker(address);
    first = undefined;
    worker.onmessage = ({ data }) => {
      if (data !== ready) hear(data);
    };
    worker.onerror = failed;
    return { give: (call) => worker.postMessage(call), hold: () => {}, end: () => worker.terminate() };
  };
  const starts = await new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), patienceMs);
    try {
      first = new Worker(address);
      first.onmessage = () => resolve(true);
      first.onerror = () => resolve(false);
    } catch {
      resolve(false);
    }
  });
  // One core is the page's own.
  return starts ? new ThreadPool(start, Math.max(1, (navigator.hardwareConcurrency || 2) - 1)) : undefined;
}
