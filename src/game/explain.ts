/**
 * The cause of a failure, as a chain: what happened, what saturated or fell, what it dragged along, who was
 * hurt. From the run's own causes.
 */
import type { Cause, Report } from "../sim/index.ts";

/** The links worth telling, in order of time, and the losses by size. */
export interface Explanation {
  /** What set it off, when an event did. */
  readonly trigger?: Cause;
  /** The first part that fell or saturated. */
  readonly first?: Cause;
  /** What fell or saturated after it. */
  readonly dragged: readonly Cause[];
  /** Events that set off what is told besides the first part: other faults, other large losses. */
  readonly besides: readonly Cause[];
  /** Where and why requests were lost, largest first. */
  readonly losses: readonly Cause[];
}

const draggedMax = 3;
/** How many losses are told, and the share of all failures below which one is not. */
const lossesMax = 3;
const lossShareMin = 0.01;
/** Ticks by which a loss may be noticed before its fault is. */
const early = 5;
/** Ticks after an event, or after its end, in which what saturates is put down to it. */
const aftermath = 40;
/** The same for news: their crowds come by and by. */
const crowdAftermath = 120;

/** The events that can bring about a loss, by its reason. */
const bringers: Readonly<Record<string, readonly string[]>> = {
  "process is down": ["restart"],
  "box is down": ["crash", "flood"],
  "lost with its box": ["crash", "flood"],
  "node is down": ["crash"],
  "store is down": ["crash", "flood"],
  "broker is down": ["restart", "region-outage"],
  "cache is down": ["cache-restart"],
  "edge is down": ["cdn-outage"],
  "site is down": ["region-outage"],
  "data is not here": ["region-outage"],
  "shard is down": ["crash", "region-outage"],
  "primary is down": ["crash", "flood", "region-outage"],
  "no copy is up": ["crash", "flood", "region-outage"],
  "a copy does not answer": ["crash", "flood", "region-outage"],
  "row is locked": ["celebrity"],
  "bad build": ["bad-build"],
  "order cannot be placed": ["bad-build"],
  "one box errs": ["gray"],
  "version skew": ["deploy"],
  "disk is full": ["disk-fills"],
  "logged out": ["crash", "restart"],
  "session is on another box": [],
  "no domain": [],
  "no server": [],
  "no database": [],
};
const fallers = ["crash", "restart", "flood", "region-outage", "cdn-outage", "cache-restart"];
/** Events that put nothing under load and break nothing by themselves. */
const harmless: ReadonlySet<string> = new Set(["sale", "rebrand", "deploy", "disk-fills", "gray"]);

/**
 * Tells the chain of a report.
 * @param missed indicators of the goals that were missed: photos that wait are no failed requests
 */
export function explain(report: Report, missed: readonly string[] = []): Explanation {
  const events = report.causes.filter((cause) => cause.what === "event");
  const faults = report.causes.filter(({ what }) => what === "saturated" || what === "down");
  const losses = report.causes.filter(({ what }) => what === "losing").sort((a, b) => b.value - a.value);
  const isAboutJobs = missed.length > 0 && missed.every((indicator) => jobIndicators.has(indicator));
  const main = isAboutJobs ? undefined : losses[0];
  const first = isAboutJobs
    ? faults.find(({ tier }) => /^(workers|queue)\b/.test(tier))
    : main
      ? faultOf(main, faults)
      : faults[0];
  const trigger = first ? triggerOf(first, events) : main ? triggerOf(main, events) : undefined;
  const told = toldLosses(losses, report.ledger.failed);
  // Where nothing fell or saturated first, only what brought a loss of its own belongs to the story.
  const theirs = first
    ? faults
    : told.map((loss) => faultOf(loss, faults)).filter((fault) => fault !== undefined);
  const dragged = draggedBy(first, theirs);
  const others = [...dragged, ...told]
    .map((cause) => triggerOf(cause.what === "losing" ? (faultOf(cause, faults) ?? cause) : cause, events))
    .filter((event) => event !== undefined && event !== trigger);
  return {
    ...(trigger ? { trigger } : {}),
    ...(first ? { first } : {}),
    dragged,
    besides: [...new Set(others)] as Cause[],
    losses,
  };
}

