import { expect, test } from "vitest";
import { newLoad } from "../../src/sim/engine/world.ts";
import { erlangC } from "../../src/sim/queueing/erlang.ts";
import { Station } from "../../src/sim/queueing/station.ts";

/** A box of 8 cores whose requests ask for so much work on average. */
function boxLoad(ratePerSec: number, workSec: number) {
  return { ...newLoad(), arrivalRatePerSec: ratePerSec, serviceTimeSec: workSec, workSec, servers: 8 };
}

test("what waits keeps the work it came with when the mix of traffic changes", () => {
  // Long jobs pile up for 30 s: 12 seconds of work a second, of which the cores do 8.
  const station = new Station(256, 5, 1);
  for (let tick = 0; tick < 30; tick++) station.step(boxLoad(24, 0.5), tick, 1);
  const waitSec = station.meanWaitSec;
  expect(waitSec).toBeGreaterThan(13);
  // Then short ones come, and the cores are half busy with them: 4 of 8 are left for what waits.
  const served: number[] = [];
  let tick = 30;
  for (; station.meanWaitSec > 1; tick++) {
    station.step(boxLoad(400, 0.01), tick, 1);
    served.push(station.departureRatePerSec);
  }
  // 8 × 15 s of work at 4 seconds a second: 30 s, not the half second of as many short requests.
  expect(tick - 30).toBeGreaterThan(0.85 * 2 * waitSec);
  expect(tick - 30).toBeLessThan(1.1 * 2 * waitSec);
  // The long ones leave first: sixteen a second at most.
  for (const rate of served.slice(0, 12)) expect(rate).toBeLessThan(17);
  const kept = station.ledgerBacklog;
  expect(kept).toBeLessThan(10);
});

test("a pace that changes keeps the number of those who wait", () => {
  const station = new Station(256, 5, 1);
  for (let tick = 0; tick < 30; tick++) station.step(boxLoad(24, 0.5), tick, 1);
  const before = station.backlog;
  // Twice as fast from now on: as many wait, for half the time.
  station.step({ ...boxLoad(24, 0.5), serviceTimeSec: 0.25 }, 30, 1);
  expect(station.backlog).toBeGreaterThan(0.9 * before);
});

test("a queue holds as many as may wait, however long they take", () => {
  const station = new Station(256, 5, 1);
  const limited = (ratePerSec: number, workSec: number) => ({
    ...boxLoad(ratePerSec, workSec),
    queueLimit: 100,
  });
  for (let tick = 0; tick < 60; tick++) station.step(limited(24, 0.5), tick, 1);
  expect(station.blockedShare).toBeGreaterThan(0.2);
  expect(station.ledgerBacklog).toBeLessThanOrEqual(100);
  // A hundred long ones wait; as many short ones a second as fill an eighth of the place find room.
  station.step(limited(12, 0.01), 60, 1);
  expect(station.blockedShare).toBeLessThan(0.2);
});

test("the backlog obeys Little's law, at any utilization and any number of servers", () => {
  for (const servers of [1, 8, 64])
    for (const utilization of [0.3, 0.5, 0.8, 0.95]) {
      const station = new Station(256, 3, 1);
      const load = {
        ...newLoad(),
        servers,
        serviceTimeSec: 0.1,
        arrivalRatePerSec: servers * utilization * 10,
      };
      let backlog = 0;
      for (let tick = 0; tick < 400; tick++) {
        station.step(load, tick, 1);
        if (tick >= 100) backlog += station.backlog / 300;
      }
      const waits = erlangC(servers, servers * utilization);
      const expected = (waits * utilization) / (1 - utilization);
      expect(Math.abs(backlog - expected), `${servers} at ${utilization}`).toBeLessThan(
        0.02 + 0.04 * expected,
      );
    }
});
