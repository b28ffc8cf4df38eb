/** Spells of time against steps: a fault shorter than a step hurts for its part of it. */

/** Where a step lies in time. */
export interface StepTime {
  readonly timeSec: number;
  readonly dtSec: number;
}

/** Share of the present step that lies in [fromSec, untilSec), 0…1. */
export function overlapShare({ timeSec, dtSec }: StepTime, fromSec: number, untilSec: number): number {
  const from = Math.max(timeSec, fromSec);
  const until = Math.min(timeSec + dtSec, untilSec);
  return until > from ? (until - from) / dtSec : 0;
}
