/**
 * What is found out about the designs that a level names, each thing once: claims and rules ask for the same verdicts
 * and audits, and these are nearly all that proving a level costs.
 */
import {
  type AtPeak,
  type Audit,
  type AuditFault,
  atPeak,
  auditing,
  auditOf,
  auditRow,
  daySeeds,
  faultsOf,
  finish,
  isCurable,
  type Level,
  type Outcome,
  play,
  undisturbedAt,
  type Verdict,
  verdictOf,
  verdictSeeds,
} from "../game/index.ts";
import { type Design, formatDesign, reportedRun } from "../sim/index.ts";

export const mostStars = 3;

/** What was found of one level; with full precision, on the fixed seeds or those of them that are named. */
export class Found {
  readonly #level: Level;
  readonly #seeds: readonly number[];
  readonly #outcomes = new Map<string, Outcome>();
  readonly #audits = new Map<string, Audit>();
  readonly #peaks = new Map<string, AtPeak>();

  constructor(level: Level, seeds: readonly number[] = verdictSeeds) {
    this.#level = level;
    this.#seeds = seeds;
  }

  /** The verdict: as `decide` has it, where no seeds are named. */
  verdictOn(design: Design, seeds = this.#seeds): Verdict {
    const outcomes = seeds.map((seed) => this.#outcomeOn(design, seed));
    const [first, ...others] = outcomes;
    if (!first || outcomes.some(({ stars, audit }) => stars < mostStars || audit)) return verdictOf(outcomes);
    const audited = finish(auditing(this.#level, design, first));
    this.#outcomes.set(keyOf(design, first.report.seed), audited);
    return verdictOf([audited, ...others]);
  }

  /** The fewest stars over one fixed seed of each kind of day. */
  starsOf(design: Design): number {
    return this.verdictOn(design, daySeeds(this.#level)).stars;
  }

  /** Whether those are three; nothing more is run once a day denies them. */
  hasThree(design: Design): boolean {
    const isDenied = (seed: number) => this.#outcomeOn(design, seed).stars < mostStars;
    return !daySeeds(this.#level).some(isDenied) && this.starsOf(design) === mostStars;
  }

  /** Ten minutes at the level's peak with nothing lost. */
  peakOf(design: Design): AtPeak {
    return once(this.#peaks, formatDesign(design), () => finish(atPeak(this.#level, design)));
  }

  /** The audit's rows that count, on another seed than the one that stars are judged on. */
  auditOf(design: Design): Audit {
    const level = this.#level;
    const run = { ...reportedRun, seed: verdictSeeds[1]! };
    const lose = (fault?: AuditFault) => finish(atPeak(level, design, fault, run));
    return once(this.#audits, formatDesign(design), () =>
      auditOf(
        undisturbedAt(level, lose()),
        faultsOf(design)
          .filter((fault) => isCurable(level, design, fault))
          .map((fault) => auditRow(level, design, fault, lose(fault))),
      ),
    );
  }

  #outcomeOn(design: Design, seed: number): Outcome {
    return once(this.#outcomes, keyOf(design, seed), () => play(this.#level, design, seed));
  }
}

function keyOf(design: Design, seed: number): string {
  return `${seed} ${formatDesign(design)}`;
}

function once<T>(known: Map<string, T>, key: string, find: () => T): T {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}
