/**
 * The line of photo jobs between a queue and its workers, in whole jobs. At every moment
 * published = done + lost + parked + waiting + at work. First come, first served, as a fluid of whole
 * jobs: exact for the line; what is random inside a pool without a line is added by `ReadyTimes`.
 */

import type { Tally } from "../../engine/world.ts";
import { jobs as jobFigures } from "../../scenario/capacities.ts";
import { Cohorts } from "./cohorts.ts";
import { Pace } from "./pace.ts";
import { ReadyTimes } from "./ready-time.ts";

/** How messages are treated. */
export interface LineRules {
  readonly durable: boolean;
  /** Acknowledge when the work is done; otherwise on receipt. */
  readonly ackDone: boolean;
  /** Attempts before a message is given up; 0 is endless. */
  readonly attemptsMax: number;
  /** What is given up is parked for a person to look at; otherwise it is dropped. */
  readonly parks: boolean;
  /** Finished steps are recorded and not done again. */
  readonly steps: boolean;
}

/** Jobs smaller than this are nobody's. */
const epsilon = 1e-6;
/** A crash falls evenly over a job's steps: the share of such jobs with at least one step finished. */
const startedShare = (jobFigures.steps - 1) / jobFigures.steps;
/** What is left of a job resumed at its step: the mean of n/n, (n−1)/n, … 1/n. */
const resumedWorkShare = (jobFigures.steps + 1) / (2 * jobFigures.steps);
/** Work lost by a crash, as a share of a job: half a job, or half a step where steps are recorded. */
const wastedShare = { whole: 0.5, step: 0.5 / jobFigures.steps } as const;

export class JobLine {
  rules: LineRules;
  readonly ready = new ReadyTimes();
  /** What workers could finish each second of late, on average. */
  readonly pace = new Pace();
  /** Waiting for their first attempt, in order of publication. */
  readonly fresh = new Cohorts();
  /** Came back from a crash; each may be taken when due, ahead of the line. */
  readonly returned = new Cohorts();
  /** In a worker's hands. */
  readonly working = new Cohorts();
  /** Messages that kill whoever takes them: in line, and come back. */
  readonly poison = new Cohorts();
  readonly poisonBack = new Cohorts();

  /** Messages that the broker accepts each second in this tick. */
  arrivalsPerSec = 0;
  published = 0;
  done = 0;
  lost = 0;
  parked = 0;
  duplicates = 0;
  resumed = 0;
  /** Work that was thrown away, in whole jobs' worth. */
  wastedJobs = 0;
  /** Jobs that workers can finish each second now. */
  ratePerSec = 0;
  /** Whole jobs' worth of work done in the last tick. */
  worked = 0;

  readonly #tally: Tally;
  #publishedExact = 0;
  #duplicatesExact = 0;
  #budget = 0;
  #taken = 0;

  constructor(rules: LineRules, tally: Tally) {
    this.rules = rules;
    this.#tally = tally;
  }

  /** Jobs in line or hidden until due. */
  get waiting(): number {
    return this.fresh.total + this.returned.total + this.poison.total + this.poisonBack.total;
  }

  /** Age of the oldest job that waits for its first attempt, in seconds. */
  ageSec(nowSec: number): number {
    return this.fresh.length > 0 ? nowSec - this.fresh.fromSec[this.fresh.at(0)]! : 0;
  }

  /** What the broker accepts joins the line, evenly over a stretch of time; fractions are kept for later. */
  publish(fromSec: number, dtSec: number): void {
    this.#publishedExact += this.arrivalsPerSec * dtSec;
    const whole = Math.floor(this.#publishedExact + epsilon);
    this.#publishedExact -= whole;
    this.#count(whole);
    this.fresh.push(whole, fromSec, fromSec + dtSec);
  }

  /** Messages that kill whoever takes them join the line. */
  publishPoison(messages: number, atSec: number): void {
    this.#count(messages);
    this.poison.push(messages, atSec, atSec, 0, atSec);
  }

  #count(jobs: number): void {
    this.published += jobs;
    this.#tally.jobs += jobs;
  }

