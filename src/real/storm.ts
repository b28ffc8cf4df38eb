/** A retry storm played request by request, with clients and a server like the real ones: what chance makes of it. */
import { EventHeap, IntRing } from "../exact/event-heap.ts";
import type { Patience } from "./open-loop.ts";
import type { Arrivals } from "./plan.ts";

export interface StormServer {
  readonly slots: number;
  /** So many may wait; more are refused at once. */
  readonly queueLimit: number;
}

/** Which requests were answered at all, and how often each was tried. */
export interface StormEnd {
  readonly isAnswered: Uint8Array;
  readonly attempts: Uint8Array;
}

const kinds = { again: 0, gaveUp: 1, served: 2 } as const;
const kindCount = 3;

/** Plays one: attempts that nobody waits for any more are served all the same. */
export function playStorm(
  { atMs, serviceMs }: Arrivals,
  { slots, queueLimit }: StormServer,
  { timeoutMs, attempts: attemptsMax, backoffMs, budget }: Patience,
): StormEnd {
  const isAnswered = new Uint8Array(atMs.length);
  const attempts = new Uint8Array(atMs.length);
  const events = new EventHeap();
  const waiting = new IntRing();
  /** By attempt: whose it is, and whether its client still waits. */
  const requests: number[] = [];
  const isWaited: boolean[] = [];
  let free = slots;
  let saved = 0;

  const fail = (attempt: number, nowMs: number) => {
    isWaited[attempt] = false;
    const request = requests[attempt]!;
    if (attempts[request]! >= attemptsMax || (budget && saved < 1)) return;
    saved--;
    events.push(nowMs + backoffMs, request * kindCount + kinds.again);
  };
  const serveNext = (nowMs: number) => {
    while (free > 0 && waiting.length > 0) {
      const attempt = waiting.shift();
      free--;
      events.push(nowMs + serviceMs[requests[attempt]!]!, attempt * kindCount + kinds.served);
    }
  };
  const send = (request: number, nowMs: number) => {
    const attempt = requests.push(request) - 1;
    isWaited.push(true);
    attempts[request]!++;
    if (free === 0 && waiting.length >= queueLimit) return fail(attempt, nowMs);
    events.push(nowMs + timeoutMs, attempt * kindCount + kinds.gaveUp);
    waiting.push(attempt);
    serveNext(nowMs);
  };

  for (let next = 0; next < atMs.length || events.size > 0; ) {
    if (next < atMs.length && atMs[next]! <= events.nextTime) {
      if (budget) saved = Math.min(budget.savedMax, saved + budget.share);
      send(next, atMs[next++]!);
      continue;
    }
    const nowMs = events.nextTime;
    const event = events.pop();
    const of = Math.floor(event / kindCount);
    const kind = event % kindCount;
    if (kind === kinds.again) send(of, nowMs);
    else if (kind === kinds.gaveUp) {
      if (isWaited[of]) fail(of, nowMs);
    } else {
      free++;
      if (isWaited[of]) isAnswered[requests[of]!] = 1;
      isWaited[of] = false;
      serveNext(nowMs);
    }
  }
  return { isAnswered, attempts };
}
