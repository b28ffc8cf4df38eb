/** What a miss meets behind the cache. */
import type { Route } from "../../engine/flow.ts";

/**
 * Mean time from when a box has looked into the cache for a miss until the answer is there, in seconds, without the tail
 * of samples: the box's own work, and the stops behind the cache, which are those from number `from` on.
 */
export function secBehind(route: Route, from: number): number {
  let sec = 0;
  for (let h = 0; h < from; h++) {
    const { holds, serviceSec, station } = route.hops[h]!;
    if (holds && station) sec += serviceSec * station.pace;
  }
  for (let h = from; h < route.hops.length; h++) {
    const hop = route.hops[h]!;
    if (hop.branch === "hit") continue;
    let wait = hop.station ? hop.station.meanWaitSec : 0;
    let pace = hop.station ? hop.station.pace : 1;
    if (hop.stations) {
      const upTo = hop.upTo;
      let before = 0;
      pace = 0;
      for (let i = 0; i < hop.stations.length; i++) {
        const to = upTo ? upTo[i]! : (i + 1) / hop.stations.length;
        const station = hop.stations[i]!;
        wait += (to - before) * station.meanWaitSec;
        pace += (to - before) * station.pace;
        before = to;
      }
    }
    sec += hop.share * (hop.fixedSec + wait + hop.serviceSec * pace);
  }
  return sec;
}

/** Mean time for which a miss is worked on behind the cache, in seconds, without waits and network. */
export function workBehind(route: Route, from: number): number {
  let sec = 0;
  for (let h = from; h < route.hops.length; h++) {
    const { branch, station, share, serviceSec } = route.hops[h]!;
    if (branch !== "hit" && station) sec += share * serviceSec * station.pace;
  }
  return sec;
}
