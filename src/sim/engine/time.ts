/** Moments and spells of time against a step: what is shorter than a step counts for its part of it. */

/** A step: where it begins and how long it is, in seconds. */
export interface StepTime {
  readonly timeSec: number;
  readonly dtSec: number;
}

/** Share of a step that lies in [fromSec, untilSec), 0…1. */
export function overlapShare({ timeSec, dtSec }: StepTime, fromSec: number, untilSec: number): number {
  const from = Math.max(timeSec, fromSec);
  const until = Math.min(timeSec + dtSec, untilSec);
  return until > from ? (until - from) / dtSec : 0;
}

/** Whether a moment lies in a step. */
export function isWithin({ timeSec, dtSec }: StepTime, atSec: number): boolean {
  return atSec >= timeSec && atSec < timeSec + dtSec;
}
