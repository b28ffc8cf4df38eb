/** A step back or forward, as a share of the run. */
const scrubShare = 1 / 60;

/** The same in ticks. */
export function scrubTicks(ticks: number): number {
  return Math.max(1, Math.round(ticks * scrubShare));
}
