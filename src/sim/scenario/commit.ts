/** What a commit waits for: it decides how long a row is locked, and how far a copy and a failover are behind. */
import { databaseSec, delaySec } from "./capacities.ts";

/** How databases commit. A scenario that does not say has the figures of the reference sheet: 1,000 updates of a row, 3 ms behind. */
export interface CommitSettings {
  /** Whether a commit is confirmed only when its log is on disk (PostgreSQL: `synchronous_commit`). */
  readonly flushed: boolean;
  /** Until the disk has the log, in ms: 0.1 on a good SSD, 5 to 10 on a turning disk. */
  readonly flushMs: number;
  /** There and back between two machines, in ms. */
  readonly networkMs: number;
  /** Trips between web box and database while a transaction holds its row; 0 for one statement that commits itself. */
  readonly trips: number;
}

export interface CommitTimes {
  /** For which an update holds its row when few want it, in seconds. */
  readonly rowLockSec: number;
  /** Until a copy at the same place has received a write, in seconds: what an asynchronous failover loses. */
  readonly shippingSec: number;
  /** Whether an update takes longer the more of them wait for the row. */
  readonly crowds: boolean;
}

/** Changing the row and handing its lock on, in seconds: PostgreSQL 15 made 20,900 updates a second without flush and trips. */
const updateSec = 0.000_05;
/** Waking up for the flush of another's commit and handing the lock on, in seconds, beside a flush of 0.1 ms. */
const wakeSec = 0.000_14;
/** A log that nobody waits for is written every 200 ms (`wal_writer_delay`): measured, a copy had a write after 165 ms. */
const unflushedSec = 0.165;
/** A copy that is sent a flushed commit: measured 0.6 ms on one machine. */
const sendSec = 0.000_5;
/** Each doubling of those who wait, from 2 to 64, makes an update longer by so much: 3,493 a second became 1,886. */
const crowdedPerDoubling = 0.17;
const doublingsMax = 5;

/** The times that settings of commits make; those of the reference sheet without any. */
export function commitTimes(settings: CommitSettings | undefined): CommitTimes {
  if (!settings)
    return { rowLockSec: databaseSec.rowLock, shippingSec: delaySec.replicationHome, crowds: false };
  const { flushed, flushMs, networkMs, trips } = settings;
  const flushSec = flushed ? flushMs / 1_000 + wakeSec : 0;
  return {
    rowLockSec: updateSec + flushSec + (trips * networkMs) / 1_000,
    shippingSec: networkMs / 1_000 + (flushed ? sendSec : unflushedSec),
    crowds: flushed,
  };
}

/** How much longer an update holds its row while so many wait for it. */
export function crowding({ crowds }: CommitTimes, waiting: number): number {
  if (!crowds || waiting <= 2) return 1;
  return Math.fround(1 + crowdedPerDoubling * Math.min(doublingsMax, Math.log2(waiting / 2)));
}
