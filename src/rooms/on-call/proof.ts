/** What a case claims, proved: it works until the fault, breaks by it, and only the right changes mend it. */
import { finish } from "../../game/index.ts";
import type { Case } from "./case.ts";
import type { ChangeId } from "./changes.ts";
import { cases } from "./data.ts";
import { caseNamed } from "./named.ts";
import { alarmSecOf, brokenAt, dayTicks, faultSecOf, watching } from "./watched.ts";

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
  const { claims, alarmSec } = finish(provingIdle(which, seed));
  if (alarmSec === undefined) return [...claims];
  const tried = which.changes.map((change) => finish(provingChange(which, seed, alarmSec, change)));
  return [...claims, ...tried];
}

/** What the day shows on which nobody does anything; without a second at which the alarm rings nothing can be mended. */
export interface IdleProof {
  readonly claims: readonly CaseClaim[];
  readonly alarmSec?: number;
}

/**
 * The claims that need no change.
 * @yields the share done, 0…1
 */
export function* provingIdle(which: Case, seed: number): Generator<number, IdleProof> {
  const faultSec = faultSecOf(seed);
  const idle = yield* watching(which, seed, [], dayTicks);
  const alarmSec = alarmSecOf(which, idle, faultSec);
  const lookalike = caseNamed(which.lookalike);
  const { place, places, cause, causes, mends, changes } = which;
  const isOffered =
    places.includes(place) &&
    causes.includes(cause) &&
    mends.length > 0 &&
    mends.every((change) => changes.includes(change));
  const claims: CaseClaim[] = [
    { says: "keeps-before", holds: brokenAt(which, idle, faultSec).length === 0 },
    { says: "rings", holds: alarmSec !== undefined },
    { says: "is-on-offer", holds: isOffered },
    { says: "has-a-lookalike", holds: lookalike !== undefined && lookalike.cause !== cause },
  ];
  if (alarmSec === undefined) return { claims };
  const { endSec } = timesOf(which, alarmSec);
  claims.push({ says: "stays-broken", holds: brokenAt(which, idle, endSec).length > 0 });
  return { claims, alarmSec };
}

/**
 * Whether a change does what is said of it.
 * @yields the share done, 0…1
 */
export function* provingChange(
  which: Case,
  seed: number,
  alarmSec: number,
  change: ChangeId,
): Generator<number, CaseClaim> {
  const { atSec, endSec } = timesOf(which, alarmSec);
  const day = yield* watching(which, seed, [{ change, atSec }], endSec);
  const isMended = brokenAt(which, day, endSec).length === 0;
  const isRight = which.mends.includes(change);
  return { says: isRight ? "mends" : "does-not-mend", change, holds: isMended === isRight };
}

/** When a change is made, and when it must have shown, in seconds of the day. */
function timesOf(which: Case, alarmSec: number) {
  const atSec = alarmSec + changedAfterSec;
  return { atSec, endSec: Math.min(dayTicks, atSec + (which.mendsWithinSec ?? mendsWithinSec)) };
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
