/** Work spread over threads: each searches its shard of a space, or plays its share of a list of designs. */
import { Worker } from "node:worker_threads";
import type { Level } from "../game/index.ts";
import { type Claim, quickClaims } from "./claims.ts";
import { type Findings, merge, nothingFound, search } from "./search.ts";
import type { Shard } from "./space.ts";
import { type ClaimsTask, type ExactRun, type SearchTask, starsOf, type VerdictsTask } from "./task.ts";

/** How a design came out on each seed: its stars; 0 failed. */
export interface Verdicts {
  readonly line: string;
  readonly stars: readonly number[];
}

/** What a worker is asked. */
export interface WorkerTask {
  readonly levelNumber: number;
  readonly task: SearchTask | VerdictsTask | ClaimsTask;
}

/** What a worker says: what it has found since it last spoke (`tried` counts from the beginning), verdicts, or claims. */
export type WorkerMessage =
  | { readonly type: "found"; readonly findings: Findings }
  | { readonly type: "verdicts"; readonly stars: readonly number[] }
  | { readonly type: "claims"; readonly claims: readonly Claim[] };

export interface Threads {
  readonly jobs: number;
  /** The file that a thread runs; without it the work is done here. */
  readonly worker: URL | undefined;
  /** Stops the work. */
  readonly signal: AbortSignal;
}

export interface SearchOptions extends Threads {
  readonly shard: Shard;
  readonly onProgress: (tried: number, passing: number) => void;
}

/**
 * Searches a level's space on several threads: the findings do not depend on how many. When stopped, it
 * returns what was found until then, at once. One job, or no worker file, searches here, pausing now and
 * then so that a signal is heard.
 */
export async function searchParallel(level: Level, options: SearchOptions): Promise<Findings> {
  const file = options.worker;
  if (options.jobs <= 1 || !file) return searchHere(level, options);
  const { jobs, shard } = options;
  const found: Findings[] = Array.from({ length: jobs }, () => ({ ...nothingFound, complete: false }));
  await Promise.all(
    found.map((_, job) => {
      // The i-th of n of the j-th of m: one shard of n·m.
      const part = { index: shard.index + shard.of * job, of: shard.of * jobs };
      const asked: WorkerTask = { levelNumber: level.number, task: { kind: "search", shard: part } };
      return runWorker(file, asked, options.signal, (message) => {
        if (message.type !== "found") return;
        const { findings } = message;
        const before = found[job] as Findings;
        found[job] = {
          ...findings,
          passing: [...before.passing, ...findings.passing],
          close: [...before.close, ...findings.close],
        };
        options.onProgress(
          found.reduce((sum, { tried }) => sum + tried, 0),
          found.reduce((sum, { passing }) => sum + passing.length, 0),
        );
      });
    }),
  );
  return merge(found);
}

/** Plays designs exactly on each seed, in parallel; the answer is in the order of the lines. */
export async function verdictsParallel(
  level: Level,
  lines: readonly string[],
  seeds: readonly number[],
  { jobs, worker: file, signal }: Threads,
): Promise<Verdicts[]> {
  const runs = lines.flatMap((line) => seeds.map((seed) => ({ line, seed })));
  const stars: number[] = [];
  const shares = Array.from({ length: Math.min(jobs, runs.length) }, (_, job) =>
    runs.map((_run, i) => i).filter((i) => i % jobs === job),
  );
  await Promise.all(
    shares.map(async (share) => {
      const task: VerdictsTask = { kind: "verdicts", runs: share.map((i) => runs[i] as ExactRun) };
      const take = (answers: readonly number[]) => {
        for (const [n, i] of share.entries()) stars[i] = answers[n] ?? 0;
      };
      if (!file) return take(await starsHere(level, task, signal));
      await runWorker(file, { levelNumber: level.number, task }, signal, (message) => {
        if (message.type === "verdicts") take(message.stars);
      });
    }),
  );
  return lines.map((line, l) => ({ line, stars: seeds.map((_seed, s) => stars[l * seeds.length + s] ?? 0) }));
}

/**
 * Proves the quick claims of levels, several at a time.
 * @yields each level's claims, in the order of the levels; fewer when stopped
 */
export async function* claimsParallel(
  levels: readonly Level[],
  { jobs, worker: file, signal }: Threads,
): AsyncGenerator<readonly Claim[]> {
  const proofs: Promise<readonly Claim[] | undefined>[] = [];
  const start = (level: Level | undefined) => {
    if (level) proofs.push(claimsOf(level, jobs > 1 ? file : undefined, signal));
  };
  for (const level of levels.slice(0, jobs)) start(level);
  for (let i = 0; i < levels.length; i++) {
    // Whoever is done first makes room for the next, but they are told in order.
    const done = proofs[i];
    if (!done) return;
    const claims = await done;
    start(levels[proofs.length]);
    if (!claims) return;
    yield claims;
  }
}

async function claimsOf(
  level: Level,
  file: URL | undefined,
  signal: AbortSignal,
): Promise<readonly Claim[] | undefined> {
  if (!file) {
    await pause();
    return signal.aborted ? undefined : quickClaims(level);
  }
  let found: readonly Claim[] | undefined;
  await runWorker(file, { levelNumber: level.number, task: { kind: "claims" } }, signal, (message) => {
    if (message.type === "claims") found = message.claims;
  });
  return found;
}

function runWorker(
  file: URL,
  task: WorkerTask,
  signal: AbortSignal,
  onMessage: (message: WorkerMessage) => void,
): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: task });
    const stop = () => {
      resolve();
      void worker.terminate();
    };
    signal.addEventListener("abort", stop, { once: true });
    worker.on("message", onMessage);
    worker.on("error", reject);
    worker.on("exit", () => {
      signal.removeEventListener("abort", stop);
      resolve();
    });
  });
}

/** Work done here pauses so often for signals to be heard. */
const stepsBetweenPauses = 16;

function pause(): Promise<void> {
  return new Promise((resume) => setImmediate(resume));
}

async function searchHere(level: Level, { shard, signal, onProgress }: SearchOptions): Promise<Findings> {
  const steps = search(level, shard);
  let found: Findings = { ...nothingFound, complete: false };
  for (let n = 1; ; n++) {
    const step = steps.next();
    found = step.value;
    if (step.done) return merge([found]);
    if (n % stepsBetweenPauses !== 0) continue;
    onProgress(found.tried, found.passing.length);
    await pause();
    if (signal.aborted) return merge([found]);
  }
}

async function starsHere(level: Level, task: VerdictsTask, signal: AbortSignal): Promise<readonly number[]> {
  const steps = starsOf(level, task);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
    if (signal.aborted) return [];
  }
}
