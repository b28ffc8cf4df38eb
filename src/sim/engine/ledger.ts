/**
 * The books. Whole requests, exactly: in every tick and for every kind,
 * offered = answered + failed + in flight, and failures split by place and reason without a rest.
 * Rates are real numbers; they become whole requests by cumulative rounding, so nothing drifts.
 */
import type { Place } from "../names/places.ts";
import type { Reason } from "../names/reasons.ts";
import { kinds, type RequestTraits, requestKinds } from "../scenario/kinds.ts";

/** A place and a reason for which requests fail. */
export interface Bucket {
  readonly place: Place;
  readonly reason: Reason;
}

/** What a bucket lost in a whole run. */
export interface Failure extends Bucket {
  readonly count: number;
}

/** Requests that a bucket has lost or will have lost: due by tick (a ring), exact and whole sums; each by kind. */
interface Loser {
  readonly due: Float64Array;
  readonly exact: Float64Array;
  readonly whole: Float64Array;
}

const kindCount = requestKinds.length;
/** Longest time in ticks that an outcome may lie in the future. */
const horizon = 128;
const epsilon = 1e-6;

export class Ledger {
  readonly buckets: Bucket[] = [];
  readonly #bucketIndex = new Map<string, number>();
  /** Whole requests so far, by kind. */
  readonly offered = new Float64Array(kindCount);
  readonly answered = new Float64Array(kindCount);
  readonly failed = new Float64Array(kindCount);
  /** Whole requests of the last closed tick, all kinds that users wait for. */
  tickOffered = 0;
  tickAnswered = 0;
  tickFailed = 0;

  readonly #offeredExact = new Float64Array(kindCount);
  readonly #answeredExact = new Float64Array(kindCount);
  readonly #answeredDue = new Float64Array(kindCount * horizon);
  /** Per bucket: the books of what it has lost; none until it first loses something. */
  readonly #losers: (Loser | null)[] = [];
  #slot = 0;

  /** The number of a place-and-reason; made on first use. */
  bucket(place: Place, reason: Reason): number {
    const name = `${place} ${reason}`;
    let index = this.#bucketIndex.get(name);
    if (index === undefined) {
      index = this.buckets.length;
      this.#bucketIndex.set(name, index);
      this.buckets.push({ place, reason });
      this.#losers.push(null);
    }
    return index;
  }

  /** Books requests that arrive in this tick. */
  offer(kind: number, requests: number): void {
    this.#offeredExact[kind] = this.#offeredExact[kind]! + requests;
  }

  /** Books an answer that comes `delayTicks` after this tick. */
  answer(kind: number, requests: number, delayTicks: number): void {
    const at = this.#ringIndex(kind, delayTicks);
    this.#answeredDue[at] = this.#answeredDue[at]! + requests;
  }

  /** Books a failure that is felt `delayTicks` after this tick. */
  fail(kind: number, bucket: number, requests: number, delayTicks: number): void {
    let loser = this.#losers[bucket] as Loser | null;
    if (loser === null) {
      loser = {
        due: new Float64Array(kindCount * horizon),
        exact: new Float64Array(kindCount),
        whole: new Float64Array(kindCount),
      };
      this.#losers[bucket] = loser;
    }
    const at = this.#ringIndex(kind, delayTicks);
    loser.due[at] = loser.due[at]! + requests;
  }

  #ringIndex(kind: number, delayTicks: number): number {
    const delay = delayTicks < 0 ? 0 : delayTicks >= horizon ? horizon - 1 : delayTicks;
    return kind * horizon + ((this.#slot + delay) % horizon);
  }

  /** Closes the tick: what is due becomes whole requests. `onLoss` hears of each bucket that lost some of the kinds that count. */
  close(counts: Uint8Array, onLoss?: (bucket: number, requests: number) => void): void {
    this.tickOffered = 0;
    this.tickAnswered = 0;
    this.tickFailed = 0;
    for (let kind = 0; kind < kindCount; kind++) {
      const wholeOffered = Math.floor(this.#offeredExact[kind]! + epsilon);
      const newOffered = wholeOffered - this.offered[kind]!;
      this.offered[kind] = wholeOffered;
      const at = kind * horizon + this.#slot;
      let newFailed = 0;
      for (let b = 0; b < this.#losers.length; b++) {
        const loser = this.#losers[b] as Loser | null;
        if (loser === null) continue;
        const { due, exact, whole } = loser;
        const amount = due[at]!;
        if (amount === 0) continue;
        due[at] = 0;
        exact[kind] = exact[kind]! + amount;
        const emitted = this.#emit(kind, exact[kind]!, whole, newFailed);
        newFailed += emitted;
        if (emitted > 0 && counts[kind] === 1) onLoss?.(b, emitted);
      }
      this.failed[kind] = this.failed[kind]! + newFailed;
      this.#answeredExact[kind] = this.#answeredExact[kind]! + this.#answeredDue[at]!;
      this.#answeredDue[at] = 0;
      const newAnswered = this.#emit(kind, this.#answeredExact[kind]!, this.answered, 0);
      if (counts[kind] === 1) {
        this.tickOffered += newOffered;
        this.tickAnswered += newAnswered;
        this.tickFailed += newFailed;
      }
    }
    this.#slot = (this.#slot + 1) % horizon;
  }

  /** Turns an exact running sum into whole requests, never more than are in flight. */
  #emit(kind: number, exact: number, whole: Float64Array, pending: number): number {
    const wanted = Math.floor(exact + epsilon) - whole[kind]!;
    const room = this.inFlight(kind) - pending;
    const emitted = wanted < room ? wanted : room;
    whole[kind] = whole[kind]! + emitted;
    return emitted;
  }

  /** Requests offered and not yet answered or failed. */
  inFlight(kind: number): number {
    return this.offered[kind]! - this.answered[kind]! - this.failed[kind]!;
  }

  /** Whole failures of a bucket so far, by kind. */
  failedIn(bucket: number, kind: number): number {
    return this.#losers[bucket]?.whole[kind] ?? 0;
  }

  /** Whole sums over the kinds for which `counts` is 1. */
  totals(counts: Uint8Array): { offered: number; answered: number; failed: number; inFlight: number } {
    const sum = { offered: 0, answered: 0, failed: 0, inFlight: 0 };
    for (let kind = 0; kind < kindCount; kind++) {
      if (counts[kind] !== 1) continue;
      sum.offered += this.offered[kind]!;
      sum.answered += this.answered[kind]!;
      sum.failed += this.failed[kind]!;
      sum.inFlight += this.inFlight(kind);
    }
    return sum;
  }

  /** Failures by place and reason, whole, for the kinds for which `counts` is 1; only those that happened. */
  failedBy(counts: Uint8Array): Failure[] {
    const rows = this.buckets.map(({ place, reason }, b) => {
      let sum = 0;
      for (let kind = 0; kind < kindCount; kind++) if (counts[kind] === 1) sum += this.failedIn(b, kind);
      return { place, reason, count: sum };
    });
    return rows.filter((row) => row.count > 0).sort((a, b) => b.count - a.count);
  }
}

/** A mask over the kinds: 1 where `included` holds. */
export function kindMask(included: (traits: RequestTraits) => boolean): Uint8Array {
  return Uint8Array.from(requestKinds, (kind) => (included(kinds[kind]) ? 1 : 0));
}
