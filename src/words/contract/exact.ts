/** What `play exact` says beside the names of indicators. */
import type { Inexpressible } from "../../exact/index.ts";

export interface ExactWords {
  /** Why a design on a level cannot be played. */
  reason(found: Inexpressible): string;
  /** How far one of several runs is. */
  progress(found: { readonly run: number; readonly of: number; readonly share: number }): string;
  /** Over the columns: nothing, the report, the exact runs, what lies between them, how far apart the two are. */
  readonly heads: readonly string[];
  played(found: { readonly runs: number; readonly requests: string }): string;
  /** How many runs meet the goals, and whether the report does. */
  fate(found: { readonly met: number; readonly of: number; readonly isReportMet: boolean }): string;
  /** What the first exact run has of photos that were not ready so many minutes after the end. */
  unready(found: { readonly photos: string; readonly minutes: number }): string;
  /** Over the losses of the first run. */
  readonly lostInFirst: string;
}
