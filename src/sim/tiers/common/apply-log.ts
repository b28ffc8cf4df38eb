/** What a copy has been sent and has not yet applied. */

import { databaseScaling, databaseSec } from "../../scenario/capacities.ts";

/** Applying takes at most this share of a copy's CPU; the rest stays for reads (a few applier threads of many). */
const applierShareMax = 0.5;
const behindSecMax = 100_000;

/** Writes wait here until the copy works on them; the log has no end. */
export class ApplyLog {
  /** Writes received and not yet applied. */
  backlog = 0;
  /** Writes per second when there last were any. */
  #writesPerSec = 0;

  /** Writes per second that a copy of `vcpu` at `speed` works on in a step: those that come, and those that wait. */
  offered(writesPerSec: number, vcpu: number, speed: number, dtSec: number): number {
    const most = (applierShareMax * databaseScaling.cores[vcpu]! * speed) / databaseSec.replay;
    return Math.min(writesPerSec + this.backlog / dtSec, most);
  }

  /** Takes in what came of a step. */
  settle(writesPerSec: number, appliedPerSec: number, dtSec: number): void {
    this.backlog = Math.max(0, this.backlog + (writesPerSec - appliedPerSec) * dtSec);
    if (writesPerSec > 0) this.#writesPerSec = writesPerSec;
  }

  /** Age of the oldest write that waits to be applied, in seconds: those that wait were made at the rate of writing. */
  get behindSec(): number {
    return this.backlog > 0 ? Math.min(behindSecMax, this.backlog / Math.max(this.#writesPerSec, 1e-6)) : 0;
  }

  /** Time that a copy of `vcpu` needs to apply all of it when it does nothing else, in seconds. */
  catchUpSec(vcpu: number): number {
    return (this.backlog * databaseSec.replay) / databaseScaling.cores[vcpu]!;
  }

  /** Begins where another copy is: they were alike until now. */
  follow(other: ApplyLog): void {
    this.backlog = other.backlog;
    this.#writesPerSec = other.#writesPerSec;
  }
}
