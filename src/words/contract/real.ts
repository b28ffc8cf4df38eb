/** What `play real` says: real servers beside the simulator. */
import type { Policy } from "../../labs/index.ts";
import type {
  BalancerCase,
  BalancerFound,
  BalancerNews,
  CacheFound,
  CacheNews,
  Lateness,
  QueueFound,
  QueueNews,
  RealName,
  RealPolicy,
  RealTrouble,
  StormFate,
  StormFound,
  TimeName,
} from "../../real/index.ts";
import type { StackRunWords } from "./stack.ts";

export interface RealWords {
  /** One line on each experiment, by its name. */
  readonly summaries: Readonly<Record<RealName, string>>;
  /** What went wrong: what is missing, too old or has died, and how to mend it. */
  trouble(found: RealTrouble): string;
  readonly calibrating: string;
  /** It plays exactly what it has measured, and simulates it. */
  readonly computing: string;
  /** How far a measurement is. */
  soFar(found: { readonly share: number; readonly sent: number; readonly answered: number }): string;
  /** Timers, the event loop or the client were too late to judge by. */
  late(found: Lateness): string;
  readonly queue: RealQueueWords;
  readonly retries: RealRetriesWords;
  readonly balancer: RealBalancerWords;
  readonly cache: RealCacheWords;
  readonly level: StackRunWords;
}

export interface RealQueueWords {
  /** What was calibrated, how long it measures, and why so long. */
  measuring(found: Extract<QueueNews, { readonly phase: "measuring" }>): string;
  /** Over the columns: nothing, measured, its interval, the same trace, simulated, theory. */
  readonly heads: readonly string[];
  readonly figures: Readonly<Record<TimeName | "busy", string>>;
  value(ms: number | null): string;
  share(share: number | null): string;
  found(found: QueueFound): string;
  /** Where theory and measurement lie apart, and why. */
  apart(found: {
    readonly luck: readonly TimeName[];
    readonly machine: readonly TimeName[];
    /** What the machine adds to the mean, in ms. */
    readonly overheadMs: number;
    readonly seconds: number;
  }): string;
}

export interface RealRetriesWords {
  measuring(found: { readonly seconds: number; readonly runs: number }): string;
  /** Over the columns: nothing, answered before, during and after, attempts a request after, how it ends. */
  readonly heads: readonly string[];
  run(number: number): string;
  readonly sameTrace: string;
  readonly simulated: string;
  /** The first run again, its clients with a budget. */
  cure(budget: number): string;
  share(share: number): string;
  attempts(attempts: number): string;
  fate(fate: StormFate): string;
  /** Predicted beside measured: the odds, what keeps it down, what the budget does, and where they differ. */
  lesson(found: StormFound & { readonly budget: number }): string;
}

export interface RealBalancerWords {
  measuring(found: Extract<BalancerNews, { readonly phase: "measuring" }>): string;
  /** Over the columns: case, policy, measured mean, p95 and its interval, the same of its trace, the lab's, lost. */
  readonly heads: readonly string[];
  readonly cases: Readonly<Record<BalancerCase, string>>;
  readonly policies: Readonly<Record<Policy, string>>;
  value(ms: number | null): string;
  count(requests: number): string;
  /** Which balancer it was, and where and why prediction and measurement differ. */
  lesson(found: BalancerFound): string;
}

export interface RealCacheWords {
  reading(found: { readonly policy: RealPolicy; readonly reads: number }): string;
  restarting(found: Extract<CacheNews, { readonly phase: "restart" }>): string;
  hotKey(found: { readonly seconds: number }): string;
  /** Over the columns of its tables: hits by policy, after a restart, of the hot key. */
  readonly heads: Readonly<Record<"policies" | "refill" | "hotKey", readonly string[]>>;
  readonly policies: Readonly<Record<RealPolicy, string>>;
  readonly guards: Readonly<Record<"none" | "lease", string>>;
  afterReads(reads: number): string;
  share(share: number): string;
  count(entries: number): string;
  rate(perSec: number): string;
  /** Which cache it was, and where and why prediction and measurement differ. */
  lesson(found: CacheFound): string;
}
