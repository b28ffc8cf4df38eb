/** What `play real` says: real servers beside the simulator. */
import type { QueueFound, QueueNews, RealName, RealTrouble, TimeName } from "../../real/index.ts";

export interface RealWords {
  /** One line on each experiment, by its name. */
  readonly summaries: Readonly<Record<RealName, string>>;
  /** What went wrong: what is missing, too old or has died, and how to mend it. */
  trouble(found: RealTrouble): string;
  readonly queue: RealQueueWords;
}

export interface RealQueueWords {
  readonly calibrating: string;
  /** What was calibrated, how long it measures, and why so long. */
  measuring(found: Extract<QueueNews, { readonly phase: "measuring" }>): string;
  measured(found: Extract<QueueNews, { readonly phase: "measured" }>): string;
  /** Over the columns: nothing, measured, its interval, the same trace, simulated, theory. */
  readonly heads: readonly string[];
  readonly figures: Readonly<Record<TimeName | "busy", string>>;
  value(ms: number | null): string;
  share(share: number | null): string;
  found(found: QueueFound): string;
  /** Timers, the event loop or the client were too late to judge by. */
  late(found: QueueFound["late"]): string;
  /** Where theory and measurement lie apart, and why. */
  apart(found: {
    readonly luck: readonly TimeName[];
    readonly machine: readonly TimeName[];
    /** What the machine adds to the mean, in ms. */
    readonly overheadMs: number;
    readonly seconds: number;
  }): string;
}
