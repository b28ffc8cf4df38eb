/** A search spread over worker threads: each takes every n-th design, all report what they have found. */
import { Worker } from "node:worker_threads";
import type { Level } from "../game/index.ts";
import { type Findings, merge, search } from "./search.ts";
import type { Shard } from "./space.ts";

/** What a worker is asked. */
export interface WorkerTask {
  readonly levelNumber: number;
  readonly shard: Shard;
}

/** What a worker says: how far it is (a count) or what it has found. */
export type WorkerMessage =
  | { readonly type: "progress"; readonly findings: Findings }
  | { readonly type: "done"; readonly findings: Findings };

export interface SearchOptions {
  readonly jobs: number;
  readonly shard: Shard;
  /** The file that a thread runs; without it the search runs here. */
  readonly worker: URL | undefined;
  /** Stops the search; what was found so far is returned. */
  readonly signal: AbortSignal;
  readonly onProgress: (tried: number, passing: number) => void;
}

/**
 * Searches a level's space on several threads. One job, or no worker file, searches
 * here, pausing now and then so that a signal is heard.
 */
export async function searchParallel(level: Level, options: SearchOptions): Promise<Findings> {
  const file = options.worker;
  if (options.jobs <= 1 || !file) return searchHere(level, options);
  const { jobs, shard } = options;
  const latest: Findings[] = Array.from({ length: jobs }, () => ({ tried: 0, passing: [], complete: false }));
  await Promise.all(
    latest.map((_, job) => {
      // The i-th of n of the i-th of m: one shard of n·m.
      const task: WorkerTask = {
        levelNumber: level.number,
        shard: { index: shard.index + shard.of * job, of: shard.of * jobs },
      };
      return runWorker(file, task, options.signal, (findings) => {
        latest[job] = findings;
        const soFar = merge(latest);
        options.onProgress(soFar.tried, soFar.passing.length);
      });
    }),
  );
  return merge(latest);
}

function runWorker(
  file: URL,
  task: WorkerTask,
  signal: AbortSignal,
  onFindings: (findings: Findings) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: task });
    const stop = () => void worker.terminate().then(() => resolve());
    signal.addEventListener("abort", stop, { once: true });
    worker.on("message", (message: WorkerMessage) => onFindings(message.findings));
    worker.on("error", reject);
    worker.on("exit", () => {
      signal.removeEventListener("abort", stop);
      resolve();
    });
  });
}

async function searchHere(level: Level, { shard, signal, onProgress }: SearchOptions): Promise<Findings> {
  const steps = search(level, shard);
  let findings: Findings = { tried: 0, passing: [], complete: false };
  for (let n = 1; ; n++) {
    const step = steps.next();
    findings = step.value;
    if (step.done) return merge([findings]);
    if (n % 32 !== 0) continue;
    onProgress(findings.tried, findings.passing.length);
    await new Promise((resume) => setImmediate(resume));
    if (signal.aborted) return merge([findings]);
  }
}
