/** How late what a measurement rests on was: later than a part of what is measured, and there is no verdict. */
import { figuresOf } from "./figures.ts";
import type { LateBy, Seen } from "./slots-server.ts";

export interface Lateness {
  readonly timers: LateBy;
  readonly loop: LateBy;
  readonly client: LateBy;
  /** The worst mean, as a share of the service time. */
  readonly share: number;
  /** Later than so much of the service time, and there is no verdict. */
  readonly shareMax: number;
  readonly isJudged: boolean;
}

const shareMax = 0.1;

/** Of what a server has seen and a client was late by. */
export function latenessOf({ timers, loop }: Seen, lateMs: Float64Array, serviceMs: number): Lateness {
  const { meanMs, p99Ms } = figuresOf(lateMs);
  const lateBy = { timers, loop, client: { meanMs, p99Ms } };
  const share = Math.max(...Object.values(lateBy).map((each) => each.meanMs)) / serviceMs;
  return { ...lateBy, share, shareMax, isJudged: share <= shareMax };
}
