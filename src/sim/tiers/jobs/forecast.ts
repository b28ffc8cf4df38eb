/** How many worker boxes will come and go, told without a run: the pool follows the arrivals and the line they make. */

import type { Design, RegionName, Site } from "../../design/design.ts";
import type { ForecastLine } from "../../engine/world.ts";
import {
  boxPricePerMonth,
  jobs as jobFigures,
  statelessScaling,
  webCpuSec,
} from "../../scenario/capacities.ts";
import { kinds } from "../../scenario/kinds.ts";
import { rateAt, type Scenario } from "../../scenario/scenario.ts";
import { regionsOf, remembered, shareOf } from "../common/forecast.ts";
import { WorkerPool } from "./scaling.ts";

/** Time of one core for one photo, in seconds: n cores do a little less than n times the work, so each takes longer. */
export function jobSec({ workers: { size }, queue }: Site): number {
  const cpuSec = webCpuSec.photo + (queue.steps ? jobFigures.steps * jobFigures.stepRecordSec : 0);
  return (cpuSec * size) / statelessScaling.cores[size]!;
}

/** The line of a site's workers beyond those that are always there. */
export function forecastWorkers(design: Design, site: Site, scenario: Scenario): ForecastLine[] {
  const { count, size, max } = site.workers;
  if (site.queue.kind === "none" || max === 0) return [];
  const price = boxPricePerMonth[size]!;
  const extra = Math.max(
    0,
    boxesOnAverage(scenario, { site, regions: regionsOf(design, site, scenario) }) - count,
  );
  return [{ id: "workers-extra", perMonth: extra * price, atLeast: 0, atMost: (max - count) * price }];
}

interface ServedSite {
  readonly site: Site;
  /** Whose photos come here. */
  readonly regions: readonly RegionName[];
}

const boxesOnAverage = remembered((scenario: Scenario, { site, regions }: ServedSite): number => {
  const { ticks, tickSec, streams } = scenario;
  const pool = new WorkerPool(site.workers.count, site.workers.max);
  const boxRate = site.workers.size / jobSec(site);
  const photos = streams.filter(({ kind }) => kinds[kind].isQueued);
  let waiting = 0;
  let boxSec = 0;
  for (let tick = 0; tick < ticks; tick++) {
    const rate = photos.reduce(
      (sum, { curve, regions: from }) => sum + rateAt(curve, (tick + 0.5) * tickSec) * shareOf(from, regions),
      0,
    );
    pool.step(rate, waiting, boxRate, tick * tickSec, tickSec);
    waiting = Math.max(0, waiting + (rate - pool.running * boxRate) * tickSec);
    boxSec += (pool.running + pool.booting) * tickSec;
  }
  return ticks > 0 ? boxSec / (ticks * tickSec) : 0;
});
