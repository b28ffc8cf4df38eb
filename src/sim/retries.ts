/**
 * Clients that try again. An attempt that failed or was not answered in time comes back after the back-off, while the
 * server may still work on the one before: that is how an overload outlives its cause (Bronson, HotOS 2021; Huang,
 * OSDI 2022). A retry budget is a token bucket: each fresh request pays in a share of a token, each retry takes one.
 */
import type { Source } from "./flow.ts";
import type { Clients } from "./scenario.ts";

/** Tokens older than this are worth nothing (Finagle's budget keeps ten seconds). */
const reserveSec = 10;

export class Retries {
  /** Share of failing attempts that may be tried again in this step. */
  pass = 1;
  /** Seconds that a client has spent before its present attempt, on average: [source × attempts + attempt]. */
  readonly spentSec: Float64Array;
  private readonly attempts: number;
  private readonly budget: number;
  private readonly dtSec: number;
  private readonly steps: number;
  /** What comes back in which step: rates, and rates times the seconds spent; rings. */
  private readonly due: Float64Array[] = [];
  private readonly dueSpent: Float64Array[] = [];
  private tokens = 0;

  constructor(sources: number, clients: Clients, dtSec: number) {
    this.attempts = clients.attempts;
    this.budget = clients.retryBudget;
    this.dtSec = dtSec;
    this.steps = Math.min(4_096, Math.ceil((clients.timeoutSec + clients.backoffSec) / dtSec) + 2);
    this.spentSec = new Float64Array(sources * clients.attempts);
    if (clients.attempts < 2) return;
    for (let i = 0; i < this.spentSec.length; i++) {
      this.due.push(new Float64Array(this.steps));
      this.dueSpent.push(new Float64Array(this.steps));
    }
  }

  /** Whether the budget must know what fails before it lets anything through. */
  get isBudgeted(): boolean {
    return this.attempts > 1 && this.budget < Number.POSITIVE_INFINITY;
  }

  /** Sets a source's attempts after the first: what falls due in this step. */
  release(tick: number, s: number, source: Source): void {
    const slot = tick % this.steps;
    for (let a = 1; a < source.attemptPerSec.length; a++) {
      const i = s * this.attempts + a;
      const due = this.due[i] as Float64Array;
      const spent = this.dueSpent[i] as Float64Array;
      const rate = due[slot] as number;
      source.attemptPerSec[a] = rate;
      this.spentSec[i] = rate > 0 ? (spent[slot] as number) / rate : 0;
      due[slot] = 0;
      spent[slot] = 0;
    }
  }

  /** Pays this step's fresh requests in, and finds which share of the failing attempts the tokens are enough for. */
  decide(freshPerSec: number, failingPerSec: number): void {
    const { dtSec, budget } = this;
    const most = budget * freshPerSec * Math.max(reserveSec, dtSec);
    this.tokens = Math.min(most, this.tokens + budget * freshPerSec * dtSec);
    const wanted = failingPerSec * dtSec;
    this.pass = wanted > 0 ? Math.min(1, this.tokens / wanted) : 1;
    this.tokens -= this.pass * wanted;
  }

  /**
   * Lets attempts of source `s` come back as attempt `attempt`, `afterSec` from now; parts of a step fall into both
   * neighbours. `lostSec` is what the client loses by it.
   */
  schedule(
    tick: number,
    s: number,
    attempt: number,
    ratePerSec: number,
    afterSec: number,
    lostSec: number,
  ): void {
    const i = s * this.attempts + attempt;
    const spent = (this.spentSec[i - 1] as number) + lostSec;
    const ahead = Math.min(this.steps - 1, Math.max(1, afterSec / this.dtSec));
    const whole = Math.floor(ahead);
    const later = ahead - whole;
    this.put(i, (tick + whole) % this.steps, ratePerSec * (1 - later), spent);
    if (later > 0) this.put(i, (tick + whole + 1) % this.steps, ratePerSec * later, spent);
  }

  private put(i: number, slot: number, ratePerSec: number, spentSec: number): void {
    const due = this.due[i] as Float64Array;
    const spent = this.dueSpent[i] as Float64Array;
    due[slot] = (due[slot] as number) + ratePerSec;
    spent[slot] = (spent[slot] as number) + ratePerSec * spentSec;
  }
}
