/** A copy's box: clients' reads and the replay of every write in one queue. */

import type { Station, StationLoad } from "../../queueing/station.ts";
import { databaseScaling, databaseSec, waitingPerCore } from "../../scenario/capacities.ts";
import { type Mix, paceAt } from "./mix.ts";

/**
 * Steps a copy's queue by `dtSec` under `reads`, to which so many replayed writes are added. Replays are in line like
 * reads, but never refused: what a full line refuses are reads alone, and the longer it is full the more of those who
 * wait are replays. `station.blockedShare` is then that of the reads.
 * @returns replayed writes per second that the queue took in
 */
export function stepCopy(
  station: Station,
  load: StationLoad,
  reads: Mix,
  replaysPerSec: number,
  vcpu: number,
  speed: number,
  tick: number,
  dtSec: number,
): number {
  const readSec = reads.workSec;
  const readsPerSec = reads.ratePerSec;
  reads.add(replaysPerSec, databaseSec.replay);
  const replaySec = reads.workSec - readSec;
  reads.fill(load, vcpu, speed, databaseSec.cheapRead);
  const can = databaseScaling.cores[vcpu]! * speed;
  load.queueLimit = waitingPerCore * vcpu;
  if (readSec + replaySec > can && replaySec < can && readsPerSec > 0) {
    // The mean work of who is let in, over that of who comes.
    const letInPerSec = ((can - replaySec) / readSec) * readsPerSec + replaysPerSec;
    load.queueLimit *= can / letInPerSec / load.workSec!;
  }
  station.step(load, tick, dtSec);
  station.pace = paceAt(vcpu, station.utilization);
  const refusedSec = station.blockedShare * (readSec + replaySec);
  station.blockedShare = readSec > 0 ? Math.min(1, refusedSec / readSec) : 0;
  return replaySec > 0 ? replaysPerSec * (1 - Math.max(0, refusedSec - readSec) / replaySec) : 0;
}
