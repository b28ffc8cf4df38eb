import { expect, test } from "vitest";
import { Prng } from "../../../src/exact/prng.ts";
import { Servers } from "../../../src/exact/servers.ts";
import { newLoad } from "../../../src/sim/engine/world.ts";
import { Station } from "../../../src/sim/queueing/station.ts";
import { databaseScaling, databaseSec, waitingPerCore } from "../../../src/sim/scenario/capacities.ts";
import { stepCopy } from "../../../src/sim/tiers/common/copy-box.ts";
import { Mix } from "../../../src/sim/tiers/common/mix.ts";

const vcpu = 8;
const replaysPerSec = 15_000;

/** A minute of reads of a hot post and of replays at one copy. */
function copyOf(readsPerSec: number) {
  const station = new Station(256, 1, 1);
  const reads = new Mix();
  let applied = 0;
  for (let tick = 0; tick < 60; tick++) {
    reads.clear();
    reads.add(readsPerSec, databaseSec.hotRead);
    applied = stepCopy(station, newLoad(), reads, replaysPerSec, vcpu, 1, tick, 1);
  }
  return { station, applied };
}

/** The same, operation by operation: what part of the reads is refused, and how long the others wait. */
function exactCopyOf(readsPerSec: number) {
  const prng = new Prng(1);
  const queue = new Servers(vcpu, waitingPerCore * vcpu, 1);
  let refused = 0;
  let reads = 0;
  let waitSec = 0;
  for (let sec = 0; sec < 60; sec += prng.exponential() / (readsPerSec + replaysPerSec)) {
    const isReplay = prng.uniform() * (readsPerSec + replaysPerSec) < replaysPerSec;
    const workSec = prng.exponential() * (isReplay ? databaseSec.replay : databaseSec.hotRead);
    const leavesSec = queue.take(sec, workSec, isReplay);
    if (isReplay || sec < 30) continue;
    reads++;
    if (leavesSec < 0) refused++;
    else waitSec += queue.beganSec - sec;
  }
  return { refusedShare: refused / reads, waitSec: waitSec / (reads - refused) };
}

test("a copy whose line is full refuses reads alone; who waits among many replays waits less long", () => {
  for (const readsPerSec of [20_000, 60_000]) {
    const { station, applied } = copyOf(readsPerSec);
    const exact = exactCopyOf(readsPerSec);
    expect(applied).toBeCloseTo(replaysPerSec, 6);
    expect(station.blockedShare / exact.refusedShare).toBeCloseTo(1, 1);
    expect(station.meanWaitSec / exact.waitSec).toBeCloseTo(1, 1);
  }
});

test("a copy with room refuses nothing, and one that replays keep busy refuses every read", () => {
  expect(copyOf(10_000)).toMatchObject({ applied: replaysPerSec, station: { blockedShare: 0 } });
  const station = new Station(256, 1, 1);
  const reads = new Mix();
  const most = databaseScaling.cores[vcpu]! / databaseSec.replay;
  let applied = 0;
  for (let tick = 0; tick < 60; tick++) {
    reads.clear();
    reads.add(1_000, databaseSec.hotRead);
    applied = stepCopy(station, newLoad(), reads, 2 * most, vcpu, 1, tick, 1);
  }
  expect(station.blockedShare).toBe(1);
  expect(applied / most).toBeCloseTo(1, 2);
});