  /**
   * The broker restarts. In memory: whatever waits is gone. Durable: the line is still there, but jobs in
   * hand can no longer be acknowledged and are given out again, unless a workflow knows that they are done.
   */
  restartBroker(backAtSec: number): void {
    if (!this.rules.durable) {
      this.#lose(this.fresh.clear() + this.returned.clear() + this.poison.clear() + this.poisonBack.clear());
      return;
    }
    if (!this.rules.ackDone || this.rules.steps) return;
    while (this.working.length > 0) {
      const slot = this.working.at(0);
      const jobs = this.working.jobs[slot]!;
      this.#countDuplicates(jobs, 1);
      this.wastedJobs += jobs;
      this.#giveBack(slot, jobs, backAtSec, 1);
      this.working.take(jobs);
    }
  }

  /** A worker stops with so many jobs in its hands. */
  dropFromHands(jobs: number, nowSec: number): void {
    let left = Math.min(jobs, this.working.total);
    while (left > 0) {
      const slot = this.working.at(0);
      const some = Math.min(left, this.working.jobs[slot]!);
      left -= some;
      if (this.rules.ackDone) this.#interrupt(slot, some, nowSec);
      else this.#lose(some);
      this.working.take(some);
    }
  }

  #interrupt(slot: number, jobs: number, nowSec: number): void {
    const { steps } = this.rules;
    this.wastedJobs += jobs * (steps ? wastedShare.step : wastedShare.whole);
    if (steps) this.resumed += jobs;
    else this.#countDuplicates(jobs, startedShare);
    this.#giveBack(slot, jobs, nowSec + jobFigures.visibilitySec, steps ? resumedWorkShare : 1);
  }

  /** Jobs at work (at `slot`) go back to the line, or are given up when they were tried too often. */
  #giveBack(slot: number, jobs: number, dueSec: number, workShare: number): void {
    const attempts = this.working.attempts[slot]! + 1;
    if (this.#givesUp(attempts, jobs)) return;
    const { fromSec, toSec } = this.working;
    this.returned.push(jobs, fromSec[slot]!, toSec[slot]!, attempts, dueSec, workShare);
  }

  #givesUp(attempts: number, jobs: number): boolean {
    if (this.rules.attemptsMax === 0 || attempts < this.rules.attemptsMax) return false;
    if (this.rules.parks) {
      this.parked += jobs;
      this.#tally.parkedJobs += jobs;
    } else this.#lose(jobs);
    return true;
  }

  #lose(jobs: number): void {
    this.lost += jobs;
    this.#tally.lostJobs += jobs;
  }

  #countDuplicates(jobs: number, share: number): void {
    this.#duplicatesExact += jobs * share;
    const whole = Math.floor(this.#duplicatesExact + 0.5) - this.duplicates;
    this.duplicates += whole;
    this.#tally.duplicateJobs += whole;
  }

  /** How many poison messages workers would take now, of so many boxes that could: what came back and is due, and those whose turn has come. */
  poisonAtHand(boxes: number, nowSec: number): number {
    return Math.min(dueIn(this.poisonBack, nowSec) + this.#poisonAhead(), boxes);
  }

  /** Workers take so many poison messages and die of them; the messages return, are parked or are lost. */
  takePoison(messages: number, nowSec: number): void {
    let back = Math.min(messages, dueIn(this.poisonBack, nowSec));
    let left = messages;
    while (left > 0) {
      const source = back > 0 ? this.poisonBack : this.poison;
      if (source.length === 0) return;
      const slot = source.at(0);
      const some = Math.min(back > 0 ? back : left, source.jobs[slot]!);
      const attempts = source.attempts[slot]! + 1;
      const fromSec = source.fromSec[slot]!;
      left -= some;
      back -= some;
      source.take(some);
      if (!this.rules.ackDone) this.#lose(some);
      else if (!this.#givesUp(attempts, some))
        this.poisonBack.push(some, fromSec, fromSec, attempts, nowSec + jobFigures.visibilitySec);
    }
  }

  /** New ones stand in line like everybody: those at its head, published no later than whoever waits longest. */
  #poisonAhead(): number {
    const { poison, fresh } = this;
    const headSec = fresh.length > 0 ? fresh.fromSec[fresh.at(0)]! : Number.POSITIVE_INFINITY;
    let ahead = 0;
    for (let i = 0; i < poison.length; i++) {
      const slot = poison.at(i);
      if (poison.fromSec[slot]! > headSec) break;
      ahead += poison.jobs[slot]!;
    }
    return ahead;
  }

  /**
   * Workers take and finish jobs for a stretch of time.
   * @param servers jobs that can be in work at once
   * @param serviceSec time of one job on one server
   * @param takes whether the broker gives out messages
   */
  work(servers: number, serviceSec: number, takes: boolean, fromSec: number, dtSec: number): void {
    const rate = servers > 0 ? servers / serviceSec : 0;
    this.ratePerSec = rate;
    this.pace.add(rate, dtSec);
    const due = takes ? dueIn(this.returned, fromSec) : 0;
    const supply = (takes ? this.fresh.total + due : 0) + this.working.total;
    // Little: what is in work is what comes through times the time it takes, and never more than all servers.
    const throughput = Math.min(rate, (supply - this.working.total) / dtSec);
    const inWork = Math.min(servers, Math.round(throughput * serviceSec), supply);
    this.ready.pool(servers, serviceSec, this.arrivalsPerSec);
    // Time not used cannot be saved, but for the rest of a job that is being worked on.
    this.#budget = Math.min(this.#budget, 1) + rate * dtSec;
    const budget = this.#budget;
    this.#taken = 0;
    let finish = Math.max(0, supply - inWork);
    while (finish > 0) {
      const most = Math.min(finish, Math.floor(this.#budget + epsilon));
      if (this.working.length === 0 && !this.#take(most, rate, fromSec, dtSec, takes)) break;
      const slot = this.working.at(0);
      const share = this.working.workShare[slot]!;
      const some = Math.min(finish, this.working.jobs[slot]!, Math.floor(this.#budget / share + epsilon));
      if (some <= 0) break;
      this.#finish(slot, some, share);
      finish -= some;
    }
    this.worked = budget - this.#budget;
    while (this.working.total < inWork)
      if (!this.#take(inWork - this.working.total, rate, fromSec, dtSec, takes)) break;
  }

  #finish(slot: number, jobs: number, share: number): void {
    const { working } = this;
    const from = working.waitFromSec[slot]!;
    const to = working.waitToSec[slot]!;
    const held = working.jobs[slot]!;
    this.ready.add(jobs, from, from + ((to - from) * jobs) / held, share);
    working.take(jobs);
    this.#budget -= jobs * share;
    this.done += jobs;
    this.#tally.jobsDone += jobs;
  }

  /** Moves up to `most` jobs of the next cohort into workers' hands; false when none may be taken. */
  #take(most: number, rate: number, fromSec: number, dtSec: number, takes: boolean): boolean {
    if (!takes || rate <= 0 || most <= 0) return false;
    const again = this.returned.length > 0 && this.returned.dueSec[this.returned.at(0)]! <= fromSec;
    const source = again ? this.returned : this.fresh;
    if (source.length === 0) return false;
    const slot = source.at(0);
    const held = source.jobs[slot]!;
    const jobs = Math.min(most, held);
    const first = source.fromSec[slot]!;
    const last = first + ((source.toSec[slot]! - first) * jobs) / held;
    const end = fromSec + dtSec;
    const share = source.workShare[slot]!;
    // With every server busy, the i-th job is taken when the i-th falls free; otherwise at once.
    const firstTaken = Math.max(first, Math.min(end, fromSec + this.#taken / rate));
    this.#taken += jobs * share;
    const lastTaken = Math.max(last, Math.min(end, fromSec + this.#taken / rate));
    const to = this.working.push(jobs, first, last, source.attempts[slot]!, 0, share);
    this.working.waitFromSec[to] = firstTaken - first;
    this.working.waitToSec[to] = lastTaken - last;
    source.take(jobs);
    return true;
  }
}

/** Jobs of a ring in order of due time that are due now. */
function dueIn(ring: Cohorts, nowSec: number): number {
  let due = 0;
  for (let i = 0; i < ring.length; i++) {
    const slot = ring.at(i);
    if (ring.dueSec[slot]! > nowSec) break;
    due += ring.jobs[slot]!;
  }
  return due;
}
