/**
 * A town a tenth as large whose application is ten times as heavy: as busy as the levels', in a tenth of the requests.
 * It is what the report and the simulation of every single request are compared in, so that a run takes a second.
 */
import type { capacities as all, Scenario } from "../../src/sim/index.ts";
import { dayOf } from "../../src/sim/scenario/day.ts";

type Capacities = typeof all;
type Figures = Readonly<Record<string, number>>;

/** How much smaller the town is, and how much heavier its requests are. */
const factor = 10;

function times<T extends Figures>(figures: T, by: number, keys = Object.keys(figures)): T {
  return { ...figures, ...Object.fromEntries(keys.map((key) => [key, figures[key]! * by])) };
}

/** The reference sheet with ten times the work, and a tenth of what is there for each request. */
export function withTenfoldWork(sheet: Capacities): Capacities {
  const perSecond = ["subKeySec", "feedInsertSec", "moveSec"];
  return {
    ...sheet,
    // Photos are as many in the town as in the levels.
    webCpuSec: { ...times(sheet.webCpuSec, factor), photo: sheet.webCpuSec.photo },
    databaseSec: times(sheet.databaseSec, factor),
    ratePerSecMax: { ...times(sheet.ratePerSecMax, 1 / factor), queue: sheet.ratePerSecMax.queue },
    sharding: {
      ...times(sheet.sharding, factor, perSecond),
      waitingPerRow: Math.round(sheet.sharding.waitingPerRow / factor),
    },
    poolPerCore: Math.round(sheet.poolPerCore / factor),
    listenPerCore: Math.round(sheet.listenPerCore / factor),
    waitingPerCore: Math.round(sheet.waitingPerCore / factor),
    waitingPerNode: {
      balancer: sheet.waitingPerNode.balancer / factor,
      keyValue: Math.round(sheet.waitingPerNode.keyValue / factor),
      sessions: sheet.waitingPerNode.sessions / factor,
    },
  } as Capacities;
}

/** A scenario's requests and data on the day of a seed, a tenth of them; photos and what becomes of them stay. */
export function tenthOf(scenario: Scenario, daySeed: number): Scenario {
  const { data } = scenario;
  // One day for all runs: what differs is luck alone.
  const day = dayOf(scenario, daySeed);
  return {
    ...day,
    streams: scenario.streams.map((stream) =>
      stream.kind === "photo"
        ? stream
        : { ...stream, curve: stream.curve.map(([atSec, rate]) => [atSec, rate / factor] as const) },
    ),
    data: {
      ...data,
      objects: Math.round(data.objects / factor),
      objectKb: data.objectKb * factor,
      assets: Math.round(data.assets / factor),
    },
    events: day.events.map((event) => {
      if (event.what === "crawl") return { ...event, objects: Math.round(event.objects / factor) };
      if (event.what !== "celebrity") return event;
      return {
        ...event,
        readsPerSec: event.readsPerSec / factor,
        likesPerSec: event.likesPerSec / factor,
      };
    }),
  };
}
