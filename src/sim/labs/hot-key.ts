/** A lab: one key that many read and that is changed all the time, and what keeps old values out of the cache. */

import { Draws } from "../chance/draws.ts";
import { hash32 } from "../chance/random.ts";
import { streamOf } from "../chance/streams.ts";
import { absentShare, hotKeyHitRatio, hotKeyStaleShare, leasedHotKey } from "../keys/hot-key.ts";
import { checkFields, type LabProblem } from "./input.ts";

/**
 * What stands between a read that comes back late and the entry. `none`: whoever comes back fills it. `lease`: one
 * computes, and an invalidation voids what he brings; the others are given the value that is being replaced. `version`:
 * a value older than the last change is not kept. `secondDelete`: the entry is deleted once more some time later.
 */
export const hotKeyGuards = ["none", "lease", "version", "secondDelete"] as const;
export type HotKeyGuard = (typeof hotKeyGuards)[number];

export interface HotKeyLabInput {
  readonly readsPerSec: number;
  /** Changes, each of which invalidates the entry. */
  readonly changesPerSec: number;
  /** Mean time from a miss to its value (exponential); it is the value of when the read began. */
  readonly computeSec: number;
  /** When the second delete comes, after the first. */
  readonly secondDeleteSec: number;
  readonly seed: number;
}

export interface HotKeyFigures {
  /** Share of reads answered from memory. */
  readonly hitRatio: number;
  /** Share of reads given a value older than the last change. */
  readonly staleShare: number;
  /** Reads a second that ask the store. */
  readonly storePerSec: number;
}

export interface HotKeyLabResult {
  readonly ok: true;
  readonly simulated: Readonly<Record<HotKeyGuard, HotKeyFigures>>;
  /** Null where no formula is known. */
  readonly theory: Readonly<Record<HotKeyGuard, { readonly [K in keyof HotKeyFigures]: number | null }>>;
}

const reads = 300_000;

/** Plays the key read by read under each guard, beside formulas. */
export function hotKeyLab(input: HotKeyLabInput): HotKeyLabResult | LabProblem {
  const problem = checkFields(input, {
    readsPerSec: { min: 0.01, max: 1e6 },
    changesPerSec: { min: 0, max: 1e6 },
    computeSec: { min: 1e-6, max: 60 },
    secondDeleteSec: { min: 1e-6, max: 3_600 },
    seed: { min: 0, max: 4_294_967_295, whole: true },
  });
  if (problem) return problem;
  return {
    ok: true,
    simulated: {
      none: play(input, "none"),
      lease: play(input, "lease"),
      version: play(input, "version"),
      secondDelete: play(input, "secondDelete"),
    },
    theory: theoryOf(input),
  };
}

function theoryOf({ readsPerSec, changesPerSec, computeSec }: HotKeyLabInput): HotKeyLabResult["theory"] {
  const figures = (hitRatio: number, staleShare: number) => ({
    hitRatio,
    staleShare,
    storePerSec: readsPerSec * (1 - hitRatio),
  });
  const hit = hotKeyHitRatio(readsPerSec, changesPerSec, computeSec);
  return {
    none: figures(hit, hotKeyStaleShare(readsPerSec, changesPerSec, computeSec, computeSec, hit)),
    lease: figures(...leasedHotKey(readsPerSec, changesPerSec, computeSec)),
    // Only reads that begin after the change fill.
    version: figures(1 - absentShare(changesPerSec, readsPerSec, computeSec, 0), 0),
    secondDelete: { hitRatio: null, staleShare: null, storePerSec: null },
  };
}

/** Reads under way, the first to be back first: a heap of pairs. */
class UnderWay {
  readonly #backSec: number[] = [];
  readonly #beganSec: number[] = [];

  get nextSec(): number {
    return this.#backSec[0] ?? Number.POSITIVE_INFINITY;
  }

  push(backSec: number, beganSec: number): void {
    let at = this.#backSec.length;
    while (at > 0 && this.#backSec[(at - 1) >> 1]! > backSec) {
      this.#move(at, (at - 1) >> 1);
      at = (at - 1) >> 1;
    }
    this.#backSec[at] = backSec;
    this.#beganSec[at] = beganSec;
  }

  /** When the first that is back began. */
  pop(): number {
    const began = this.#beganSec[0]!;
    const back = this.#backSec.pop()!;
    const last = this.#beganSec.pop()!;
    const size = this.#backSec.length;
    if (size === 0) return began;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && this.#backSec[child + 1]! < this.#backSec[child]!) child++;
      if (this.#backSec[child]! >= back) break;
      this.#move(at, child);
      at = child;
    }
    this.#backSec[at] = back;
    this.#beganSec[at] = last;
    return began;
  }

  #move(to: number, from: number): void {
    this.#backSec[to] = this.#backSec[from]!;
    this.#beganSec[to] = this.#beganSec[from]!;
  }
}

function play(input: HotKeyLabInput, guard: HotKeyGuard): HotKeyFigures {
  const { readsPerSec, changesPerSec, computeSec, secondDeleteSec, seed } = input;
  const draws = new Draws(hash32(seed, 0, streamOf("labs", 1)));
  const underWay = new UnderWay();
  const secondDeletes: number[] = [];
  let deleted = 0;
  let isHere = false;
  /** Of when the value is that is here, or was last; when the key changed last. */
  let asOfSec = 0;
  let changedSec = 0;
  /** When the holder of the lease began; no value is kept of any other. */
  let leaseSec = -1;
  let hits = 0;
  let stale = 0;
  let nextChangeSec = changesPerSec > 0 ? draws.exponential() / changesPerSec : Number.POSITIVE_INFINITY;
  let now = 0;
  for (let i = 0; i < reads; i++) {
    now += draws.exponential() / readsPerSec;
    for (;;) {
      const deleteSec = secondDeletes[deleted] ?? Number.POSITIVE_INFINITY;
      const backSec = underWay.nextSec;
      const next = Math.min(nextChangeSec, deleteSec, backSec);
      if (next > now) break;
      if (next === backSec) {
        const began = underWay.pop();
        if (guard === "lease" && began !== leaseSec) continue;
        if (guard === "version" && began < changedSec) continue;
        isHere = true;
        asOfSec = began;
        leaseSec = -1;
      } else if (next === deleteSec) {
        deleted++;
        isHere = false;
      } else {
        changedSec = next;
        isHere = false;
        leaseSec = -1;
        if (guard === "secondDelete") secondDeletes.push(next + secondDeleteSec);
        nextChangeSec += draws.exponential() / changesPerSec;
      }
    }
    if (isHere || (guard === "lease" && leaseSec >= 0)) {
      hits++;
      if (asOfSec < changedSec) stale++;
      continue;
    }
    leaseSec = now;
    underWay.push(now + computeSec * draws.exponential(), now);
  }
  return { hitRatio: hits / reads, staleShare: stale / reads, storePerSec: (reads - hits) / now };
}
