/** What the labs print: the names of their figures and how one ended. */
import type { HotKeyGuard, LabFigure } from "../../sim/index.ts";

/** Figures of a lab that stand beside a theory. */
export type LabFigureName = LabFigure | "halfWidthShare" | "perSec";

export interface LabWords {
  /** Figures that stand beside their theory, in at most 24 cells. */
  readonly figures: Readonly<Record<LabFigureName, string>>;
  /** Heads of columns. */
  readonly simulated: string;
  readonly counted: string;
  readonly theory: string;
  readonly ideal: string;
  readonly difference: string;
  readonly workShare: string;
  /** What guards a hot key's entry, and how often the store is asked. */
  readonly guards: Readonly<Record<HotKeyGuard, string>>;
  readonly storeRate: string;
  shard(number: number): string;
  /** How long a queue remembers; what a cache hits once a restart is forgotten. */
  readonly relaxationSec: string;
  readonly steadyHitRatio: string;
  /** What full batches get done. */
  readonly mostPerSec: string;
  readonly freshUtilization: string;
  readonly attemptsUtilization: string;
  readonly canCollapse: string;
  readonly yes: string;
  readonly no: string;
  /** How an overload ended: `recoverySec` after its end, or never. */
  ending(found: { readonly isCollapsed: boolean; readonly recoverySec: string | undefined }): string;
}
