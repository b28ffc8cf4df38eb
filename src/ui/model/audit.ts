/** The audit of the design that was run, as far as it has come. */
import { type Audit, type AuditFault, auditOf, faultName, faultsOf } from "../../game/index.ts";
import type { AuditSoFar, DebriefScreen } from "./types.ts";

/** Losses that are tried at a time: their rows come together. */
const atATime = 4;

/** What is known of the audit of the run on view; a design keeps its own. */
export function auditSoFar({ visit, played }: Pick<DebriefScreen, "visit" | "played">): AuditSoFar {
  return visit.audit?.design === played.design ? visit.audit : { design: played.design, rows: [] };
}

/** The losses to be tried next; the first is none at all, told by undefined. Empty when all are known. */
export function lossesToCome({ design, undisturbed, rows }: AuditSoFar): (AuditFault | undefined)[] {
  const known = new Set(rows.map(({ fault }) => faultName(fault)));
  const faults = faultsOf(design).filter((fault) => !known.has(faultName(fault)));
  return [...(undisturbed ? [] : [undefined]), ...faults].slice(0, atATime);
}

/** The whole audit, once all is known. */
export function wholeAudit(soFar: AuditSoFar): Audit | undefined {
  const { undisturbed, rows } = soFar;
  return undisturbed && lossesToCome(soFar).length === 0 ? auditOf(undisturbed, rows) : undefined;
}
