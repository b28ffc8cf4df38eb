/** A design that was run, and what came of it. */
import type { Design } from "../sim/index.ts";
import type { Population } from "./population.ts";
import type { Recording } from "./recording.ts";
import type { Verdict } from "./verdict.ts";

/** A design made, and what came of it. */
export interface Played {
  readonly design: Design;
  readonly recording: Recording;
  /** On all seeds; undefined while the other seeds still run. */
  readonly verdict?: Verdict;
  /** All designs that pass, where they are known; it comes with the verdict. */
  readonly population?: Population;
  /** Stars that count, once task and prediction are considered. */
  readonly stars: 0 | 1 | 2 | 3;
  readonly practice: boolean;
}

/** What the run cost a month, meters included. */
export function costOf(played: Played): number {
  return played.recording.outcome.report.costPerMonth;
}
