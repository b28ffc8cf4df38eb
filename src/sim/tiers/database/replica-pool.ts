/** Copies of a database: reads are spread over them, and each replays every write. */

import { exponentials, hash32, TABLE_SIZE } from "../../chance/random.ts";
import { newLoad, type World } from "../../engine/world.ts";
import { databaseSec, effectiveCores, waitingPerCore } from "../../scenario/capacities.ts";
import { Mix, paceAt, stretch } from "../common/mix.ts";

/** Applying takes at most this share of a copy's CPU; the rest stays for reads (a few applier threads of many). */
const applierShareMax = 0.5;
/** Users look at their own last write after so many seconds on average (exponential). */
const ownReadAgeSec = 2;
const lagSecMax = 100_000;

/**
 * Copies of one site that are alike. They share reads at random, so one queue stands for all. Replayed writes wait
 * in the same queue as reads; what finds no room stays in the log, which has no end.
 */
export class ReplicaPool {
  readonly station;
  /** Reads for all copies together; filled by the tier, divided here. */
  readonly reads = new Mix();
  /** Writes received and not yet applied, on each copy. */
  backlog = 0;
  /** Mean age of what a read sees, in seconds. */
  lagSec = 0;
  /** Time that written data needs to be applied beyond the way here and the queue, in seconds. */
  applyDelaySec = 0;
  #replaySec = 0;
  /** Writes per second when there last were any. */
  #writesPerSec = 0;
  /** Of one copy, in this tick. */
  readonly load = newLoad();
  readonly #stream: number;

  constructor(world: World, stream: number) {
    this.station = world.newStation();
    this.#stream = stream;
  }

  /** One tick of `boxes` copies of `vcpu` at `speed`, while the primary accepts `writesPerSec`. */
  step(
    world: World,
    boxes: number,
    vcpu: number,
    speed: number,
    writesPerSec: number,
    delaySec: number,
  ): void {
    this.reads.divide(boxes > 1 ? boxes : 1);
    const { dtSec } = world;
    const cores = effectiveCores[vcpu]! * speed;
    const applyMaxPerSec = (applierShareMax * cores) / databaseSec.replay;
    const offered = Math.min(writesPerSec + this.backlog / dtSec, applyMaxPerSec);
    this.reads.add(offered, databaseSec.replay);
    this.reads.fill(this.load, vcpu, speed, databaseSec.cheapRead);
    this.load.queueLimit = waitingPerCore * vcpu;
    this.station.step(this.load, world.tick, dtSec);
    this.station.pace = paceAt(vcpu, this.station.utilization);
    const applied = offered * (1 - this.station.blockedShare);
    this.backlog = Math.max(0, this.backlog + (writesPerSec - applied) * dtSec);
    if (writesPerSec > 0) this.#writesPerSec = writesPerSec;
    this.applyDelaySec = this.#behindSec();
    this.#replaySec = speed > 0 ? (databaseSec.replay * stretch(vcpu)) / speed : 0;
    // What a read sees grows old no faster than time passes.
    this.lagSec = Math.min(
      Math.max(this.lagSec, delaySec) + dtSec,
      delaySec + this.applyDelaySec + this.station.meanWaitSec + this.#replaySec,
    );
  }

  /** Out of reach: what is written meanwhile will have to be caught up. */
  miss(writesPerSec: number, dtSec: number): void {
    this.backlog += writesPerSec * dtSec;
    if (writesPerSec > 0) this.#writesPerSec = writesPerSec;
    this.station.restart();
    this.applyDelaySec = this.#behindSec();
    this.lagSec = this.applyDelaySec;
  }

  /** Age of the oldest write that waits to be applied: those that wait were made at the rate of writing. */
  #behindSec(): number {
    return this.backlog > 0 ? Math.min(lagSecMax, this.backlog / Math.max(this.#writesPerSec, 1e-6)) : 0;
  }

  /** Time that a copy of `vcpu` needs to apply all it has received when it does nothing else, in seconds. */
  catchUpSec(vcpu: number): number {
    return (this.backlog * databaseSec.replay) / effectiveCores[vcpu]!;
  }

  /** Begins where other copies are: they were alike until now. */
  follow(others: ReplicaPool): void {
    this.backlog = others.backlog;
    this.#writesPerSec = others.#writesPerSec;
    this.applyDelaySec = others.applyDelaySec;
    this.lagSec = others.lagSec;
  }

  /** Whether nothing is left of worse times. */
  get isCaughtUp(): boolean {
    return this.backlog <= 0 && this.station.ledgerBacklog <= 0;
  }

  /** A fresh copy: nothing waits, nothing is missing. */
  renew(): void {
    this.backlog = 0;
    this.applyDelaySec = 0;
    this.lagSec = 0;
    this.station.restart();
  }

  /**
   * Share of reads of one's own last write that do not find it: P(lag > age), with the lag of every particle
   * against an age drawn by strata (the PBS view of staleness: Bailis 2012).
   * @param youngestSec age of the youngest write there can be; 0 while writes are accepted
   */
  staleShare(world: World, delaySec: number, youngestSec: number): number {
    const { waitSec, serviceUnit } = this.station;
    const n = waitSec.length;
    const start = hash32(world.options.seed, world.tick, this.#stream) & (TABLE_SIZE - 1) & ~(n - 1);
    const fixed = delaySec + this.applyDelaySec - youngestSec;
    let stale = 0;
    for (let k = 0; k < n; k++) {
      const lag = fixed + waitSec[k]! + serviceUnit[k]! * this.#replaySec;
      if (lag > exponentials[start + k]! * ownReadAgeSec) stale++;
    }
    return stale / n;
  }
}
