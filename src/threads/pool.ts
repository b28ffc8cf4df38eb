/** Threads that stay for the next task: each does one at a time, the rest wait in line. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import {
  inProcess,
  type ResultOf,
  type SubjectOf,
  type Task,
  type Workforce,
  type WorkOptions,
} from "../solver/index.ts";
import type { Answered, TaskCall } from "./messages.ts";
import { isNamed } from "./subjects.ts";

/** A task, and who waits for it. */
interface WaitingTask {
  readonly asked: TaskCall;
  readonly options: WorkOptions;
  readonly resolve: (result: ResultOf<Task> | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A workforce of threads. They start when there is something to do and do not keep a process alive. What cannot be sent
 * to them (a playable without an address) is done here.
 */
export class ThreadPool implements Workforce {
  readonly size: number;
  readonly #file: URL;
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, WaitingTask>();
  readonly #line: WaitingTask[] = [];
  /** One listener a signal, however many tasks it may stop. */
  readonly #heard = new WeakSet<AbortSignal>();

  /**
   * @param file what a thread runs
   * @param jobs how many threads; more than there are cores would only be in each other's way
   */
  constructor(file: URL, jobs = availableParallelism()) {
    this.#file = file;
    this.size = Math.max(1, Math.min(jobs, availableParallelism()));
  }

  work<T extends Task>(
    subject: SubjectOf<T>,
    task: T,
    options: WorkOptions = {},
  ): Promise<ResultOf<T> | undefined> {
    if (!isNamed(subject)) return inProcess.work(subject, task, options);
    const { signal } = options;
    if (signal?.aborted) return Promise.resolve(undefined);
    if (signal) this.#hear(signal);
    return new Promise((resolve, reject) => {
      this.#line.push({
        asked: { subjectId: subject.id, task },
        options,
        resolve: resolve as WaitingTask["resolve"],
        reject,
      });
      this.#next();
    });
  }

  /** Ends the threads; whoever still waits is told that it was stopped. */
  async close(): Promise<void> {
    for (const { resolve } of this.#line.splice(0)) resolve(undefined);
    const threads = [...this.#busy.keys(), ...this.#idle.splice(0)];
    for (const { resolve } of this.#busy.values()) resolve(undefined);
    this.#busy.clear();
    await Promise.all(threads.map((thread) => thread.terminate()));
  }

  /** Gives the first in line to a thread that is free, or to a new one. */
  #next(): void {
    while (this.#line.length > 0 && this.#busy.size < this.size) {
      const thread = this.#idle.pop() ?? this.#start();
      const waiting = this.#line.shift() as WaitingTask;
      this.#busy.set(thread, waiting);
      thread.ref();
      thread.postMessage(waiting.asked);
    }
  }

  #start(): Worker {
    const thread = new Worker(this.#file);
    thread.on("message", (answer: Answered) => {
      const waiting = this.#busy.get(thread);
      // What was on its way when its thread was ended is nobody's, and the thread takes no more tasks.
      if (!waiting) return;
      if (answer.type === "news") {
        waiting.options.onNews?.(answer.news);
        return;
      }
      if (answer.type === "share") {
        waiting.options.onShare?.(answer.done);
        return;
      }
      this.#busy.delete(thread);
      thread.unref();
      this.#idle.push(thread);
      if (answer.type === "done") waiting.resolve(answer.result);
      else waiting.reject(answer.error);
      this.#next();
    });
    thread.on("error", (error) => {
      const waiting = this.#busy.get(thread);
      this.#busy.delete(thread);
      waiting?.reject(error);
      this.#next();
    });
    return thread;
  }

  #hear(signal: AbortSignal): void {
    if (this.#heard.has(signal)) return;
    this.#heard.add(signal);
    signal.addEventListener("abort", () => this.#stop(signal), { once: true });
  }

  /** A task cannot hear a signal: its thread ends with it, and the next task starts another. */
  #stop(signal: AbortSignal): void {
    const isStopped = ({ options }: WaitingTask) => options.signal === signal;
    const waiting = this.#line.filter(isStopped);
    this.#line.splice(0, this.#line.length, ...this.#line.filter((one) => !isStopped(one)));
    for (const [thread, one] of this.#busy)
      if (isStopped(one)) {
        this.#busy.delete(thread);
        void thread.terminate();
        waiting.push(one);
      }
    for (const { resolve } of waiting) resolve(undefined);
    this.#next();
  }
}
