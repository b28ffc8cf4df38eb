/** Who does the long work of a command: threads, where there is the file that they run. */
import { availableParallelism } from "node:os";
import { type Hands, ownHands, threadPool } from "../threads/index.ts";
import type { Arguments } from "./io.ts";
import { numberFlag } from "./parse.ts";
import { workerFile } from "./worker-file.ts";

/** As many threads as `--jobs` says, or as there are cores; one job, or no file, works here. */
export function workforceFor(args: Arguments): Hands {
  const jobs = numberFlag(args, "jobs", { min: 1, max: 256, whole: true, fallback: availableParallelism() });
  const file = workerFile();
  return jobs > 1 && file ? threadPool(file, jobs) : ownHands;
}
