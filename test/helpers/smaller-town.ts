/** A level's traffic, boxes and data made smaller alike, for what is too much to play request by request. */
import { capacities, type Design, rateAt, type Scenario } from "../../src/sim/index.ts";

/** Boxes of web and database have so many times fewer cores… */
const fewerCores = 4;
const { cores } = capacities.statelessScaling;
/** …and so do this part of the work of those of the levels (8 → 2 and 4 → 1 alike): requests and objects too. */
const part = cores[8 / fewerCores]! / cores[8]!;

export function inSmallerTown(design: Design): Design {
  const [home, ...others] = design.sites;
  const { web, db } = home;
  const smaller = {
    ...home,
    web: { ...web, size: web.size / fewerCores },
    db: { ...db, size: db.size / fewerCores, replicaSize: db.replicaSize / fewerCores },
  };
  return { ...design, sites: [smaller, ...others] };
}

/** Some pieces of a day in the smaller town, one after the other; what happens at other times is left out. */
export function piecesInSmallerTown(
  scenario: Scenario,
  pieces: readonly (readonly [fromSec: number, untilSec: number])[],
): Scenario {
  const { tickSec } = scenario;
  const kept = pieces.flatMap(([fromSec, untilSec]) =>
    Array.from({ length: (untilSec - fromSec) / tickSec }, (_, tick) => fromSec + tick * tickSec),
  );
  const isPlayed = (sec: number) => kept.some((fromSec) => sec >= fromSec && sec < fromSec + tickSec);
  /** When a time of the day is played: what lasts until one that is left out ends with the piece before. */
  const at = (sec: number) =>
    kept.reduce((sum, fromSec) => sum + Math.min(tickSec, Math.max(0, sec - fromSec)), 0);
  return {
    ...scenario,
    ticks: kept.length,
    streams: scenario.streams.map((stream) => ({
      ...stream,
      curve: kept.map((sec, tick) => [tick * tickSec, part * rateAt(stream.curve, sec)] as const),
    })),
    data: { ...scenario.data, objects: Math.round(scenario.data.objects * part) },
    events: scenario.events
      .filter(({ atSec }) => isPlayed(atSec))
      .map((event) => ({
        ...event,
        atSec: at(event.atSec),
        ...(event.untilSec === undefined ? {} : { untilSec: at(event.untilSec) }),
      })),
  };
}
