/** What the forecast of a metered line needs in several tiers. */
import type { Design, RegionName, Site } from "../../design/design.ts";
import type { ForecastLine } from "../../engine/world.ts";
import { roundTripSec } from "../../scenario/capacities.ts";
import type { Scenario, Stream } from "../../scenario/scenario.ts";

/** A line whose amount no run can move. */
export function certain(id: string, perMonth: number): ForecastLine {
  return { id, perMonth, atLeast: perMonth, atMost: perMonth };
}

/** Answers kept for one scenario; a shop asks for the neighbours of a design again and again. */
const keptMax = 512;

/** A function of a scenario and some settings that remembers what it has found, by the settings as text. */
export function remembered<S, T>(
  find: (scenario: Scenario, settings: S) => T,
): (scenario: Scenario, settings: S) => T {
  const known = new WeakMap<Scenario, Map<string, T>>();
  return (scenario, settings) => {
    const key = JSON.stringify(settings);
    const found = known.get(scenario) ?? new Map<string, T>();
    known.set(scenario, found);
    if (!found.has(key)) {
      if (found.size >= keptMax) found.clear();
      found.set(key, find(scenario, settings));
    }
    return found.get(key) as T;
  };
}

/** Regions whose users this site is nearest to, or all where names do not know the way. */
export function regionsOf({ dns, sites }: Design, site: Site, { streams }: Scenario): RegionName[] {
  const all = [...new Set(streams.flatMap(({ regions }) => Object.keys(regions) as RegionName[]))];
  if (!dns.geo) return site === sites[0] ? all : [];
  return all.filter((region) =>
    sites.every(
      (other) => other === site || roundTripSec(region, site.region) < roundTripSec(region, other.region),
    ),
  );
}

/** Share of a stream that comes from some regions. */
export function shareOf(stream: Stream["regions"], regions: readonly RegionName[]): number {
  return regions.reduce((sum, region) => sum + (stream[region] ?? 0), 0);
}
