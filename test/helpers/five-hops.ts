/** A chain of five queues with a cache branch, walked as the engine walks a route. */

import { LatencyHistogram } from "../../src/sim/chance/histogram.ts";
import { Hop, Route, Source } from "../../src/sim/engine/flow.ts";
import { Walk } from "../../src/sim/engine/walk.ts";
import { newLoad } from "../../src/sim/engine/world.ts";
import { Station, type StationMode } from "../../src/sim/queueing/station.ts";

/** Balancer, web, cache, database on a miss, the way back; at 1,000 requests a second. */
export const fiveHops = [
  { servers: 2, serviceTimeSec: 0.001 },
  { servers: 16, serviceTimeSec: 0.014 },
  { servers: 4, serviceTimeSec: 0.0032 },
  { servers: 8, serviceTimeSec: 0.032, skipShare: 0.8 },
  { servers: 1, serviceTimeSec: 0.0008 },
] as const;

/**
 * Runs the chain and collects the answer times of all ticks after the warm-up.
 * @param rateAt requests per second at a tick
 */
export function runFiveHops(
  particles: number,
  seed: number,
  ticks: number,
  rateAt: (tick: number) => number,
  { mode = "auto", warmUp = 30 }: { readonly mode?: StationMode; readonly warmUp?: number } = {},
): LatencyHistogram {
  const stations = fiveHops.map((_, i) => new Station(particles, seed, i, mode));
  const loads = fiveHops.map(() => newLoad());
  const route = new Route(new Source("page", 0, "us", 0, 1), 0);
  fiveHops.forEach((each, i) => {
    const hop = new Hop(i, { branch: "skipShare" in each ? "miss" : "all" });
    hop.station = stations[i] as Station;
    hop.serviceSec = each.serviceTimeSec;
    route.hops.push(hop);
  });
  route.hitShare = 0.8;
  const walk = new Walk(particles, seed);
  const histogram = new LatencyHistogram();
  for (let tick = 0; tick < ticks; tick++) {
    const rate = rateAt(tick);
    for (let i = 0; i < fiveHops.length; i++) {
      const each = fiveHops[i] as (typeof fiveHops)[number];
      const load = loads[i] as (typeof loads)[number];
      load.arrivalRatePerSec = "skipShare" in each ? rate * (1 - each.skipShare) : rate;
      load.serviceTimeSec = each.serviceTimeSec;
      load.servers = each.servers;
      (stations[i] as Station).step(load, tick, 1);
    }
    walk.run(route, tick, 99, Number.POSITIVE_INFINITY);
    if (tick >= warmUp) histogram.addAll(walk.elapsedSec, rate / particles);
  }
  return histogram;
}
