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

/** Run designs exactly, on each of these seeds. */
export interface VerdictsTask {
  readonly kind: "verdicts";
  readonly lines: readonly string[];
  readonly seeds: readonly number[];
}

/** Prove the level's quick claims. */
export interface ClaimsTask {
  readonly kind: "claims";
}

/** How a design came out on each seed: its stars; 0 failed. */
export interface Verdicts {
  readonly line: string;
  readonly stars: readonly number[];
}

/** Plays each design on each seed. */
export function* verdicts(level: Level, task: VerdictsTask): Generator<number, Verdicts[]> {
  const found: Verdicts[] = [];
  let runs = 0;
  for (const line of task.lines) {
    const stars: number[] = [];
    for (const seed of task.seeds) {
      stars.push(play(level, design(line), seed).stars);
      yield ++runs;
    }
    found.push({ line, stars });
  }
  return found;
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
