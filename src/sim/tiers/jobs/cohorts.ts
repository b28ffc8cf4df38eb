/**
 * Jobs in order, kept as cohorts: whole jobs that were published over one stretch of time. A ring of
 * columns, so that a tick allocates nothing; it grows by doubling when it must.
 */
export class Cohorts {
  /** Whole jobs of each cohort. */
  jobs: Float64Array = new Float64Array(64);
  /** When the first and the last of its jobs were published, in seconds. */
  fromSec: Float64Array = new Float64Array(64);
  toSec: Float64Array = new Float64Array(64);
  /** How long its first and its last job waited for a worker, in seconds (jobs at work). */
  waitFromSec: Float64Array = new Float64Array(64);
  waitToSec: Float64Array = new Float64Array(64);
  /** When it may be taken again, in seconds (jobs that came back). */
  dueSec: Float64Array = new Float64Array(64);
  /** Times it was tried before. */
  attempts: Float64Array = new Float64Array(64);
  /** Share of a whole job's work that is left, 0…1. */
  workShare: Float64Array = new Float64Array(64).fill(1);
  /** Cohorts held, and jobs in them. */
  length = 0;
  total = 0;
  #head = 0;

  /** Where the i-th cohort stands in the columns; 0 is the oldest. */
  at(i: number): number {
    return (this.#head + i) & (this.jobs.length - 1);
  }

  /** Appends a cohort; returns where its columns stand. Nothing is appended for no jobs (then −1). */
  push(jobs: number, fromSec: number, toSec: number, attempts = 0, dueSec = 0, workShare = 1): number {
    if (!(jobs > 0)) return -1;
    if (this.length === this.jobs.length) this.#grow();
    const slot = this.at(this.length++);
    this.jobs[slot] = jobs;
    this.fromSec[slot] = fromSec;
    this.toSec[slot] = toSec;
    this.attempts[slot] = attempts;
    this.dueSec[slot] = dueSec;
    this.workShare[slot] = workShare;
    this.waitFromSec[slot] = 0;
    this.waitToSec[slot] = 0;
    this.total += jobs;
    return slot;
  }

  /** Takes whole jobs off the oldest cohort, never more than it has; an emptied cohort leaves. */
  take(jobs: number): void {
    const slot = this.#head;
    const had = this.jobs[slot]!;
    this.total -= jobs;
    if (jobs >= had) {
      this.#head = (this.#head + 1) & (this.jobs.length - 1);
      this.length--;
      return;
    }
    const share = jobs / had;
    this.jobs[slot] = had - jobs;
    this.fromSec[slot] = between(this.fromSec[slot]!, this.toSec[slot]!, share);
    this.waitFromSec[slot] = between(this.waitFromSec[slot]!, this.waitToSec[slot]!, share);
  }

  /** Empties it; returns how many jobs that were. */
  clear(): number {
    const lost = this.total;
    this.length = 0;
    this.total = 0;
    return lost;
  }

  #grow(): void {
    const size = this.jobs.length;
    const widen = (column: Float64Array): Float64Array => {
      const wider = new Float64Array(size * 2);
      for (let i = 0; i < size; i++) wider[i] = column[this.at(i)]!;
      return wider;
    };
    const jobs = widen(this.jobs);
    this.fromSec = widen(this.fromSec);
    this.toSec = widen(this.toSec);
    this.waitFromSec = widen(this.waitFromSec);
    this.waitToSec = widen(this.waitToSec);
    this.dueSec = widen(this.dueSec);
    this.attempts = widen(this.attempts);
    this.workShare = widen(this.workShare);
    this.jobs = jobs;
    this.#head = 0;
  }
}

function between(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
