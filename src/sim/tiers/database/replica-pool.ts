/** Copies of a database: reads are spread over them, and each replays every write. */

import { exponentials, hash32, TABLE_SIZE } from "../../chance/random.ts";
import { newLoad, type World } from "../../engine/world.ts";
import { databaseSec, ownReadAgeSec } from "../../scenario/capacities.ts";
import { ApplyLog } from "../common/apply-log.ts";
import { stepCopy } from "../common/copy-box.ts";
import { Mix, stretch } from "../common/mix.ts";

/** Copies of one site that are alike. They share reads at random, so one queue stands for all. */
export class ReplicaPool {
  readonly station;
  /** Reads for all copies together; filled by the tier, divided here. */
  readonly reads = new Mix();
  /** Of each copy. */
  readonly log = new ApplyLog();
  /** Mean age of what a read sees, in seconds. */
  lagSec = 0;
  /** Time that written data needs to be applied beyond the way here and the queue, in seconds. */
  applyDelaySec = 0;
  #replaySec = 0;
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
    const offered = this.log.offered(writesPerSec, vcpu, speed, dtSec);
    const { station, load, reads } = this;
    const applied = stepCopy(station, load, reads, offered, vcpu, speed, world.tick, dtSec);
    this.log.settle(writesPerSec, applied, dtSec);
    this.applyDelaySec = this.log.behindSec;
    this.#replaySec = speed > 0 ? (databaseSec.replay * stretch(vcpu)) / speed : 0;
    // What a read sees grows old no faster than time passes.
    this.lagSec = Math.min(
      Math.max(this.lagSec, delaySec) + dtSec,
      delaySec + this.applyDelaySec + this.station.meanWaitSec + this.#replaySec,
    );
  }

  /** Out of reach: what is written meanwhile will have to be caught up. */
  miss(writesPerSec: number, dtSec: number): void {
    this.log.settle(writesPerSec, 0, dtSec);
    this.station.restart();
    this.applyDelaySec = this.log.behindSec;
    this.lagSec = this.applyDelaySec;
  }

  /** Begins where other copies are: they were alike until now. */
  follow(others: ReplicaPool): void {
    this.log.follow(others.log);
    this.applyDelaySec = others.applyDelaySec;
    this.lagSec = others.lagSec;
  }

  /** Whether nothing is left of worse times. */
  get isCaughtUp(): boolean {
    return this.log.backlog <= 0 && this.station.ledgerBacklog <= 0;
  }

  /** A fresh copy: nothing waits, nothing is missing. */
  renew(): void {
    this.log.backlog = 0;
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
