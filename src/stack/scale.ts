/** A system scaled down to one machine: fewer requests, each for longer, on fewer cores, in less time. */
import type { Pacing } from "../exact/index.ts";
import {
  type Curve,
  capacities,
  type Design,
  type Scenario,
  type ScenarioEvent,
  type Site,
} from "../sim/index.ts";

export interface Scale {
  /** Every box has so many times fewer cores. */
  readonly cores: number;
  /** Work takes so many times as long: timers can hold that, and no core of the machine is busy with it. */
  readonly work: number;
  /** So many times fewer requests: cores × work, so that every core is as busy as before. */
  readonly rates: number;
  /** What lasts minutes passes so many times faster: the run, its events, watchers, times to live. */
  readonly time: number;
  /** How long the run lasts, in seconds. */
  readonly seconds: number;
}

/** So many requests a second a machine plays beside all that answers them. */
const perSecMax = 450;
/** Timers are a millisecond late: the shortest work that they hold well is some times as long. */
const leastWork = 8;
const coreFactors = [1, 2, 4];

/** The sizes of boxes that a design has. */
function sizesOf({ box, web, db, workers }: Site): number[] {
  return [
    box.size,
    ...(web.count > 0 ? [web.size] : []),
    db.size,
    ...(db.replicas > 0 ? [db.replicaSize] : []),
    ...(workers.count > 0 ? [workers.size] : []),
  ].filter((size) => size > 0);
}

/** The most requests a second that a scenario's curves come to, those of a crowd among them. */
export function peakPerSec({ streams, events }: Scenario): number {
  const seconds = new Set(streams.flatMap(({ curve }) => curve.map(([atSec]) => atSec)));
  const perSec = [...seconds].map((sec) =>
    streams.reduce((sum, { curve }) => sum + rateBefore(curve, sec), 0),
  );
  const crowds = events.map((event) =>
    event.what === "celebrity" ? event.readsPerSec + event.likesPerSec : 0,
  );
  return Math.max(0, ...perSec) + Math.max(0, ...crowds);
}

/** The rate that a curve has reached at one of its points. */
function rateBefore(curve: Curve, sec: number): number {
  return curve.filter(([atSec]) => atSec <= sec).at(-1)?.[1] ?? 0;
}

/** How a scenario is scaled for some designs, all alike, so that they can be told from one another. */
export function scaleOf(designs: readonly Design[], scenario: Scenario, seconds: number): Scale {
  const sizes = designs.flatMap(({ sites: [home] }) => sizesOf(home));
  const divisors = coreFactors.filter((factor) => sizes.every((size) => size % factor === 0));
  const workAt = (cores: number) => Math.ceil(peakPerSec(scenario) / (cores * perSecMax));
  // As many cores as they are where the traffic is small, otherwise as few as divide all sizes.
  const cores = divisors.find((factor) => workAt(factor) <= leastWork) ?? divisors.at(-1)!;
  const work = Math.max(leastWork, workAt(cores));
  const time = (scenario.ticks * scenario.tickSec) / seconds;
  return { cores, work, rates: cores * work, time, seconds };
}

/** The pace at which the exact simulation plays a scaled system. */
export function paceOf({ work, time, cores }: Scale): Pacing {
  return { work, delays: 1 / time, cores };
}

/** What is stored and remembered shrinks by as much as fewer requests ask for it. */
function fewer(count: number, { rates, time }: Scale): number {
  return Math.max(1, Math.round(count / (rates * time)));
}

/** A design's boxes and times, scaled. */
export function scaledDesign(design: Design, scale: Scale): Design {
  const [home] = design.sites;
  const { cores, time, rates } = scale;
  const { lb, web, cache, db, box, workers } = home;
  const site: Site = {
    ...home,
    box: { ...box, size: box.size / cores },
    lb: { ...lb, interval: lb.interval / time },
    web: { ...web, size: web.size / cores, pool: Math.round(web.pool / cores) },
    cache: { ...cache, ttl: cache.ttl / time, memory: cache.memory / (rates * time) },
    db: { ...db, size: db.size / cores, replicaSize: db.replicaSize / cores },
    workers: { ...workers, size: workers.size / cores },
  };
  return { ...design, sites: [site] };
}

function scaledEvent(event: ScenarioEvent, scale: Scale): ScenarioEvent {
  const { time, rates } = scale;
  const at = (sec: number) => Math.round(sec / time);
  const moved = {
    ...event,
    atSec: at(event.atSec),
    ...(event.untilSec === undefined ? {} : { untilSec: Math.max(at(event.atSec) + 1, at(event.untilSec)) }),
  };
  switch (moved.what) {
    case "restart":
      return { ...moved, durationSec: moved.durationSec / time };
    case "crawl":
      return { ...moved, objects: fewer(moved.objects, scale) };
    case "celebrity":
      return { ...moved, readsPerSec: moved.readsPerSec / rates, likesPerSec: moved.likesPerSec / rates };
    default:
      return moved;
  }
}

/** A day's traffic, data and events, scaled; clients have the patience that they have. */
export function scaledScenario(day: Scenario, scale: Scale): Scenario {
  const { rates, time, seconds } = scale;
  return {
    ...day,
    ticks: seconds,
    tickSec: 1,
    streams: day.streams.map((stream) => ({
      ...stream,
      curve: stream.curve.map(([sec, rate]) => [sec / time, rate / rates] as const),
    })),
    data: { ...day.data, objects: fewer(day.data.objects, scale) },
    events: day.events.map((event) => scaledEvent(event, scale)),
  };
}

const roundTripMs = capacities.delaySec.ownRegionRoundTrip * 1_000;
/** What one in twenty photos takes at least of a worker, who works for times of an exponential law. */
const photoP95Sec = capacities.webCpuSec.photo * Math.log(20);

/**
 * A bound on an indicator of the system, as it stands for the scaled one. The round trip stays as long as it is; work is
 * longer, and what is waited for beside it passes as fast as the day.
 */
export function scaledBound(indicator: string, bound: number, { work, time }: Scale): number {
  if (/Ms$/.test(indicator)) return roundTripMs + Math.max(0, bound - roundTripMs) * work;
  if (indicator === "photoReadyP95Sec") return photoP95Sec * work + Math.max(0, bound - photoP95Sec) / time;
  return /Sec(?:Max)?$/.test(indicator) ? bound / time : bound;
}
