/** Sites that are dark. */
import { tellsTimes } from "../game/index.ts";
import type { Lesson } from "../levels/index.ts";
import { dayOf, type RegionName } from "../sim/index.ts";
import { showTime } from "../words/figures.ts";
import type { Words } from "../words/index.ts";

/** A site that is dark from a tick on, until another. */
interface Outage {
  readonly region: RegionName;
  readonly from: number;
  readonly until: number;
}

/** All outages of whole sites on a seed's day. */
export function outagesOf({ level }: Lesson, seed: number): Outage[] {
  const { events, tickSec } = dayOf(level.scenario, seed);
  return events.flatMap((event): Outage[] =>
    event.what === "region-outage"
      ? [
          {
            region: event.region,
            from: event.atSec / tickSec,
            until: (event.untilSec ?? Number.POSITIVE_INFINITY) / tickSec,
          },
        ]
      : [],
  );
}

/** Sites that are dark at a moment of a seed's day, each with until when, where that is told. */
export function darkSites(
  { picture: { live } }: Words,
  lesson: Lesson,
  seed: number,
  tick: number,
): ReadonlyMap<RegionName, string> {
  const { ticks, tickSec } = lesson.level.scenario;
  const said = (until: number) =>
    tellsTimes(lesson.level)
      ? live.darkUntil(until < ticks ? showTime(until, tickSec) : undefined)
      : live.dark;
  return new Map(
    outagesOf(lesson, seed)
      .filter(({ from, until }) => from <= tick && tick < until)
      .map(({ region, until }) => [region, said(until)]),
  );
}
