/** Where the queue and the workers of a site meet: one line a site, and all lines of a world for the report. */
import { LatencyHistogram } from "../../chance/histogram.ts";
import type { SiteAtWork } from "../../engine/site.ts";
import type { World } from "../../engine/world.ts";
import type { Indicators } from "../../names/indicators.ts";
import { WAIT_SEC_MAX } from "../../queueing/station.ts";
import { JobLine } from "./line.ts";

/** The line of a site, which its queue and its workers share. */
export function lineOf(world: World, site: SiteAtWork): JobLine {
  return site.shared(newLine, world);
}

function newLine({ tally }: World, { design }: SiteAtWork): JobLine {
  const { kind, ack, attempts, dead, steps } = design.queue;
  const rules = {
    durable: kind === "durable",
    ackDone: ack === "done",
    attemptsMax: attempts,
    parks: dead,
    steps,
  };
  return new JobLine(rules, tally);
}

/** Indicators over all lines of a world. Asking twice gives the same. */
export function measureLines(world: World, indicators: Indicators): void {
  const ready = new LatencyHistogram();
  let waiting = 0;
  let working = 0;
  let resumed = 0;
  let wasted = 0;
  for (const site of world.sites) {
    if (site.design.queue.kind === "none") continue;
    const line = lineOf(world, site);
    ready.merge(line.ready.histogram);
    addUnfinished(line, world.timeSec, ready);
    waiting += line.waiting;
    working += line.working.total;
    resumed += line.resumed;
    wasted += line.wastedJobs;
  }
  const { tally } = world;
  indicators["photoReadyP50Sec"] = ready.quantileSec(0.5);
  indicators["photoReadyP95Sec"] = ready.quantileSec(0.95);
  indicators["photoReadyP99Sec"] = ready.quantileSec(0.99);
  indicators["photosReadyShare"] = tally.jobs > 0 ? tally.jobsDone / tally.jobs : 1;
  indicators["publishedJobs"] = tally.jobs;
  indicators["doneJobs"] = tally.jobsDone;
  indicators["lostJobs"] = tally.lostJobs;
  indicators["parkedJobs"] = tally.parkedJobs;
  indicators["duplicateJobs"] = tally.duplicateJobs;
  indicators["waitingJobs"] = waiting;
  indicators["workingJobs"] = working;
  indicators["resumedJobs"] = resumed;
  indicators["wastedJobs"] = wasted;
}

/**
 * Jobs that are not ready when the report is asked for would otherwise make a growing line look short.
 * Each counts with the time at which it will be ready if workers go on as they have done in the last minute.
 */
function addUnfinished(line: JobLine, nowSec: number, into: LatencyHistogram): void {
  const rate = line.pace.ratePerSec;
  const { groups } = line.ready;
  let ahead = 0;
  for (const ring of [line.working, line.returned, line.fresh]) {
    for (let i = 0; i < ring.length; i++) {
      const slot = ring.at(i);
      const jobs = ring.jobs[slot]!;
      const hidden = Math.max(0, ring.dueSec[slot]! - nowSec);
      const begins = rate > 0 ? nowSec + Math.max(hidden, ahead / rate) : WAIT_SEC_MAX;
      const ends = rate > 0 ? nowSec + Math.max(hidden, (ahead + jobs) / rate) : WAIT_SEC_MAX;
      if (ring === line.working)
        line.ready.add(jobs, ring.waitFromSec[slot]!, ring.waitToSec[slot]!, ring.workShare[slot]!, into);
      else
        line.ready.add(
          jobs,
          Math.min(WAIT_SEC_MAX, begins - ring.fromSec[slot]!),
          Math.min(WAIT_SEC_MAX, ends - ring.toSec[slot]!),
          ring.workShare[slot]!,
          into,
        );
      if (ring !== line.working) ahead += jobs;
    }
  }
  line.ready.groups = groups;
}
