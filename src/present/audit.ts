/** The audit as lines of text: every loss with what came of it, for the screen, the ear and the command line. */
import {
  type Audit,
  type AuditFault,
  type AuditRow,
  availabilityAfter,
  counts,
  type Playable,
} from "../game/index.ts";
import { percent } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { indicatorName, showShare } from "./indicators.ts";
import { faultIn, placeOf, type Sited } from "./sites.ts";

/** How a loss came out: borne, not borne, or not borne and not to be cured with what is on sale. */
export type LossState = "holds" | "breaks" | "not-sold";

/** One loss, told. */
export interface ToldLoss {
  readonly state: LossState;
  readonly fault: string;
  readonly availability: string;
  readonly bound: string;
  readonly outage: string;
  readonly lost: string;
  /** Where requests were lost, goals that were missed, and whether anything helps. */
  readonly why: readonly string[];
}

/** Places told of where requests were lost. */
const placesTold = 2;
/** A smaller share of a row's losses is not worth a line. */
const shareTold = 0.02;

/** The sign of a state, the same wherever it is shown. */
export const lossSigns: Readonly<Record<LossState, string>> = { holds: "✓", breaks: "✗", "not-sold": "·" };

export function lossState(row: Pick<AuditRow, "holds" | "isCurable">): LossState {
  return row.holds ? "holds" : counts(row) ? "breaks" : "not-sold";
}

/** Tells a loss. */
export function toldLoss(words: Words, design: Sited, row: AuditRow): ToldLoss {
  const { audit } = words;
  const { fault, availability, atLeast, outageSec, lost, failedBy, missed } = row;
  const state = lossState(row);
  return {
    state,
    fault: audit.fault(faultIn(fault, design)),
    availability: showShare(availability, atLeast),
    bound: `≥ ${percent(atLeast)}`,
    outage: audit.outage(outageSec),
    lost: audit.lost(lost),
    why: [
      ...failedBy
        .filter(({ count }) => count >= shareTold * lost.requests)
        .slice(0, placesTold)
        .map(({ place, reason, count }) => audit.where({ place: placeOf(place, design), reason, count })),
      ...missed.map((indicator) => audit.missed(indicatorName(words, indicator))),
      ...(state === "not-sold" ? [audit.notSold] : []),
    ],
  };
}

/** A loss as a sentence. */
export function spokenLoss(words: Words, design: Sited, row: AuditRow): string {
  const { state, fault, availability, bound, lost, why } = toldLoss(words, design, row);
  const { outageSec } = row;
  return words.audit.spoken({ state, fault, availability, bound, outageSec, lost, where: why });
}

/** What holding means on a level. */
export function auditRule(words: Words, playable: Pick<Playable, "goals" | "scenario">): string {
  const machine: AuditFault = { part: "web" };
  return words.audit.rule({
    machine: percent(availabilityAfter(playable, machine)),
    others: percent(availabilityAfter(playable)),
  });
}

/** What a level's peak alone does, and whether the audit holds. */
export function auditVerdict(words: Words, { undisturbed, rows, holds }: Audit): readonly [string, string] {
  const curable = rows.filter(({ isCurable }) => isCurable);
  return [
    words.audit.undisturbed({
      availability: percent(undisturbed.availability),
      holds: undisturbed.holds,
    }),
    words.audit.verdict({ broken: curable.filter(counts).length, of: curable.length, holds }),
  ];
}
