/** What threads do that is about no playable, as plain data: the days of a case on call, a trial at a bench. */
import { type BenchName, type BenchTrial, benchNamed, type Turned } from "../labs/index.ts";
import {
  type CaseClaim,
  caseNamed,
  type IdleProof,
  provingChange,
  provingIdle,
} from "../rooms/on-call/index.ts";
import { inProcess, inTurns, type Workforce, type WorkOptions } from "../solver/index.ts";

interface OfCase {
  /** The case's id, or that of a variant. */
  readonly case: string;
  readonly seed: number;
}

export type Errand =
  /** The claims of a case that need no change. */
  | ({ readonly kind: "idle" } & OfCase)
  /** What is said of a change. */
  | ({
      readonly kind: "change";
      readonly alarmSec: number;
      readonly change: NonNullable<CaseClaim["change"]>;
    } & OfCase)
  | { readonly kind: "trial"; readonly bench: BenchName; readonly turned: Turned };

interface ErrandResults {
  readonly idle: IdleProof;
  readonly change: CaseClaim;
  readonly trial: BenchTrial;
}

export type ErrandResultOf<E extends Errand> = ErrandResults[E["kind"]];

/** A workforce that can be sent on errands too. */
export interface Hands extends Workforce {
  /** Does an errand; undefined when it was stopped. */
  readonly errand: <E extends Errand>(
    errand: E,
    options?: Pick<WorkOptions, "signal" | "onShare">,
  ) => Promise<ErrandResultOf<E> | undefined>;
}

/**
 * Does an errand.
 * @yields the share done, 0…1
 */
export function* doing<E extends Errand>(errand: E): Generator<number, ErrandResultOf<E>> {
  return (yield* steps(errand)) as ErrandResultOf<E>;
}

function* steps(errand: Errand): Generator<number, ErrandResults[Errand["kind"]]> {
  switch (errand.kind) {
    case "idle":
      return yield* provingIdle(caseOf(errand), errand.seed);
    case "change":
      return yield* provingChange(caseOf(errand), errand.seed, errand.alarmSec, errand.change);
    case "trial":
      return benchNamed(errand.bench).trial(errand.turned);
  }
}

function caseOf({ case: id }: OfCase) {
  const which = caseNamed(id);
  if (!which) throw new Error(`there is no case ${id}`);
  return which;
}

let last: Promise<unknown> = Promise.resolve();

/** All of it in this process, one errand after another: where there are no threads. */
export const ownHands: Hands = {
  ...inProcess,
  errand(errand, { signal, onShare } = {}) {
    const own = last.then(() => inTurns(doing(errand), signal, onShare));
    last = own.catch(() => {});
    return own;
  },
};
