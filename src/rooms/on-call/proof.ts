/** What a case claims, proved: it works until the fault, breaks by it, and only the right changes mend it. */
import type { Case } from "./case.ts";
import type { ChangeId } from "./changes.ts";
import { cases } from "./data.ts";
import { caseNamed } from "./named.ts";
import { alarmSecOf, brokenAt, dayTicks, faultSecOf, type Made, type Watched, watching } from "./watched.ts";

export interface CaseClaim {
  readonly says:
    | "keeps-before"
    | "rings"
    | "stays-broken"
    | "mends"
    | "does-not-mend"
    | "is-on-offer"
    | "has-a-lookalike";
  readonly change?: ChangeId;
  readonly holds: boolean;
}

/** A change is made so long after the alarm, and has so long to show. */
const changedAfterSec = 120;
const mendsWithinSec = 600;

/** All claims of a case on the day of a seed. */
export function proveCase(which: Case, seed: number): CaseClaim[] {
  return [...provingCase(which, seed)].filter((found) => typeof found === "object");
}

/**
 * The same in slices: yields each claim as soon as it has been looked at, and between them the share of all that is
 * done, 0…1.
 */
export function* provingCase(which: Case, seed: number): Generator<number | CaseClaim, void> {
  const daysCount = which.changes.length + 1;
  let daysDone = 0;
  function* watched(made: readonly Made[], untilSec: number): Generator<number, Watched> {
    const steps = watching(which, seed, made, untilSec);
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield (daysDone + step.value) / daysCount;
    daysDone++;
    return step.value;
  }
  const faultSec = faultSecOf(seed);
  const idle = yield* watched([], dayTicks);
  const alarmSec = alarmSecOf(which, idle, faultSec);
  const lookalike = caseNamed(which.lookalike);
  yield { says: "keeps-before", holds: brokenAt(which, idle, faultSec).length === 0 };
  yield { says: "rings", holds: alarmSec !== undefined };
  const { place, places, cause, causes, mends, changes } = which;
  const isOffered =
    places.includes(place) &&
    causes.includes(cause) &&
    mends.length > 0 &&
    mends.every((change) => changes.includes(change));
  yield { says: "is-on-offer", holds: isOffered };
  yield { says: "has-a-lookalike", holds: lookalike !== undefined && lookalike.cause !== cause };
  if (alarmSec === undefined) return;
  const atSec = alarmSec + changedAfterSec;
  const endSec = Math.min(dayTicks, atSec + (which.mendsWithinSec ?? mendsWithinSec));
  yield { says: "stays-broken", holds: brokenAt(which, idle, endSec).length > 0 };
  for (const change of changes) {
    const day = yield* watched([{ change, atSec }], endSec);
    const isMended = brokenAt(which, day, endSec).length === 0;
    const isRight = mends.includes(change);
    yield { says: isRight ? "mends" : "does-not-mend", change, holds: isMended === isRight };
  }
}

/** A case by its id, with its claims. */
export interface ProvenCase {
  readonly id: string;
  readonly claims: readonly CaseClaim[];
}

/** The claims of all cases, or of one. */
export function* proveCases(seed: number, only?: string): Generator<ProvenCase> {
  for (const which of cases)
    if (only === undefined || which.id === only) yield { id: which.id, claims: proveCase(which, seed) };
}
