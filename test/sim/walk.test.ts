import { expect, test } from "vitest";
import { type Branch, Hop, Route, Source } from "../../src/sim/engine/flow.ts";
import { Walk } from "../../src/sim/engine/walk.ts";
import { newLoad } from "../../src/sim/engine/world.ts";
import { Station } from "../../src/sim/queueing/station.ts";

const particles = 64;

/** A queue that has been busy for a while. */
function busyStation(): Station {
  const station = new Station(particles, 7, 1);
  const load = { ...newLoad(), arrivalRatePerSec: 90, serviceTimeSec: 0.01, servers: 1 };
  for (let tick = 0; tick < 30; tick++) station.step(load, tick, 1);
  return station;
}

/** The times of all samples on a way of one stop. */
function timesAt(hitShare: number, branch: Branch, atStop: (hop: Hop) => void): readonly number[] {
  const route = new Route(new Source("page", 0, "us", 0, 1), 0);
  const hop = new Hop(0, { branch });
  hop.serviceSec = 0.01;
  hop.serviceHitSec = 0.002;
  hop.fixedSec = 0.0003;
  atStop(hop);
  route.hops.push(hop);
  route.hitShare = hitShare;
  const walk = new Walk(particles, 7);
  walk.run(route, 30, 5, Number.POSITIVE_INFINITY);
  return [...walk.elapsedSec];
}

test.each(["all", "hit", "miss"] as const)(
  "one queue is what one of a single queue is, to the last bit, for a part of the samples of branch %s",
  (branch) => {
    const station = busyStation();
    for (const share of [0.3, 1]) {
      const alone = timesAt(0.6, branch, (hop) => {
        hop.station = station;
        hop.share = share;
      });
      const ofSeveral = timesAt(0.6, branch, (hop) => {
        hop.stations = [station];
        hop.upTo = Float64Array.of(1);
        hop.share = share;
      });
      expect(alone.some((sec) => sec > 0.0003)).toBe(true);
      if (share < 1 || branch !== "all") expect(alone).toEqual(ofSeveral);
      expect(alone.filter((sec) => sec > 0).length).toBe(ofSeveral.filter((sec) => sec > 0).length);
    }
  },
);

test.each([
  [0, 0, 64],
  [1, 64, 0],
  [0.5, 32, 32],
])("of a hit share of %d so many samples hit and miss: %d, %d", (hitShare, hits, misses) => {
  const stopping = (branch: Branch) => timesAt(hitShare, branch, () => {}).filter((sec) => sec > 0).length;
  expect([stopping("hit"), stopping("miss")]).toEqual([hits, misses]);
});
