/**
 * Exact: clients with a time limit, a back-off, a number of attempts and a retry budget, before one queue of c servers
 * that works on everything it has accepted, whether the client still waits or not. Every request is one event chain.
 */
import { EventHeap, IntRing } from "../../src/exact/event-heap.ts";
import { Prng } from "../../src/exact/prng.ts";

export interface RetriesCase {
  readonly ratePerSec: number;
  readonly servers: number;
  readonly serviceSec: number;
  readonly triggerFactor: number;
  readonly triggerAtSec: number;
  readonly triggerSec: number;
  readonly attempts: number;
  readonly budget: number;
  readonly timeoutSec: number;
  readonly backoffSec: number;
  readonly queueLimit: number;
  readonly ticks: number;
  readonly seed: number;
}

export interface RetriesOutcome {
  /** By second of their arrival: fresh requests, attempts, and fresh requests of which some attempt was answered in time. */
  readonly offered: Float64Array;
  readonly attempts: Float64Array;
  readonly answered: Float64Array;
}

const arrival = 0;
const departure = 1;
const retrial = 2;
const deadline = 3;

export function simulateRetries(input: RetriesCase): RetriesOutcome {
  const { servers, serviceSec, attempts, budget, timeoutSec, backoffSec, queueLimit, ticks } = input;
  const random = new Prng(input.seed);
  const heap = new EventHeap();
  const offered = new Float64Array(ticks);
  const tried = new Float64Array(ticks);
  const answered = new Float64Array(ticks);
  // One record an attempt: when it came, as which attempt, when its request first came.
  const came: number[] = [];
  const nth: number[] = [];
  const first: number[] = [];
  const done: number[] = [];
  const waiting = new IntRing();
  let busy = 0;
  let tokens = 0;

  const rateAt = (t: number) =>
    t >= input.triggerAtSec && t < input.triggerAtSec + input.triggerSec
      ? input.ratePerSec * input.triggerFactor
      : input.ratePerSec;
  const peak = Math.max(input.ratePerSec, input.ratePerSec * input.triggerFactor);
  const push = (time: number, what: number, id: number) => heap.push(time, what + 4 * id);
  const again = (id: number, at: number) => {
    if (nth[id]! + 1 >= attempts) return;
    if (budget < Number.POSITIVE_INFINITY) {
      if (tokens < 1) return;
      tokens--;
    }
    const next = came.length;
    came.push(at);
    nth.push(nth[id]! + 1);
    first.push(first[id]!);
    push(at, retrial, next);
  };
  const start = (id: number, now: number) => {
    push(now + serviceSec * random.exponential(), departure, id);
  };
  const enter = (id: number, now: number) => {
    tried[Math.floor(now)]!++;
    if (busy < servers) {
      busy++;
      start(id, now);
    } else if (waiting.length < queueLimit) waiting.push(id);
    else {
      again(id, now + backoffSec);
      return;
    }
    push(now + timeoutSec, deadline, id);
  };

  push(random.exponential() / peak, arrival, 0);
  while (heap.size > 0) {
    const now = heap.nextTime;
    const event = heap.pop();
    if (now >= ticks) break;
    const what = event % 4;
    const id = (event - what) / 4;
    if (what === arrival) {
      push(now + random.exponential() / peak, arrival, 0);
      if (random.uniform() * peak >= rateAt(now)) continue;
      offered[Math.floor(now)]!++;
      tokens = Math.min(budget * rateAt(now) * 10, tokens + budget);
      const next = came.length;
      came.push(now);
      nth.push(0);
      first.push(now);
      enter(next, now);
    } else if (what === retrial) enter(id, now);
    else if (what === deadline) {
      // The client's patience ends; the server goes on with what it has accepted.
      if (done[id] !== 1) again(id, now + backoffSec);
    } else {
      done[id] = 1;
      if (now - came[id]! <= timeoutSec) answered[Math.floor(first[id]!)]!++;
      if (waiting.length > 0) start(waiting.shift(), now);
      else busy--;
    }
  }
  return { offered, attempts: tried, answered };
}
