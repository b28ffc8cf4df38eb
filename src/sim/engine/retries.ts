/**
 * Clients that try again. An attempt that failed or was not answered in time comes back after the back-off, while the
 * server may still work on the one before: that is how an overload outlives its cause (Bronson, HotOS 2021; Huang,
 * OSDI 2022). A retry budget is a token bucket: each fresh request pays in a share of a token, each retry takes one
 * at the moment of the failure.
 */

import { delaySec } from "../scenario/capacities.ts";
import type { Clients } from "../scenario/scenario.ts";
import type { Source } from "./flow.ts";

/** Hears of requests whose client gave up because the budget was spent. */
export type GiveUp = (s: number, bucket: number, requests: number, spentSec: number) => void;

/** Numbers kept of each group of failures that waits for a token: source, attempt, bucket, rate, spent, back-off left. */
const fields = 6;

/** What fails in one future step; grows once, and is used again and again. */
interface Failures {
  count: number;
  rows: Float64Array;
}

export class Retries {
  /** Seconds that a client has spent before its present attempt, on average: [source × attempts + attempt]. */
  readonly spentSec: Float64Array;
  /** Whether retries cost tokens. */
  isBudgeted = false;
  readonly #attempts: number;
  #budget = Number.POSITIVE_INFINITY;
  readonly #dtSec: number;
  readonly #steps: number;
  /** What comes back in which step: rates, and rates times the seconds spent; rings. */
  readonly #due: Float64Array[] = [];
  readonly #dueSpent: Float64Array[] = [];
  /** With a budget: what fails in which step; a ring. */
  readonly #failures: Failures[] = [];
  #tokens = 0;

  constructor(sources: number, clients: Clients, dtSec: number) {
    this.#attempts = clients.attempts;
    this.#dtSec = dtSec;
    this.#steps = Math.min(4_096, Math.ceil((clients.timeoutSec + clients.backoffSec) / dtSec) + 3);
    this.spentSec = new Float64Array(sources * clients.attempts);
    if (clients.attempts < 2) return;
    for (let i = 0; i < this.spentSec.length; i++) {
      this.#due.push(new Float64Array(this.#steps));
      this.#dueSpent.push(new Float64Array(this.#steps));
    }
    if (clients.retryBudget < Number.POSITIVE_INFINITY) this.limit(clients.retryBudget);
  }

  /** From now on retries cost tokens: so many, as a share of fresh requests. Those under way come all the same. */
  limit(budget: number): void {
    if (this.#attempts < 2) return;
    this.#budget = budget;
    this.isBudgeted = true;
    while (this.#failures.length < this.#steps)
      this.#failures.push({ count: 0, rows: new Float64Array(16 * fields) });
  }

  /** Sets a source's attempts after the first: what falls due in this step. */
  release(tick: number, s: number, source: Source): void {
    const slot = tick % this.#steps;
    for (let a = 1; a < source.attemptPerSec.length; a++) {
      const i = s * this.#attempts + a;
      const due = this.#due[i]!;
      const spent = this.#dueSpent[i]!;
      const rate = due[slot]!;
      source.attemptPerSec[a] = rate;
      this.spentSec[i] = rate > 0 ? spent[slot]! / rate : 0;
      due[slot] = 0;
      spent[slot] = 0;
    }
  }

  /** Pays this step's fresh requests in, and lets those that fail in it try again as far as the tokens go. */
  decide(tick: number, freshPerSec: number, giveUp: GiveUp): void {
    const dtSec = this.#dtSec;
    const budget = this.#budget;
    const failures = this.#failures[tick % this.#steps]!;
    const { rows } = failures;
    const most = budget * freshPerSec * Math.max(delaySec.retryReserve, dtSec);
    this.#tokens = Math.min(most, this.#tokens + budget * freshPerSec * dtSec);
    let wanted = 0;
    for (let i = 0; i < failures.count; i++) wanted += rows[i * fields + 3]! * dtSec;
    const pass = wanted > 0 ? Math.min(1, this.#tokens / wanted) : 1;
    this.#tokens -= pass * wanted;
    for (let i = 0; i < failures.count; i++) {
      const at = i * fields;
      const s = rows[at]!;
      const rate = rows[at + 3]!;
      const spent = rows[at + 4]!;
      const left = rows[at + 5]!;
      if (pass > 0) {
        const attempt = s * this.#attempts + rows[at + 1]!;
        this.#spread(tick, attempt, rate * pass, left / dtSec, spent + left);
      }
      if (pass < 1) giveUp(s, rows[at + 2]!, rate * (1 - pass) * dtSec, spent);
    }
    failures.count = 0;
  }

  /**
   * Attempts of source `s` that fail `failSec` after they came (0: refused at once), to be tried again as `attempt`
   * after the back-off. `bucket` is where they count if nobody tries again; only a budget asks for it.
   */
  fail(
    tick: number,
    s: number,
    attempt: number,
    bucket: number,
    ratePerSec: number,
    failSec: number,
    backoffSec: number,
  ): void {
    const dtSec = this.#dtSec;
    const i = s * this.#attempts + attempt;
    const spent = this.spentSec[i - 1]! + failSec;
    if (!this.isBudgeted) {
      this.#spread(tick, i, ratePerSec, Math.max(1, (failSec + backoffSec) / dtSec), spent + backoffSec);
      return;
    }
    // What this step refuses is decided in the next one, on the account of its back-off.
    const ahead = Math.min(this.#steps - 2, Math.max(1, failSec / dtSec));
    const left = Math.max(0, failSec + backoffSec - ahead * dtSec);
    const whole = Math.floor(ahead);
    const later = ahead - whole;
    this.#keep(tick + whole, s, attempt, bucket, ratePerSec * (1 - later), spent, left);
    if (later > 0) this.#keep(tick + whole + 1, s, attempt, bucket, ratePerSec * later, spent, left);
  }

  #keep(
    tick: number,
    s: number,
    attempt: number,
    bucket: number,
    ratePerSec: number,
    spentSec: number,
    leftSec: number,
  ): void {
    const failures = this.#failures[tick % this.#steps]!;
    const at = failures.count * fields;
    if (at + fields > failures.rows.length) {
      const wider = new Float64Array(failures.rows.length * 2);
      wider.set(failures.rows);
      failures.rows = wider;
    }
    const { rows } = failures;
    rows[at] = s;
    rows[at + 1] = attempt;
    rows[at + 2] = bucket;
    rows[at + 3] = ratePerSec;
    rows[at + 4] = spentSec;
    rows[at + 5] = leftSec;
    failures.count++;
  }

  /** Lets a rate come back `ahead` steps from now; parts of a step fall into both neighbours. */
  #spread(tick: number, i: number, ratePerSec: number, ahead: number, spentSec: number): void {
    const bounded = Math.min(this.#steps - 2, ahead);
    const whole = Math.floor(bounded);
    const later = bounded - whole;
    this.#put(i, (tick + whole) % this.#steps, ratePerSec * (1 - later), spentSec);
    if (later > 0) this.#put(i, (tick + whole + 1) % this.#steps, ratePerSec * later, spentSec);
  }

  #put(i: number, slot: number, ratePerSec: number, spentSec: number): void {
    const due = this.#due[i]!;
    const spent = this.#dueSpent[i]!;
    due[slot] = due[slot]! + ratePerSec;
    spent[slot] = spent[slot]! + ratePerSec * spentSec;
  }
}
