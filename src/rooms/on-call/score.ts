/** What a shift was worth: time to the right cause, requests lost, changes that did harm. */
import type { Case } from "./case.ts";
import { dayOf, type Shift } from "./shift.ts";
import { brokenAt, lostBetween } from "./watched.ts";

export interface ShiftScore {
  /** Seconds from the alarm to the right part and cause; undefined when they were never named. */
  readonly foundSec: number | undefined;
  readonly wrongNamings: number;
  /** Whether every promise is kept again when the work ends. */
  readonly isRestored: boolean;
  /** Requests lost from the alarm to the end, and those that would have been lost if nobody had done anything. */
  readonly lost: number;
  readonly lostIdle: number;
  /** Changes after which more was lost than without them, by their place among those made. */
  readonly harmful: readonly number[];
  /** One for promises kept again, one for the right name at once, one for no harm done. */
  readonly stars: 0 | 1 | 2 | 3;
}

/** A change does harm when it makes the losses greater by this share of them and by so many requests. */
const harmShare = 1.02;
const harmMin = 1_000;

export function scoreOf(which: Case, shift: Shift): ShiftScore {
  const { alarmSec, nowSec, made, named, seed } = shift;
  const lostWith = (count: number) => lostBetween(dayOf(which, seed, made.slice(0, count)), alarmSec, nowSec);
  const losses = Array.from({ length: made.length + 1 }, (_, count) => lostWith(count));
  const harmful = made.flatMap((_, i) => (losses[i + 1]! > losses[i]! * harmShare + harmMin ? [i] : []));
  const right = named.findIndex(({ place, cause }) => place === which.place && cause === which.cause);
  const isRestored = brokenAt(which, dayOf(which, seed, made), nowSec).length === 0;
  const stars = starsOf(isRestored, [right === 0, harmful.length === 0]);
  return {
    foundSec: right < 0 ? undefined : named[right]!.atSec - alarmSec,
    wrongNamings: named.length - (right < 0 ? 0 : 1),
    isRestored,
    lost: losses.at(-1)!,
    lostIdle: losses[0]!,
    harmful,
    stars,
  };
}

/** Nothing counts while a promise is broken. */
function starsOf(isRestored: boolean, more: readonly [boolean, boolean]): ShiftScore["stars"] {
  return isRestored ? ((1 + more.filter(Boolean).length) as 1 | 2 | 3) : 0;
}

/** What is kept of a shift that is over. */
export function shiftOver({ seed }: Shift, { stars, foundSec, lost }: ShiftScore, atMs: number) {
  return {
    seed,
    stars,
    ...(foundSec === undefined ? {} : { foundSec }),
    lost: Math.round(lost),
    at: new Date(atMs).toISOString(),
  };
}
