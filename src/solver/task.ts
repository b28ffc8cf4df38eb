/** What a thread may be asked, and how it goes about it: step by step, so that it can tell how far it is. */
import { type Level, play } from "../game/index.ts";
import { design } from "../sim/index.ts";
import type { Findings } from "./search.ts";
import type { Shard } from "./space.ts";

/** Search a shard of a level's space. */
export interface SearchTask {
  readonly kind: "search";
  readonly shard: Shard;
}

/** Run designs exactly. */
export interface VerdictsTask {
  readonly kind: "verdicts";
  readonly runs: readonly ExactRun[];
}

/** A design, and a seed to run it on. */
export interface ExactRun {
  readonly line: string;
  readonly seed: number;
}

/** Prove the level's quick claims. */
export interface ClaimsTask {
  readonly kind: "claims";
}

/** The stars of each run; 0 failed. */
export function* starsOf(level: Level, { runs }: VerdictsTask): Generator<number, number[]> {
  const stars: number[] = [];
  for (const { line, seed } of runs) {
    stars.push(play(level, design(line), seed).stars);
    yield stars.length;
  }
  return stars;
}

/** A search that tells only what is new, so that a message stays short however much was found before. */
export class Reporter {
  private passing = 0;
  private close = 0;

  /** What is new in these findings; the near misses come with the last of them. */
  since(findings: Findings): Findings {
    const news = {
      ...findings,
      passing: findings.passing.slice(this.passing),
      close: findings.close.slice(this.close),
      thrownOut: findings.complete ? findings.thrownOut : [],
    };
    this.passing = findings.passing.length;
    this.close = findings.close.length;
    return news;
  }
}