const jobIndicators: ReadonlySet<string> = new Set(["photoReadyP95Sec", "queueAgeMaxSec", "waitingJobs"]);

/** The losses worth a line: the largest, as long as they are more than a trickle of all failures. */
export function toldLosses(losses: readonly Cause[], failed: number): Cause[] {
  return losses.filter((loss, i) => i < lossesMax && (i === 0 || loss.value >= failed * lossShareMin));
}

/** The fault that a loss belongs to: its own part's fall, or the earliest fault that was on when it began. */
function faultOf(loss: Cause, faults: readonly Cause[]): Cause | undefined {
  const on = faults.filter(
    (fault) => fault.tick <= loss.tick + early && fault.untilTick >= loss.tick - early,
  );
  const isOverload = loss.reason === "timeout" || loss.reason === "queue full";
  const isFall = (bringers[loss.reason ?? ""] ?? []).some((kind) => fallers.includes(kind));
  // A machine that is gone needs nothing overloaded; a build that errs needs neither.
  const own = isOverload ? on : isFall ? on.filter((fault) => fault.what === "down") : [];
  return own.sort((a, b) => a.tick - b.tick || rank(a, loss) - rank(b, loss))[0];
}

/** Of what begins in one tick: a dark site before its parts, a fall before an overload, the loser before the rest. */
function rank(fault: Cause, loss: Cause): number {
  if (/^site\b/.test(fault.tier)) return 0;
  if (fault.what === "down") return fault.tier === loss.tier ? 1 : 2;
  return fault.tier === loss.tier ? 3 : 4;
}

/** What fell or saturated after the first part: each part once, and nothing that went dark with its site. */
function draggedBy(first: Cause | undefined, faults: readonly Cause[]): Cause[] {
  const dark = faults.filter(({ tier }) => /^site\b/.test(tier));
  const told: Cause[] = [];
  for (const fault of faults) {
    if (fault === first || (first && fault.tick < first.tick)) continue;
    const isSame = (other: Cause | undefined) => other?.tier === fault.tier && other.what === fault.what;
    if (isSame(first) || told.some(isSame)) continue;
    const isInside = dark.some(
      (site) =>
        site !== fault &&
        siteOf(site) === siteOf(fault) &&
        fault.what === "down" &&
        fault.tick >= site.tick &&
        fault.tick <= site.untilTick,
    );
    if (!isInside) told.push(fault);
  }
  return told.slice(0, draggedMax);
}

function siteOf({ tier }: Cause): string {
  return tier.split("@")[1] ?? "";
}

/** The last event before a link that can have brought it about. */
function triggerOf(cause: Cause, events: readonly Cause[]): Cause | undefined {
  const kinds =
    cause.what === "down" ? fallers : cause.what === "losing" ? bringers[cause.reason ?? ""] : undefined;
  if (kinds)
    return events.findLast(
      (event) =>
        kinds.includes(event.reason ?? "") &&
        event.tick <= cause.tick &&
        cause.tick <= Math.max(endOf(event), event.tick + aftermath),
    );
  return events.findLast((event) => {
    const isNews = event.reason === "news";
    const end = isNews ? event.tick + crowdAftermath : endOf(event) + aftermath;
    return event.tick <= cause.tick + 1 && cause.tick <= end && !harmless.has(event.reason ?? "");
  });
}

/** When an event is over: what dies and has no end given is dead for good. */
function endOf({ tick, untilTick, reason }: Cause): number {
  const isForGood = untilTick <= tick && (reason === "crash" || reason === "flood");
  return isForGood ? Number.POSITIVE_INFINITY : Math.max(tick, untilTick);
}
