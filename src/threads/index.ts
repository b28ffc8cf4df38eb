/** The door to the threads: a workforce for whoever has the file that a thread runs. */
import { availableParallelism } from "node:os";
import { threadsOf } from "./node-threads.ts";
import { ThreadPool } from "./pool.ts";

/**
 * A workforce of Node's threads.
 * @param file what a thread runs
 * @param jobs how many threads; more than there are cores would only be in each other's way
 */
export function threadPool(file: URL, jobs = availableParallelism()): ThreadPool {
  return new ThreadPool(threadsOf(file), Math.min(jobs, availableParallelism()));
}

export { type Hands, ownHands } from "./errands.ts";
export type { ThreadPool };
