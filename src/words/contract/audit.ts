/** What the audit says: every part lost once. */
import type { FaultPart, Lost } from "../../game/index.ts";
import type { PlaceParts, Reason, RegionName } from "../../sim/index.ts";

export interface AuditWords {
  readonly title: string;
  readonly beside: string;
  /** What holding means: how much of ten minutes a machine's loss must leave, and any other. */
  rule(found: { readonly machine: string; readonly others: string }): string;
  /** What is lost, as it is called: "one web box", "zone A", "the site in Korea". */
  fault(found: { readonly part: FaultPart; readonly region?: RegionName }): string;
  /** The heads of the table: nothing, what is lost, availability, its bound, the longest outage, what was lost. */
  readonly heads: readonly string[];
  outage(sec: number): string;
  lost(found: Lost): string;
  /** So many failed at a place for a reason. */
  where(found: { readonly count: number; readonly place: PlaceParts; readonly reason: Reason }): string;
  /** A goal for what is lost for good that was missed. */
  missed(indicator: string): string;
  readonly notSold: string;
  undisturbed(found: { readonly availability: string; readonly holds: boolean }): string;
  /** So many of the losses that count are not borne. */
  verdict(found: { readonly broken: number; readonly of: number; readonly holds: boolean }): string;
  progress(found: { readonly done: number; readonly of: number }): string;
  /** The audit among a star's goals: the loss of a part that is not borne; all losses, and that they are; the peak. */
  lostPart(fault: string): string;
  readonly every: string;
  readonly borne: string;
  readonly peak: string;
  /** Where all losses are shown. */
  readonly see: string;
  /** One loss for those who listen. */
  spoken(found: {
    readonly fault: string;
    readonly availability: string;
    readonly bound: string;
    readonly outageSec: number;
    readonly lost: string;
    readonly where: readonly string[];
    readonly state: "holds" | "breaks" | "not-sold";
  }): string;
}
