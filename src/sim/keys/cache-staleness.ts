/** How old what a cache answers is, by the age of its entries. */
import { lostInvalidationShare } from "../scenario/capacities.ts";

/** Many objects that changed at once. */
export interface Sale {
  readonly share: number;
  readonly atSec: number;
  /** Requests seen since; what it removed comes back as from a cold start. */
  seen: number;
}

/**
 * Share of hits that changes, one by one, have made old: entries of all ages up to the oldest are hit alike.
 * @param changeRate at which one object changes, per second
 * @param ageSec of the oldest entry
 */
export function agedShare(changeRate: number, ageSec: number, invalidates: boolean): number {
  const x = changeRate * ageSec;
  if (!(x > 0)) return 0;
  if (!invalidates) return Math.fround(x < 1e-4 ? x / 2 : 1 + Math.expm1(-x) / x);
  // Those whose invalidation was lost: their mean age under removal by all other changes.
  const gone = -Math.expm1(-x);
  const meanAge = x < 1e-4 ? ageSec / 2 : 1 / changeRate - (ageSec * (1 - gone)) / gone;
  return Math.fround(lostInvalidationShare * changeRate * meanAge);
}

/** Share of the changed objects' entries that are older than the change, so many seconds after it. */
export function olderShare(sinceSec: number, ttlSec: number, invalidates: boolean): number {
  const older = Math.max(0, 1 - sinceSec / ttlSec);
  return invalidates ? older * lostInvalidationShare : older;
}
