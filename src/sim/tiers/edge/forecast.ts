/** What bytes will cost, told without a run: the traffic is known, and the edges' memory is followed in long steps. */
import type { RegionName } from "../../design/design.ts";
import { Happenings } from "../../engine/happenings.ts";
import type { ForecastLine } from "../../engine/world.ts";
import type { MemoryLoad } from "../../keys/cache-load.ts";
import { roundTripSec } from "../../scenario/capacities.ts";
import { kinds, type RequestKind, requestKinds } from "../../scenario/kinds.ts";
import { meanRatePerSec, rateAt, type Scenario, type Stream } from "../../scenario/scenario.ts";
import { certain, remembered } from "../common/forecast.ts";
import { Egress } from "./egress.ts";
import {
  type CdnSettings,
  edgeMemory,
  edgeOutage,
  FileShares,
  isOutageIn,
  prefetchedKbPerSec,
  purgeSec,
  purgesIn,
  serviceLines,
} from "./files.ts";

/** Steps in which the edges are followed. */
const stepsMax = 100;

interface Files {
  readonly cdn: CdnSettings;
  /** Where the files come from. */
  readonly home: RegionName;
}

/** The metered lines of files, answers and edges. */
export const forecastFiles = remembered((scenario: Scenario, { cdn, home }: Files): ForecastLine[] => {
  const regions = scenario.streams
    .filter(({ kind }) => kinds[kind].does === "file")
    .flatMap((stream) =>
      Object.keys(stream.regions).map((region) => ({ stream, region: region as RegionName })),
    );
  const egress = new Egress(scenario);
  const sec = scenario.ticks * scenario.tickSec;
  egress.pass(sec);
  for (const kind of requestKinds)
    if (kinds[kind].does !== "file") egress.bookSites(kind, answersOf(scenario, kind, sec));
  for (const { stream, region } of scenario.billBandwidth ? regions : [])
    followEdge(scenario, cdn, stream, region, home, egress);
  if (cdn.assets !== "none")
    egress.bookPrefetch(prefetchedKbPerSec(cdn, scenario.data) * regions.length * sec);
  const lines = [
    ...egress.bill(),
    ...serviceLines(cdn, scenario.data, purgesIn(scenario, cdn), regions.length),
  ];
  return lines.map(({ id, perMonth }) => certain(id, perMonth));
});

function answersOf(scenario: Scenario, kind: RequestKind, sec: number): number {
  return meanRatePerSec(scenario, kind) * sec;
}

/** Books the files of one region over the whole scenario. */
function followEdge(
  scenario: Scenario,
  cdn: CdnSettings,
  stream: Stream,
  region: RegionName,
  home: RegionName,
  egress: Egress,
): void {
  const { data, ticks, tickSec, events } = scenario;
  const steps = Math.min(ticks, stepsMax);
  const dtSec = (ticks * tickSec) / steps;
  const shares = new FileShares(cdn, data);
  const memory = edgeMemory(cdn, data, steps);
  const load: MemoryLoad = {
    readsPerSec: 0,
    changesPerSec: 0,
    crawledPerSec: 0,
    regenerateSec: roundTripSec(region, home),
    filledShare: 1,
    growth: 1,
  };
  const step = { timeSec: 0, dtSec };
  const outages = new Happenings(step, events, "cdn-outage", isOutageIn(region));
  const emptied = events
    .filter(({ what }) => what === "rebrand")
    .flatMap(({ atSec }) => (cdn.versioned ? [atSec] : cdn.purge ? [atSec + purgeSec] : []));
  for (let n = 0; n < steps; n++) {
    const from = n * dtSec;
    const until = from + dtSec;
    const rate = rateAt(stream.curve, from + dtSec / 2) * (stream.regions[region] ?? 0);
    step.timeSec = from;
    const outage = edgeOutage(outages, step);
    if (cdn.assets !== "none") {
      memory.begin(from, dtSec);
      if (emptied.some((atSec) => atSec >= from && atSec < until)) memory.restart(1);
      load.readsPerSec = shares.kept(rate, outage.share);
      memory.look(load);
      shares.split(rate, outage, memory.hitRatio);
      memory.advance(load);
    }
    egress.bookFiles(shares, rate * dtSec);
  }
}
