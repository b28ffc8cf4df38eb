/**
 * A client that does not wait for answers: every request has its planned time, and its latency counts from there, so
 * that a late client makes latencies longer and never hides one.
 */
import { Agent, get } from "node:http";

/** What is to be sent: request i at `atMs[i]` after the start, to `paths[i]`. */
export interface ToSend {
  readonly port: number;
  readonly atMs: Float64Array;
  readonly paths: readonly string[];
  /** Without it a client waits for ever and asks once. */
  readonly patience?: Patience;
}

export interface Patience {
  readonly timeoutMs: number;
  /** Attempts in all. */
  readonly attempts: number;
  /** So long a client rests before it tries again. */
  readonly backoffMs: number;
  /** Each first attempt pays in a share of a retry, and so many can be saved; without it everybody may try again. */
  readonly budget?: { readonly share: number; readonly savedMax: number };
}

/** What became of the requests, each at its place in the plan. */
export interface SendResult {
  /** How late each was sent, in ms. */
  readonly lateMs: Float64Array;
  /** From the planned time to the answer; NaN where none came. */
  readonly latencyMs: Float64Array;
  /** What the server says: how long the slot was held. */
  readonly serviceMs: Float64Array;
  /** Which box has answered; −1 where none says so. */
  readonly boxes: Int16Array;
  readonly attempts: Uint8Array;
}

/** How far it is: planned requests that have been sent, and answers. */
export interface SoFar {
  readonly sent: number;
  readonly answered: number;
}

/** So long before its time a request is waited for without a timer, which would be late by as much, in ms. */
const spinMs = 1.2;
const tellEveryMs = 1_000;

export const openLoop = {
  /** Plays a plan to the last answer. */
  play: (plan: ToSend, tell: (progress: SoFar) => void): Promise<SendResult> => new Playing(plan, tell).done,
};

export type OpenLoop = typeof openLoop;

class Playing {
  readonly done: Promise<SendResult>;
  readonly #plan: ToSend;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  readonly #played: SendResult;
  readonly #startMs = performance.now();
  #next = 0;
  #open = 0;
  #answered = 0;
  /** Retries that the budget allows by now. */
  #saved = 0;
  #finish!: (played: SendResult) => void;

  constructor(plan: ToSend, tell: (progress: SoFar) => void) {
    this.#plan = plan;
    const count = plan.atMs.length;
    this.#played = {
      lateMs: new Float64Array(count),
      latencyMs: new Float64Array(count).fill(Number.NaN),
      serviceMs: new Float64Array(count).fill(Number.NaN),
      boxes: new Int16Array(count).fill(-1),
      attempts: new Uint8Array(count),
    };
    const telling = setInterval(() => tell({ sent: this.#next, answered: this.#answered }), tellEveryMs);
    this.done = new Promise<SendResult>((resolve) => {
      this.#finish = resolve;
    }).finally(() => {
      clearInterval(telling);
      this.#agent.destroy();
    });
    this.#go();
  }

  #nowMs(): number {
    return performance.now() - this.#startMs;
  }

  #go = (): void => {
    const { atMs, patience: { budget } = {} } = this.#plan;
    const nowMs = this.#nowMs();
    while (this.#next < atMs.length && atMs[this.#next]! <= nowMs) {
      const n = this.#next++;
      this.#played.lateMs[n] = nowMs - atMs[n]!;
      this.#open++;
      if (budget) this.#saved = Math.min(budget.savedMax, this.#saved + budget.share);
      this.#send(n);
    }
    const waitMs = (atMs[this.#next] ?? Number.NaN) - nowMs - spinMs;
    if (Number.isNaN(waitMs)) this.#mayFinish();
    else if (waitMs >= 1) setTimeout(this.#go, waitMs);
    else setImmediate(this.#go);
  };

  #send(n: number): void {
    const { port, paths, patience } = this.#plan;
    this.#played.attempts[n]!++;
    let isOver = false;
    const end = (said?: string) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      if (said === undefined) this.#again(n);
      else this.#answer(n, said);
    };
    const request = get({ host: "127.0.0.1", port, path: paths[n]!, agent: this.#agent }, (response) => {
      let said = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        said += chunk;
      });
      response.once("end", () => end(response.statusCode === 200 ? said : undefined));
      response.once("error", () => end());
    });
    request.once("error", () => end());
    const timer =
      patience &&
      setTimeout(() => {
        end();
        request.destroy();
      }, patience.timeoutMs);
  }

  #answer(n: number, said: string): void {
    const [serviceMs = Number.NaN, , box = -1] = said.split(" ").map(Number);
    this.#answered++;
    this.#played.latencyMs[n] = this.#nowMs() - this.#plan.atMs[n]!;
    this.#played.serviceMs[n] = serviceMs;
    this.#played.boxes[n] = box;
    this.#close();
  }

  /** A try has failed: another one, if there is any left and the budget allows it. */
  #again(n: number): void {
    const { patience } = this.#plan;
    const tried = this.#played.attempts[n]!;
    const mayRetry = patience !== undefined && tried < patience.attempts;
    if (mayRetry && (patience.budget === undefined || this.#saved >= 1)) {
      this.#saved--;
      setTimeout(() => this.#send(n), patience.backoffMs);
    } else this.#close();
  }

  #close(): void {
    this.#open--;
    this.#mayFinish();
  }

  #mayFinish(): void {
    if (this.#open === 0 && this.#next === this.#plan.atMs.length) this.#finish(this.#played);
  }
}
