/** What a thread may be asked, as plain data, and how it goes about it: step by step, so that it can tell how far it is. */
import {
  type AtPeak,
  type AuditFault,
  atPeak,
  type Level,
  making,
  type Outcome,
  type PeakRun,
  type Playable,
  type WantedRun,
} from "../game/index.ts";
import { type Design, design } from "../sim/index.ts";
import type { Claim } from "./claim.ts";
import { quickClaimsOf } from "./claims.ts";
import { type ExactResult, runExactly } from "./exact-run.ts";
import { Found } from "./found.ts";
import { rulesOf } from "./rules.ts";
import { type Findings, search } from "./search.ts";
import type { SpacePart } from "./space.ts";

/** A design, a seed to run it on, and whether its traffic is drawn anew. */
export interface SeededDesign {
  readonly line: string;
  readonly seed: number;
  readonly drawsTraffic?: boolean;
}

export type Task =
  /** Run a design once and judge it. */
  | ({ readonly kind: "run" } & WantedRun)
  /** Run a design at the level's peak with one loss, or undisturbed. */
  | {
      readonly kind: "lose";
      readonly design: Design;
      readonly fault?: AuditFault | undefined;
      readonly run?: PeakRun | undefined;
    }
  /** Search a part of a level's space. */
  | { readonly kind: "search"; readonly part: SpacePart }
  /** Run designs exactly and tell their stars, and how clearly. */
  | { readonly kind: "stars"; readonly runs: readonly SeededDesign[] }
  /** Prove the level's quick claims and look at its rules. */
  | { readonly kind: "claims" };

/** What each kind of task ends in. */
export interface Results {
  readonly run: Outcome;
  readonly lose: AtPeak;
  readonly search: Findings;
  readonly stars: readonly ExactResult[];
  readonly claims: readonly Claim[];
}

export type ResultOf<T extends Task> = Results[T["kind"]];
/** Anything playable can be run; only a level can be searched and proven. */
export type SubjectOf<T extends Task> = T["kind"] extends "run" | "lose" ? Playable : Level;

export interface WorkOptions {
  readonly signal?: AbortSignal | undefined;
  /** Hears on the way what a search has found, each time all that is new since the last. */
  readonly onNews?: ((news: Findings) => void) | undefined;
  /** Hears on the way the share of a run or a loss that is done, 0…1. */
  readonly onShare?: ((done: number) => void) | undefined;
}

/** Who does tasks: here, or on threads. */
export interface Workforce {
  /** How many tasks it does side by side. */
  readonly size: number;
  /** Does a task; undefined when it was stopped. */
  readonly work: <T extends Task>(
    subject: SubjectOf<T>,
    task: T,
    options?: WorkOptions,
  ) => Promise<ResultOf<T> | undefined>;
}

/**
 * Does a task.
 * @yields after each step what a search has found so far, and of a run or a loss the share done; nothing for other tasks
 */
export function perform<T extends Task>(
  subject: SubjectOf<T>,
  task: T,
): Generator<Findings | number | undefined, ResultOf<T>> {
  return steps(subject as Level, task) as Generator<Findings | number | undefined, ResultOf<T>>;
}

function* steps(level: Level, task: Task): Generator<Findings | number | undefined, Results[Task["kind"]]> {
  switch (task.kind) {
    case "run":
      return yield* making(level, task);
    case "lose":
      return yield* atPeak(level, task.design, task.fault, task.run);
    case "search":
      return yield* search(level, task.part);
    case "stars": {
      const stars: ExactResult[] = [];
      for (const { line, seed, drawsTraffic } of task.runs) {
        stars.push(runExactly(level, design(line), seed, drawsTraffic));
        yield undefined;
      }
      return stars;
    }
    case "claims": {
      const found = new Found(level);
      const claims: Claim[] = [];
      for (const { prove } of [...quickClaimsOf(level, found), ...rulesOf(level, found)]) {
        claims.push(prove());
        yield undefined;
      }
      return claims;
    }
  }
}

/** A search that tells only what is new, so that a message stays short however much was found before. */
export class Reporter {
  #passing = 0;
  #close = 0;

  /** What is new in these findings; the near misses come with the last of them. */
  since(findings: Findings): Findings {
    const news = {
      ...findings,
      passing: findings.passing.slice(this.#passing),
      close: findings.close.slice(this.#close),
      thrownOut: findings.complete ? findings.thrownOut : [],
    };
    this.#passing = findings.passing.length;
    this.#close = findings.close.length;
    return news;
  }
}
