/** Threads that stay for the next task: each does one at a time, the rest wait in line. */
import { inProcess, type ResultOf, type SubjectOf, type Task, type WorkOptions } from "../solver/index.ts";
import type { Errand, ErrandResultOf, Hands } from "./errands.ts";
import type { Answered, Call } from "./messages.ts";
import { asSent } from "./subjects.ts";
import type { StartThread, Thread } from "./thread.ts";

/** A task, and who waits for it. */
interface WaitingCall {
  readonly asked: Call;
  readonly options: WorkOptions;
  readonly resolve: (result: ResultOf<Task> | ErrandResultOf<Errand> | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A workforce of threads. They start when there is something to do and do not keep a process alive. What cannot be sent
 * to them (another day of a level) is done here.
 */
export class ThreadPool implements Hands {
  readonly size: number;
  readonly #startThread: StartThread;
  readonly #idle: Thread[] = [];
  readonly #busy = new Map<Thread, WaitingCall>();
  readonly #line: WaitingCall[] = [];
  /** One listener a signal, however many tasks it may stop. */
  readonly #heard = new WeakSet<AbortSignal>();

  /** @param size how many threads at most; one at least */
  constructor(startThread: StartThread, size: number) {
    this.#startThread = startThread;
    this.size = Math.max(1, size);
  }

  work<T extends Task>(
    subject: SubjectOf<T>,
    task: T,
    options: WorkOptions = {},
  ): Promise<ResultOf<T> | undefined> {
    const sent = asSent(subject);
    if (!sent) return inProcess.work(subject, task, options);
    return this.#ask({ subject: sent, task }, options) as Promise<ResultOf<T> | undefined>;
  }

  errand<E extends Errand>(errand: E, options: WorkOptions = {}): Promise<ErrandResultOf<E> | undefined> {
    return this.#ask({ errand }, options) as Promise<ErrandResultOf<E> | undefined>;
  }

  #ask(asked: Call, options: WorkOptions): Promise<Parameters<WaitingCall["resolve"]>[0]> {
    const { signal } = options;
    if (signal?.aborted) return Promise.resolve(undefined);
    if (signal) this.#hear(signal);
    return new Promise((resolve, reject) => {
      this.#line.push({ asked, options, resolve, reject });
      this.#next();
    });
  }

  /** Ends the threads; whoever still waits is told that it was stopped. */
  async close(): Promise<void> {
    for (const { resolve } of this.#line.splice(0)) resolve(undefined);
    const threads = [...this.#busy.keys(), ...this.#idle.splice(0)];
    for (const { resolve } of this.#busy.values()) resolve(undefined);
    this.#busy.clear();
    await Promise.all(threads.map((thread) => thread.end()));
  }

  /** Gives the first in line to a thread that is free, or to a new one. */
  #next(): void {
    while (this.#line.length > 0 && this.#busy.size < this.size) {
      const thread = this.#idle.pop() ?? this.#start();
      const waiting = this.#line.shift() as WaitingCall;
      this.#busy.set(thread, waiting);
      thread.hold(true);
      thread.give(waiting.asked);
    }
  }

  #start(): Thread {
    const thread = this.#startThread(
      (answer) => this.#take(thread, answer),
      (error) => {
        const waiting = this.#busy.get(thread);
        this.#busy.delete(thread);
        waiting?.reject(error);
        this.#next();
      },
    );
    return thread;
  }

  #take(thread: Thread, answer: Answered): void {
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
    thread.hold(false);
    this.#idle.push(thread);
    if (answer.type === "done") waiting.resolve(answer.result);
    else waiting.reject(answer.error);
    this.#next();
  }

  #hear(signal: AbortSignal): void {
    if (this.#heard.has(signal)) return;
    this.#heard.add(signal);
    signal.addEventListener("abort", () => this.#stop(signal), { once: true });
  }

  /** A task cannot hear a signal: its thread ends with it, and the next task starts another. */
  #stop(signal: AbortSignal): void {
    const isStopped = ({ options }: WaitingCall) => options.signal === signal;
    const waiting = this.#line.filter(isStopped);
    this.#line.splice(0, this.#line.length, ...this.#line.filter((one) => !isStopped(one)));
    for (const [thread, one] of this.#busy)
      if (isStopped(one)) {
        this.#busy.delete(thread);
        void thread.end();
        waiting.push(one);
      }
    for (const { resolve } of waiting) resolve(undefined);
    this.#next();
  }
}
