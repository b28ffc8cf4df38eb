/** What a case claims, proved: it works until the fault, breaks by it, and only the right changes mend it. */
import type { Case } from "./case.ts";
import type { ChangeId } from "./changes.ts";
import { cases } from "./data.ts";
import { caseNamed } from "./shift.ts";
import { alarmSecOf, brokenAt, dayTicks, faultSecOf, watch } from "./watched.ts";

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
  const faultSec = faultSecOf(seed);
  const idle = watch(which, seed, []);
  const alarmSec = alarmSecOf(which, idle, faultSec);
  const lookalike = caseNamed(which.lookalike);
  const claims: CaseClaim[] = [
    { says: "keeps-before", holds: brokenAt(which, idle, faultSec).length === 0 },
    { says: "rings", holds: alarmSec !== undefined },
    {
      says: "is-on-offer",
      holds:
        which.places.includes(which.place) &&
        which.causes.includes(which.cause) &&
        which.mends.length > 0 &&
        which.mends.every((change) => which.changes.includes(change)),
    },
    { says: "has-a-lookalike", holds: lookalike !== undefined && lookalike.cause !== which.cause },
  ];
  if (alarmSec === undefined) return claims;
  const atSec = alarmSec + changedAfterSec;
  const endSec = Math.min(dayTicks, atSec + (which.mendsWithinSec ?? mendsWithinSec));
  claims.push({ says: "stays-broken", holds: brokenAt(which, idle, endSec).length > 0 });
  for (const change of which.changes) {
    const day = watch(which, seed, [{ change, atSec }], endSec);
    const isMended = brokenAt(which, day, endSec).length === 0;
    const mends = which.mends.includes(change);
    claims.push({ says: mends ? "mends" : "does-not-mend", change, holds: isMended === mends });
  }
  return claims;
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
